import { EditFilter } from '../score/edit-filter.ts';
import { allowedEdits, keySimilarity, likenessOfCost } from '../score/key-similarity.ts';
import { hasSoundCode } from '../name/sound-codes.ts';
import { Recent } from '../recent.ts';
import { ANY, fitsOpen, rawSlipsOf } from '../score/raw-slips.ts';
import { RememberedLikes } from '../score/remembered-likes.ts';
import { SIGNS, firstLetter, type Units } from '../score/units.ts';
import { MOST_DELETIONS, bitsSet, deletionsOf, hashOf, openHash, signatureOf } from './deletions.ts';
import { RecentKeys } from './recent-keys.ts';
import type { SectionName } from './sections.ts';
import { valueBits } from './tagged-table.ts';

/**
 * So many parts of queries, and as many words of them (and words written together), whose likenesses are remembered, so many units of each on average at most: a word that comes again
 * (given names do, and surnames in a customer's file) is not looked up again. Half of it should hold a file of some thousand names that is asked for day after day: of a longer
 * one each word would be forgotten just before it comes.
 */
const REMEMBERED = 16_000;
const REMEMBERED_UNITS = 64 * REMEMBERED;

/** Place of the length in a sketch, its bits for letters (those that skeletons are made of), and that of the first of the units with the same first letters, which follow one another. */
const LENGTH_AT = 27;
const BEGINS = 1;
const LETTERS = ((1 << LENGTH_AT) - 1) & ~BEGINS;

/** The units of an index: exact look-up by hash, like words by shared deletions, words by codes. Read-only over the index's bytes. */
export class Dictionary implements Units {
  readonly count: number;
  readonly memory = new RememberedLikes<number | string>(REMEMBERED, REMEMBERED_UNITS);
  readonly jointMemory = new RememberedLikes<string>(REMEMBERED, REMEMBERED_UNITS);
  readonly #offsets: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #hash: Uint32Array;
  readonly #deleteBuckets: Uint32Array;
  readonly #deleteEntries: Uint32Array;
  readonly #codeBuckets: Uint32Array;
  readonly #codeEntries: Uint32Array;
  /** The bits of an entry that are its unit. */
  readonly #low: number;
  readonly #keys: RecentKeys;
  /** Which units were come upon for the word that is looked up, a bit each, and all of them. */
  readonly #isFound: Int32Array;
  #found: Int32Array = new Int32Array(1024);
  /** Those of them that are near in length and letters. */
  #near: Int32Array = new Int32Array(1024);
  /** Sum of the first letters of these; nobody asks for it. */
  protected fetched = 0;
  /** By the word, by the word as it is written, and by the code: each its own, since words that are looked up once push out no others. */
  readonly #likeWords = new RememberedLikes<string>(REMEMBERED, REMEMBERED_UNITS);
  readonly #slipsOfWords = new RememberedLikes<string>(REMEMBERED, REMEMBERED_UNITS);
  readonly #withCodes = new Recent<string, readonly number[]>(REMEMBERED);
  /** Length and letters of each unit in one number, so that most others are passed by with one look. */
  readonly #sketches: Int32Array;
  readonly #filter = new EditFilter();
  readonly #deletions = new Uint32Array(MOST_DELETIONS);
  readonly #bucketBegin = new Int32Array(MOST_DELETIONS);
  readonly #bucketEnd = new Int32Array(MOST_DELETIONS);

  constructor(array: (name: SectionName) => Uint32Array, raw: (name: SectionName) => Uint8Array) {
    this.#offsets = array('unitOffsets');
    this.#bytes = raw('unitBytes');
    this.#hash = array('unitHash');
    this.#deleteBuckets = array('deleteBuckets');
    this.#deleteEntries = array('deleteEntries');
    this.#codeBuckets = array('codeBuckets');
    this.#codeEntries = array('codeEntries');
    this.count = this.#offsets.length - 1;
    this.#low = valueBits(this.count);
    this.#keys = new RecentKeys(this.count, (unit) => this.#read(this.#offsets[unit]!, this.#offsets[unit + 1]!));
    this.#isFound = new Int32Array((this.count >>> 5) + 1);
    this.#sketches = sketchUnits(this.#offsets, this.#bytes, raw('unitBegins'));
  }

  keyOf(unit: number): string {
    return this.#keys.of(unit);
  }

  #read(start: number, end: number): string {
    let key = '';
    for (let at = start; at < end; at += 1) {
      const code = this.#bytes[at]!;
      if (code > 0x7f) return Buffer.from(this.#bytes.slice(start, end)).toString('utf8');
      key += String.fromCharCode(code);
    }
    return key;
  }

  firstOf(unit: number): number {
    const code = this.#bytes[this.#offsets[unit]!]!;
    if (code === 0x2e) return -this.#bytes[this.#offsets[unit]! + 1]!;
    return code < 0x80 ? (SIGNS.has(code) ? 0 : code) : firstLetter(this.keyOf(unit));
  }

  find(key: string): number | undefined {
    const mask = this.#hash.length - 1;
    for (let at = hashOf(key) & mask; ; at = (at + 1) & mask) {
      const unit = this.#hash[at]!;
      if (unit === 0) return undefined;
      if (this.#equals(unit - 1, key)) return unit - 1;
    }
  }

  #equals(unit: number, key: string): boolean {
    const start = this.#offsets[unit]!;
    const length = this.#offsets[unit + 1]! - start;
    for (let at = 0; at < key.length; at += 1) {
      const code = key.charCodeAt(at);
      if (code > 0x7f) return this.keyOf(unit) === key;
      if (at >= length || this.#bytes[start + at] !== code) return false;
    }
    return length === key.length;
  }

  similar(key: string, visit: (unit: number, similarity: number) => void): void {
    const known = this.#likeWords;
    if (!known.find(key)) this.#rememberSimilar(key);
    known.each(visit);
  }

  slipped(word: string, visit: (unit: number, similarity: number) => void): void {
    const known = this.#slipsOfWords;
    if (!known.find(word)) this.#rememberSlipped(word);
    known.each(visit);
  }

  #rememberSlipped(word: string): void {
    const best = new Map<number, number>();
    const { exact, open } = rawSlipsOf(word);
    for (const [key, likeness] of exact) {
      const unit = this.find(key);
      if (unit !== undefined) best.set(unit, likeness);
    }
    const mask = this.#deleteBuckets.length - 2;
    const low = this.#low;
    for (const key of open) {
      const hash = openHash(key, key.indexOf(ANY));
      const likeness = likenessOfCost(1, key.length);
      if (likeness === 0) continue;
      const end = this.#deleteBuckets[(hash & mask) + 1]!;
      for (let at = this.#deleteBuckets[hash & mask]!; at < end; at += 1) {
        const entry = this.#deleteEntries[at]!;
        if (((entry ^ hash) & ~low) !== 0) continue;
        let unit = entry & low;
        do {
          if (this.#offsets[unit + 1]! - this.#offsets[unit]! !== key.length || !fitsOpen(key, this.keyOf(unit))) continue;
          best.set(unit, Math.max(best.get(unit) ?? 0, likeness));
        } while (++unit < this.count && (this.#sketches[unit]! & BEGINS) === 0);
      }
    }
    this.#slipsOfWords.remember(word, [...best.keys()], [...best.values()], 0, best.size);
  }

  #rememberSimilar(key: string): void {
    const units: number[] = [];
    const similarities: number[] = [];
    const offsets = this.#offsets;
    const sketches = this.#sketches;
    const signature = signatureOf(key);
    const edits = allowedEdits(key.length);
    const count = this.#shareDeletion(key);
    const found = this.#found;
    this.#filter.set(key);
    let near = 0;
    for (let n = 0; n < count; n += 1) {
      let unit = found[n]!;
      let sketch = sketches[unit]!;
      this.#isFound[unit >>> 5] = 0;
      // It stands for all words that begin so.
      do {
        const length = sketch >>> LENGTH_AT;
        if (length <= key.length + edits && key.length <= length + edits && bitsSet((signature ^ sketch) & LETTERS) <= 2 * edits) {
          if (near === this.#near.length) this.#near = wider(this.#near);
          this.#near[near] = unit;
          near += 1;
        }
        unit += 1;
        sketch = unit < this.count ? sketches[unit]! : BEGINS;
      } while ((sketch & BEGINS) === 0);
    }
    this.#fetch(near);
    for (let n = 0; n < near; n += 1) {
      const unit = this.#near[n]!;
      const allowed = Math.min(edits, allowedEdits(sketches[unit]! >>> LENGTH_AT));
      if (!this.#filter.passes(this.#bytes, offsets[unit]!, offsets[unit + 1]!, allowed)) continue;
      const similarity = keySimilarity(key, this.keyOf(unit));
      if (similarity === 0) continue;
      units.push(unit);
      similarities.push(similarity);
    }
    this.#likeWords.remember(key, units, similarities, 0, units.length);
  }

  /** Has the processor bring the letters of so many units near, all at once: one after the other each would be waited for. */
  #fetch(near: number): void {
    let letters = 0;
    for (let n = 0; n < near; n += 1) letters += this.#bytes[this.#offsets[this.#near[n]!]!]!;
    // Kept, so that the compiler does not leave the reading out.
    this.fetched = letters;
  }

  /** Collects the units that share a deletion with the word, and gives how many. What lies apart in memory is asked for all at once, not one after the other. */
  #shareDeletion(key: string): number {
    const buckets = this.#deleteBuckets;
    const entries = this.#deleteEntries;
    const isFound = this.#isFound;
    const hashes = this.#deletions;
    const low = this.#low;
    const deletions = deletionsOf(key, hashes);
    for (let n = 0; n < deletions; n += 1) {
      const bucket = hashes[n]! & (buckets.length - 2);
      this.#bucketBegin[n] = buckets[bucket]!;
      this.#bucketEnd[n] = buckets[bucket + 1]!;
    }
    let found = this.#found;
    let count = 0;
    for (let n = 0; n < deletions; n += 1) {
      const hash = hashes[n]!;
      const begin = this.#bucketBegin[n]!;
      const end = this.#bucketEnd[n]!;
      while (count + end - begin > found.length) this.#found = found = wider(found);
      for (let at = begin; at < end; at += 1) {
        const entry = entries[at]!;
        if (((entry ^ hash) & ~low) !== 0) continue;
        const unit = entry & low;
        const before = isFound[unit >>> 5]!;
        if ((before & (1 << unit)) !== 0) continue;
        isFound[unit >>> 5] = before | (1 << unit);
        found[count] = unit;
        count += 1;
      }
    }
    return count;
  }

  withCode(code: string, visit: (unit: number) => void): void {
    const known = this.#withCodes.get(code) ?? this.#withCodes.set(code, this.#unitsWithCode(code));
    for (const unit of known) visit(unit);
  }

  spoken(code: string, visit: (unit: number) => void): void {
    this.withCode(code, visit);
  }

  #unitsWithCode(code: string): readonly number[] {
    const hash = hashOf(code);
    const mask = this.#codeBuckets.length - 2;
    const low = this.#low;
    const units: number[] = [];
    const end = this.#codeBuckets[(hash & mask) + 1]!;
    for (let at = this.#codeBuckets[hash & mask]!; at < end; at += 1) {
      const entry = this.#codeEntries[at]!;
      if (((entry ^ hash) & ~low) !== 0) continue;
      const unit = entry & low;
      if (hasSoundCode(this.keyOf(unit), code)) units.push(unit);
    }
    return units;
  }
}

function wider(array: Int32Array): Int32Array {
  const twice = new Int32Array(2 * array.length);
  twice.set(array);
  return twice;
}

function sketchUnits(offsets: Uint32Array, bytes: Uint8Array, begins: Uint8Array): Int32Array {
  const sketches = new Int32Array(begins.length);
  for (let unit = 0; unit < begins.length; unit += 1) {
    const start = offsets[unit]!;
    const end = offsets[unit + 1]!;
    let letters = 0;
    for (let at = start; at < end; at += 1) letters |= 1 << (bytes[at]! & 31);
    sketches[unit] = (letters & LETTERS) | (begins[unit] === 1 ? BEGINS : 0) | (Math.min(end - start, 31) << LENGTH_AT);
  }
  return sketches;
}
