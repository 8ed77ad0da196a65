import { nameOf } from './postings.ts';

/** A unit that more than one name in so many holds is common: its bits, an eighth of a byte for each name, take about three times the room of its postings at most. */
const COMMON = 100;

/** Postings that are read in the time in which a name is looked for by its bit: they lie in order. */
export const AS_LONG_AS_ASKING = 2;

/** The names that hold a common unit: those in which it is a part, a bit each, and the postings of those in which it is parts written together. */
export interface CommonNames {
  readonly isPart: Int32Array;
  readonly joined: Int32Array;
}

/**
 * Which names hold each of the commonest units (a legal form, an article: some dozens), to be asked name by name: one of them alone has the postings of a tenth of all names. The bits are
 * made when they are first asked for.
 */
export class CommonUnits {
  readonly #postings: Int32Array;
  readonly #names: number;
  /** By where the postings of the unit begin. */
  readonly #known = new Map<number, CommonNames>();

  /** `names`: how many there are. */
  constructor(postings: Int32Array, names: number) {
    this.#postings = postings;
    this.#names = names;
  }

  /** Is a unit with so many postings common? */
  isCommon(postings: number): boolean {
    return postings * COMMON > this.#names;
  }

  /** The names of the unit whose postings begin and end there. */
  of(begin: number, end: number): CommonNames {
    let known = this.#known.get(begin);
    if (known === undefined) this.#known.set(begin, (known = this.#read(begin, end)));
    return known;
  }

  #read(begin: number, end: number): CommonNames {
    const isPart = new Int32Array((this.#names >>> 5) + 1);
    const joined: number[] = [];
    for (let at = begin; at < end; at += 1) {
      const posting = this.#postings[at]!;
      if (posting < 0) joined.push(posting);
      else isPart[nameOf(posting) >>> 5]! |= 1 << nameOf(posting);
    }
    return { isPart, joined: Int32Array.from(joined) };
  }
}
