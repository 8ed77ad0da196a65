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
  const foldRange = (from: number, to: number): void => {
    for (let code = from; code < to; code += 1) foldOne(code, unit, cased, kind);
  };
  foldRange(0, 0x3400);
  foldRange(0xa000, 0xac00);
  foldRange(0xf900, 0x1_0000);
  unit[0xffff] = unit[0xfffe] = cased[0xffff] = cased[0xfffe] = 0xfffd;
  return { unit, cased, kind };
}

function foldOne(code: number, unit: Uint16Array, cased: Uint16Array, kind: Uint8Array): void {
  const char = String.fromCharCode(code);
  if (isDropped(code)) kind[code] = KIND.drop;
  else if (code >= 0x300 && (/\p{M}/u.test(char) || composesWithPrevious(code))) kind[code] = KIND.mark;
  else if (/\s/.test(char) || code === 0x85) {
    kind[code] = KIND.space;
    unit[code] = cased[code] = code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029 ? 0x0a : 0x20;
  } else {
    const plain = plainForm(char);
    const lower = plainForm(plain.toLowerCase());
    if (plain.length !== 1 || lower.length !== 1) {
      kind[code] = KIND.expand;
      return;
    }
    cased[code] = simplified(plain.charCodeAt(0), cased);
    unit[code] = simplified(lower.charCodeAt(0), unit);
    kind[code] = kindOf(lower);
  }
}

/** NFKC without the diacritics of Latin and Greek letters, ё as е, every dash as a hyphen and every apostrophe alike. */
function plainForm(text: string): string {
  let out = '';
  for (const char of text.normalize('NFKC')) {
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

function simplified(code: number, table: Uint16Array): number {
  return code >= 0x3400 && code < 0xa000 ? (table[code] ?? code) : code;
}

function kindOf(char: string): number {
  const code = char.charCodeAt(0);
  if (/[a-z]/.test(char) || /\p{Script=Latin}/u.test(char)) return KIND.latin;
  if (/\p{Script=Cyrillic}/u.test(char)) return KIND.cyrillic;
  if (/\d/.test(char)) return KIND.digit;
  if ((code >= 0x3400 && code < 0xa000) || code === 0x3005 || code === 0x3007) return KIND.han;
  return /[\p{L}\p{N}]/u.test(char) ? KIND.letter : KIND.other;
}

/** Soft hyphen, zero-width characters, direction marks, variation selectors, the byte order mark. */
function isDropped(code: number): boolean {
  return (
    code === 0xad || code === 0x34f || code === 0x61c || code === 0x180e || code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xfff9 && code <= 0xfffb)
  );
}

/** Hangul vowels and finals, and the half-width voicing marks of kana, join what stands before them. */
function composesWithPrevious(code: number): boolean {
  return (code >= 0x1160 && code <= 0x11ff) || code === 0xff9e || code === 0xff9f;
}
