import { PART_KIND } from '../score/alignment.ts';
import { isTelling } from '../score/features.ts';
import { bestLogitOfShare } from '../score/model.ts';
import type { QueryTable } from '../score/query-table.ts';

/** Share of a query's weight that a name must be able to cover to be looked at, whatever the threshold. */
export const LEAST_COVER = 0.42;

/** The same for a name that has initials: they may cover more, which no posting shows. */
const INITIALS_COVER = 0.2;

/** Postings that may be read for each name met, to learn whether it holds a further part. Where it takes more, the part is taken to be there: to align costs less. */
const WORTH_READING = 24;

/** A name's state is one number: whether it has initials (which may stand for words of the query), the round in which it was last met, and the parts of the query met in it. */
const HAS_INITIALS = 1 << 31;
const ROUND_AT = 24;
const MOST_ROUNDS = 127;
const PARTS = (1 << ROUND_AT) - 1;

/** Sets of parts that are judged once for a query, in a table of a power of two; names with other sets are judged one by one. */
const MOST_SETS = 512;
const SETS = 2 * MOST_SETS;

/** Finds the names that are worth an alignment: those that hold one of the query's rarer words, and enough of the others. */
export class Retrieval {
  readonly #offsets: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #state: Int32Array;
  #found: Uint32Array = new Uint32Array(1024);
  #size = 0;
  #round = 0;
  readonly #count = new Float64Array(64);
  readonly #order: number[] = [];
  // Sets of parts that names hold: the best log odds that one of them can have (-Infinity where it covers too little), and the names, as chains.
  readonly #sets: number[] = [];
  readonly #setParts = new Int32Array(SETS);
  readonly #setBest = new Float64Array(SETS);
  readonly #setNames = new Int32Array(SETS);
  #nextName = new Int32Array(1024);
  readonly #withInitials: number[] = [];

  /** 1 for a unit that is neighbouring words of some name written together. */
  readonly #jointUnits: Uint8Array;

  constructor(offsets: Uint32Array, postings: Uint32Array, names: number, initials: readonly number[], jointUnits: Uint8Array) {
    this.#jointUnits = jointUnits;
    this.#offsets = offsets;
    this.#postings = postings;
    this.#state = new Int32Array(names);
    this.#setNames.fill(-2);
    for (const unit of initials) for (const name of this.namesOf(unit)) this.#state[name] = HAS_INITIALS;
  }

  namesOf(unit: number): Uint32Array {
    return this.#postings.subarray(this.#offsets[unit], this.#offsets[unit + 1]);
  }

  /**
   * Calls `visit` once with each name that may cover `leastCover` of the query's weight and reach `floor`; it gives the floor for those that follow. The most
   * promising come first. Parts are taken from the rarest (fewest names hold anything like
   * it) until a name with all of the rest alone could no longer do so: a name without any of the parts taken cannot match. Then the other parts are looked for in the names
   * met. Exact but for names with initials that share none of the rarer words; the cost is that of the postings read.
   */
  candidates(query: QueryTable, leastCover: number, floor: number, visit: (name: number) => number): void {
    const count = this.#countNames(query);
    const order = this.#order;
    order.length = 0;
    // An initial may stand for any word that begins so: it is taken to be there.
    let [rest, held] = [weightOf(query, query.initials), query.initials];
    for (let part = 0; part < query.parts; part += 1) {
      if (count[part]! === 0 || (query.initials & (1 << part)) !== 0) continue;
      rest += query.weight[part]!;
      held |= 1 << part;
      order.push(part);
    }
    order.sort((a, b) => count[a]! / Math.max(query.weight[a]!, 0.05) - count[b]! / Math.max(query.weight[b]!, 0.05));
    const needed = leastCover * query.total;
    const joint = this.#jointParts(query);
    let [seeds, initialSeeds, others, always] = [0, 0, 0, query.initials];
    let last = 0;
    // The rarest is looked for in any case: initials may stand for the others.
    for (; last < order.length && (rest >= needed || last === 0); last += 1) {
      const part = 1 << order[last]!;
      if (last === 0 || this.#bestOf(query, held, joint, true) >= floor) seeds |= part;
      else initialSeeds |= part;
      rest -= query.weight[order[last]!]!;
      held &= ~part;
    }
    if (seeds === 0) return;
    this.#begin();
    this.#meet(query, seeds);
    if (initialSeeds !== 0) this.#mark(query, initialSeeds, seeds, true);
    for (const part of order.slice(last)) {
      if (count[part]! > this.#size * WORTH_READING) always |= 1 << part;
      else others |= 1 << part;
    }
    if (others !== 0) this.#mark(query, others, seeds | initialSeeds, false);
    this.#group(query, always, needed, joint);
    let least = floor;
    const promising = this.#sets.filter((set) => this.#setBest[set]! > -Infinity).toSorted((a, b) => this.#setBest[b]! - this.#setBest[a]!);
    for (const set of promising) {
      for (let n = this.#setNames[set]!; n !== -1 && this.#setBest[set]! >= least; n = this.#nextName[n]!) least = visit(this.#found[n]!);
    }
    for (const name of this.#withInitials) visit(name);
  }

  /** Groups the names met by the parts that they hold; those with initials, which may cover more than is seen, apart. */
  #group(query: QueryTable, always: number, needed: number, joint: number): void {
    const [names, state, sets, setParts, setBest, setNames] = [
      this.#found,
      this.#state,
      this.#sets,
      this.#setParts,
      this.#setBest,
      this.#setNames,
    ];
    for (const set of sets) setNames[set] = -2;
    sets.length = 0;
    this.#withInitials.length = 0;
    if (this.#nextName.length < this.#found.length) this.#nextName = new Int32Array(this.#found.length);
    const next = this.#nextName;
    for (let n = this.#size - 1; n >= 0; n -= 1) {
      const known = state[names[n]!]!;
      const parts = (known & PARTS) | always;
      if (known < 0) {
        if (weightOf(query, parts) >= INITIALS_COVER * query.total) this.#withInitials.push(names[n]!);
        continue;
      }
      let set = (Math.imul(parts, 0x9e3779b1) >>> 16) & (SETS - 1);
      while (setNames[set] !== -2 && setParts[set] !== parts) set = (set + 1) & (SETS - 1);
      if (setNames[set] === -2) {
        const best = weightOf(query, parts) >= needed ? this.#bestOf(query, parts, joint, false) : -Infinity;
        // Where there are too many, the last one takes what is left: all of it is looked at.
        if (sets.length < MOST_SETS) sets.push(set);
        else set = sets.at(-1)!;
        setParts[set] = parts;
        setBest[set] = sets.length < MOST_SETS ? best : Infinity;
        if (setNames[set] === -2) setNames[set] = -1;
      }
      next[n] = setNames[set]!;
      setNames[set] = n;
    }
  }

  #begin(): void {
    this.#size = 0;
    this.#round += 1;
    if (this.#round <= MOST_ROUNDS) return;
    this.#round = 1;
    for (let name = 0; name < this.#state.length; name += 1) this.#state[name] = this.#state[name]! & HAS_INITIALS;
  }

  /** The best log odds that a name without initials can have that holds these parts (with `orLess`: or some of them), if all else were as good as can be. */
  #bestOf(query: QueryTable, held: number, joint: number, orLess: boolean): number {
    let [weight, bits, words, all, wordless] = [0, 0, 0, 0, 0];
    for (let part = 0; part < query.parts; part += 1) {
      const telling = isTelling(query.kind[part]!, query.weight[part]!);
      if (telling) all += 1;
      if ((held & (1 << part)) === 0) continue;
      weight += query.weight[part]!;
      bits += query.bits[part]!;
      let counts = telling ? 1 : 0;
      if ((joint & (1 << part)) !== 0) counts = 2;
      else if (query.kind[part] === PART_KIND.initial) counts = 0.5;
      words += counts;
      if (counts < 1) wordless += query.weight[part]!;
    }
    const total = Math.max(query.total, 0.05);
    // Names of glossary words alone have a level of their own.
    if (orLess ? wordless > 0.5 * total : words < 1 && weight > 0.5 * total) return Infinity;
    return bestLogitOfShare({ covered: Math.min(1, weight / total), bits, words, manyWords: all > 1 });
  }

  /** Parts that may stand for two words, or with their neighbour for one: as bits. */
  #jointParts(query: QueryTable): number {
    let joint = 0;
    for (const unit of query.units) {
      const mask = query.masks[unit]!;
      if (this.#jointUnits[unit] === 1 || (mask & (mask - 1)) !== 0) joint |= mask;
    }
    return joint;
  }

  /** Names that hold anything like each part, its joints too; a name counts as often as it does. */
  #countNames(query: QueryTable): Float64Array {
    const count = this.#count;
    count.fill(0);
    for (const unit of query.units) {
      const size = this.#offsets[unit + 1]! - this.#offsets[unit]!;
      for (let entry = query.headOf(unit); entry !== -1; entry = query.next[entry]!) {
        for (let bits = query.mask[query.part[entry]!]!; bits !== 0; bits &= bits - 1) count[31 - Math.clz32(bits & -bits)]! += size;
      }
    }
    return count;
  }

  /** Collects the names that hold something of the parts in `seeds`. */
  #meet(query: QueryTable, seeds: number): void {
    const [offsets, postings, state, round] = [this.#offsets, this.#postings, this.#state, this.#round];
    for (const unit of query.units) {
      const mask = query.masks[unit]!;
      if ((mask & seeds) === 0) continue;
      const end = offsets[unit + 1]!;
      this.#room(end - offsets[unit]!);
      const names = this.#found;
      let size = this.#size;
      for (let at = offsets[unit]!; at < end; at += 1) {
        const name = postings[at]!;
        const known = state[name]!;
        if (((known >>> ROUND_AT) & MOST_ROUNDS) === round) {
          state[name] = known | mask;
          continue;
        }
        state[name] = (known & HAS_INITIALS) | (round << ROUND_AT) | mask;
        names[size] = name;
        size += 1;
      }
      this.#size = size;
    }
  }

  /** Notes further parts in names already met; units that hold a part in `done` were read before. Collects names that have initials, where these are asked for. */
  #mark(query: QueryTable, parts: number, done: number, collects: boolean): void {
    const [offsets, postings, state, round] = [this.#offsets, this.#postings, this.#state, this.#round];
    for (const unit of query.units) {
      const mask = query.masks[unit]!;
      if ((mask & parts) === 0 || (mask & done) !== 0) continue;
      const end = offsets[unit + 1]!;
      if (collects) this.#room(end - offsets[unit]!);
      for (let at = offsets[unit]!; at < end; at += 1) {
        const name = postings[at]!;
        const known = state[name]!;
        if (((known >>> ROUND_AT) & MOST_ROUNDS) === round) state[name] = known | mask;
        else if (collects && known < 0) {
          state[name] = HAS_INITIALS | (round << ROUND_AT) | mask;
          this.#found[this.#size] = name;
          this.#size += 1;
        }
      }
    }
  }

  /** Makes room for so many names more. */
  #room(more: number): void {
    if (this.#size + more <= this.#found.length) return;
    const wider = new Uint32Array(Math.max(this.#size + more, this.#found.length * 2));
    wider.set(this.#found.subarray(0, this.#size));
    this.#found = wider;
  }
}

function weightOf(query: QueryTable, parts: number): number {
  let weight = 0;
  for (let bits = parts; bits !== 0; bits &= bits - 1) weight += query.weight[31 - Math.clz32(bits & -bits)]!;
  return weight;
}
