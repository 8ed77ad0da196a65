/** A word of a text, in UTF-16 offsets. */
export interface NameLikeWord {
  readonly from: number;
  readonly to: number;
}

const LOWER_LATIN = 1;
const UPPER_LATIN = 2;
const LOWER_CYRILLIC = 4;
const UPPER_CYRILLIC = 8;
const DIGIT = 16;

const kinds = ((): Uint8Array => {
  const table = new Uint8Array(65_536);
  for (let code = 0; code < 0x0530; code += 1) {
    const char = String.fromCharCode(code);
    if (/[0-9]/.test(char)) table[code] = DIGIT;
    else if (/\p{Script=Latin}/u.test(char)) table[code] = /\p{Lu}/u.test(char) ? UPPER_LATIN : LOWER_LATIN;
    else if (/\p{Script=Cyrillic}/u.test(char)) table[code] = /\p{Lu}/u.test(char) ? UPPER_CYRILLIC : LOWER_CYRILLIC;
  }
  return table;
})();

/**
 * Words that may be names, with a capital first, or with digits or letters of two alphabets among their letters: at least `least` and at most
 * `most` characters long, `count` of them at most. One quick loop.
 */
export function nameLikeWords(text: string, least: number, most: number, count: number): readonly NameLikeWord[] {
  const words: NameLikeWord[] = [];
  const { length } = text;
  for (let at = 0; at < length;) {
    const first = kinds[text.charCodeAt(at)] ?? 0;
    at += 1;
    if (first === 0) continue;
    const from = at - 1;
    let all = first;
    for (; at < length; at += 1) {
      const kind = kinds[text.charCodeAt(at)] ?? 0;
      if (kind === 0) break;
      all |= kind;
    }
    if (at - from < least || at - from > most) continue;
    const isCapital = (first & (UPPER_LATIN | UPPER_CYRILLIC)) !== 0;
    const isMixed = (all & (LOWER_LATIN | UPPER_LATIN)) !== 0 && (all & (LOWER_CYRILLIC | UPPER_CYRILLIC)) !== 0;
    const hasDigit = (all & DIGIT) !== 0 && (all & ~DIGIT) !== 0;
    if (!isCapital && !isMixed && !hasDigit) continue;
    words.push({ from, to: at });
    if (words.length >= count) break;
  }
  return words;
}
