import { commonRuns } from './myers.ts';
import type { Run } from './myers.ts';

/** Insertions and deletions that a gap between anchors is searched for exactly. */
const EXACT = 400;

/** A stretch that occurs more often in one sequence holds nothing together. */
const RARE = 8;

/** Lengths of the stretches at which two sequences are held together; the longest first. */
const ANCHORS = [8, 4, 2, 1] as const;

/**
 * Runs that two sequences have in common, in the order of both: first at stretches that are rare in each (as the histogram diff of JGit does with
 * lines), then between these with shorter ones, what is left by Myers' search. Near linear; a gap without anchors that would take longer counts as replaced.
 */
export function alignSequences(a: Int32Array, b: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  alignGap(a, b, 0, a.length, 0, b.length, 0, runs);
  return merged(runs);
}

function alignGap(a: Int32Array, b: Int32Array, a0: number, a1: number, b0: number, b1: number, level: number, into: Run[]): void {
  let [startA, startB, endA, endB] = [a0, b0, a1, b1];
  while (startA < endA && startB < endB && a[startA] === b[startB]) {
    startA += 1;
    startB += 1;
  }
  if (startA > a0) into.push({ a: a0, b: b0, length: startA - a0 });
  while (endA > startA && endB > startB && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  if (endA > startA && endB > startB) alignMiddle(a, b, startA, endA, startB, endB, level, into);
  if (endA < a1) into.push({ a: endA, b: endB, length: a1 - endA });
}

function alignMiddle(a: Int32Array, b: Int32Array, a0: number, a1: number, b0: number, b1: number, level: number, into: Run[]): void {
  const [n, m] = [a1 - a0, b1 - b0];
  if (n + m <= EXACT || level >= ANCHORS.length) {
    for (const run of commonRuns(a.subarray(a0, a1), b.subarray(b0, b1), EXACT) ?? [])
      into.push({ a: a0 + run.a, b: b0 + run.b, length: run.length });
    return;
  }
  let [atA, atB] = [a0, b0];
  for (const anchor of anchors(a, b, a0, a1, b0, b1, ANCHORS[level]!)) {
    if (anchor.a < atA || anchor.b < atB) continue;
    alignGap(a, b, atA, anchor.a, atB, anchor.b, level + 1, into);
    into.push(anchor);
    [atA, atB] = [anchor.a + anchor.length, anchor.b + anchor.length];
  }
  alignGap(a, b, atA, a1, atB, b1, level + 1, into);
}

/** Stretches of `width` elements that are rare in both parts, as many of them as follow one another in both. */
function anchors(a: Int32Array, b: Int32Array, a0: number, a1: number, b0: number, b1: number, width: number): readonly Run[] {
  const placesA = rarePlaces(a, a0, a1, width);
  const placesB = rarePlaces(b, b0, b1, width);
  const pairs: Run[] = [];
  for (const [hash, inA] of placesA) {
    const inB = placesB.get(hash);
    if (inB === undefined || inA.length > RARE || inB.length > RARE) continue;
    for (const atA of inA) for (const atB of inB) if (same(a, atA, b, atB, width)) pairs.push({ a: atA, b: atB, length: width });
  }
  pairs.sort((one, other) => one.a - other.a || other.b - one.b);
  return longestRising(pairs);
}

/** Hash of each stretch → where it begins; one place more than {@link RARE} where it is not rare. */
function rarePlaces(sequence: Int32Array, from: number, to: number, width: number): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = from; at + width <= to; at += 1) {
    let hash = 0;
    for (let n = 0; n < width; n += 1) hash = (Math.imul(hash, 0x01000193) ^ Math.imul(sequence[at + n]!, 0x9e3779b1)) | 0;
    const known = places.get(hash);
    if (known === undefined) places.set(hash, [at]);
    else if (known.length <= RARE) known.push(at);
  }
  return places;
}

function same(a: Int32Array, atA: number, b: Int32Array, atB: number, width: number): boolean {
  for (let n = 0; n < width; n += 1) if (a[atA + n] !== b[atB + n]) return false;
  return true;
}

/** The longest subsequence whose places in `b` rise as those in `a` do (patience sorting). */
function longestRising(pairs: readonly Run[]): readonly Run[] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (let n = 0; n < pairs.length; n += 1) {
    const { b } = pairs[n]!;
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pairs[tops[middle]!]!.b < b) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[n] = tops[low - 1]!;
    tops[low] = n;
  }
  const chain: Run[] = [];
  for (let n = tops.at(-1) ?? -1; n >= 0; n = before[n]!) chain.push(pairs[n]!);
  return chain.toReversed();
}

/** Runs that touch on both sides as one. */
function merged(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last !== undefined && last.a + last.length === run.a && last.b + last.length === run.b)
      out[out.length - 1] = { a: last.a, b: last.b, length: last.length + run.length };
    else out.push(run);
  }
  return out;
}
