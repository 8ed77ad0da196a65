import { hasInitials } from './name-sketches.ts';
import { JOINED } from './postings.ts';
import { JOINS, type QueryUnits } from './query-units.ts';

/** A name's state is what it holds of the query, whether it was met for this one, and whether it has initials. */
const HAS_INITIALS = 1 << 31;
const MET = 1 << 29;
const HELD = JOINS | (JOINS - 1);

/** Names that hold something of a query, as postings tell: which, and what. */
export class MetNames {
  /** Names without initials first, and those with, as many as `size`. */
  names: Uint32Array = new Uint32Array(1024);
  size = 0;
  /** Of those without initials, which hold a part that was looked for afterwards. */
  further: Uint32Array = new Uint32Array(1024);
  furtherSize = 0;
  /** Names with initials. */
  readonly withInitials: number[] = [];
  readonly #offsets: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #state: Int32Array;

  constructor(offsets: Uint32Array, postings: Uint32Array, sketches: Uint32Array) {
    this.#offsets = offsets;
    this.#postings = postings;
    this.#state = new Int32Array(sketches.length);
    for (let name = 0; name < sketches.length; name += 1) if (hasInitials(sketches[name]!)) this.#state[name] = HAS_INITIALS;
  }

  /** Forgets all. */
  clear(): void {
    const [state, names, withInitials] = [this.#state, this.names, this.withInitials];
    for (let n = 0; n < this.size; n += 1) state[names[n]!]! &= HAS_INITIALS;
    for (const name of withInitials) state[name] = HAS_INITIALS;
    this.size = 0;
    this.furtherSize = 0;
    withInitials.length = 0;
  }

  /** What a name holds of the query: a set as `QueryUnits` has them. */
  heldBy(name: number): number {
    return this.#state[name]! & HELD;
  }

  hasInitials(name: number): boolean {
    return this.#state[name]! < 0;
  }

  /** Collects the names that hold something of the parts in `seeds`. */
  meet(units: QueryUnits, seeds: number): void {
    const [offsets, postings, state] = [this.#offsets, this.#postings, this.#state];
    for (let n = 0; n < units.count; n += 1) {
      const asPart = units.asPart[n]!;
      if ((units.partsOf(asPart) & seeds) === 0) continue;
      const asJoint = units.asJoint[n]!;
      const unit = units.unit[n]!;
      const end = offsets[unit + 1]!;
      this.#room(end - offsets[unit]!);
      const { names } = this;
      let { size } = this;
      for (let at = offsets[unit]!; at < end; at += 1) {
        const posting = postings[at]!;
        const name = posting & ~JOINED;
        const held = name === posting ? asPart : asJoint;
        if (held === 0) continue;
        const known = state[name]!;
        state[name] = known | held | MET;
        if ((known & MET) !== 0) continue;
        names[size] = name;
        size += 1;
        if (known < 0) this.withInitials.push(name);
      }
      this.size = size;
    }
  }

  /** The same of names that have initials; notes these parts in others met before. Units that hold a part in `done` were read. */
  meetWithInitials(units: QueryUnits, parts: number, done: number): void {
    const [offsets, postings, state] = [this.#offsets, this.#postings, this.#state];
    for (let n = 0; n < units.count; n += 1) {
      const asPart = units.asPart[n]!;
      const holds = units.partsOf(asPart);
      if ((holds & parts) === 0 || (holds & done) !== 0) continue;
      const asJoint = units.asJoint[n]!;
      const unit = units.unit[n]!;
      const end = offsets[unit + 1]!;
      for (let at = offsets[unit]!; at < end; at += 1) {
        const posting = postings[at]!;
        const name = posting & ~JOINED;
        const known = state[name]!;
        if ((known & (MET | HAS_INITIALS)) === 0) continue;
        state[name] = known | (name === posting ? asPart : asJoint) | MET;
        if ((known & MET) === 0) this.withInitials.push(name);
      }
    }
  }

  /** Notes further parts in names already met, and collects these names. Units that hold a part in `done` were read. */
  markOthers(units: QueryUnits, others: number, done: number): void {
    const [offsets, postings, state] = [this.#offsets, this.#postings, this.#state];
    if (this.further.length < this.names.length) this.further = new Uint32Array(this.names.length);
    const { further } = this;
    let size = 0;
    for (let n = 0; n < units.count; n += 1) {
      const asPart = units.asPart[n]!;
      const holds = units.partsOf(asPart);
      if ((holds & others) === 0 || (holds & done) !== 0) continue;
      const asJoint = units.asJoint[n]!;
      const unit = units.unit[n]!;
      const end = offsets[unit + 1]!;
      for (let at = offsets[unit]!; at < end; at += 1) {
        const posting = postings[at]!;
        const name = posting & ~JOINED;
        const known = state[name]!;
        if ((known & MET) === 0) continue;
        const held = name === posting ? asPart : asJoint;
        state[name] = known | held;
        if (known < 0 || (units.partsOf(known) & others) !== 0 || (units.partsOf(held) & others) === 0) continue;
        further[size] = name;
        size += 1;
      }
    }
    this.furtherSize = size;
  }

  /** Makes room for so many names more. */
  #room(more: number): void {
    if (this.size + more <= this.names.length) return;
    const wider = new Uint32Array(Math.max(this.size + more, this.names.length * 2));
    wider.set(this.names.subarray(0, this.size));
    this.names = wider;
  }
}
