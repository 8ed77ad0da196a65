import type { Unit, UnitSpelling } from '../../catalogue/units.ts';
import { foldTable } from '../../text/fold-table.ts';
import { isDigitAt } from './read-digits.ts';
import { isLetterAt, skipBlanks } from './phrase-trie.ts';
import type { PhraseTrie } from './phrase-trie.ts';

/** Units that may stand at one place; which of them is meant, what is measured says. */
export interface UnitsAt {
  readonly start: number;
  readonly end: number;
  readonly units: readonly Unit[];
  /** A single letter: may be no unit at all. */
  readonly weak: boolean;
}

/** The unit behind a number that ends at `at`, blanks and one hyphen between, or null. */
export function unitAt(text: string, at: number, spellings: PhraseTrie<UnitSpelling>): UnitsAt | null {
  let start = skipBlanks(text, at);
  if (text[start] === '-' && start === at && isLetterAt(text, start + 1)) start += 1;
  const match = spellings.match(text, start);
  if (match === null) return null;
  const { end } = match;
  const afterLetter = isLetterAt(text, end - 1);
  // m2 is no metre, 55°45 no angle; behind a Chinese unit a number may follow
  if (text.charCodeAt(end - 1) < 0x2e80 && isDigitAt(text, end)) return null;
  // 500 W/kg is not 500 W
  if (text[end] === '/' && (spellings.match(text, end + 1) !== null || PER.test(text.slice(end, end + 5)))) return null;
  const exact = match.values.filter((spelling) => hasCase(spelling.text, text, start));
  const units = distinct(exact.length > 0 ? exact : match.values.filter((spelling) => !needsCase(spelling.text)));
  // mw may be a milliwatt or a megawatt
  if (units.length === 0 || (exact.length === 0 && units.some(({ base, is }) => base === units[0]?.base && is !== units[0].is)))
    return null;
  return { start, end, units, weak: end - start === 1 && afterLetter && !SURE.has(text.charAt(start)) };
}

/** A short word in small letters behind a stroke is a unit that we do not know. */
const PER = /^\/[a-zа-яіїє]{1,3}(?!\p{L})/u;

/** Single letters that stand for little else behind a number. */
const SURE: ReadonlySet<string> = new Set(['V', 'W', 'Ｖ', 'Ｗ']);

function distinct(spellings: readonly UnitSpelling[]): readonly Unit[] {
  return [...new Set(spellings.map(({ unit }) => unit))];
}

/** True where a symbol is written with its letter case; words have none. */
function hasCase(spelling: string, text: string, start: number): boolean {
  if (spelling.includes('|') || spelling.length > 6) return true;
  const { cased } = foldTable();
  for (let index = 0; index < spelling.length; index += 1) {
    if (cased[spelling.charCodeAt(index)] !== cased[text.charCodeAt(start + index)]) return false;
  }
  return true;
}

/** Single letters, and Cyrillic кВ, мА, which in small letters are other words (кв. is a flat). */
function needsCase(spelling: string): boolean {
  return (spelling.length === 1 && isLetterAt(spelling, 0)) || /^[а-я][А-Я]$/.test(spelling);
}
