import type { AskedShingles } from './asked-shingles.ts';
import type { TextWeights } from './text-weights.ts';

/** Postings that grow no more: by hash, with the place where each run of hashes of the same first bits begins. */
export interface Segment {
  /** The hash of a shingle, then what stands for it ({@link postingOf}), side by side: whoever finds the one has the other at hand. */
  readonly pairs: Uint32Array<ArrayBuffer>;
  /** `buckets[n]` is which pair is the first of hashes whose first bits are `n`; one more says where the last ends. */
  readonly buckets: Uint32Array<ArrayBuffer>;
  /** How many bits behind the first bits a hash has. */
  readonly shift: number;
}

/** Postings in a bucket, more or less. */
const PER_BUCKET = 4;

export function sizeOf({ pairs }: Segment): number {
  return pairs.length / 2;
}

/** Sorts pairs of a hash and a posting by hash, those of one hash as they came. Linear: a radix sort of two halves. */
export function sealPostings(pairs: Uint32Array): Segment {
  return segmentOf(sortedBy(sortedBy(pairs, 0), 16));
}

/** One segment of two; texts of the later one have higher numbers. */
export function mergeSegments({ pairs: a }: Segment, { pairs: b }: Segment): Segment {
  const pairs = new Uint32Array(a.length + b.length);
  let [atA, atB] = [0, 0];
  for (let n = 0; n < pairs.length; n += 2) {
    if (atB >= b.length || (atA < a.length && a[atA]! <= b[atB]!)) {
      pairs[n] = a[atA]!;
      pairs[n + 1] = a[atA + 1]!;
      atA += 2;
    } else {
      pairs[n] = b[atB]!;
      pairs[n + 1] = b[atB + 1]!;
      atB += 2;
    }
  }
  return segmentOf(pairs);
}

/** The segment of pairs that are sorted already. */
export function segmentOf(pairs: Uint32Array<ArrayBuffer>): Segment {
  const bits = bucketBits(pairs.length / 2);
  return { pairs, buckets: countBuckets(pairs, bits), shift: 32 - bits };
}

/** Weighs the texts for which the shingles stand that are asked for. */
export function weighInSegment({ pairs, buckets, shift }: Segment, asked: AskedShingles, into: TextWeights): void {
  const { count, hashes, weights, left, places, firsts } = asked;
  // Tables are far larger than what the processor keeps at hand: what is looked up all at once is waited for all at once.
  for (let n = 0; n < count; n += 1) places[n] = buckets[hashes[n]! >>> shift]! * 2;
  for (let n = 0; n < count; n += 1) firsts[n] = places[n]! < pairs.length ? pairs[places[n]!]! : 0;
  for (let n = 0; n < count; n += 1) {
    const hash = hashes[n]!;
    if (firsts[n]! > hash) continue;
    let at = places[n]!;
    while (at < pairs.length && pairs[at]! < hash) at += 2;
    const weight = weights[n]!;
    let room = left[n]!;
    for (; room > 0 && at < pairs.length && pairs[at] === hash; at += 2) {
      into.add(pairs[at + 1]!, weight);
      room -= 1;
    }
    left[n] = room;
  }
}

function bucketBits(count: number): number {
  let bits = 1;
  while (1 << bits < count / PER_BUCKET && bits < 26) bits += 1;
  return bits;
}

function countBuckets(pairs: Uint32Array, bits: number): Uint32Array<ArrayBuffer> {
  const buckets = new Uint32Array((1 << bits) + 1);
  for (let at = 0; at < pairs.length; at += 2) buckets[(pairs[at]! >>> (32 - bits)) + 1]! += 1;
  for (let n = 1; n < buckets.length; n += 1) buckets[n]! += buckets[n - 1]!;
  return buckets;
}

/** Sorts by 16 bits of the hash; what is equal in them keeps its order. */
function sortedBy(pairs: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(0x1_0001);
  for (let at = 0; at < pairs.length; at += 2) next[((pairs[at]! >>> shift) & 0xffff) + 1]! += 1;
  for (let n = 1; n < next.length; n += 1) next[n]! += next[n - 1]!;
  const out = new Uint32Array(pairs.length);
  for (let at = 0; at < pairs.length; at += 2) {
    const digit = (pairs[at]! >>> shift) & 0xffff;
    const to = next[digit]! * 2;
    next[digit]! += 1;
    out[to] = pairs[at]!;
    out[to + 1] = pairs[at + 1]!;
  }
  return out;
}
