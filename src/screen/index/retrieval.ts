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

/** Finds the names that are worth an alignment: those that hold one of the query's rarer words, and enough of the others. */
export class Retrieval {
  readonly #offsets: Uint32Array;
  readonly #postings: Uint32Array;
  /** Round in which a name was last met. */
  readonly #seen: Uint32Array;
  /** Parts of the query met in it, as bits. */
  readonly #parts: Uint32Array;
  #found: Uint32Array = new Uint32Array(1024);
  #round = 0;
  readonly #count = new Float64Array(64);
  readonly #order: number[] = [];
  /** 1 for a name that has initials, which may stand for words of the query. */
  readonly #hasInitials: Uint8Array;

  /** 1 for a unit that is neighbouring words of some name written together. */
  readonly #jointUnits: Uint8Array;

  constructor(offsets: Uint32Array, postings: Uint32Array, names: number, initials: readonly number[], jointUnits: Uint8Array) {
    this.#jointUnits = jointUnits;
    this.#offsets = offsets;
    this.#postings = postings;
    this.#seen = new Uint32Array(names);
    this.#parts = new Uint32Array(names);
    this.#hasInitials = new Uint8Array(names);
    for (const unit of initials) for (const name of this.namesOf(unit)) this.#hasInitials[name] = 1;
  }

  namesOf(unit: number): Uint32Array {
    return this.#postings.subarray(this.#offsets[unit], this.#offsets[unit + 1]);
  }

  /**
   * Calls `visit` once with each name that may cover `leastCover` of the query's weight. Parts are taken from the rarest (fewest names hold anything like it) until
   * the rest could no longer reach that: a name without any of the parts taken cannot match. Then the other parts are looked for in the names met. Exact but for names with
   * initials that share none of the rarer words; the cost is that of the postings read.
   */
  candidates(query: QueryTable, leastCover: number, floor: number, visit: (name: number) => void): void {
    this.#round += 1;
    const count = this.#countNames(query);
    const order = this.#order;
    order.length = 0;
    // An initial may stand for any word that begins so: it is taken to be there.
    let rest = weightOf(query, query.initials);
    for (let part = 0; part < query.parts; part += 1) {
      if (count[part]! === 0 || (query.initials & (1 << part)) !== 0) continue;
      rest += query.weight[part]!;
      order.push(part);
    }
    order.sort((a, b) => count[a]! / Math.max(query.weight[a]!, 0.05) - count[b]! / Math.max(query.weight[b]!, 0.05));
    const needed = leastCover * query.total;
    let [seeds, others, always] = [0, 0, query.initials];
    let last = 0;
    // The rarest is looked for in any case: initials may stand for the others.
    for (; last < order.length && (rest >= needed || last === 0); last += 1) {
      seeds |= 1 << order[last]!;
      rest -= query.weight[order[last]!]!;
    }
    if (seeds === 0) return;
    const found = this.#meet(query, seeds);
    for (const part of order.slice(last)) {
      if (count[part]! > found * WORTH_READING) always |= 1 << part;
      else others |= 1 << part;
    }
    if (others !== 0) this.#mark(query, others);
    const [names, parts] = [this.#found, this.#parts];
    const joint = this.#jointParts(query);
    // Most names hold the same parts as the one before.
    let [before, enough] = [-1, false];
    for (let n = 0; n < found; n += 1) {
      const name = names[n]!;
      const held = parts[name]! | always;
      if (held !== before) [before, enough] = [held, weightOf(query, held) >= needed && this.#mayReach(query, held, joint, floor)];
      if (enough || (this.#hasInitials[name] === 1 && weightOf(query, held) >= INITIALS_COVER * query.total)) visit(name);
    }
  }

  /** Could a name without initials that holds these parts reach the floor, if all else were as good as can be? */
  #mayReach(query: QueryTable, held: number, joint: number, floor: number): boolean {
    if (floor === -Infinity) return true;
    let [weight, bits, words, all] = [0, 0, 0, 0];
    for (let part = 0; part < query.parts; part += 1) {
      const telling = isTelling(query.kind[part]!, query.weight[part]!);
      if (telling) all += 1;
      if ((held & (1 << part)) === 0) continue;
      weight += query.weight[part]!;
      bits += query.bits[part]!;
      if ((joint & (1 << part)) !== 0) words += 2;
      else if (query.kind[part] === PART_KIND.initial) words += 0.5;
      else if (telling) words += 1;
    }
    const covered = Math.min(1, weight / Math.max(query.total, 0.05));
    // Names of glossary words alone have a level of their own.
    return (words < 1 && covered > 0.5) || bestLogitOfShare({ covered, bits, words, manyWords: all > 1 }) >= floor;
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

  /** Collects the names that hold something of the parts in `seeds`; gives how many. */
  #meet(query: QueryTable, seeds: number): number {
    const [offsets, postings, seen, parts, round] = [this.#offsets, this.#postings, this.#seen, this.#parts, this.#round];
    let found = 0;
    for (const unit of query.units) {
      const mask = query.masks[unit]!;
      if ((mask & seeds) === 0) continue;
      const end = offsets[unit + 1]!;
      for (let at = offsets[unit]!; at < end; at += 1) {
        const name = postings[at]!;
        if (seen[name] === round) {
          parts[name] = parts[name]! | mask;
          continue;
        }
        seen[name] = round;
        parts[name] = mask;
        if (found === this.#found.length) {
          const wider = new Uint32Array(found * 2);
          wider.set(this.#found);
          this.#found = wider;
        }
        this.#found[found] = name;
        found += 1;
      }
    }
    return found;
  }

  /** Notes the other parts in names already met. */
  #mark(query: QueryTable, others: number): void {
    const [offsets, postings, seen, parts, round] = [this.#offsets, this.#postings, this.#seen, this.#parts, this.#round];
    for (const unit of query.units) {
      const mask = query.masks[unit]!;
      if ((mask & others) === 0) continue;
      const end = offsets[unit + 1]!;
      for (let at = offsets[unit]!; at < end; at += 1) {
        const name = postings[at]!;
        if (seen[name] === round) parts[name] = parts[name]! | mask;
      }
    }
  }
}

function weightOf(query: QueryTable, parts: number): number {
  let weight = 0;
  for (let bits = parts; bits !== 0; bits &= bits - 1) weight += query.weight[31 - Math.clz32(bits & -bits)]!;
  return weight;
}
