import type { QueryTable } from '../score/query-table.ts';
import type { MetNames } from './met-names.ts';
import type { NameBound } from './name-bound.ts';
import { JOINS, OWN_JOINS, type QueryUnits } from './query-units.ts';
import { weightOf } from './weight-of-parts.ts';

/** Sets that are judged once for a query, in a table of a power of two; names with other sets are judged one by one. */
const MOST_SETS = 512;
const SETS = 2 * MOST_SETS;

export interface Grouping {
  /** A set that is taken to be in every name. */
  readonly always: number;
  /** Parts that count as if every name covered them. */
  readonly assumed: number;
  /** Weight of the query that a name must be able to cover. */
  readonly needed: number;
  /** Names that hold none of these parts are left out; 0: none is. */
  readonly sought: number;
}

/** Names without initials by the set of the query that they hold, each set with the best log odds that one of them can have. */
export class NameGroups {
  /** Places of the sets that may be enough, the most promising first. */
  readonly promising: number[] = [];
  /** By place: the set, the best log odds (-Infinity where it covers too little), and the place of the first of its names among those met, or -1. */
  readonly set = new Int32Array(SETS);
  readonly best = new Float64Array(SETS);
  /** Place of what was too much to be told apart, whose names hold other sets too; -1 where there is none. */
  others = -1;
  readonly first = new Int32Array(SETS);
  /** By place of the name among those met: that of the next one of the same set, or -1. */
  next = new Int32Array(1024);
  readonly #used: number[] = [];
  readonly #bound: NameBound;

  constructor(bound: NameBound) {
    this.#bound = bound;
    this.first.fill(NONE);
  }

  /** Groups the names met. */
  group(query: QueryTable, units: QueryUnits, met: MetNames, { always, assumed, needed, sought }: Grouping): void {
    const used = this.#used;
    const set = this.set;
    const best = this.best;
    const first = this.first;
    for (const place of used) first[place] = NONE;
    used.length = 0;
    this.others = -1;
    const { held: heldBy } = met;
    if (this.next.length < heldBy.length) this.next = new Int32Array(heldBy.length);
    const { next } = this;
    let before = -1;
    let beforePlace = 0;
    let beforeBest = 0;
    for (let n = met.size - 1; n >= 0; n -= 1) {
      const holds = heldBy[n]!;
      if (holds < 0 || (sought !== 0 && (units.partsOf(holds) & sought) === 0)) continue;
      const held = holds | always;
      // Most names hold the same as the one before.
      if (held !== before) {
        let place = (Math.imul(held, 0x9e3779b1) >>> 16) & (SETS - 1);
        while (first[place] !== NONE && set[place] !== held) place = (place + 1) & (SETS - 1);
        if (first[place] === NONE) {
          const full = used.length >= MOST_SETS;
          // Where there are too many, the last one takes what is left: all of it is looked at.
          if (full) place = used.at(-1)!;
          else used.push(place);
          if (used.length >= MOST_SETS) this.others = place;
          set[place] = used.length < MOST_SETS ? held : held | JOINS | OWN_JOINS;
          best[place] = used.length < MOST_SETS ? this.#bestOf(query, units, held, { assumed, needed }) : Infinity;
          if (!full) first[place] = -1;
        }
        before = held;
        beforePlace = place;
        beforeBest = best[place]!;
      }
      if (beforeBest === -Infinity) continue;
      next[n] = first[beforePlace]!;
      first[beforePlace] = n;
    }
    this.#order();
  }

  #bestOf(query: QueryTable, units: QueryUnits, held: number, { assumed, needed }: Pick<Grouping, 'assumed' | 'needed'>): number {
    if (weightOf(query, units.partsOf(held) | assumed) < needed) return -Infinity;
    return this.#bound.set(query, units, held, (held & JOINS) === 0 ? 0 : units.joint);
  }

  #order(): void {
    const { promising, best } = this;
    promising.length = 0;
    for (const place of this.#used) {
      if (best[place] === -Infinity) continue;
      let at = promising.length;
      promising.push(place);
      for (; at > 0 && best[promising[at - 1]!]! < best[place]!; at -= 1) promising[at] = promising[at - 1]!;
      promising[at] = place;
    }
  }
}

const NONE = -2;
