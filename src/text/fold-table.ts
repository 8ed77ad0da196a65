import { SIMPLIFIED, TRADITIONAL } from './simplified-table.ts';

/** What a UTF-16 unit is, once folded. Plain numbers: they sit in typed arrays of the hot loops. */
export const KIND = {
  other: 0,
  latin: 1,
  cyrillic: 2,
  digit: 3,
  letter: 4,
  han: 5,
  space: 6,
  /** From here on a unit cannot be folded by itself. */
  drop: 7,
  mark: 8,
  expand: 9,
  surrogate: 10,
} as const;

export interface FoldTable {
  /** Folded unit of each UTF-16 unit whose kind is below `drop`. */
  readonly unit: Uint16Array;
  /** The same without lower-casing. */
  readonly cased: Uint16Array;
  /** {@link KIND} of each UTF-16 unit. */
  readonly kind: Uint8Array;
}

/** Combining marks looked at after one base character; what follows them is dropped, so that stacks of marks cost linear time. */
export const MARKS_PER_BASE = 6;

let table: FoldTable | undefined;

/** The table behind folding: NFKC, lower case, Traditional → Simplified, diacritics of Latin letters off, ё → е; made on first use. */
export function foldTable(): FoldTable {
  table ??= buildTable();
  return table;
}

/**
 * Folds what the table cannot say of one unit: a ligature, an astral character, a base with combining marks.
 * Gives the folded units; an empty string where nothing is left.
 */
export function foldCluster(cluster: string, cased: boolean): string {
  const { unit, cased: casedUnit, kind } = foldTable();
  const composed = cluster.normalize('NFKC');
  let out = '';
  for (const char of cased ? composed : composed.toLowerCase()) {
    if (char.length > 1) {
      out += char;
      continue;
    }
    const code = char.charCodeAt(0);
    const what = kind[code] ?? KIND.other;
    if (what < KIND.drop) out += String.fromCharCode((cased ? casedUnit : unit)[code] ?? code);
    else if (what === KIND.surrogate) out += char;
    else if (what === KIND.expand && char !== cluster) out += foldCluster(char, cased);
  }
  return out;
}

function buildTable(): FoldTable {
  const unit = new Uint16Array(65_536);
  const cased = new Uint16Array(65_536);
  const kind = new Uint8Array(65_536);
  for (let code = 0; code < 65_536; code += 1) unit[code] = cased[code] = code;
  kind.fill(KIND.han, 0x3400, 0xa000);
  kind.fill(KIND.letter, 0xac00, 0xd7a4);
  kind.fill(KIND.surrogate, 0xd800, 0xe000);
  for (let index = 0; index < TRADITIONAL.length; index += 1) {
    unit[TRADITIONAL.charCodeAt(index)] = cased[TRADITIONAL.charCodeAt(index)] = SIMPLIFIED.charCodeAt(index);
  }
  for (const [from, to] of RANGES) {
    for (let code = from; code < to; code += 1) foldOne(code, unit, cased, kind);
    markRange(from, to, unit, cased, kind);
  }
  unit[0xffff] = unit[0xfffe] = cased[0xffff] = cased[0xfffe] = 0xfffd;
  return { unit, cased, kind };
}

/** Everything but Han, Hangul syllables, surrogates and private use, which fold to themselves. */
const RANGES: readonly (readonly [number, number])[] = [[0, 0x3400], [0xa000, 0xac00], [0xf900, 0x1_0000]];

/** Folded units of one character, and its kind where it has more of them or is a kind of letter by what it folds to. */
function foldOne(code: number, unit: Uint16Array, cased: Uint16Array, kind: Uint8Array): void {
  const char = String.fromCharCode(code);
  const plain = plainForm(char);
  const lower = plain === char && char.toLowerCase() === char ? plain : plainForm(plain.toLowerCase());
  if (plain.length !== 1 || lower.length !== 1) {
    kind[code] = KIND.expand;
    return;
  }
  cased[code] = simplified(plain.charCodeAt(0), cased);
  unit[code] = simplified(lower.charCodeAt(0), unit);
  kind[code] = kindOf(lower);
}

/** White space, marks and what folding drops go before what {@link foldOne} says. Whole ranges at once: a pattern tried on each character alone takes many times as long. */
function markRange(from: number, to: number, unit: Uint16Array, cased: Uint16Array, kind: Uint8Array): void {
  const chars = String.fromCharCode(...Array.from({ length: to - from }, (_, index) => from + index));
  for (const { index } of chars.matchAll(/[\s\u0085]/g)) {
    kind[from + index] = KIND.space;
    unit[from + index] = cased[from + index] = /[\n\r\u0085\u2028\u2029]/.test(chars.charAt(index)) ? 0x0a : 0x20;
  }
  // the third group: Hangul vowels and finals, and the half-width voicing marks of kana, join what stands before them
  for (const { index } of chars.matchAll(/[\p{M}\u1160-\u11ff\uff9e\uff9f]/gu)) if (from + index >= 0x300) kind[from + index] = KIND.mark;
  // soft hyphen, zero-width characters, direction marks, variation selectors, the byte order mark
  for (const { index } of chars.matchAll(/[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/g)) kind[from + index] = KIND.drop;
}

/** NFKC without the diacritics of Latin and Greek letters, ё as е, every dash as a hyphen and every apostrophe alike. */
function plainForm(text: string): string {
  const composed = text.normalize('NFKC');
  if (composed.length === 1 && !mayHaveDiacritics(composed.charCodeAt(0))) return composed;
  let out = '';
  for (const char of composed) {
    if (char === 'ё') out += 'е';
    else if (char === 'Ё') out += 'Е';
    else if (char === 'ς') out += 'σ';
    else if (/[\u2010-\u2015\u2212\ufe58]/.test(char)) out += '-';
    else if (/[\u02bc\u2018\u2019\u02b9\u00b4`]/.test(char)) out += "'";
    else if (/[\p{Script=Latin}\p{Script=Greek}]/u.test(char)) out += char.normalize('NFD').replaceAll(/\p{M}/gu, '');
    else if (!/\p{M}/u.test(char)) out += char;
  }
  return out;
}

/** Outside these blocks NFKC is all there is to do. */
function mayHaveDiacritics(code: number): boolean {
  return (code >= 0x60 && code < 0x452) || (code >= 0x1c80 && code < 0x2c80) || (code >= 0xa640 && code < 0xac00) || code >= 0xfe00;
}

function simplified(code: number, table: Uint16Array): number {
  return code >= 0x3400 && code < 0xa000 ? (table[code] ?? code) : code;
}

function kindOf(char: string): number {
  const code = char.charCodeAt(0);
  if (code < 0x80) return /[a-z]/i.test(char) ? KIND.latin : /\d/.test(char) ? KIND.digit : KIND.other;
  if ((code >= 0x3400 && code < 0xa000) || code === 0x3005 || code === 0x3007) return KIND.han;
  if (!/[\p{L}\p{N}]/u.test(char)) return KIND.other;
  if (/\p{Script=Latin}/u.test(char)) return KIND.latin;
  return /\p{Script=Cyrillic}/u.test(char) ? KIND.cyrillic : KIND.letter;
}
