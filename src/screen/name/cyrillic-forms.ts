import { latinise } from './latinise.ts';

/**
 * What else a Cyrillic word in an organisation's name may stand for, as Latin spellings: the nominative of a genitive (имени Петрова, Игоря, Черновой),
 * and г as h, as Ukrainian and Belarusian have it. `text` is folded.
 *
 * @example formsOfCyrillic('петрова') // ['petrov']
 */
export function formsOfCyrillic(text: string): readonly string[] {
  const forms: string[] = [];
  if (text.length >= 5) {
    const nominative = GENITIVES.find(([ending]) => ending.test(text));
    if (nominative !== undefined) forms.push(latinise(text.replace(...nominative)));
    const [, town, root = ''] = ADJECTIVE.exec(text) ?? [];
    if (town !== undefined) forms.push(...[town, root, root.replace(/(?<=.{3})[еи]н$/, '')].map(latinise));
  }
  const withH = spelledWithH(text, latinise(text));
  if (withH !== undefined) forms.push(withH);
  return forms;
}

/** The Latin spelling of a folded Cyrillic word with г as h, as Ukrainian and Belarusian have it; undefined where it has none but in an ending (-ого, -его) or is short. */
export function spelledWithH(text: string, latin: string): string | undefined {
  return text.length >= LEAST_WITH_H && text.replace(/[ео]го$/, '').includes('г') ? gAsH(latin) : undefined;
}

/** Latin letters of a Cyrillic word with each г as h. */
export function gAsH(latin: string): string {
  return latin.replaceAll('g', 'h');
}

export const LEAST_WITH_H = 4;

/** Ковдорский, Kovdor; Симбирское, Simbirsk; Вичугинский, Vichuga. */
const ADJECTIVE = /^((.{4,})ск)(?:ий|ая|ое|ие|ого|ой|их)$/;

const GENITIVES: readonly (readonly [RegExp, string])[] = [
  [/(?<!ск)ого$/, 'ый'],
  [/его$/, 'ий'],
  [/([вн])ой$/, '$1а'],
  [/([бвгджзклмнпрстфхцчшщ])[ая]$/, '$1'],
];
