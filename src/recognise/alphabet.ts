import { KIND, foldTable } from '../text/fold-table.ts';
import { foldText } from '../text/fold.ts';
import { LATIN_OF_CYRILLIC } from '../text/look-alikes.ts';

/** Classes with a fixed number; letters of the catalogue follow from {@link FIRST_LETTER}. */
export const CLASS = {
  /** A symbol that no phrase holds. */
  symbol: 0,
  /** A blank or a hyphen: phrases do not tell them apart. */
  gap: 1,
  /** An empty line. */
  lineBreak: 2,
  strayLetter: 3,
  strayHan: 4,
  /** Put before the first letter of each word. */
  wordStart: 5,
  /** Ends a clause and is in no phrase. */
  stop: 6,
} as const;

export const FIRST_LETTER = 7;

/** Classes of raw units that the walker must look at more closely. */
/** One blank or line break; a paragraph separator is special. */
export const BLANK_CLASS = 0xfffd;
export const MARK_CLASS = 0xfffe;
export const SPECIAL_CLASS = 0xffff;

/** What a class is to word boundaries. */
export const WORDNESS = { none: 0, word: 1, han: 2 } as const;

/**
 * The letters of all phrases as small numbers. Folding and this step are one table: `ofRaw[unit]` is the class of a UTF-16 unit
 * after NFKC, case, simplification and with Cyrillic look-alikes counted as the Latin letter (settled when a match is verified).
 */
export interface Alphabet {
  readonly ofRaw: Uint16Array;
  /** Class of a folded unit. */
  readonly ofFolded: Uint16Array;
  /** {@link WORDNESS} of each class. */
  readonly wordness: Uint8Array;
  /** 1 for classes that end a clause. */
  readonly isStop: Uint8Array;
  readonly size: number;
  /** Classes below this one are no Han characters: few, so that rows of transitions over them are short. */
  readonly narrow: number;
}

const GAPS = ' -_\u00b7\u30fb\uff5e~';
const STOPS = '，。、；;!?！？,:：()（）[]【】《》|•';

/** Builds the alphabet of some phrases. */
export function buildAlphabet(phrases: Iterable<string>): Alphabet {
  const { unit, kind } = foldTable();
  const ofFolded = new Uint16Array(65_536);
  for (let code = 0; code < 65_536; code += 1) {
    const what = kind[code] ?? KIND.other;
    if (what === KIND.han) ofFolded[code] = CLASS.strayHan;
    else if (what === KIND.latin || what === KIND.cyrillic || what === KIND.letter || what === KIND.digit)
      ofFolded[code] = CLASS.strayLetter;
  }
  for (const char of STOPS) ofFolded[char.charCodeAt(0)] = CLASS.stop;
  for (const char of GAPS) ofFolded[char.charCodeAt(0)] = CLASS.gap;
  ofFolded[0x0a] = CLASS.lineBreak;
  const wordness: number[] = [WORDNESS.none, WORDNESS.none, WORDNESS.none, WORDNESS.word, WORDNESS.han, WORDNESS.none, WORDNESS.none];
  const isStop: number[] = [0, 0, 1, 0, 0, 0, 1];
  const add = (code: number): void => {
    const before = ofFolded[code] ?? 0;
    if (before >= FIRST_LETTER || before === CLASS.gap || before === CLASS.lineBreak) return;
    wordness.push(before === CLASS.strayLetter ? WORDNESS.word : before === CLASS.strayHan ? WORDNESS.han : WORDNESS.none);
    isStop.push(before === CLASS.stop ? 1 : 0);
    ofFolded[code] = wordness.length - 1;
  };
  for (let digit = 0x30; digit < 0x3a; digit += 1) add(digit);
  add(0x2e);
  const units = new Set<number>();
  for (const phrase of phrases) for (const folded of foldedUnitsOf(phrase, unit, kind)) units.add(skeletonUnit(folded));
  for (const unitCode of units) if (kind[unitCode] !== KIND.han) add(unitCode);
  const narrow = wordness.length;
  for (const unitCode of units) add(unitCode);
  for (const [cyrillic, latin] of LATIN_OF_CYRILLIC) ofFolded[cyrillic] = ofFolded[latin] ?? 0;
  const ofRaw = new Uint16Array(65_536);
  for (let code = 0; code < 65_536; code += 1) {
    const what = kind[code] ?? KIND.other;
    if (what === KIND.mark) ofRaw[code] = MARK_CLASS;
    else if (what === KIND.space && code !== 0x2029) ofRaw[code] = BLANK_CLASS;
    else if (what >= KIND.space) ofRaw[code] = SPECIAL_CLASS;
    else ofRaw[code] = ofFolded[unit[code] ?? code] ?? 0;
  }
  return { ofRaw, ofFolded, wordness: Uint8Array.from(wordness), isStop: Uint8Array.from(isStop), size: wordness.length, narrow };
}

/** Units of a folded phrase in any order: by the table, or where one of its characters needs more, by folding it. */
function foldedUnitsOf(phrase: string, unit: Uint16Array, kind: Uint8Array): number[] {
  const units = Array.from({ length: phrase.length }, (_, index) => phrase.charCodeAt(index));
  const needsMore = units.some((code) => (kind[code] ?? 0) >= KIND.drop);
  return needsMore
    ? Array.from(foldText(phrase, { keepLookAlikes: true }).text, (char) => char.charCodeAt(0))
    : units.map((code) => unit[code] ?? code);
}

function skeletonUnit(code: number): number {
  return LATIN_OF_CYRILLIC.get(code) ?? code;
}
