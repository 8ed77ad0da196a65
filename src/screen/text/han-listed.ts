import type { NameKnowledge } from '../knowledge.ts';
import type { FinderTables } from './finder-file.ts';
import { BARE, hanHash } from './han-key.ts';
import { goesOnAsOther, isClosed, isOfPlace } from './later-han.ts';
import type { Hit } from './hit.ts';
import { ownSlice } from './own-slice.ts';
import type { SpanVerifier } from './span-verifier.ts';
import type { TextWords } from './text-words.ts';

/** Finds names listed in Han, character by character, whatever blanks, line breaks and brackets stand between. */
export class HanListed {
  readonly #words: TextWords;
  readonly #tables: FinderTables;
  readonly #verifier: SpanVerifier;
  readonly #knowledge: NameKnowledge;

  constructor(words: TextWords, tables: FinderTables, verifier: SpanVerifier, knowledge: NameKnowledge) {
    this.#knowledge = knowledge;
    this.#words = words;
    this.#tables = tables;
    this.#verifier = verifier;
  }

  find(text: string, keep: (hit: Hit) => void): void {
    const { hanBits, hanBuckets } = this.#tables;
    const { han, hanUnit } = this.#words;
    const bitMask = hanBits.length * 32 - 1;
    const mask = hanBuckets.length - 2;
    for (let at = 0; at + 1 < han; at += 1) {
      if (hanUnit[at] === 0 || hanUnit[at + 1] === 0) continue;
      const pair = hanHash(hanUnit, at, 2);
      if ((hanBits[(pair & bitMask) >>> 5]! & (1 << (pair & 31))) === 0) continue;
      for (let length = Math.min(4, han - at); length >= 2; length -= 1) {
        const bucket = (length === 2 ? pair : hanHash(hanUnit, at, length)) & mask;
        this.#inBucket(text, at, hanBuckets[bucket]!, hanBuckets[bucket + 1]!, keep);
      }
    }
  }

  #inBucket(text: string, at: number, from: number, to: number, keep: (hit: Hit) => void): void {
    const { hanEntries, hanOffsets, hanLeast, hanNames, hanUnits } = this.#tables;
    const { han, hanUnit, hanAt } = this.#words;
    for (let n = from; n < to; n += 1) {
      const entry = hanEntries[n]!;
      const first = hanOffsets[entry]!;
      const length = hanOffsets[entry + 1]! - first;
      const least = hanLeast[entry]! % BARE;
      const bare = hanLeast[entry]! >= BARE;
      if (at + least > han) continue;
      let same = 0;
      while (same < length && at + same < han && hanUnit[at + same] === hanUnits[first + same]) same += 1;
      if (same < least) continue;
      const name = hanNames[entry]!;
      const start = hanAt[at]!;
      const end = hanAt[at + same - 1]! + 1;
      if (bare && (isHanAt(text, start - 1) || goesOnInHan(text, end) || /\s/.test(text.slice(start, end)))) continue;
      if (least < length && (same === length || !this.#isCutOff(text, end))) continue;
      // Too far apart to be one name, whatever stands between.
      if (end - start > length * 2 + 12) continue;
      const verified = this.#verifier.verify(ownSlice(text, start, end), name);
      keep({
        ...verified,
        name,
        start,
        end,
        capital: true,
        quoted: false,
        form: false,
        isolated: true,
        titled: false,
        hints: 0,
        han: 'exact',
        longest: same >= LONG ? 99 : same,
        ...(least < length && { cut: true }),
      });
    }
  }

  /** True where a name that goes on as it is listed may end: no other name begins with the same words. */
  #isCutOff(text: string, end: number): boolean {
    return !isOfPlace(text, end) && !goesOnAsOther(text, end) && isClosed(text, end, this.#knowledge);
  }
}

/** A Han name of so many characters is no chance. */
const LONG = 4;

/** Over blanks, the end of a line or a bracket: what stands there may be the rest of another name (成都昊衡（重庆）物流). */
function goesOnInHan(text: string, end: number): boolean {
  const [gap = ''] = /^[\s（(]{0,4}/.exec(text.slice(end, end + 4)) ?? [];
  return isHanAt(text, end + gap.length);
}

function isHanAt(text: string, at: number): boolean {
  return /[\u3400-\u9fff]/.test(text.charAt(at));
}
