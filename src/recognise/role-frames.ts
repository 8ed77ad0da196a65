import type { RoleWord } from '../catalogue/catalogue.ts';
import { SENTENCE_END } from './sentence-end.ts';
import { firstAbove } from './signals.ts';
import type { RoleHit } from './signals.ts';
import type { WalkedText } from './verify.ts';

/** How far a word governs its sentence, in folded units. */
const FRAME_REACH = 160;

/** Words that govern their sentences beyond their clauses, and those that end such a reign. */
export class RoleFrames {
  readonly #hits: readonly RoleHit[];
  readonly #starts: readonly number[];
  readonly #text: WalkedText;

  /** `hits` in the order of their starts. */
  constructor(hits: readonly RoleHit[], text: WalkedText) {
    this.#hits = hits.filter(({ word }) => word.frame || isBreak(word));
    this.#starts = this.#hits.map(({ start }) => start);
    this.#text = text;
  }

  /**
   * The word that governs the sentence of a term at `start`: the nearest `frame` word before it, unless a word for goods stands between,
   * or the sentence ends. Behind "as well as" only what is done with goods goes on. What is repaired or maintained governs no further than the first number: what is counted is bought.
   */
  governing(start: number, concept: string): RoleHit | null {
    let isOther = false;
    for (let at = firstAbove(this.#starts, start - 1) - 1; at >= 0; at -= 1) {
      const hit = this.#hits[at];
      if (hit === undefined || start - hit.end > FRAME_REACH) return null;
      if (hit.end > start) continue;
      if (isBreak(hit.word)) return null;
      const { role, concepts } = hit.word;
      if (role === 'goods') {
        isOther = true;
        continue;
      }
      if (isOther && role !== 'service') return null;
      if (concepts !== null && !concepts.includes(concept)) continue;
      return isOneSentence(this.#text, hit.end, start, role === 'service') ? hit : null;
    }
    return null;
  }
}

function isBreak({ role, side, closes }: RoleWord): boolean {
  return role === 'goods' && side !== 'after' && !closes;
}

/** No end of a sentence between two folded positions; with `noNumber`, no digit either. */
function isOneSentence({ text, walked }: WalkedText, from: number, to: number, noNumber: boolean): boolean {
  const between = text.slice(walked.starts[from] ?? 0, walked.starts[to] ?? 0);
  return !SENTENCE_END.test(between) && !(noNumber && /\d/.test(between));
}
