import { hasInitials } from './name-sketches.ts';
import { JOINED } from './postings.ts';
import { POOL } from '../score/like-units.ts';
import type { QueryUnits } from './query-units.ts';

/** Bit of what a name holds: it has initials. */
export const INITIALS = 1 << 31;

/** Names that hold something of a query, as postings tell: which, and what. */
export class MetNames {
  /** Their number, and each with what it holds of the query: a set as `QueryUnits` has them, less than 0 where the name has initials. */
  size = 0;
  names: Uint32Array = new Uint32Array(1024);
  held: Int32Array = new Int32Array(1024);
  /** Which of them have initials. */
  readonly withInitials: number[] = [];
  /** Which of those without initials hold a part that was looked for afterwards. */
  further: Uint32Array = new Uint32Array(1024);
  furtherSize = 0;
  readonly #postings: Int32Array;
  /** Places of the units that are read next. */
  readonly #toRead = new Int16Array(POOL);
  /** Sum of what was read to have it near; nobody asks for it. */
  protected fetched = 0;
  /** Which names of the index are met, and which have initials: a bit each, so that the processor keeps all of them at hand. */
  readonly #isMet: Int32Array;
  readonly #initials: Int32Array;
  /** For each name that is met: its place here. */
  readonly #place: Int32Array;

  constructor(postings: Uint32Array, sketches: Uint32Array) {
    // Numbers with a sign: no posting is more than they hold.
    this.#postings = new Int32Array(postings.buffer, postings.byteOffset, postings.length);
    this.#isMet = new Int32Array((sketches.length >>> 5) + 1);
    this.#initials = new Int32Array((sketches.length >>> 5) + 1);
    this.#place = new Int32Array(sketches.length);
    for (let name = 0; name < sketches.length; name += 1) if (hasInitials(sketches[name]!)) this.#initials[name >>> 5]! |= 1 << name;
  }

  /** Forgets all. */
  clear(): void {
    const isMet = this.#isMet;
    const names = this.names;
    for (let n = 0; n < this.size; n += 1) isMet[names[n]! >>> 5] = 0;
    this.size = 0;
    this.furtherSize = 0;
    this.withInitials.length = 0;
  }

  /** Collects the names that hold something of the parts in `seeds`. */
  meet(units: QueryUnits, seeds: number): void {
    const postings = this.#postings;
    const isMet = this.#isMet;
    const initials = this.#initials;
    const places = this.#place;
    const toRead = this.#toRead;
    const count = this.#toBeRead(units, seeds, 0);
    for (let one = 0; one < count; one += 1) {
      const n = toRead[one]!;
      const asPart = units.asPart[n]!;
      const asJoint = units.asJoint[n]!;
      const end = units.end[n]!;
      this.#room(end - units.begin[n]!);
      const names = this.names;
      const held = this.held;
      let size = this.size;
      for (let at = units.begin[n]!; at < end; at += 1) {
        const posting = postings[at]!;
        const holds = posting < 0 ? asJoint : asPart;
        if (holds === 0) continue;
        const name = posting & ~JOINED;
        const bit = 1 << name;
        const before = isMet[name >>> 5]!;
        if ((before & bit) !== 0) {
          held[places[name]!]! |= holds;
          continue;
        }
        isMet[name >>> 5] = before | bit;
        names[size] = name;
        held[size] = holds;
        places[name] = size;
        if ((initials[name >>> 5]! & bit) !== 0) {
          held[size] = INITIALS | holds;
          this.withInitials.push(size);
        }
        size += 1;
      }
      this.size = size;
    }
  }

  /**
   * Notes further parts in names already met. Where `initials` is set, names that have some are met by these parts too; else the names without, which now hold one
   * of them, are collected. Units that hold a part in `done` were read.
   */
  meetFurther(units: QueryUnits, parts: number, done: number, initials: boolean): void {
    const postings = this.#postings;
    const isMet = this.#isMet;
    const places = this.#place;
    if (this.further.length < this.names.length) this.further = new Uint32Array(this.names.length);
    const further = this.further;
    let size = 0;
    const toRead = this.#toRead;
    const count = this.#toBeRead(units, parts, done);
    for (let one = 0; one < count; one += 1) {
      const n = toRead[one]!;
      const asPart = units.asPart[n]!;
      const asJoint = units.asJoint[n]!;
      const end = units.end[n]!;
      for (let at = units.begin[n]!; at < end; at += 1) {
        const posting = postings[at]!;
        const name = posting & ~JOINED;
        if ((isMet[name >>> 5]! & (1 << name)) === 0) {
          if (initials && (this.#initials[name >>> 5]! & (1 << name)) !== 0) this.#addWithInitials(name, posting < 0 ? asJoint : asPart);
          continue;
        }
        const place = places[name]!;
        const holds = posting < 0 ? asJoint : asPart;
        const before = this.held[place]!;
        this.held[place] = before | holds;
        if (initials || before < 0 || (units.partsOf(before) & parts) !== 0 || (units.partsOf(holds) & parts) === 0) continue;
        further[size] = place;
        size += 1;
      }
    }
    this.furtherSize = size;
  }

  #addWithInitials(name: number, holds: number): void {
    this.#room(1);
    this.withInitials.push(this.size);
    this.names[this.size] = name;
    this.held[this.size] = INITIALS | holds;
    this.#place[name] = this.size;
    this.#isMet[name >>> 5]! |= 1 << name;
    this.size += 1;
  }

  /** Notes the units that hold a part in `parts` and none in `done`, has the processor bring their postings near, all at once, and gives how many they are. */
  #toBeRead(units: QueryUnits, parts: number, done: number): number {
    const postings = this.#postings;
    const toRead = this.#toRead;
    let count = 0;
    let read = 0;
    for (let n = 0; n < units.count; n += 1) {
      if (!units.isToRead(n, parts, done)) continue;
      toRead[count] = n;
      count += 1;
      read += postings[units.begin[n]!]!;
    }
    // Kept, so that the compiler does not leave the reading out.
    this.fetched = read;
    return count;
  }

  /** Makes room for so many names more. */
  #room(more: number): void {
    if (this.size + more <= this.names.length) return;
    const length = Math.max(this.size + more, this.names.length * 2);
    const names = new Uint32Array(length);
    const held = new Int32Array(length);
    names.set(this.names.subarray(0, this.size));
    held.set(this.held.subarray(0, this.size));
    this.names = names;
    this.held = held;
  }
}
