import { FAMILIES } from '../score/encoded-name.ts';
import type { FinderTables } from './finder-file.ts';
import type { ListedNames } from './listed-names.ts';
import { MARK, type TextWords } from './text-words.ts';
import type { WordEntries } from './word-entries.ts';
import { WORD } from './word-kinds.ts';

/** Words `first` to `last` of a text. */
export interface WordRun {
  readonly first: number;
  readonly last: number;
  /** It ends in what may be the rest of a phrase: as good as a narrower one that scores the same. */
  readonly rest?: true;
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
  const belongs = (m: number): boolean => m === n || hasCode(words, entries, m, codes.all);
  const runs: WordRun[] = [];
  for (const [gap, parted] of WAYS) {
    let first = n;
    let last = n;
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
    addRun(runs, withForms(words, first, last, window, codes.person));
  }
  // Of a phrase of the glossary only the first word is known by its code; what follows may be the rest: судостроительный завод.
  const { first, last } = runs[0]!;
  if (last < window.last && codes.concepts.length > 0 && hasCode(words, entries, last, codes.concepts))
    for (
      let end = last + 1;
      end <= Math.min(window.last, last + LONGEST_REST) && (words.marks[end]! & (MARK.comma | MARK.quoted)) === 0;
      end += 1
    )
      addRun(runs, { ...withForms(words, first, end, window, codes.person), rest: true });
  return runs;
}

/** The sign before keys of concepts, `#`. */
const CONCEPT = 0x23;
/** Further words of a phrase. */
export const LONGEST_REST = 2;

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

/** True where word `m` may stand for one of the codes. */
function hasCode({ entry, head }: TextWords, { pool }: WordEntries, m: number, codes: readonly number[]): boolean {
  const from = entry[m]! + 1 + (head[m]! & 0xf);
  const to = from + ((head[m]! >>> 4) & 0xf);
  for (let n = from; n < to; n += 1) if (codes.includes(pool[n]!)) return true;
  return false;
}

interface CodesOfName {
  readonly all: readonly number[];
  /** Those of concepts of the glossary. */
  readonly concepts: readonly number[];
  readonly person: boolean;
}

/** Of names that came before, by the index's data: the same come up again and again in one text. */
const known = new WeakMap<Uint32Array, Map<number, CodesOfName>>();
const MOST_KNOWN = 20_000;

/** Codes of the units of a name. */
function codesOf(names: ListedNames, tables: FinderTables, name: number): CodesOfName {
  let ofNames = known.get(names.data);
  if (ofNames === undefined || ofNames.size >= MOST_KNOWN) known.set(names.data, (ofNames = new Map<number, CodesOfName>()));
  let codes = ofNames.get(name);
  if (codes === undefined) ofNames.set(name, (codes = readCodes(names, tables, name)));
  return codes;
}

function readCodes({ data, offsets, unitBytes, unitOffsets }: ListedNames, { unitCode }: FinderTables, name: number): CodesOfName {
  const all: number[] = [];
  const concepts: number[] = [];
  let at = offsets[name]!;
  const head = data[at]!;
  const parts = head & 0xff;
  at += 1;
  for (let n = 0; n < parts; n += 1) {
    const keys = (data[at]! >>> 4) & 0xf;
    for (let k = 1; k <= keys; k += 1) {
      const unit = data[at + k]!;
      all.push(unitCode[unit]!);
      if (unitBytes[unitOffsets[unit]!] === CONCEPT) concepts.push(unitCode[unit]!);
    }
    at += 1 + keys;
  }
  return { all, concepts, person: FAMILIES[head >>> 16] === 'person' };
}

/** Adds legal forms that stand right before or after; not those that something parts from a person's name: Petrov, OOO Alpha. */
function withForms(words: TextWords, from: number, to: number, window: WordRun, person: boolean): WordRun {
  const { marks, head } = words;
  const isForm = (m: number): boolean => ((head[m]! >>> 8) & WORD.form) !== 0;
  let first = from;
  let last = to;
  while (first > window.first && isForm(first - 1) && (marks[first]! & MARK.comma) === 0) first -= 1;
  while (last < window.last && isForm(last + 1) && !(person && (marks[last + 1]! & MARK.comma) !== 0)) {
    // Apecs АО «ЛЛС»: the form before a name in quotes is that name's.
    if (last + 2 < words.words && (marks[last + 2]! & MARK.quoted) !== 0) break;
    last += 1;
  }
  return { first, last };
}
