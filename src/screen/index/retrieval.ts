import type { QueryTable } from '../score/query-table.ts';
import { NameBound } from './name-bound.ts';
import { hasInitials, kindIn, type NameSketches } from './name-sketches.ts';
import { JOINED } from './postings.ts';

/** Share of a query's weight that a name must be able to cover to be looked at, whatever the threshold. */
export const LEAST_COVER = 0.42;

/** The same for a name that has initials: they may cover more, which no posting shows. */
const INITIALS_COVER = 0.2;

/** Postings that may be read for each name met, to learn whether it holds a further part. Where it takes more, the part is taken to be there: to align costs less. */
const WORTH_READING = 24;

/** A name's state is one number: whether it has initials, the round in which it was last met, whether words written together, its own or the query's, may be like anything, and the parts of the query met in it. */
const ROUND_AT = 25;
const MOST_ROUNDS = 63;
const HAS_INITIALS = 1 << 31;
const JOINS = 1 << 24;
const PARTS = JOINS - 1;

/** Sets of parts that are judged once for a query, in a table of a power of two; names with other sets are judged one by one. */
const MOST_SETS = 512;
const SETS = 2 * MOST_SETS;

interface Grouping {
  /** Parts that are taken to be in every name. */
  readonly always: number;
  /** Weight of the query that a name must be able to cover. */
  readonly needed: number;
  readonly joint: number;
  /** 1 for the kinds of names that may be meant. */
  readonly fits: Uint8Array;
}

/** Finds the names that are worth an alignment: those that hold one of the query's rarer words, and enough of the others. */
export class Retrieval {
  readonly #offsets: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #state: Int32Array;
  readonly #sketches: Uint32Array;
  readonly #jointUnits: Uint8Array;
  readonly #bound = new NameBound();
  #anyScore = false;
  #asPart = 0;
  #asJoint = 0;
  #found: Uint32Array = new Uint32Array(1024);
  #size = 0;
  /** Of those, which hold a part that was looked for afterwards. */
  #further: Uint32Array = new Uint32Array(0);
  #furtherSize = 0;
  #grouped: Uint32Array = new Uint32Array(0);
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

  constructor(offsets: Uint32Array, postings: Uint32Array, { sketches, jointUnits }: NameSketches) {
    this.#offsets = offsets;
    this.#postings = postings;
    this.#sketches = sketches;
    this.#jointUnits = jointUnits;
    this.#state = new Int32Array(sketches.length);
    for (let name = 0; name < sketches.length; name += 1) if (hasInitials(sketches[name]!)) this.#state[name] = HAS_INITIALS;
    this.#setNames.fill(-2);
  }

  /** Calls `visit` with each name that holds the unit. */
  eachName(unit: number, visit: (name: number) => void): void {
    for (let at = this.#offsets[unit]!; at < this.#offsets[unit + 1]!; at += 1) visit(this.#postings[at]! & ~JOINED);
  }

  /**
   * Calls `visit` once with each name of a kind in `fits` (by `kindNumber`) that may cover `leastCover` of the query's weight and reach `floor`; it gives the floor for
   * those that follow. `joins` says whether words written together, its own or the query's, may be like anything. The most promising come first. Parts are taken from the rarest (fewest names hold anything like
   * it) until a name with all of the rest alone could no longer do so: a name without any of the parts taken cannot match. Then the other parts are looked for in the names
   * met. Exact but for names with initials that share none of the rarer words; the cost is that of the postings read.
   */
  candidates(
    query: QueryTable,
    { leastCover, floor, fits }: { readonly leastCover: number; readonly floor: number; readonly fits: Uint8Array },
    visit: (name: number, joins: boolean) => number,
  ): void {
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
      if (last === 0 || this.#bound.ofSome(query, held, joint) >= floor) seeds |= part;
      else initialSeeds |= part;
      rest -= query.weight[order[last]!]!;
      held &= ~part;
    }
    if (seeds === 0) return;
    this.#begin();
    this.#anyScore = floor === -Infinity;
    this.#meet(query, seeds);
    if (initialSeeds !== 0) this.#meetWithInitials(query, initialSeeds, seeds);
    for (const part of order.slice(last)) {
      if (count[part]! > this.#size * WORTH_READING) always |= 1 << part;
      else others |= 1 << part;
    }
    const read = seeds | initialSeeds;
    // Where what was read so far cannot be enough, only names come in that hold a further part.
    const further =
      (weightOf(query, read | always) < needed || this.#bound.ofSome(query, read | always, joint) < floor) &&
      query.units.every((unit) => (query.masks[unit]! & read) === 0 || (query.masks[unit]! & others) === 0);
    if (others !== 0) this.#markOthers(query, others, read);
    // Of parts that are not looked for nothing is known.
    if ((always & joint) !== 0) always |= JOINS;
    this.#group(query, further ? this.#further : this.#found, further ? this.#furtherSize : this.#size, { always, needed, joint, fits });
    let least = floor;
    const promising = this.#sets.filter((set) => this.#setBest[set]! > -Infinity).toSorted((a, b) => this.#setBest[b]! - this.#setBest[a]!);
    for (const set of promising) {
      const [best, joins] = [this.#setBest[set]!, (this.#setParts[set]! & JOINS) !== 0];
      if (best < least) break;
      if (!joins) this.#bound.set(query, this.#setParts[set]! & PARTS, 0);
      for (let n = this.#setNames[set]!; n !== -1 && best >= least; n = this.#nextName[n]!) {
        const name = this.#grouped[n]!;
        if (joins || this.#bound.reaches(this.#sketches[name]!, least)) least = visit(name, joins);
      }
    }
    for (const name of this.#withInitials) {
      const parts = (this.#state[name]! | always) & PARTS;
      if (fits[kindIn(this.#sketches[name]!)] === 1 && weightOf(query, parts) >= INITIALS_COVER * query.total) visit(name, true);
    }
  }

  /** Groups names without initials by the parts that they hold. */
  #group(query: QueryTable, names: Uint32Array, size: number, { always, needed, joint, fits }: Grouping): void {
    const [state, sets, setParts, setBest, setNames] = [this.#state, this.#sets, this.#setParts, this.#setBest, this.#setNames];
    for (const set of sets) setNames[set] = -2;
    sets.length = 0;
    if (this.#nextName.length < names.length) this.#nextName = new Int32Array(names.length);
    this.#grouped = names;
    const [next, sketches] = [this.#nextName, this.#sketches];
    let [before, beforeSet, beforeBest] = [-1, 0, 0];
    for (let n = size - 1; n >= 0; n -= 1) {
      const name = names[n]!;
      const known = state[name]!;
      if (known < 0) continue;
      const parts = (known | always) & (PARTS | JOINS);
      if (parts === before) {
        // Most names hold the same parts as the one before.
        if (beforeBest === -Infinity || fits[kindIn(sketches[name]!)] === 0) continue;
        next[n] = setNames[beforeSet]!;
        setNames[beforeSet] = n;
        continue;
      }
      let set = (Math.imul(parts, 0x9e3779b1) >>> 16) & (SETS - 1);
      while (setNames[set] !== -2 && setParts[set] !== parts) set = (set + 1) & (SETS - 1);
      if (setNames[set] === -2) {
        const enough = weightOf(query, parts & PARTS) >= needed;
        const best = enough ? this.#bound.set(query, parts & PARTS, (parts & JOINS) === 0 ? 0 : joint) : -Infinity;
        // Where there are too many, the last one takes what is left: all of it is looked at.
        if (sets.length < MOST_SETS) sets.push(set);
        else set = sets.at(-1)!;
        setParts[set] = sets.length < MOST_SETS ? parts : parts | JOINS;
        setBest[set] = sets.length < MOST_SETS ? best : Infinity;
        if (setNames[set] === -2) setNames[set] = -1;
      }
      [before, beforeSet, beforeBest] = [parts, set, setBest[set]!];
      if (fits[kindIn(sketches[name]!)] === 0) continue;
      next[n] = setNames[set]!;
      setNames[set] = n;
    }
  }

  #begin(): void {
    this.#size = 0;
    this.#furtherSize = 0;
    this.#withInitials.length = 0;
    this.#round += 1;
    if (this.#round <= MOST_ROUNDS) return;
    this.#round = 1;
    for (let name = 0; name < this.#state.length; name += 1) this.#state[name]! &= HAS_INITIALS;
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

  /**
   * Sets what a name that holds the unit holds of the query: `#asPart` where it is a part of the name, `#asJoint` where it is parts written together, which only
   * single words of the query are compared with. Where the best are wanted whatever they score, what is written together on both sides is a reason to look, too.
   */
  #weigh(query: QueryTable, unit: number): void {
    this.#asPart = query.masks[unit]!;
    this.#asJoint = this.#anyScore ? this.#asPart | JOINS : 0;
    for (let entry = query.headOf(unit); entry !== -1; entry = query.next[entry]!) {
      const part = query.part[entry]!;
      if (part >= query.parts) this.#asPart |= JOINS;
      else if (query.joinsAt(entry)) this.#asJoint |= JOINS | (1 << part);
    }
  }

  /** Collects the names that hold something of the parts in `seeds`. */
  #meet(query: QueryTable, seeds: number): void {
    const [offsets, postings, state, round] = [this.#offsets, this.#postings, this.#state, this.#round];
    for (const unit of query.units) {
      if ((query.masks[unit]! & seeds) === 0) continue;
      this.#weigh(query, unit);
      const [asPart, asJoint] = [this.#asPart, this.#asJoint];
      const end = offsets[unit + 1]!;
      this.#room(end - offsets[unit]!);
      const names = this.#found;
      let size = this.#size;
      for (let at = offsets[unit]!; at < end; at += 1) {
        const posting = postings[at]!;
        const name = posting & ~JOINED;
        const held = name === posting ? asPart : asJoint;
        if (held === 0) continue;
        const known = state[name]!;
        if (((known >>> ROUND_AT) & MOST_ROUNDS) === round) state[name] = known | held;
        else {
          state[name] = (known & HAS_INITIALS) | (round << ROUND_AT) | held;
          names[size] = name;
          size += 1;
          if (known < 0) this.#withInitials.push(name);
        }
      }
      this.#size = size;
    }
  }

  /** The same of names that have initials; notes these parts in others met before. Units that hold a part in `done` were read. */
  #meetWithInitials(query: QueryTable, parts: number, done: number): void {
    const [offsets, postings, state, round] = [this.#offsets, this.#postings, this.#state, this.#round];
    for (const unit of query.units) {
      const mask = query.masks[unit]!;
      if ((mask & parts) === 0 || (mask & done) !== 0) continue;
      this.#weigh(query, unit);
      const [asPart, asJoint] = [this.#asPart, this.#asJoint];
      const end = offsets[unit + 1]!;
      for (let at = offsets[unit]!; at < end; at += 1) {
        const posting = postings[at]!;
        const name = posting & ~JOINED;
        const held = name === posting ? asPart : asJoint;
        const known = state[name]!;
        if (((known >>> ROUND_AT) & MOST_ROUNDS) === round) state[name] = known | held;
        else if (known < 0) {
          state[name] = HAS_INITIALS | (round << ROUND_AT) | held;
          this.#withInitials.push(name);
        }
      }
    }
  }

  /** Notes further parts in names already met, and collects these names. Units that hold a part in `done` were read. */
  #markOthers(query: QueryTable, others: number, done: number): void {
    const [offsets, postings, state, round] = [this.#offsets, this.#postings, this.#state, this.#round];
    if (this.#further.length < this.#found.length) this.#further = new Uint32Array(this.#found.length);
    const further = this.#further;
    let size = 0;
    for (const unit of query.units) {
      const mask = query.masks[unit]!;
      if ((mask & others) === 0 || (mask & done) !== 0) continue;
      this.#weigh(query, unit);
      const [asPart, asJoint] = [this.#asPart, this.#asJoint];
      const end = offsets[unit + 1]!;
      for (let at = offsets[unit]!; at < end; at += 1) {
        const posting = postings[at]!;
        const name = posting & ~JOINED;
        const known = state[name]!;
        if (((known >>> ROUND_AT) & MOST_ROUNDS) !== round) continue;
        const held = name === posting ? asPart : asJoint;
        state[name] = known | held;
        if (known < 0 || (known & others) !== 0 || (held & others) === 0) continue;
        further[size] = name;
        size += 1;
      }
    }
    this.#furtherSize = size;
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
