import { PART_KIND } from '../score/alignment.ts';
import { evidenceOf } from '../score/features.ts';
import { POOL } from '../score/like-units.ts';
import { FAMILIES } from '../score/encoded-name.ts';
import { MOST_ENTRIES, type QueryTable } from '../score/query-table.ts';
import { AS_LONG_AS_ASKING, type CommonUnits } from './common-units.ts';
import { leastLike } from './least-like.ts';
import { IN_JOINT, IN_OTHER_PART, mostLevel } from './name-sketches.ts';
import { COUNTS_OF_LEVELS, weightOfLevels } from './weight-levels.ts';

/** Most parts of a query; the first bits of a set say which of them a name holds. */
const MOST_PARTS = 24;
/** Up to so many parts the next bits say which of them it holds something rather like, and then those that it holds something very like. */
const LEVELLED_PARTS = 9;
const LIKE = [0.8, 0.95] as const;
/** Bit of a set: words written together, the name's own or the query's, may be like anything. */
export const JOINS = 1 << 28;
/** The same of the name's own: a word of the query may stand for several of its words. */
export const OWN_JOINS = 1 << 27;

/** The units of listed names that are like a query, each with what a name that holds it holds of the query: a set of bits. */
export class QueryUnits {
  /** Where the postings of each of the units begin and end; as many as `count`. */
  readonly begin = new Int32Array(POOL);
  readonly end = new Int32Array(POOL);
  /** What a name holds where the unit is a part of it, and where it is parts written together, which only single words of the query are compared with. */
  readonly asPart = new Int32Array(POOL);
  readonly asJoint = new Int32Array(POOL);
  count = 0;
  /** Names that hold anything like each part, its joints too; a name counts as often as it does. */
  readonly names = new Float64Array(MOST_PARTS);
  /** Of these the ones that hold a unit which is not common, and how many units are. */
  readonly #uncommon = new Float64Array(MOST_PARTS);
  readonly #commonUnits = new Float64Array(MOST_PARTS);
  /** Parts that may stand for two words, or with their neighbour for one: as bits. */
  joint = 0;
  /** Parts that may stand for something that tells no parties apart, or are left alone because such a part takes what they stand for: as bits. */
  glossary = 0;
  /** How like each part the likest unit is, from 0 to 1 as `evidenceOf` has it: of those not rather like it, of those not very like it, of all. */
  readonly #likest = new Float64Array(3 * MOST_PARTS);
  /** By part and joint of the query: what is less like it, a word of either side, need not be looked for. */
  readonly #least = new Float64Array(MOST_ENTRIES);
  #levelled = false;
  /** What listed parts that are like each part weigh at most. Worked out for a query where it is asked for. */
  readonly #heaviest = new Float64Array(MOST_PARTS);
  #isWeighed = false;
  #query: QueryTable | undefined;
  /** Uses of each of the units. */
  readonly #uses = new Uint8Array(POOL);
  readonly #common: CommonUnits;
  /** Where the postings of each unit of the index begin, and its uses: side by side, since who asks for one asks for the other. */
  readonly #known: Uint32Array;

  /** `offsets`: where the postings of each unit begin; `uses`: as `sketchNames` gives it. */
  constructor(offsets: Uint32Array, uses: Uint8Array, common: CommonUnits) {
    this.#common = common;
    this.#known = new Uint32Array(2 * offsets.length);
    for (let one = 0; one < offsets.length; one += 1) {
      this.#known[2 * one] = offsets[one]!;
      this.#known[2 * one + 1] = uses[one] ?? 0;
    }
  }

  /** Parts of the query in a set. */
  partsOf(set: number): number {
    return set & (this.#levelled ? (1 << LEVELLED_PARTS) - 1 : (1 << MOST_PARTS) - 1);
  }

  /** Does the unit at this place hold a part in `sought`, and none in `done`? */
  isToRead(n: number, sought: number, done: number): boolean {
    const parts = this.partsOf(this.asPart[n]!);
    return (parts & sought) !== 0 && (parts & done) === 0;
  }

  /** Is some unit like a part in `some` and one in `others` as well? */
  holdBoth(some: number, others: number): boolean {
    for (let n = 0; n < this.count; n += 1) {
      const parts = this.partsOf(this.asPart[n]!);
      if ((parts & some) !== 0 && (parts & others) !== 0) return true;
    }
    return false;
  }

  /** The set of a name that holds these parts as they are. */
  wholly(parts: number): number {
    return this.#levelled ? parts | (parts << (2 * LEVELLED_PARTS)) : parts;
  }

  /** How like the part is at most to what a name with this set holds, from 0 to 1. */
  likest(set: number, part: number): number {
    if (!this.#levelled || (set & (1 << (part + 2 * LEVELLED_PARTS))) !== 0) return this.#likest[2 * MOST_PARTS + part]!;
    return this.#likest[((set & (1 << (part + LEVELLED_PARTS))) !== 0 ? MOST_PARTS : 0) + part]!;
  }

  /** Weight of a listed name that can correspond to the parts in a set at most: each part is like one of the name's, or like several written together. */
  weightOfListed(set: number): number {
    if (!this.#isWeighed) this.#weigh();
    let weight = 0;
    for (let bits = this.partsOf(set); bits !== 0; bits &= bits - 1) weight += this.#heaviest[31 - Math.clz32(bits & -bits)]!;
    return weight;
  }

  /** What the parts of a listed name that have the unit at this place weigh at most, all of them together: a level, see `levelOf`. */
  mostLevel(n: number): number {
    return mostLevel(this.#uses[n]!);
  }

  /** What it takes to learn which of so many names hold anything like the part, in postings that are read. */
  costOf(part: number, names: number): number {
    return this.#uncommon[part]! + AS_LONG_AS_ASKING * names * this.#commonUnits[part]!;
  }

  #weigh(): void {
    const query = this.#query!;
    const heaviest = this.#heaviest;
    this.#isWeighed = true;
    // An initial may stand for any word.
    for (let part = 0; part < query.parts; part += 1) heaviest[part] = (query.initials & (1 << part)) === 0 ? 0 : Infinity;
    for (let n = 0; n < this.count; n += 1) {
      const weight = weightOfLevels(COUNTS_OF_LEVELS[this.mostLevel(n)]!);
      for (let bits = query.maskAt[n + 1]!; bits !== 0; bits &= bits - 1) {
        const part = 31 - Math.clz32(bits & -bits);
        if (weight > heaviest[part]!) heaviest[part] = weight;
      }
    }
  }

  /**
   * Reads the loaded query for names that may reach `floor`. Where the best are wanted whatever they score (-Infinity), what is written together on both sides is a reason to look,
   * too.
   */
  load(query: QueryTable, floor: number): void {
    const anyScore = floor === -Infinity;
    const least = this.#least;
    for (let q = 0; q < query.count; q += 1)
      least[q] = anyScore || (q < query.parts && (query.telling & (1 << q)) === 0) ? 0 : leastLike(query, q, floor);
    const known = this.#known;
    const uses = this.#uses;
    const { begin, end } = this;
    const asPart = this.asPart;
    const asJoint = this.asJoint;
    const likest = this.#likest;
    const { parts } = query;
    const person = FAMILIES[query.family] === 'person';
    this.#levelled = parts <= LEVELLED_PARTS;
    this.#isWeighed = false;
    this.#query = query;
    this.count = query.touched;
    this.joint = 0;
    this.glossary = 0;
    this.names.fill(0, 0, parts);
    this.#uncommon.fill(0, 0, parts);
    this.#commonUnits.fill(0, 0, parts);
    for (let part = 0; part < parts; part += 1) {
      const least = (query.initials & (1 << part)) === 0 ? 0 : 1;
      likest[part] = likest[MOST_PARTS + part] = likest[2 * MOST_PARTS + part] = least;
    }
    // What lies apart in memory is asked for all at once, not one after the other.
    for (let n = 0; n < query.touched; n += 1) {
      const one = query.touchedUnit[n + 1]!;
      begin[n] = known[2 * one]!;
      uses[n] = known[2 * one + 1]!;
      end[n] = known[2 * one + 2]!;
    }
    for (let n = 0; n < query.touched; n += 1) {
      const held = query.maskAt[n + 1]!;
      if ((uses[n]! & IN_JOINT) !== 0 || (held & (held - 1)) !== 0) this.joint |= held;
      if ((uses[n]! & IN_OTHER_PART) !== 0 || (held & ~query.telling) !== 0) this.glossary |= held;
      asPart[n] = 0;
      asJoint[n] = 0;
    }
    for (let q = 0, entry = 0; q < query.count; q += 1) entry = this.#loadEntries(query, q, entry);
    if (anyScore) for (let n = 0; n < query.touched; n += 1) asJoint[n]! |= asPart[n]! | JOINS | OWN_JOINS;
    for (let part = 0; part < parts; part += 1) {
      let most = 0;
      for (let at = part; at < 3 * MOST_PARTS; at += MOST_PARTS) likest[at] = most = Math.max(most, evidenceOf(likest[at]!, person));
    }
  }

  /** Reads the entries of a part or joint of the query, which begin at `from`; gives where those of the next begin. */
  #loadEntries(query: QueryTable, q: number, from: number): number {
    const { part: partOf, similarity: similarityOf, placeAt, entries } = query;
    const { begin, end, asPart, asJoint } = this;
    const uses = this.#uses;
    const mask = query.mask[q]!;
    const least = this.#least[q]!;
    const isPart = q < query.parts;
    const isWord = query.kind[q] === PART_KIND.word;
    const levelled = this.#levelled;
    const own = JOINS | OWN_JOINS | mask | (levelled ? mask << (2 * LEVELLED_PARTS) : 0);
    let names = 0;
    let uncommon = 0;
    let common = 0;
    let little = 0;
    let rather = 0;
    let very = 0;
    let entry = from;
    for (; entry < entries && partOf[entry] === q; entry += 1) {
      const n = placeAt[entry]! - 1;
      const inOtherPart = (uses[n]! & IN_OTHER_PART) !== 0;
      const size = end[n]! - begin[n]!;
      // Counted whatever the floor: by it the parts are ranked.
      names += size;
      if (this.#common.isCommon(size)) common += 1;
      else uncommon += size;
      // A word that stands for one of the glossary weighs what that does: how like it is says little.
      const similarity = inOtherPart && isWord ? 1 : similarityOf[entry]!;
      if (similarity <= least && !inOtherPart) continue;
      let holds = isPart ? mask : mask | JOINS;
      if (similarity >= LIKE[1]) {
        if (levelled) holds |= mask << (2 * LEVELLED_PARTS);
        if (similarity > very) very = similarity;
      } else if (similarity >= LIKE[0]) {
        if (levelled) holds |= mask << LEVELLED_PARTS;
        if (similarity > rather) rather = similarity;
      } else if (similarity > little) little = similarity;
      asPart[n]! |= holds;
      if (isPart && query.joinsAt(entry)) asJoint[n]! |= own;
    }
    const likest = this.#likest;
    for (let bits = mask; bits !== 0; bits &= bits - 1) {
      const each = 31 - Math.clz32(bits & -bits);
      this.names[each]! += names;
      this.#uncommon[each]! += uncommon;
      this.#commonUnits[each]! += common;
      likest[each] = Math.max(likest[each]!, little);
      likest[MOST_PARTS + each] = Math.max(likest[MOST_PARTS + each]!, rather);
      likest[2 * MOST_PARTS + each] = Math.max(likest[2 * MOST_PARTS + each]!, very);
    }
    return entry;
  }
}
