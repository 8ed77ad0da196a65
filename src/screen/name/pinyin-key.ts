import { PINYIN_SYLLABLES } from '../../text/readings/pinyin-syllables.ts';
import { soundsOf } from './skeleton.ts';

/**
 * Is a skeleton that of two or three syllables of pinyin, and so Chinese that hardly another language has such a word? `ksiaohong` is (Xiaohong), `marina` is not,
 * although ma, ri and na are syllables.
 */
export function isPinyinKey(key: string): boolean {
  return key.length >= LEAST && key.length <= MOST && CHINESE.test(key) && restIsPinyin(key, 0, 0);
}

/** Is it the skeleton of two or three such syllables, whatever else it may be? */
export function isSpelledInPinyin(key: string): boolean {
  return key.length <= MOST && restIsPinyin(key, 0, 0);
}

const LEAST = 6;
const MOST = 16;

/** Sounds that pinyin writes and few others do: x, zh, q before i; ng, iao, ian, uo and the like at the end of a syllable. */
const CHINESE = /ks[iu]|Z|X|ng|iao|ian|ia|ua|uo|ui|ao/;

const SYLLABLES: ReadonlySet<string> = new Set(Array.from(PINYIN_SYLLABLES, (syllable) => soundsOf(syllable)));
const LONGEST = Math.max(...Array.from(SYLLABLES, ({ length }) => length));

function restIsPinyin(key: string, at: number, syllables: number): boolean {
  if (at === key.length) return syllables > 1;
  if (syllables === 3) return false;
  for (let end = at + 1; end <= Math.min(key.length, at + LONGEST); end += 1) {
    if (!SYLLABLES.has(key.slice(at, end))) continue;
    // A skeleton writes a doubled letter once: Linna, lina.
    if (restIsPinyin(key, end, syllables + 1) || (end - at > 1 && end < key.length && restIsPinyin(key, end - 1, syllables + 1)))
      return true;
  }
  return false;
}
