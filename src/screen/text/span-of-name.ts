import { hasCode, type CodesOfName } from './codes-of-names.ts';
import type { TextWords } from './text-words.ts';
import type { WordEntries } from './word-entries.ts';
import { WORD } from './word-kinds.ts';
import { MARK } from './word-marks.ts';

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
export function runsOfName(words: TextWords, entries: WordEntries, codes: CodesOfName, n: number, window: WordRun): readonly WordRun[] {
  const { marks, head } = words;
  // No preposition is an initial: с Сергеем.
  const belongs = (m: number): boolean =>
    hasCode(words, entries, m, codes.all) && !(codes.person && ((head[m]! >>> 8) & WORD.initial) !== 0 && (marks[m]! & MARK.capital) === 0);
  // Names are listed one a line: a form at the end or the beginning of a line parts them.
  const isParted = (m: number): boolean => (marks[m]! & MARK.line) !== 0 && (isForm(words, m - 1) || isForm(words, m));
  // The words before and behind that belong to it, a bit each by how far off they are.
  let before = 0;
  for (let m = n - 1, strange = 0; m >= window.first && strange <= GAPS[0] && !isParted(m + 1); m -= 1)
    if (belongs(m)) {
      before |= 1 << (n - m);
      strange = 0;
    } else strange += 1;
  let behind = 0;
  for (let m = n + 1, strange = 0; m <= window.last && strange <= GAPS[0] && !isParted(m); m += 1)
    if (belongs(m)) {
      behind |= 1 << (m - n);
      strange = 0;
    } else strange += 1;
  const runs: WordRun[] = [];
  for (const gap of GAPS) addRun(runs, withForms(words, n - reach(before, gap), n + reach(behind, gap), window, codes.person));
  // Sales representative Jan Orvanik: a word that is a form too, and none of a person.
  if (codes.person) addRun(runs, { first: n - reach(before, 0), last: n + reach(behind, 0) });
  let first = n;
  while ((before & (1 << (n - first + 1))) !== 0 && (marks[first]! & MARK.comma) === 0) first -= 1;
  let last = n;
  while ((behind & (1 << (last + 1 - n))) !== 0 && (marks[last + 1]! & MARK.comma) === 0) last += 1;
  addRun(runs, withForms(words, first, last, window, codes.person));
  // Of a phrase of the glossary only the first word is known by its code; what follows may be the rest: судостроительный завод.
  const widest = runs[0]!;
  if (widest.last < window.last && hasCode(words, entries, widest.last, codes.concepts))
    for (
      let end = widest.last + 1;
      end <= Math.min(window.last, widest.last + LONGEST_REST) && (marks[end]! & (MARK.comma | MARK.quoted)) === 0;
      end += 1
    )
      addRun(runs, { ...withForms(words, widest.first, end, window, codes.person), rest: true });
  return runs;
}

/** Further words of a phrase. */
export const LONGEST_REST = 2;

function addRun(runs: WordRun[], run: WordRun): void {
  for (let n = 0; n < runs.length; n += 1) if (runs[n]!.first === run.first && runs[n]!.last === run.last) return;
  runs.push(run);
}

/** Strange words allowed between words of the name. */
const GAPS = [2, 1, 0] as const;

/** How far off the last word is that is reached over at most `gap` strange words at a time. */
function reach(belonging: number, gap: number): number {
  let to = 0;
  for (let off = 1; off <= to + gap + 1 && belonging >>> off !== 0; off += 1) if ((belonging & (1 << off)) !== 0) to = off;
  return to;
}

/** Adds legal forms that stand right before or after: those of other lines only where its own lines have none, since names are listed one a line. */
function withForms(words: TextWords, first: number, last: number, window: WordRun, person: boolean): WordRun {
  const within = formsBeside(words, { first, last }, window, person, MARK.line);
  const hasForm = isForm(words, within.first) || isForm(words, within.last);
  return hasForm ? within : formsBeside(words, within, window, person, 0);
}

/** Not those that something parts from a person's name (Petrov, OOO Alpha), nor any behind a sign of `parting`. */
function formsBeside(words: TextWords, { first, last }: WordRun, window: WordRun, person: boolean, parting: number): WordRun {
  const { marks } = words;
  while (first > window.first && isForm(words, first - 1) && (marks[first]! & (MARK.comma | parting)) === 0) first -= 1;
  const ends = parting | (person ? MARK.comma : 0);
  while (last < window.last && isForm(words, last + 1) && (marks[last + 1]! & ends) === 0) {
    // Apecs АО «ЛЛС»: the form before a name in quotes is that name's.
    if (last + 2 < words.words && (marks[last + 2]! & MARK.quoted) !== 0) break;
    last += 1;
  }
  return { first, last };
}

function isForm(words: TextWords, m: number): boolean {
  return ((words.head[m]! >>> 8) & WORD.form) !== 0;
}
