import type { QueryTable } from '../score/query-table.ts';

/** Share of a query's weight that a name must be able to cover to be looked at. */
const LEAST_COVER = 0.42;

/** Finds the names that are worth an alignment: those that hold one of the query's rarer words. */
export class Retrieval {
  readonly #offsets: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #seen: Uint32Array;
  #round = 0;
  readonly #count = new Float64Array(64);
  readonly #order: number[] = [];

  constructor(offsets: Uint32Array, postings: Uint32Array, names: number) {
    this.#offsets = offsets;
    this.#postings = postings;
    this.#seen = new Uint32Array(names);
  }

  namesOf(unit: number): Uint32Array {
    return this.#postings.subarray(this.#offsets[unit], this.#offsets[unit + 1]);
  }

  /**
   * Calls `visit` once with each candidate. Parts are taken from the rarest (fewest names hold anything like it) until the rest could no longer
   * cover {@link LEAST_COVER} of the query: a name without any of the parts taken cannot match. Exact, not a guess; cost is the postings read.
   */
  candidates(query: QueryTable, visit: (name: number) => void): void {
    this.#round += 1;
    const count = this.#count;
    count.fill(0);
    for (const unit of query.units) {
      const size = this.#offsets[unit + 1]! - this.#offsets[unit]!;
      for (let entry = query.headOf(unit); entry !== -1; entry = query.next[entry]!) count[query.part[entry]!]! += size;
    }
    const order = this.#order;
    order.length = 0;
    let rest = 0;
    for (let part = 0; part < query.parts; part += 1) {
      const joint = jointCount(query, part, count);
      if (count[part]! + joint === 0) continue;
      rest += query.weight[part]!;
      order.push(part);
    }
    order.sort((a, b) => count[a]! / Math.max(query.weight[a]!, 0.05) - count[b]! / Math.max(query.weight[b]!, 0.05));
    let taken = 0;
    let last = 0;
    for (; last < order.length && rest >= LEAST_COVER * query.total; last += 1) {
      rest -= query.weight[order[last]!]!;
      taken |= 1 << order[last]!;
    }
    if (taken === 0) return;
    for (const unit of query.units) {
      let wanted = false;
      for (let entry = query.headOf(unit); entry !== -1; entry = query.next[entry]!) {
        if ((query.mask[query.part[entry]!]! & taken) !== 0) {
          wanted = true;
          break;
        }
      }
      if (!wanted) continue;
      for (let at = this.#offsets[unit]!; at < this.#offsets[unit + 1]!; at += 1) {
        const name = this.#postings[at]!;
        if (this.#seen[name] === this.#round) continue;
        this.#seen[name] = this.#round;
        visit(name);
      }
    }
  }
}

/** Names that hold a joint of which the part is one: it counts as found through it. */
function jointCount(query: QueryTable, part: number, count: Float64Array): number {
  let sum = 0;
  for (let joint = query.parts; joint < query.count; joint += 1) if ((query.mask[joint]! & (1 << part)) !== 0) sum += count[joint]!;
  return sum;
}
