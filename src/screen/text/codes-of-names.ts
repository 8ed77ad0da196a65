import { PART_KIND } from '../score/alignment.ts';
import { FAMILIES, pairsJoinedAt } from '../score/encoded-name.ts';
import type { FinderTables } from './finder-file.ts';
import { initialCode } from './initial-codes.ts';
import { maskBitOf } from './key-code.ts';
import type { ListedNames } from './listed-names.ts';
import type { TextWords } from './text-words.ts';
import type { WordEntries } from './word-entries.ts';

/** Codes of the units of one listed name. */
export interface CodesOfName {
  readonly all: Codes;
  /** Those of concepts of the glossary. */
  readonly concepts: Codes;
  readonly person: boolean;
}

/** Some codes, and a bit for each of 64 as words of a text have them. */
export interface Codes {
  readonly codes: readonly number[];
  readonly low: number;
  readonly high: number;
}

const SLOTS_LOG = 15;
/** The sign before keys of concepts, `#`. */
const CONCEPT = 0x23;

/** Codes of listed names, each name's in the one slot of its number: the same names come up again and again in one text. */
export class CodesOfNames {
  readonly #names: ListedNames;
  readonly #tables: Pick<FinderTables, 'unitCode'>;
  readonly #known: CodesOfName[] = [];
  /** The name in each slot, and one. */
  readonly #owners = new Uint32Array(1 << SLOTS_LOG);

  constructor(names: ListedNames, tables: Pick<FinderTables, 'unitCode'>) {
    this.#names = names;
    this.#tables = tables;
  }

  of(name: number): CodesOfName {
    const slot = Math.imul(name, 0x9e3779b1) >>> (32 - SLOTS_LOG);
    if (this.#owners[slot] !== name + 1) {
      this.#owners[slot] = name + 1;
      this.#known[slot] = this.#read(name);
    }
    return this.#known[slot]!;
  }

  #read(name: number): CodesOfName {
    const { data, offsets, unitBytes, unitOffsets } = this.#names;
    const all: number[] = [];
    const concepts: number[] = [];
    let at = offsets[name]!;
    const head = data[at]!;
    const parts = head & 0xff;
    const person = FAMILIES[head >>> 16] === 'person';
    at += 1;
    for (let n = 0; n < parts; n += 1) {
      const keys = (data[at]! >>> 4) & 0xf;
      for (let k = 1; k <= keys; k += 1) {
        const unit = data[at + k]!;
        all.push(this.#tables.unitCode[unit]!);
        if (unitBytes[unitOffsets[unit]!] === CONCEPT) concepts.push(this.#tables.unitCode[unit]!);
      }
      const initial = person && (data[at]! & 0xf) === PART_KIND.word ? initialCode(unitBytes, unitOffsets[data[at + 1]!]!) : 0;
      if (initial !== 0) all.push(initial);
      at += 1 + keys;
    }
    if (!person) for (const { unit } of pairsJoinedAt(data, offsets[name]!)) all.push(this.#tables.unitCode[unit]!);
    return { all: codesFrom(all), concepts: codesFrom(concepts), person };
  }
}

export function codesFrom(codes: readonly number[]): Codes {
  let low = 0;
  let high = 0;
  for (let n = 0; n < codes.length; n += 1) {
    const bit = maskBitOf(codes[n]!);
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit & 31);
  }
  return { codes, low, high };
}

/** True where word `m` may stand for one of the codes. */
export function hasCode({ entry, head, low, high }: TextWords, { pool }: WordEntries, m: number, codes: Codes): boolean {
  if (((low[m]! & codes.low) | (high[m]! & codes.high)) === 0) return false;
  const from = entry[m]! + 1 + (head[m]! & 0xf);
  const to = from + ((head[m]! >>> 4) & 0xf);
  const wanted = codes.codes;
  for (let n = from; n < to; n += 1) {
    const code = pool[n]!;
    for (let k = 0; k < wanted.length; k += 1) if (wanted[k] === code) return true;
  }
  return false;
}
