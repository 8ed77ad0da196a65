import { isVowel } from '../name/sound-codes.ts';
import { MAX_KEY, NINE, hardOrSoft, soundTable } from '../name/skeleton.ts';

/** Letters of a word that are looked at: a key has fewer. */
export const LONGEST_SPELLING = 160;

/**
 * `skeleton` over bytes of ASCII, without making strings: reads `length` lower-case letters and digits of `spelling`, writes the key into `out`
 * (`MAX_KEY` + 2 bytes at least) and gives its length. The same key for every word.
 */
export function skeletonBytes(spelling: Uint8Array, length: number, out: Uint8Array): number {
  const { children, sounds } = soundTable();
  let size = 0;
  let last = 0;
  for (let at = 0; at < length;) {
    // A cut key may still lose its last letter to the next one: two letters more than it keeps.
    if (size >= out.length) break;
    const first = spelling[at]!;
    let sound = 0;
    let used = 1;
    for (let node = children[first]!, n = 1; node !== 0; n += 1) {
      if (sounds[node] !== 0) {
        sound = sounds[node]!;
        used = n;
      }
      if (n > 3 || at + n >= length) break;
      node = children[(node << 7) | spelling[at + n]!]!;
    }
    if (sound === 0) sound = first === C ? hardOrSoft(at + 1 < length ? spelling[at + 1]! : 0) : first;
    at += used;
    for (; sound !== 0; sound >>>= 8) {
      const letter = sound & 0xff;
      if (last === I && letter === E) {
        out[size - 1] = last = E;
        if (size > 1 && out[size - 2] === E) size -= 1;
        continue;
      }
      if (letter !== last || letter <= NINE) {
        if (size < out.length) out[size] = letter;
        size += 1;
      }
      last = letter;
    }
  }
  if (size === 1 && isOwnWord(spelling, length)) {
    const whole = Math.min(length, MAX_KEY);
    for (let at = 0; at < whole; at += 1) out[at] = spelling[at]!;
    return whole;
  }
  return Math.min(size, MAX_KEY);
}

/** As in `skeleton`: longer than two letters, and no syllable of j or y and up to three vowels. */
function isOwnWord(spelling: Uint8Array, length: number): boolean {
  if (length < 3) return false;
  if (length > 4 || (spelling[0] !== J && spelling[0] !== Y)) return true;
  for (let at = 1; at < length; at += 1) if (!isVowel(spelling[at]!)) return true;
  return false;
}

const [J, Y] = [0x6a, 0x79];
const [C, E, I] = [0x63, 0x65, 0x69];
