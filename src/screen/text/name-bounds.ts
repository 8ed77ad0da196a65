import { PART_KIND } from '../score/alignment.ts';
import { FAMILIES, jointsIn } from '../score/encoded-name.ts';
import { isTelling } from '../score/features.ts';
import { allowedEdits } from '../score/key-similarity.ts';
import { isWordKey } from '../score/units.ts';
import type { Looks } from './hit.ts';
import type { ListedNames } from './listed-names.ts';
import { mayMatter } from './may-matter.ts';
import type { Possible } from './span-likeness.ts';

/** More of each make no difference. */
const MOST = { words: 7, places: 3, trades: 7, bits: 1023, longest: 15 } as const;
const SLOTS_LOG = 16;

/**
 * Says of listed names whether words that are written in some way could ever stand as them, by what the names are made of: most that are near one are of trade words, and
 * nothing without a form or quotation marks of their own.
 */
export class NameBounds {
  readonly #names: ListedNames;
  /** What each name is made of: words | places << 3 | trades << 5 | person << 8 | tenths of bits << 9 | letters of the longest word << 19; 0 where it has not been asked for. */
  readonly #made: Uint32Array;
  /** What was asked before, each in the one slot of its hash: what a name is made of, plus one; how it is written, and 1 where it may stand. */
  readonly #known = new Uint32Array(2 << SLOTS_LOG);

  constructor(names: ListedNames) {
    this.#names = names;
    this.#made = new Uint32Array(names.count);
  }

  /** False where nothing that is written so could stand as the name, even if all of it were there. `hints`, `foreign`: as for `mayMatter`. */
  mayStand(name: number, looks: Looks, hints: number, foreign: boolean): boolean {
    return this.#may(this.#made[name]! || (this.#made[name] = this.#read(name)), looks, hints, foreign);
  }

  /** `mayMatter`, remembered. */
  mayMatter({ words, places, trades, person, bits, longest }: Possible, looks: Looks, hints: number, foreign: boolean): boolean {
    const made =
      Math.min(MOST.words, words) |
      (Math.min(MOST.places, places) << 3) |
      (Math.min(MOST.trades, trades) << 5) |
      (Number(person) << 8) |
      (Math.min(MOST.bits, Math.round(bits * 10)) << 9) |
      (Math.min(MOST.longest, longest) << 19);
    return this.#may(made, looks, hints, foreign);
  }

  #may(made: number, looks: Looks, hints: number, foreign: boolean): boolean {
    const { capital, quoted, form, titled, isolated } = looks;
    const written = Number(capital) | (Number(quoted) << 1) | (Number(form) << 2) | (Number(titled) << 3) | (Number(isolated) << 4);
    const all = written | (Number(foreign) << 5) | (hints << 6);
    const known = this.#known;
    const slot = ((Math.imul(made, 0x9e3779b1) ^ Math.imul(all, 0x85ebca6b)) >>> (32 - SLOTS_LOG)) * 2;
    if (known[slot] === made + 1 && known[slot + 1]! >>> 1 === all) return (known[slot + 1]! & 1) === 1;
    const may = mayMatter(possibleOf(made), looks, hints, foreign);
    known[slot] = made + 1;
    known[slot + 1] = (all << 1) | Number(may);
    return may;
  }

  isPerson(name: number): boolean {
    return FAMILIES[this.#names.data[this.#names.offsets[name]!]! >>> 16] === 'person';
  }

  #read(name: number): number {
    const { data, offsets, unitBytes, unitOffsets } = this.#names;
    let at = offsets[name]!;
    const parts = data[at]! & 0xff;
    const person = FAMILIES[data[at]! >>> 16] === 'person' ? 1 : 0;
    at += 1;
    let words = 0;
    let places = 0;
    let trades = 0;
    let bits = 0;
    let longest = jointsIn(data[offsets[name]!]!) > 0 ? MOST.longest : 0;
    for (let n = 0; n < parts; n += 1) {
      const part = data[at]!;
      const kind = part & 0xf;
      const keys = (part >>> 4) & 0xf;
      bits += (part >>> 16) & 0xff;
      if (kind === PART_KIND.word) {
        words += 1;
        longest = Math.max(longest, this.#lettersLike(at + 1, keys));
      } else if (kind === PART_KIND.place || kind === PART_KIND.number) places += 1;
      else if (kind === PART_KIND.trade) {
        trades += 1;
        // A word that tells parties apart, or that is spelled like one, may count as a word too.
        let quiet = !isTelling(kind, ((part >>> 8) & 0xff) / 200);
        for (let k = at + 1; k <= at + keys && quiet; k += 1) quiet = unitBytes[unitOffsets[data[k]!]!] === CONCEPT;
        if (!quiet) {
          words += 1;
          longest = MOST.longest;
        }
      }
      at += 1 + keys;
    }
    return (
      Math.min(MOST.words, words) |
      (Math.min(MOST.places, places) << 3) |
      (Math.min(MOST.trades, trades) << 5) |
      (person << 8) |
      (Math.min(MOST.bits, bits + 1) << 9) |
      (longest << 19)
    );
  }

  /** Letters of the longest word of a text that may be like the part with these keys. */
  #lettersLike(from: number, keys: number): number {
    const { data, unitBytes, unitOffsets } = this.#names;
    let longest = 0;
    for (let k = from; k < from + keys; k += 1) {
      const start = unitOffsets[data[k]!]!;
      const length = unitOffsets[data[k]! + 1]! - start;
      // What is no spelled word may stand for any: codes of sound, given names.
      if (!isWordKey(String.fromCharCode(unitBytes[start]!))) return MOST.longest;
      longest = Math.max(longest, length + allowedEdits(length));
    }
    return Math.min(MOST.longest, longest);
  }
}

/** The sign before keys of concepts, `#`. */
const CONCEPT = 0x23;

function possibleOf(made: number): Possible {
  return {
    words: made & 7,
    places: (made >>> 3) & 3,
    trades: (made >>> 5) & 7,
    person: ((made >>> 8) & 1) === 1,
    bits: ((made >>> 9) & MOST.bits) / 10,
    longest: made >>> 19,
  };
}
