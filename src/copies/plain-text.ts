import type { Span } from '../model/span.ts';
import { KIND, foldTable } from '../text/fold-table.ts';
import { clusterEnd, foldedUnits } from '../text/fold.ts';
import { LATIN_OF_CYRILLIC } from '../text/look-alikes.ts';

/** Letters, digits and Han of a text, folded, without anything between them: what two layouts of one text have in common. */
export interface PlainText {
  readonly original: string;
  readonly length: number;
  /** Folded UTF-16 units; those from `length` on mean nothing. */
  readonly units: Uint16Array;
  /** Where in the original the character stands that gave the unit. */
  readonly starts: Uint32Array;
}

/**
 * NFKC, lower case, Traditional → simplified, no diacritics, no punctuation, no white space. Cyrillic letters that look like Latin ones are these, so that
 * letters swapped for look-alikes hide nothing. Linear; no string is made but of rare characters.
 */
export function plainText(original: string): PlainText {
  const units = new Uint16Array(original.length + 16);
  const starts = new Uint32Array(original.length + 16);
  return fold(original, units, starts) ?? fold(original, ...room(original)) ?? { original, length: 0, units, starts };
}

/** The smallest run of whole characters of the original that gave the units `from ≤ n < to`, of which there is one at least. */
export function plainSpan(plain: PlainText, from: number, to: number): Span {
  const last = plain.starts[to - 1]!;
  return { start: plain.starts[from]!, end: clusterEnd(plain.original, last, foldTable().kind) };
}

/** Folds into the arrays; undefined where they are too short (ligatures that spell out to many letters). */
function fold(original: string, units: Uint16Array, starts: Uint32Array): PlainText | undefined {
  const { kind } = foldTable();
  const plain = plainUnits();
  let length = 0;
  for (let at = 0; at < original.length;) {
    const code = original.charCodeAt(at);
    const unit = plain[code]!;
    if (unit === NOTHING) {
      at += 1;
      continue;
    }
    const next = at + 1 < original.length ? kind[original.charCodeAt(at + 1)]! : KIND.other;
    if (unit !== SPELLED && next !== KIND.mark) {
      if (length === units.length) return undefined;
      units[length] = unit;
      starts[length] = at;
      length += 1;
      at += 1;
      continue;
    }
    const end = clusterEnd(original, at, kind);
    for (const folded of foldedUnits(original, at, end, false)) {
      const one = isSurrogate(folded) ? folded : plain[folded]!;
      if (one === NOTHING || one === SPELLED) continue;
      if (length === units.length) return undefined;
      units[length] = one;
      starts[length] = at;
      length += 1;
    }
    at = end;
  }
  return { original, length, units, starts };
}

/** Room for the longest spelling of every unit: one ligature stands for a phrase of 18 letters. */
function room(original: string): [Uint16Array, Uint32Array] {
  return [new Uint16Array(original.length * 18), new Uint32Array(original.length * 18)];
}

const NOTHING = 0;
const SPELLED = 0xffff;

let table: Uint16Array | undefined;

/** Of each UTF-16 unit the unit it folds to, {@link NOTHING} for what goes, {@link SPELLED} for what must be looked at as a character. */
function plainUnits(): Uint16Array {
  if (table !== undefined) return table;
  const { unit, kind } = foldTable();
  table = new Uint16Array(0x1_0000);
  for (let code = 0; code < table.length; code += 1) {
    const what = kind[code]!;
    if (what === KIND.expand || what === KIND.surrogate) table[code] = SPELLED;
    else if (what >= KIND.latin && what <= KIND.han) table[code] = LATIN_OF_CYRILLIC.get(unit[code]!) ?? unit[code]!;
  }
  return table;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}
