import { BARE, HAN, PIECE, SON, jointsIn } from './encoded-name.ts';
import { firstSounds } from './first-sounds.ts';
import type { QueryTable } from './query-table.ts';
import type { Units } from './units.ts';

/** What an initial and a word that begins with it are alike. */
export const INITIAL_SIMILARITY = 0.75;
/** Of two words in Han with the same pinyin and other characters. */
export const SAME_SOUND = 0.5;
/** Where words written together are the word of one of them, they must be so like. */
export const BARE_FROM = 0.95;

const MOST = 512;
const WORD = 0;
const INITIAL = 1;
const NUMBER = 5;

/**
 * Sets a queried name against encoded names, part by part, each part once; the heaviest and likest pairs first. Works on typed arrays that are
 * used again for each name, and leaves the features of the last alignment in its fields.
 */
export class Alignment {
  // The listed name, decoded.
  parts = 0;
  family = 0;
  piece = false;
  readonly kind = new Int8Array(64);
  readonly weight = new Float64Array(64);
  readonly bits = new Float64Array(64);
  total = 0;
  /** Small words before a father's name, as bits. */
  sonOf = 0;

  // The pairs taken: a query part (or joint), and so many listed parts from the first on.
  pairs = 0;
  readonly pairQuery = new Int8Array(64);
  readonly pairFirst = new Int8Array(64);
  readonly pairLength = new Int8Array(64);
  readonly pairSimilarity = new Float64Array(64);
  usedQuery = 0;
  usedListed = 0;

  // Pairs that could be taken.
  #candidates = 0;
  readonly #query = new Int8Array(MOST);
  readonly #first = new Int8Array(MOST);
  readonly #length = new Int8Array(MOST);
  readonly #similarity = new Float64Array(MOST);
  readonly #gain = new Float64Array(MOST);
  readonly #order = new Int32Array(MOST);

  readonly units: Units;

  constructor(units: Units) {
    this.units = units;
  }

  /** Aligns the encoded name at `data[offset]`; where `joins` is false, none of its words written together is like anything. */
  align(query: QueryTable, data: Uint32Array | readonly number[], offset: number, joins: boolean): void {
    const head = data[offset]!;
    const parts = head & 0xff;
    const joints = joins ? jointsIn(head) : 0;
    this.parts = parts;
    this.family = head >>> 16;
    this.piece = (head & PIECE) !== 0;
    this.#candidates = 0;
    this.total = 0;
    this.sonOf = 0;
    let at = offset + 1;
    for (let j = 0; j < parts; j += 1) {
      const part = data[at]!;
      const keys = (part >>> 4) & 0xf;
      const kind = part & 0xf;
      this.kind[j] = kind;
      this.weight[j] = ((part >>> 8) & 0xff) / 200;
      this.bits[j] = ((part >>> 16) & 0xff) / 10;
      this.total += this.weight[j]!;
      if ((part & SON) !== 0) this.sonOf |= 1 << j;
      for (let k = 0; k < keys; k += 1) {
        const unit = data[at + 1 + k]!;
        for (let entry = query.headOf(unit); entry !== -1; entry = query.next[entry]!) {
          const q = query.part[entry]!;
          let similarity = query.similarity[entry]!;
          // Han against Han: the characters decide. One sound for two writings (志强, 志刚 in Korean) is no likeness; the same pinyin a weak one.
          if ((part & HAN) !== 0 && query.han[q] === 1) {
            if (k === keys - 1) this.#offer(query, q, j, 1, similarity);
            else if (k === 0 && similarity === 1) this.#offer(query, q, j, 1, SAME_SOUND);
            continue;
          }
          if (k > 0) similarity *= 0.96;
          this.#offer(query, q, j, 1, similarity);
        }
      }
      // Only initials are set against words: where the query has none, what its letters are need not be looked up.
      if (keys > 0 && (kind === INITIAL || (kind === WORD && query.initials !== 0)))
        this.#offerInitials(query, j, kind, firstSounds(this.units, data, at, kind === INITIAL ? keys : 1));
      at += 1 + keys;
    }
    for (let n = 0; n < joints; n += 1, at += 2) {
      const unit = data[at + 1]!;
      for (let entry = query.headOf(unit); entry !== -1; entry = query.next[entry]!) {
        const similarity = query.similarity[entry]!;
        if (!query.joinsAt(entry) || ((data[at]! & BARE) !== 0 && similarity <= BARE_FROM)) continue;
        this.#offer(query, query.part[entry]!, data[at]! & 0xff, (data[at]! >>> 8) & 0xff, similarity * 0.97);
      }
    }
    this.#take(query);
  }

  #offerInitials(query: QueryTable, listed: number, kind: number, sounds: number): void {
    for (let q = 0; q < query.parts; q += 1) {
      const other = query.kind[q]!;
      if (kind === INITIAL ? other !== WORD : other !== INITIAL) continue;
      if ((query.sounds[q]! & sounds) !== 0) this.#offer(query, q, listed, 1, INITIAL_SIMILARITY);
    }
  }

  #offer(query: QueryTable, q: number, first: number, length: number, similarity: number): void {
    if (this.#candidates >= MOST) return;
    const n = this.#candidates;
    this.#candidates += 1;
    this.#query[n] = q;
    this.#first[n] = first;
    this.#length[n] = length;
    this.#similarity[n] = similarity;
    let weight = query.weight[q]!;
    for (let j = first; j < first + length; j += 1) weight += this.weight[j]!;
    // A form against a form is taken first among equals, and a joint before its pieces.
    this.#gain[n] = similarity * (weight + 0.01) + (similarity > 0.94 ? 0.5 : 0);
  }

  /** Takes pairs greedily, the greatest gain first; ties by place, so that the answer does not hang on the order of offers. */
  #take(query: QueryTable): void {
    const order = this.#order;
    const count = this.#candidates;
    for (let n = 0; n < count; n += 1) {
      let m = n;
      for (; m > 0 && this.#before(query, n, order[m - 1]!); m -= 1) order[m] = order[m - 1]!;
      order[m] = n;
    }
    this.pairs = 0;
    this.usedQuery = 0;
    this.usedListed = 0;
    for (let n = 0; n < count; n += 1) {
      const one = order[n]!;
      const queryMask = query.mask[this.#query[one]!]!;
      const listedMask = ((1 << this.#length[one]!) - 1) << this.#first[one]!;
      if ((this.usedQuery & queryMask) !== 0 || (this.usedListed & listedMask) !== 0) continue;
      this.usedQuery |= queryMask;
      this.usedListed |= listedMask;
      this.pairQuery[this.pairs] = this.#query[one]!;
      this.pairFirst[this.pairs] = this.#first[one]!;
      this.pairLength[this.pairs] = this.#length[one]!;
      this.pairSimilarity[this.pairs] = this.#similarity[one]!;
      this.pairs += 1;
    }
  }

  #before(query: QueryTable, a: number, b: number): boolean {
    const difference = this.#gain[a]! - this.#gain[b]!;
    if (difference > 1e-9 || difference < -1e-9) return difference > 0;
    const places = Math.abs(query.place[this.#query[a]!]! - this.#first[a]!) - Math.abs(query.place[this.#query[b]!]! - this.#first[b]!);
    if (places !== 0) return places < 0;
    return this.#query[a]! !== this.#query[b]! ? this.#query[a]! < this.#query[b]! : this.#first[a]! < this.#first[b]!;
  }
}

export const PART_KIND = { word: WORD, initial: INITIAL, place: 2, trade: 3, form: 4, number: NUMBER, title: 6, particle: 7 } as const;
