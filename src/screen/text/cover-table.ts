import { PART_KIND } from '../score/alignment.ts';
import { FAMILIES, pairsJoinedAt } from '../score/encoded-name.ts';
import type { FinderTables } from './finder-file.ts';
import { initialCode } from './initial-codes.ts';
import { mixed } from './key-code.ts';
import type { ListedNames } from './listed-names.ts';
import type { NearCodes } from './near-codes.ts';

/** Codes are told apart by their low bits here. */
export const STAMPS = 1 << 16;

/** Codes of one part that have room in its row. */
const MOST_CODES = 15;

/** Share of a name's weight that must stand near its anchor, by codes. */
const LEAST_COVER = 0.6;
/** The same where one distinctive word or none is near: little else may be missing then. */
const ONE_WORD_COVER = 0.75;
const WORDLESS_COVER = 0.9;

/**
 * What must stand near a name's anchor, laid out to be read in one go, once for all names of which it is the same: for each name the row where it begins, and there
 *
 *     weight × 200 of the name | parts << 16
 *     for each part:  weight × 200 | 1 << 8 for a word | codes << 9 | first code << 16, then its other codes, two in each number
 */
export function coverTable(
  names: ListedNames,
  unitCode: Uint32Array,
  isWanted: (name: number) => boolean,
): { readonly rows: Uint32Array; readonly cover: Uint32Array } {
  const rows = new Uint32Array(names.count);
  let cover = new Uint32Array(1 << 16);
  let size = 0;
  const codes: number[] = [];
  const known = new Map<number, number>();
  for (let name = 0; name < names.count; name += 1) {
    rows[name] = size;
    if (!isWanted(name)) continue;
    const { data } = names;
    let at = names.offsets[name]!;
    const parts = data[at]! & 0xff;
    const person = FAMILIES[data[at]! >>> 16] === 'person';
    if (size + parts * 9 + 1 > cover.length) {
      const larger = new Uint32Array(cover.length * 2);
      larger.set(cover);
      cover = larger;
    }
    const head = size;
    size += 1;
    let sum = 0;
    const joints = person ? [] : pairsJoinedAt(data, at);
    at += 1;
    for (let n = 0; n < parts; n += 1) {
      const part = data[at]!;
      const keys = (part >>> 4) & 0xf;
      codes.length = 0;
      for (let k = 1; k <= keys; k += 1) {
        const code = unitCode[data[at + k]!]!;
        if (code !== 0 && !codes.includes(code & (STAMPS - 1))) codes.push(code & (STAMPS - 1));
      }
      // One word may stand for two that are written together.
      for (const { first, unit } of (part & 0xf) === PART_KIND.word ? joints : []) {
        const code = unitCode[unit]! & (STAMPS - 1);
        if ((n === first || n === first + 1) && code !== 0 && codes.length < MOST_CODES && !codes.includes(code)) codes.push(code);
      }
      // An initial may stand for any word of a person's name.
      const initial = person && (part & 0xf) === PART_KIND.word ? initialCode(names.unitBytes, names.unitOffsets[data[at + 1]!]!) : 0;
      if (initial !== 0 && codes.length > 0 && codes.length < MOST_CODES) codes.push(initial & (STAMPS - 1));
      const weight = (part >>> 8) & 0xff;
      sum += weight;
      cover[size] = weight | ((part & 0xf) === PART_KIND.word ? 1 << 8 : 0) | (codes.length << 9) | ((codes[0] ?? 0) << 16);
      size += 1;
      for (let k = 1; k < codes.length; k += 2) {
        cover[size] = codes[k]! | ((codes[k + 1] ?? codes[k]!) << 16);
        size += 1;
      }
      at += 1 + keys;
    }
    cover[head] = sum | (parts << 16);
    const same = sameRow(known, cover, head, size);
    if (same === undefined) continue;
    rows[name] = same;
    size = head;
  }
  return { rows, cover: cover.slice(0, size) };
}

/** Where the row from `head` to `size` stands already; remembered where it does not. */
function sameRow(rows: Map<number, number>, cover: Uint32Array, head: number, size: number): number | undefined {
  let hash = size - head;
  for (let at = head; at < size; at += 1) hash = mixed(hash ^ cover[at]!);
  const known = rows.get(hash);
  if (known === undefined) {
    rows.set(hash, head);
    return undefined;
  }
  // The length of a row follows from what is in it.
  for (let n = 0; n < size - head; n += 1) if (cover[known + n] !== cover[head + n]) return undefined;
  return known;
}

/** Says how much of a name stands with its anchor. */
export class Cover {
  readonly #cover: Uint32Array;
  /** The words that each part of a name may be, a bit each. */
  readonly #places = new Uint32Array(256);
  /** Weight of the name asked for last, and the words that stand with the anchor, a bit each. */
  weight = 0;
  run = 0;

  constructor({ cover }: Pick<FinderTables, 'cover'>) {
    this.#cover = cover;
  }

  /** Share of the weight of names with this row whose codes stand with the anchor; 0 where it is too little. */
  of(row: number, near: NearCodes): number {
    const cover = this.#cover;
    const places = this.#places;
    let at = row;
    const sum = cover[at]! & 0xffff;
    const parts = cover[at]! >>> 16;
    this.weight = sum;
    if (sum === 0) return 0;
    at += 1;
    let mayMiss = sum * (1 - LEAST_COVER) + 1e-6;
    let belonging = 0;
    for (let n = 0; n < parts; n += 1) {
      const part = cover[at]!;
      const codes = (part >>> 9) & 0xf;
      let place = codes > 0 ? near.of(part >>> 16) : 0;
      const end = at + 1 + (codes >>> 1);
      for (at += 1; at < end; at += 1) place |= near.of(cover[at]! & 0xffff) | near.of(cover[at]! >>> 16);
      if (place === 0 && (mayMiss -= part & 0xff) < 0) return 0;
      belonging |= places[n] = place;
    }
    const run = near.runOf(belonging);
    this.run = run;
    let covered = 0;
    let words = 0;
    let wordsCovered = 0;
    at = row + 1;
    for (let n = 0; n < parts; n += 1) {
      const part = cover[at]!;
      const word = (part >>> 8) & 1;
      words += word;
      if ((places[n]! & run) !== 0) {
        covered += part & 0xff;
        wordsCovered += word;
      }
      at += 1 + (((part >>> 9) & 0xf) >>> 1);
    }
    const share = covered / sum;
    return share >= (words === 0 ? WORDLESS_COVER : wordsCovered < 2 ? ONE_WORD_COVER : LEAST_COVER) ? share : 0;
  }
}
