import { soundsOf } from './skeleton.ts';

/**
 * Keys `.x` of an initial, by the first sounds of the words that it may stand for: C. is of Carl (k), Cecil (s) and Charles (C). `latin` is its Latin
 * spelling: Ш. is sh.
 */
export function initialKeys(latin: string): readonly string[] {
  const first = soundsOf(latin).charAt(0);
  return [...new Set([first, ...(latin.length === 1 ? (OTHER_SOUNDS.get(latin) ?? '') : '')])].map((sound) => `.${sound}`);
}

/** What words that are written with the letter may begin with beside its own sound: the skeleton of Khalid begins with h, those of Yeltsin and Jean with e. */
const OTHER_SOUNDS: ReadonlyMap<string, string> = new Map([
  ['c', 'sC'],
  ['d', 'i'],
  ['j', 'e'],
  ['k', 'h'],
  ['p', 'f'],
  ['s', 'S'],
  ['t', 'XC'],
  ['y', 'e'],
  ['z', 'Z'],
]);

/** The first sound of a word or initial as one bit, so that several can be compared at once; 0 for what is no letter. `unit` as `Units.firstOf` gives it. */
export function soundBit(unit: number): number {
  const code = Math.abs(unit);
  if (code >= 0x61 && code <= 0x7a) return 1 << (code - 0x61);
  const at = CAPITALS.indexOf(code);
  return at < 0 ? 0 : 1 << (26 + at);
}

const CAPITALS: readonly number[] = Array.from('SZCX', (letter) => letter.charCodeAt(0));
