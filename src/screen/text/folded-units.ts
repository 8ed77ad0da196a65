import { KIND, foldTable } from '../../text/fold-table.ts';

/** Bits of a number of {@link foldedUnits}: the folded unit; a letter or digit of a word; a capital; from here on its `KIND`. */
export const UNIT = 0xffff;
export const LETTER = 1 << 16;
export const CASED = 1 << 17;
export const KIND_AT = 18;

let table: Int32Array<ArrayBuffer> | undefined;

/** What the reader of words asks of each UTF-16 unit, in one number: one read of memory for three. */
export function foldedUnits(): Int32Array {
  if (table !== undefined) return table;
  const { unit, cased, kind } = foldTable();
  const made = new Int32Array(kind.length);
  for (let code = 0; code < made.length; code += 1) {
    const isLetter = kind[code]! >= KIND.latin && kind[code]! <= KIND.letter;
    made[code] = unit[code]! | (isLetter ? LETTER : 0) | (cased[code] === unit[code] ? 0 : CASED) | (kind[code]! << KIND_AT);
  }
  return (table = made);
}
