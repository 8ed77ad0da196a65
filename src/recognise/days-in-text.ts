import type { Said } from '../model/statement.ts';

/** A day that a text names; `year` null where it does not say. */
export interface NamedDay extends Said {
  readonly year: number | null;
  /** 1 to 12, 1 to 31. */
  readonly month: number;
  readonly day: number;
}

const MONTHS: readonly (readonly [stem: string, month: number])[] = [
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['may', 5],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
  ['январ', 1],
  ['феврал', 2],
  ['март', 3],
  ['апрел', 4],
  ['мая', 5],
  ['май', 5],
  ['июн', 6],
  ['июл', 7],
  ['август', 8],
  ['сентябр', 9],
  ['октябр', 10],
  ['ноябр', 11],
  ['декабр', 12],
  ['січ', 1],
  ['лют', 2],
  ['берез', 3],
  ['квіт', 4],
  ['трав', 5],
  ['черв', 6],
  ['лип', 7],
  ['серп', 8],
  ['верес', 9],
  ['жовт', 10],
  ['листоп', 11],
  ['груд', 12],
];
const NAMES = MONTHS.map(([stem]) => stem).join('|');
const YEAR = '(?<y>(?:19|20)\\d{2})';
const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?:${YEAR}\\s?年\\s?)?(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?[日号]`, 'gu'),
  new RegExp(`(?<!\\d)${YEAR}[-./](?<m>\\d{1,2})[-./](?<d>\\d{1,2})(?!\\d)`, 'gu'),
  new RegExp(`(?<!\\d)(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.${YEAR}(?!\\d)`, 'gu'),
  new RegExp(
    `(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(?:of\\s)?(?<name>${NAMES})\\p{L}{0,8}\\.?(?:,?\\s{1,3}${YEAR}(?!\\d))?`,
    'giu',
  ),
  new RegExp(
    `(?<!\\p{L})(?<name>${NAMES})\\p{L}{0,8}\\.?\\s{1,3}(?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s{1,3}${YEAR}(?!\\d))?`,
    'giu',
  ),
];

/** Days as texts write them in Chinese, Russian, Ukrainian and English. Linear in the length of the text. */
export function daysInText(text: string): readonly NamedDay[] {
  return PATTERNS.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap((match): readonly NamedDay[] => {
      const { y, m, d, name } = match.groups ?? {};
      const month = m === undefined ? monthNamed(name ?? '') : Number(m);
      const day = Number(d);
      if (month === undefined || month < 1 || month > 12 || day < 1 || day > 31) return [];
      const said = { start: match.index, end: match.index + match[0].length, text: match[0] };
      return [{ ...said, year: y === undefined ? null : Number(y), month, day }];
    }),
  );
}

function monthNamed(name: string): number | undefined {
  const folded = name.toLowerCase();
  return MONTHS.find(([stem]) => folded.startsWith(stem))?.[1];
}
