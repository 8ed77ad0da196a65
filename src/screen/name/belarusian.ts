/**
 * A Belarusian word as Russian spells the same name, in Cyrillic: Пятровіч, Петрович; Цярэшка, Терешка; Галоўчанка, Головченко; Аляксандр, Александр. Undefined for words that show no Belarusian letter or sound.
 * Belarusian writes unstressed o and e as they sound, a and я; which of them an a was is left to the likeness of vowels. `text` is folded.
 */
export function belarusianAsRussian(text: string): string | undefined {
  if (!BELARUSIAN.test(text)) return undefined;
  const russian = RULES.reduce((word, [from, to]) => word.replaceAll(from, to), text);
  return russian === text ? undefined : russian;
}

/** ў; hissing t and d before a soft vowel; рэ, чо, жы and the like beside і, which Russian has not; ля and the like before a consonant, where і or э stand elsewhere. */
const BELARUSIAN = /ў|ц[еёюя]|дз[еёіюя]|ці|шч|^(?=.*[іэ])(?!.*[иїєґ]).*[бвдзклмнпрст]я[бвгдзклмнпрстўхцчш]|[аэе]нка$/;

const RULES: readonly (readonly [from: RegExp, to: string])[] = [
  [/дз(?=[еёіюяь])/g, 'д'],
  [/ц(?=[еёіюяь])/g, 'т'],
  [/ў/g, 'в'],
  [/шч/g, 'щ'],
  [/э/g, 'е'],
  [/(?<=[бвгдзклмнпрст])я(?=[бвгдзклмнпрстхцчш])/g, 'е'],
  [/(?<=[жцчш])ы/g, 'и'],
  [/[аэе]нка$/g, 'енко'],
];
