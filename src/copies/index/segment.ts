import type { FoundTexts } from './found-texts.ts';

/** Postings that grow no more: by hash, with the place where each run of hashes of the same first bits begins. */
export interface Segment {
  readonly keys: Uint32Array<ArrayBuffer>;
  readonly texts: Uint32Array<ArrayBuffer>;
  /** `buckets[n]` is where hashes whose first bits are `n` begin; one more says where the last ends. */
  readonly buckets: Uint32Array<ArrayBuffer>;
  /** How many bits behind the first bits a hash has. */
  readonly shift: number;
}

/** Postings in a bucket, more or less. */
const PER_BUCKET = 4;

/** Sorts postings by key, those of one key as they came. Linear: a radix sort of two halves. */
export function sealPostings(keys: Uint32Array, texts: Uint32Array): Segment {
  const low = sortedBy(keys, texts, 0);
  const { keys: sorted, texts: owners } = sortedBy(low.keys, low.texts, 16);
  return segmentOf(sorted, owners);
}

/** One segment of several; texts of a later one have higher numbers. */
export function mergeSegments(segments: readonly Segment[]): Segment {
  const count = segments.reduce((sum, { keys }) => sum + keys.length, 0);
  const keys = new Uint32Array(count);
  const texts = new Uint32Array(count);
  const ats = segments.map(() => 0);
  for (let n = 0; n < count; n += 1) {
    let least = -1;
    let key = Infinity;
    for (let s = 0; s < segments.length; s += 1) {
      const one = segments[s]!;
      if (ats[s]! < one.keys.length && one.keys[ats[s]!]! < key) {
        key = one.keys[ats[s]!]!;
        least = s;
      }
    }
    keys[n] = key;
    texts[n] = segments[least]!.texts[ats[least]!]!;
    ats[least]! += 1;
  }
  return segmentOf(keys, texts);
}

/** The segment of postings that are sorted already. */
export function segmentOf(keys: Uint32Array<ArrayBuffer>, texts: Uint32Array<ArrayBuffer>): Segment {
  const bits = bucketBits(keys.length);
  return { keys, texts, buckets: countBuckets(keys, bits), shift: 32 - bits };
}

/** Adds the texts that each of the first `count` keys has. */
export function findInSegment({ keys, texts, buckets, shift }: Segment, asked: Uint32Array, count: number, found: FoundTexts): void {
  const begins = found.places(count);
  // Tables are far larger than what the processor keeps at hand: what is looked up all at once is waited for all at once.
  for (let n = 0; n < count; n += 1) begins[n] = buckets[asked[n]! >>> shift]!;
  const firsts = found.firsts(count);
  for (let n = 0; n < count; n += 1) firsts[n] = begins[n]! < keys.length ? keys[begins[n]!]! : 0;
  for (let n = 0; n < count; n += 1) {
    const key = asked[n]!;
    if (firsts[n]! > key) continue;
    for (let at = begins[n]!; at < keys.length && keys[at]! <= key; at += 1) if (keys[at] === key && !found.add(n, texts[at]!)) break;
  }
}

function bucketBits(count: number): number {
  let bits = 1;
  while (1 << bits < count / PER_BUCKET && bits < 26) bits += 1;
  return bits;
}

function countBuckets(keys: Uint32Array, bits: number): Uint32Array<ArrayBuffer> {
  const buckets = new Uint32Array((1 << bits) + 1);
  for (const key of keys) buckets[(key >>> (32 - bits)) + 1]! += 1;
  for (let n = 1; n < buckets.length; n += 1) buckets[n]! += buckets[n - 1]!;
  return buckets;
}

/** Sorts by 16 bits of the key; what is equal in them keeps its order. */
function sortedBy(keys: Uint32Array, texts: Uint32Array, shift: number): Pick<Segment, 'keys' | 'texts'> {
  const next = new Uint32Array(0x1_0001);
  for (const key of keys) next[((key >>> shift) & 0xffff) + 1]! += 1;
  for (let n = 1; n < next.length; n += 1) next[n]! += next[n - 1]!;
  const outKeys = new Uint32Array(keys.length);
  const outTexts = new Uint32Array(keys.length);
  for (let n = 0; n < keys.length; n += 1) {
    const digit = (keys[n]! >>> shift) & 0xffff;
    const at = next[digit]!;
    next[digit] = at + 1;
    outKeys[at] = keys[n]!;
    outTexts[at] = texts[n]!;
  }
  return { keys: outKeys, texts: outTexts };
}
