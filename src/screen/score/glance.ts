import { PART_KIND } from './alignment.ts';
import { FAMILIES, jointsIn } from './encoded-name.ts';
import { OPEN_WORDS, isTelling } from './features.ts';
import { firstSounds } from './first-sounds.ts';
import { glossaryMayTell } from './glossary-shares.ts';
import { leastCostOfLeft } from './left-words.ts';
import { LikestParts } from './likest-parts.ts';
import { logitOfShares, weightsFor } from './model.ts';
import type { QueryTable } from './query-table.ts';
import type { Units } from './units.ts';

/** A look at an encoded name before it is aligned: could it reach the floor if whatever corresponds to anything were paired as well as can be? */
export class Glance {
  readonly #units: Units;
  // The listed name, decoded.
  #parts = 0;
  #family = 0;
  #total = 0;
  readonly #kind = new Int8Array(256);
  readonly #weight = new Float64Array(256);
  // Parts that correspond to anything at all, as bits.
  #queryMask = 0;
  #listedMask = 0;
  /** Telling parts of the query, as bits, that correspond to telling ones alone, which none but such can take: where there are any, some such pair is taken. */
  #sure = 0;
  /** Whether words written together, here or there, are like anything. */
  #joins = false;
  /** What it costs at least that words stand alone, and that only one corresponds (0 or less), in log odds. */
  #cost = 0;
  #lone = 0;
  readonly #likest: LikestParts;

  constructor(units: Units) {
    this.#units = units;
    this.#likest = new LikestParts(units);
  }

  /** False where the name at `data[offset]` surely has log odds of less than `floor`. `joins` false: none of its words written together is like anything. */
  mayReach(query: QueryTable, data: Uint32Array | readonly number[], offset: number, joins: boolean, floor: number): boolean {
    this.#decode(query, data, offset, joins);
    const bound = this.#boundOfMasks(query, floor);
    if (bound === undefined) return true;
    return bound && this.#reachesByLikeness(query, data, offset, joins, floor);
  }

  /** Decodes kinds and weights, and sees which parts correspond to anything at all; an open initial may stand for any word. */
  #decode(query: QueryTable, data: Uint32Array | readonly number[], offset: number, joins: boolean): void {
    const kind = this.#kind;
    const weight = this.#weight;
    const head = data[offset]!;
    const parts = head & 0xff;
    let queryMask = query.initials;
    let listedMask = 0;
    let glossary = 0;
    let total = 0;
    let at = offset + 1;
    for (let j = 0; j < parts; j += 1) {
      const part = data[at]!;
      const keys = (part >>> 4) & 0xf;
      const what = part & 0xf;
      let mask = 0;
      for (let k = 1; k <= keys; k += 1) mask |= query.maskOf(data[at + k]!);
      kind[j] = what;
      weight[j] = ((part >>> 8) & 0xff) / 200;
      total += weight[j]!;
      if (!isTelling(what, weight[j]!) || (mask & ~query.telling) !== 0) glossary |= mask;
      if (what === PART_KIND.initial) mask |= query.wordsBeginning(firstSounds(this.#units, data, at, keys));
      else if (what === PART_KIND.word && query.initialSounds !== 0 && (query.initialSounds & firstSounds(this.#units, data, at, 1)) !== 0)
        listedMask |= 1 << j;
      queryMask |= mask;
      if (mask !== 0) listedMask |= 1 << j;
      at += 1 + keys;
    }
    this.#sure = queryMask & query.telling & ~glossary;
    this.#joins = false;
    for (let n = joins ? jointsIn(head) : 0; n > 0; n -= 1, at += 2) {
      const mask = query.maskOf(data[at + 1]!);
      if (mask === 0) continue;
      this.#joins = true;
      queryMask |= mask;
      listedMask |= ((1 << ((data[at]! >>> 8) & 0xff)) - 1) << (data[at]! & 0xff);
    }
    this.#parts = parts;
    this.#family = head >>> 16;
    this.#total = total;
    this.#queryMask = queryMask;
    this.#listedMask = listedMask;
  }

  /** Could the floor be reached if whatever corresponds did so wholly? Undefined where the names may be of the glossary alone, which have a level of their own. */
  #boundOfMasks(query: QueryTable, floor: number): boolean | undefined {
    const kinds = this.#kind;
    const weight = this.#weight;
    const queryMask = this.#queryMask;
    const listedMask = this.#listedMask;
    let mine = 0;
    let theirs = 0;
    let mineLeft = 0;
    let theirsLeft = 0;
    let bits = 0;
    let words = 0;
    let mineWords = 0;
    let theirWords = 0;
    for (let q = 0; q < query.parts; q += 1) {
      const kind = query.kind[q]!;
      const telling = isTelling(kind, query.weight[q]!);
      if (telling) mineWords += 1;
      if ((queryMask & (1 << q)) !== 0) {
        mine += query.weight[q]!;
        bits += query.bits[q]!;
        words += kind === PART_KIND.initial ? 0.5 : telling ? 1 : 0;
      } else if (kind === PART_KIND.word) mineLeft += query.weight[q]!;
    }
    for (let j = 0; j < this.#parts; j += 1) {
      const kind = kinds[j]!;
      if (isTelling(kind, weight[j]!)) theirWords += 1;
      if ((listedMask & (1 << j)) !== 0) theirs += weight[j]!;
      else if (kind === PART_KIND.word) theirsLeft += weight[j]!;
    }
    const asked = FAMILIES[query.family]!;
    const listed = FAMILIES[this.#family]!;
    const weights = weightsFor(asked, listed);
    const a = mine / Math.max(query.total, 0.05);
    const b = theirs / Math.max(this.#total, 0.05);
    if (this.#sure === 0 && glossaryMayTell(a, b, ROUNDING)) return undefined;
    const person = asked === 'person' || listed === 'person';
    const contradiction = mineLeft > 0 && theirsLeft > 0 ? Math.max(person ? OPEN_WORDS : 0, Math.min(mineLeft, theirsLeft)) : 0;
    const cost = leastCostOfLeft(weights, person, contradiction, Math.max(mineLeft, theirsLeft));
    const best = logitOfShares(weights, a, b, bits) - cost;
    // Where no word may correspond, it is no lone one among more.
    const many = this.#sure !== 0 && Math.max(mineWords, theirWords) > 1;
    const lone = many ? weights[16]! * Math.min(1, Math.max(0, 2 * (1.5 - words))) : 0;
    this.#lone = lone;
    this.#cost = cost;
    // Words written together count as two.
    return best + lone >= floor || (best >= floor && (this.#joins || query.joinsAnything));
  }

  /** The same by how much each part is like what is likest to it. */
  #reachesByLikeness(query: QueryTable, data: Uint32Array | readonly number[], offset: number, joins: boolean, floor: number): boolean {
    const weight = this.#weight;
    const likest = this.#likest;
    const asked = FAMILIES[query.family]!;
    const listed = FAMILIES[this.#family]!;
    const person = asked === 'person' || listed === 'person';
    likest.read(query, data, offset, joins, person);
    const { free, glossary, together } = likest;
    const weights = weightsFor(asked, listed);
    const total = Math.max(query.total, 0.05);
    let covered = 0;
    let glossaryWeight = 0;
    let bits = 0;
    let lost = 0;
    let listedCovered = 0;
    for (let q = 0; q < query.parts; q += 1) {
      const best = likest.mine[q]!;
      const heavy = query.weight[q]!;
      if ((glossary & (1 << q)) !== 0) glossaryWeight += heavy;
      if (best === 0) continue;
      covered += heavy * best;
      bits += query.bits[q]! * best * best;
      // Either it is paired, and costs its slip, or it is not, and covers nothing.
      if ((free & (1 << q)) === 0 && best < 1) lost += Math.min(-weights[8]! * (1 - best) * heavy, (weights[1]! * best * heavy) / total);
    }
    if (glossaryWeight > 0.5 * total) return true;
    for (let j = 0; j < this.#parts; j += 1) listedCovered += weight[j]! * likest.theirs[j]!;
    const best = logitOfShares(weights, covered / total, listedCovered / Math.max(this.#total, 0.05), bits) - this.#cost - lost;
    return best + (together ? 0 : this.#lone) >= floor - ROUNDING;
  }
}

/** Sums taken in another order differ by less. */
const ROUNDING = 1e-9;
