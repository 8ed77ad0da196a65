import { KIND } from './fold-table.ts';

/**
 * Letters of the Cyrillic alphabets that look like a Latin one in lower or upper case, and that Latin letter.
 * Both strings are lower case: В and B are taken for one another, so в and b are.
 */
const CYRILLIC = 'авекмнорстухіјѕһԁԛԝ';
const LATIN = 'abekmhopctyxijshdqw';

/** Cyrillic unit → the Latin unit that looks like it. */
export const LATIN_OF_CYRILLIC: ReadonlyMap<number, number> = new Map(pairs(CYRILLIC, LATIN));

/** Latin unit → the Cyrillic unit that looks like it. */
export const CYRILLIC_OF_LATIN: ReadonlyMap<number, number> = new Map(pairs('abekmhopctyxijs', 'авекмнорстухіјѕ'));

function pairs(from: string, to: string): [number, number][] {
  return Array.from(from, (char, index) => [char.charCodeAt(0), to.charCodeAt(index)]);
}

/**
 * Settles each word that mixes Latin and Cyrillic letters: if all letters of one alphabet in it look like the other's, they become
 * the other's (where both would do, the alphabet with fewer letters gives way, Cyrillic on a tie). Other mixed words stay.
 */
export function resolveLookAlikes(units: number[], kind: Uint8Array): number[] {
  let start = 0;
  while (start < units.length) {
    let latin = 0;
    let cyrillic = 0;
    let end = start;
    for (; end < units.length; end += 1) {
      const what = kind[units[end] ?? 0];
      if (what === KIND.latin) latin += 1;
      else if (what === KIND.cyrillic) cyrillic += 1;
      else if (what !== KIND.digit) break;
    }
    if (latin > 0 && cyrillic > 0) resolveWord(units, start, end, latin < cyrillic, kind);
    start = end + 1;
  }
  return units;
}

function resolveWord(units: number[], start: number, end: number, preferCyrillic: boolean, kind: Uint8Array): void {
  const ways = preferCyrillic ? [toCyrillic, toLatin] : [toLatin, toCyrillic];
  for (const way of ways) {
    const word = units.slice(start, end).map((unit) => way(unit, kind));
    if (word.includes(-1)) continue;
    for (const [offset, unit] of word.entries()) units[start + offset] = unit;
    return;
  }
}

function toLatin(unit: number, kind: Uint8Array): number {
  return kind[unit] === KIND.cyrillic ? (counterpart(LATIN_OF_CYRILLIC, unit) ?? -1) : unit;
}

function toCyrillic(unit: number, kind: Uint8Array): number {
  return kind[unit] === KIND.latin ? (counterpart(CYRILLIC_OF_LATIN, unit) ?? -1) : unit;
}

/** Look-alike of a letter in either case: folded text that kept its case has capitals too. */
function counterpart(map: ReadonlyMap<number, number>, unit: number): number | undefined {
  const same = map.get(unit);
  if (same !== undefined) return same;
  const lower = String.fromCharCode(unit).toLowerCase().charCodeAt(0);
  const other = map.get(lower);
  return other === undefined ? undefined : String.fromCharCode(other).toUpperCase().charCodeAt(0);
}
