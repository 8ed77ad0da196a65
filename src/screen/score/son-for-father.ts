import { PART_KIND, type Alignment } from './alignment.ts';
import type { QueryTable } from './query-table.ts';

/**
 * How much names that say whose son somebody is contradict each other, as weight of words: Omar bin Khalid al-Harbi is neither Khalid bin Omar al-Harbi nor Khalid
 * al-Harbi. 0 where they do not.
 */
export function sonForFather(query: QueryTable, aligned: Alignment): number {
  if (query.sonOf !== 0 && aligned.sonOf !== 0 && changePlaces(query, aligned)) return CHANGED_PLACES;
  const left =
    isSonLeft(query.sonOf, wordsOf(query.kind, query.parts), aligned.usedQuery) ||
    isSonLeft(aligned.sonOf, wordsOf(aligned.kind, aligned.parts), aligned.usedListed);
  return left ? SON_LEFT : 0;
}

const CHANGED_PLACES = 1;
const SON_LEFT = 0.6;

/** A word before `bin` stands behind it on the other side, and one behind it before. */
function changePlaces(query: QueryTable, aligned: Alignment): boolean {
  const bin = firstOf(query.sonOf);
  const theirs = firstOf(aligned.sonOf);
  let after = false;
  let before = false;
  for (let n = 0; n < aligned.pairs; n += 1) {
    const q = aligned.pairQuery[n]!;
    if (query.kind[q] !== PART_KIND.word) continue;
    const mine = query.place[q]! - bin;
    const other = aligned.pairFirst[n]! - theirs;
    if (mine < 0 && other > 0) after = true;
    if (mine > 0 && other < 0) before = true;
  }
  return after && before;
}

/** All words before the first `bin` stand alone, and one behind it does not: what corresponds is the father. Sets as bits. */
function isSonLeft(sonOf: number, words: number, used: number): boolean {
  if (sonOf === 0) return false;
  const bin = sonOf & -sonOf;
  const before = words & (bin - 1);
  return before !== 0 && (before & used) === 0 && (words & used) !== 0;
}

function wordsOf(kind: Int8Array, parts: number): number {
  let words = 0;
  for (let at = 0; at < parts; at += 1) if (kind[at] === PART_KIND.word) words |= 1 << at;
  return words;
}

function firstOf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
