import type { FinderTables } from './finder-file.ts';
import type { ListedNames } from './listed-names.ts';
import { MARK, type TextWords } from './text-words.ts';
import type { WordEntries } from './word-entries.ts';
import { WORD } from './word-kinds.ts';

/** Words `first` to `last` of a text. */
export interface WordRun {
  readonly first: number;
  readonly last: number;
}

/**
 * The runs of words around word `n` that may be the name: words that its parts correspond to by code, with at most two, one or no strange words between
 * them, within commas too; forms beside them belong to the run. Widest first, then with the rest of a phrase.
 */
export function runsOfName(
  words: TextWords,
  entries: WordEntries,
  tables: FinderTables,
  names: ListedNames,
  name: number,
  n: number,
  window: WordRun,
): readonly WordRun[] {
  const codes = codesOf(names, tables, name);
  const belongs = (m: number): boolean => {
    const { pool } = entries;
    const entry = words.entry[m]!;
    const head = pool[entry]!;
    const from = entry + 1 + (head & 0xf);
    const to = from + ((head >>> 4) & 0xf);
    for (let at = from; at < to; at += 1) if (codes.includes(pool[at]!)) return true;
    return m === n;
  };
  const runs: WordRun[] = [];
  for (const [gap, parted] of WAYS) {
    let [first, last] = [n, n];
    for (let m = n - 1, strange = 0; m >= window.first && strange <= gap; m -= 1) {
      if (parted && (words.marks[m + 1]! & MARK.comma) !== 0) break;
      if (belongs(m)) {
        first = m;
        strange = 0;
      } else strange += 1;
    }
    for (let m = n + 1, strange = 0; m <= window.last && strange <= gap; m += 1) {
      if (parted && (words.marks[m]! & MARK.comma) !== 0) break;
      if (belongs(m)) {
        last = m;
        strange = 0;
      } else strange += 1;
    }
    addRun(runs, withForms(words, entries, first, last, window));
  }
  // What follows may be the rest of a phrase of which the name's part is known by its first word alone: судостроительный завод.
  const { first, last } = runs[0]!;
  let end = last;
  const { pool } = entries;
  const isTrade = (m: number): boolean => ((pool[words.entry[m]!]! >>> 8) & WORD.trade) !== 0;
  if (isTrade(end))
    while (end < window.last && end < last + LONGEST_REST && isTrade(end + 1) && (words.marks[end + 1]! & (MARK.comma | MARK.quoted)) === 0)
      end += 1;
  if (end > last) addRun(runs, withForms(words, entries, first, end, window));
  return runs;
}

/** Further words of a phrase. */
const LONGEST_REST = 2;

function addRun(runs: WordRun[], run: WordRun): void {
  if (!runs.some((other) => other.first === run.first && other.last === run.last)) runs.push(run);
}

/** Strange words allowed between words of the name, and whether commas and closing quotation marks end it. */
const WAYS = [
  [2, false],
  [1, false],
  [0, false],
  [0, true],
] as const;

function codesOf({ data, offsets }: ListedNames, { unitCode }: FinderTables, name: number): readonly number[] {
  const codes: number[] = [];
  let at = offsets[name]!;
  const parts = data[at]! & 0xff;
  at += 1;
  for (let n = 0; n < parts; n += 1) {
    const keys = (data[at]! >>> 4) & 0xf;
    for (let k = 1; k <= keys; k += 1) codes.push(unitCode[data[at + k]!]!);
    at += 1 + keys;
  }
  return codes;
}

/** Adds legal forms that stand right before or after. */
function withForms(words: TextWords, { pool }: WordEntries, from: number, to: number, window: WordRun): WordRun {
  const isForm = (m: number): boolean => ((pool[words.entry[m]!]! >>> 8) & WORD.form) !== 0;
  let [first, last] = [from, to];
  while (first > window.first && isForm(first - 1) && (words.marks[first]! & MARK.comma) === 0) first -= 1;
  while (last < window.last && isForm(last + 1)) last += 1;
  return { first, last };
}
