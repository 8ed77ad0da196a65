import type { NamePart } from './name-part.ts';

/** Sign and code of initials in Russian: capitals stand for Cyrillic letters, so that they never meet Latin acronyms. */
export function russianKey(letters: string): string {
  return `^${Array.from(letters, (letter) => CODES.charAt(letter.charCodeAt(0) - 0x430)).join('')}`;
}

const CODES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** An abbreviation of so many letters may be set against the initials of what a name in another language means: ГРЧЦ, Main Radio Frequency Centre. */
export function isRussianAbbreviation(text: string): boolean {
  return /^[А-Я]{4,8}$/.test(text);
}

/**
 * The run of parts that all have meanings, forms left aside, with the initials of their Russian words: Central Institute of Aviation Motors is ЦИАМ.
 * Ends before a second name (named after …). Undefined for fewer than four letters and for more than eight.
 */
export function russianInitials(
  parts: readonly NamePart[],
): { readonly first: number; readonly length: number; readonly key: string } | undefined {
  const first = parts.findIndex(({ kind }) => kind !== 'form' && kind !== 'particle');
  if (first === -1) return undefined;
  let [letters, end] = ['', first];
  for (let at = first; at < parts.length; at += 1) {
    const { kind, russian, keys } = parts[at]!;
    if (kind === 'particle' && keys[0] !== '#named') continue;
    if (kind === 'particle' || kind === 'form') break;
    if (russian === undefined || kind === 'word') return undefined;
    letters += russian;
    end = at + 1;
  }
  return letters.length < 4 || letters.length > 8 ? undefined : { first, length: end - first, key: russianKey(withScience(letters)) };
}

/** An исследовательский институт is научно-исследовательский, as good as always. */
function withScience(letters: string): string {
  return letters.replace(/(?<!н)ии/, 'нии');
}
