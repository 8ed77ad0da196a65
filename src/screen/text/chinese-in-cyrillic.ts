import { palladiusSyllables, pinyinOfPalladius } from '../../text/readings/palladius.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { skeletonOf } from '../name/word-part.ts';

/** Letters of a case ending behind the last syllable, at most: Хуасином. */
const ENDING = 2;
const FIRST = 0x430;
const LETTERS = 32;
/** Endings begin with these. */
const VOWELS: readonly number[] = Array.from('аеиоуыюя', (char) => char.charCodeAt(0) - FIRST);
/** Between syllables it says nothing. */
const HARD_SIGN = 0x44a;
/** Shorter words are Russian ones, or spelled alike in both systems. */
const LEAST = 3;

/**
 * Says quickly of Cyrillic words whether they may be Chinese as Palladius' system writes it, inflected or not: a deterministic automaton over the letters of the syllables, made of their
 * trie by the subset construction. A word that is none is left after a few letters.
 */
export class ChineseInCyrillic {
  /** For each state and letter the next state; 0 where no syllable goes on so. */
  readonly #next: Uint16Array;
  /** 1 for each state in which a syllable may have ended. */
  readonly #ends: Uint8Array;

  constructor() {
    const trie: { readonly next: Map<number, number>; end: boolean }[] = [{ next: new Map(), end: false }];
    for (const syllable of palladiusSyllables()) {
      let node = 0;
      for (const char of syllable) {
        const letter = char.charCodeAt(0) - FIRST;
        let next = trie[node]!.next.get(letter);
        if (next === undefined) {
          next = trie.push({ next: new Map(), end: false }) - 1;
          trie[node]!.next.set(letter, next);
        }
        node = next;
      }
      trie[node]!.end = true;
    }
    // State 0 is none, state 1 the beginning.
    const states: (readonly number[])[] = [[], [0]];
    const known = new Map([['0', 1]]);
    const rows: number[] = Array.from({ length: LETTERS }, () => 0);
    for (let state = 1; state < states.length; state += 1) {
      const nodes = states[state]!;
      for (let letter = 0; letter < LETTERS; letter += 1) {
        const to = new Set<number>();
        for (const node of nodes) {
          const next = trie[node]!.next.get(letter);
          if (next !== undefined) to.add(next);
          if (next !== undefined && trie[next]!.end) to.add(0);
        }
        if (letter === HARD_SIGN - FIRST && nodes.includes(0)) to.add(0);
        const all = [...to].toSorted((a, b) => a - b);
        const key = all.join(' ');
        let number = all.length === 0 ? 0 : known.get(key);
        if (number === undefined) known.set(key, (number = states.push(all) - 1));
        rows.push(number);
      }
    }
    this.#next = Uint16Array.from(rows);
    this.#ends = Uint8Array.from(states, (nodes) => Number(nodes.includes(0)));
  }

  /** False where the first `length` of the folded units are surely none. */
  may(folded: ArrayLike<number>, length: number): boolean {
    if (length < LEAST) return false;
    let state = 1;
    for (let at = 0; at < length; at += 1) {
      const letter = folded[at]! - FIRST;
      if (letter < 0 || letter >= LETTERS) return false;
      if (at > 0 && length - at <= ENDING && this.#ends[state] === 1 && VOWELS.includes(letter)) return true;
      state = this.#next[state * LETTERS + letter]!;
      if (state === 0) return false;
    }
    return this.#ends[state] === 1;
  }
}

let known: ChineseInCyrillic | undefined;

/** Made once, when it is first asked for. */
export function chineseInCyrillic(): ChineseInCyrillic {
  return (known ??= new ChineseInCyrillic());
}

/** Keys of the pinyin of a folded Cyrillic word as {@link ChineseInCyrillic} takes words; [] where it is none, or readings are off. */
export function pinyinKeysOf(word: string, knowledge: NameKnowledge): readonly string[] {
  if (word.length < LEAST || knowledge.off.has('readings')) return [];
  return pinyinOfPalladius(word).map((pinyin) => skeletonOf(pinyin, knowledge));
}
