import { AS_LONG_AS_ASKING, type CommonUnits } from './common-units.ts';
import { hasInitials } from './name-sketches.ts';
import { levelIn, nameOf } from './postings.ts';
import { POOL } from '../score/like-units.ts';
import type { QueryUnits } from './query-units.ts';
import { COUNTS_OF_LEVELS } from './weight-levels.ts';

/** Bit of what a name holds: it has initials. */
export const INITIALS = 1 << 31;

/** Names that hold something of a query, as postings tell: which, and what. */
export class MetNames {
  /** Their number, and each with what it holds of the query: a set as `QueryUnits` has them, less than 0 where the name has initials. */
  size = 0;
  names: Uint32Array = new Uint32Array(1024);
  held: Int32Array = new Int32Array(1024);
  /** What the parts that are like something weigh at most, all of them together, as `COUNTS_OF_LEVELS` counts. */
  weight: Int32Array = new Int32Array(1024);
  /** Which of them have initials. */
  readonly withInitials: number[] = [];
  readonly #postings: Int32Array;
  readonly #common: CommonUnits;
  /** Places of the units that are read next. */
  readonly #toRead = new Int16Array(POOL);
  /** Sum of what was read to have it near; nobody asks for it. */
  protected fetched = 0;
  /** Which names of the index are met, and which have initials: a bit each, so that the processor keeps all of them at hand. */
  readonly #isMet: Int32Array;
  readonly #initials: Int32Array;
  /** For each name that is met: its place here. */
  readonly #place: Int32Array;

  /** `postings`: with a sign, so that no number is more than the processor's. */
  constructor(postings: Int32Array, sketches: Uint32Array, common: CommonUnits) {
    this.#postings = postings;
    this.#common = common;
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
      const weight = this.weight;
      let size = this.size;
      for (let at = units.begin[n]!; at < end; at += 1) {
        const posting = postings[at]!;
        const holds = posting < 0 ? asJoint : asPart;
        if (holds === 0) continue;
        const name = nameOf(posting);
        const bit = 1 << name;
        const before = isMet[name >>> 5]!;
        if ((before & bit) !== 0) {
          const place = places[name]!;
          held[place]! |= holds;
          weight[place]! += COUNTS_OF_LEVELS[levelIn(posting)]!;
          continue;
        }
        isMet[name >>> 5] = before | bit;
        names[size] = name;
        held[size] = holds;
        weight[size] = COUNTS_OF_LEVELS[levelIn(posting)]!;
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
   * Notes further parts in names already met. Where `initials` is set, names that have some are met by these parts too. Units that hold a part in `done` were read.
   */
  meetFurther(units: QueryUnits, parts: number, done: number, initials: boolean): void {
    const common = this.#common;
    const toRead = this.#toRead;
    const count = this.#toBeRead(units, parts, done);
    for (let one = 0; one < count; one += 1) {
      const n = toRead[one]!;
      const postings = units.end[n]! - units.begin[n]!;
      if (initials) this.#noteInitials(units, n);
      else if (common.isCommon(postings) && postings > AS_LONG_AS_ASKING * this.size) this.#noteCommon(units, n);
      else this.#noteRead(units, n);
    }
  }

  /** Notes what the postings of the unit at this place say of names already met. */
  #noteRead(units: QueryUnits, n: number): void {
    const postings = this.#postings;
    const isMet = this.#isMet;
    const places = this.#place;
    const asPart = units.asPart[n]!;
    const asJoint = units.asJoint[n]!;
    const end = units.end[n]!;
    for (let at = units.begin[n]!; at < end; at += 1) {
      const posting = postings[at]!;
      const name = nameOf(posting);
      if ((isMet[name >>> 5]! & (1 << name)) !== 0) this.#note(places[name]!, posting < 0 ? asJoint : asPart, levelIn(posting));
    }
  }

  /** The same, and adds the names with initials that were not. */
  #noteInitials(units: QueryUnits, n: number): void {
    const postings = this.#postings;
    const isMet = this.#isMet;
    const initials = this.#initials;
    const places = this.#place;
    const asPart = units.asPart[n]!;
    const asJoint = units.asJoint[n]!;
    const end = units.end[n]!;
    for (let at = units.begin[n]!; at < end; at += 1) {
      const posting = postings[at]!;
      const holds = posting < 0 ? asJoint : asPart;
      if (holds === 0) continue;
      const name = nameOf(posting);
      const bit = 1 << name;
      if ((isMet[name >>> 5]! & bit) !== 0) this.#note(places[name]!, holds, levelIn(posting));
      else if ((initials[name >>> 5]! & bit) !== 0) this.#addWithInitials(name, holds, levelIn(posting));
    }
  }

  /** The same as `#noteRead` of a unit that is common: each name met is looked for among those in which it is a part. */
  #noteCommon(units: QueryUnits, n: number): void {
    const { isPart, joined } = this.#common.of(units.begin[n]!, units.end[n]!);
    const { names, size } = this;
    const holds = units.asPart[n]!;
    const level = units.mostLevel(n);
    for (let place = 0; holds !== 0 && place < size; place += 1) {
      const name = names[place]!;
      if ((isPart[name >>> 5]! & (1 << name)) !== 0) this.#note(place, holds, level);
    }
    for (const posting of joined) {
      const name = nameOf(posting);
      if ((this.#isMet[name >>> 5]! & (1 << name)) !== 0) this.#note(this.#place[name]!, units.asJoint[n]!, levelIn(posting));
    }
  }

  /** Notes what the name at this place holds further, if anything, and the level of what that weighs in it. */
  #note(place: number, holds: number, level: number): void {
    if (holds === 0) return;
    this.held[place]! |= holds;
    this.weight[place]! += COUNTS_OF_LEVELS[level]!;
  }

  #addWithInitials(name: number, holds: number, level: number): void {
    this.#room(1);
    this.withInitials.push(this.size);
    this.names[this.size] = name;
    this.held[this.size] = INITIALS | holds;
    this.weight[this.size] = COUNTS_OF_LEVELS[level]!;
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
    const weight = new Int32Array(length);
    names.set(this.names.subarray(0, this.size));
    held.set(this.held.subarray(0, this.size));
    weight.set(this.weight.subarray(0, this.size));
    this.names = names;
    this.held = held;
    this.weight = weight;
  }
}
