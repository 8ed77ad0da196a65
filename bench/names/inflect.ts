/** Cases of Russian besides the nominative. */
export const CASES = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;
export type Case = (typeof CASES)[number];

/** A pattern of the nominative, how many letters it loses, and the endings in the order of {@link CASES}. */
type Declension = readonly [pattern: RegExp, cut: number, ...endings: string[]];

const SURNAMES_M: readonly Declension[] = [
  [/(?:[оеё]в|ин|ын)$/, 0, 'а', 'у', 'а', 'ым', 'е'],
  [/(?:ск|цк)ий$/, 2, 'ого', 'ому', 'ого', 'им', 'ом'],
  [/[ыо]й$/, 2, 'ого', 'ому', 'ого', 'ым', 'ом'],
  [/(?:ко|[иы]х|[уюэ])$/, 0, '', '', '', '', ''],
  [/й$/, 1, 'я', 'ю', 'я', 'ем', 'е'],
  [/ь$/, 1, 'я', 'ю', 'я', 'ем', 'е'],
  [/[жшчщц]$/, 0, 'а', 'у', 'а', 'ем', 'е'],
  [/[бвгдзклмнпрстфх]$/, 0, 'а', 'у', 'а', 'ом', 'е'],
];
const SURNAMES_F: readonly Declension[] = [
  [/(?:[оеё]в|ин|ын)а$/, 1, 'ой', 'ой', 'у', 'ой', 'ой'],
  [/ая$/, 2, 'ой', 'ой', 'ую', 'ой', 'ой'],
];
const GIVEN_M: readonly Declension[] = [
  [/^лев$/, 2, 'ьва', 'ьву', 'ьва', 'ьвом', 'ьве'],
  [/^пав(?:е)л$/, 2, 'ла', 'лу', 'ла', 'лом', 'ле'],
  [/ий$/, 1, 'я', 'ю', 'я', 'ем', 'и'],
  [/й$/, 1, 'я', 'ю', 'я', 'ем', 'е'],
  [/ь$/, 1, 'я', 'ю', 'я', 'ем', 'е'],
  [/ия$/, 1, 'и', 'и', 'ю', 'ей', 'и'],
  [/[жшчщц]$/, 0, 'а', 'у', 'а', 'ем', 'е'],
  [/[бвгдзклмнпрстфх]$/, 0, 'а', 'у', 'а', 'ом', 'е'],
  [/я$/, 1, 'и', 'е', 'ю', 'ей', 'е'],
  [/[гкх]а$/, 1, 'и', 'е', 'у', 'ой', 'е'],
  [/а$/, 1, 'ы', 'е', 'у', 'ой', 'е'],
];
const GIVEN_F: readonly Declension[] = [
  [/ия$/, 1, 'и', 'и', 'ю', 'ей', 'и'],
  [/я$/, 1, 'и', 'е', 'ю', 'ей', 'е'],
  [/[гкх]а$/, 1, 'и', 'е', 'у', 'ой', 'е'],
  [/а$/, 1, 'ы', 'е', 'у', 'ой', 'е'],
  [/ь$/, 1, 'и', 'и', 'ь', 'ью', 'и'],
];
const PATRONYMIC_M: readonly Declension[] = [[/ич$/, 0, 'а', 'у', 'а', 'ем', 'е']];
const PATRONYMIC_F: readonly Declension[] = [[/на$/, 1, 'ы', 'е', 'у', 'ой', 'е']];
const ADJECTIVES: readonly Declension[] = [
  [/[гкхшщжч]ий$/, 2, 'ого', 'ому', 'ий', 'им', 'ом'],
  [/[ыо]й$/, 2, 'ого', 'ому', 'ый', 'ым', 'ом'],
  [/ое$/, 2, 'ого', 'ому', 'ое', 'ым', 'ом'],
  [/ая$/, 2, 'ой', 'ой', 'ую', 'ой', 'ой'],
];
const NOUNS: readonly Declension[] = [
  [/ие$/, 1, 'я', 'ю', 'е', 'ем', 'и'],
  [/о$/, 1, 'а', 'у', 'о', 'ом', 'е'],
  [/ия$/, 1, 'и', 'и', 'ю', 'ей', 'и'],
  [/[гкхшщжч]а$/, 1, 'и', 'е', 'у', 'ой', 'е'],
  [/а$/, 1, 'ы', 'е', 'у', 'ой', 'е'],
  [/сть$/, 1, 'и', 'и', 'ь', 'ью', 'и'],
  [/тель$/, 1, 'я', 'ю', 'ь', 'ем', 'е'],
  [/й$/, 1, 'я', 'ю', 'й', 'ем', 'е'],
  [/[бвгдзклмнпрстф]$/, 0, 'а', 'у', '', 'ом', 'е'],
];

/** A Russian person's name in a case: surname, given name and patronymic in any order, of men and women. What follows no rule stays as it is. */
export function inflectPerson(name: string, into: Case): string {
  const words = name.split(' ');
  const woman =
    words.some((word) => /(?:вна|чна)$/i.test(word)) ||
    (!words.some((word) => /(?:ич)$/i.test(word)) && words.some((word) => /(?:[оеё]ва|ина|ская)$/i.test(word)));
  return words
    .map((word) => {
      const [surnames, given, patronymics] = woman ? [SURNAMES_F, GIVEN_F, PATRONYMIC_F] : [SURNAMES_M, GIVEN_M, PATRONYMIC_M];
      if (/(?:вич|вна|чна|льич)$/i.test(word) && words.length > 2) return decline(word, patronymics, into);
      const isSurname = woman
        ? /(?:[оеё]ва|ина|ына|ая)$/i.test(word)
        : /(?:[оеё]в|[иы]н|ский|цкий|ко|[оы]й|[иы]х|ич|ук|юк|ец|ан|янц)$/i.test(word) &&
          !/^(?:лев|иван|роман|степан|богдан|руслан|тимофей|константин|валентин|мартин|марин)/i.test(word);
      return decline(word, isSurname ? surnames : given, into);
    })
    .join(' ');
}

/** A Russian organisation's name in a case: its adjectives and first noun before a quotation mark; names that begin with something else stay. */
export function inflectOrganisation(name: string, into: Case): string {
  const words = name.split(' ');
  // Лазерные Системы: names in the plural stay as they are.
  if (/(?:ые|[гкхшщжчн]ие)$/i.test(words[0] ?? '')) return name;
  for (const [n, word] of words.entries()) {
    if (!/^[а-яё-]{5,}$/i.test(word) || /^[А-ЯЁ]{2,5}$/.test(word)) break;
    const adjective = /(?:ый|ий|ой|ое|ая)$/i.test(word);
    words[n] = decline(word, adjective ? ADJECTIVES : NOUNS, into);
    if (!adjective) break;
  }
  return words.join(' ');
}

function decline(word: string, declensions: readonly Declension[], into: Case): string {
  const lower = word.toLowerCase();
  for (const [pattern, cut, ...endings] of declensions) {
    if (!pattern.test(lower)) continue;
    const ending = endings[CASES.indexOf(into)] ?? '';
    return word.slice(0, word.length - cut) + (word === word.toUpperCase() ? ending.toUpperCase() : ending);
  }
  return word;
}
