import type { NameKnowledge } from '../knowledge.ts';
import type { GlossaryUnit, PhraseNode } from '../name/phrase-tree.ts';
import { romanNumber } from '../name/numbers.ts';
import { LEAST_STEM, LONGEST_ENDING, phraseAt } from '../name/phrases.ts';
import type { NameToken } from '../name/tokens.ts';
import { skeletonOf } from '../name/word-part.ts';
import type { GlossaryWords } from './glossary-words.ts';
import { PhraseWords, nodesOf, type Begun } from './phrase-words.ts';

/** Says of which words the glossary may have something to say, in a phrase too, wherever in it they stand. */
export class GlossaryTouch {
  readonly #knowledge: NameKnowledge;
  readonly #glossary: GlossaryWords;
  readonly #phrases: PhraseWords;
  readonly #words = new Set<string>();
  readonly #stems = new Set<string>();
  readonly #spelled = new Set<string>();

  constructor(knowledge: NameKnowledge, glossary: GlossaryWords) {
    this.#knowledge = knowledge;
    this.#glossary = glossary;
    this.#phrases = new PhraseWords(knowledge, glossary);
    collect(knowledge.phrases, this.#words, this.#stems);
    // Stems among them: what is spelled like one is left alone too.
    collect(knowledge.spelledPhrases, this.#spelled, this.#spelled);
  }

  /** True of a word that is surely no more than itself, whatever stands beside it. `latin`: its letters in Latin ones. */
  isPlain(token: NameToken, latin: string): boolean {
    const { text, script } = token;
    if (text.length < SHORTEST || (script !== 'latin' && script !== 'cyrillic') || /\d/.test(text)) return false;
    const { titles, particles } = this.#knowledge;
    for (const word of [text, latin])
      if (titles.has(word) || particles.has(word) || GENERATION.test(word) || romanNumber(word) !== undefined) return false;
    if (this.#words.has(text) || begins(this.#stems, text) || phraseAt([token], 0, this.#knowledge) !== undefined) return false;
    if (script === 'cyrillic') return this.#glossary.baseOf(text) === undefined;
    const key = skeletonOf(latin, this.#knowledge);
    return !this.#spelled.has(key) && !begins(this.#spelled, key);
  }

  /** Phrases that a word begins and others go on. */
  begunBy(token: NameToken): Begun | undefined {
    return this.#phrases.begunBy(token);
  }

  /** Whether phrases may go on with a word. `key`: of the word as it is spelled. */
  mayGoOn({ written, spelled }: Begun, word: string, key: string): boolean {
    return (written !== undefined && this.goesOn(written, word)) || (spelled !== undefined && nodesOf(spelled, key).length > 0);
  }

  /** Whether a blank may have torn a long word of the glossary into these. */
  mayBeOne(word: string, next: string): boolean {
    return this.#knowledge.longWords.has(word + next);
  }

  goesOn(node: PhraseNode, word: string): boolean {
    if (nodesOf(node, word).length > 0) return true;
    if (!CYRILLIC.test(word)) return false;
    const base = this.#glossary.baseOf(word);
    return base !== undefined && node.next.has(base);
  }

  /** What a word means by itself. */
  unitsOf(token: NameToken): readonly GlossaryUnit[] {
    return phraseAt([{ ...token, text: this.#phrases.written(token) }], 0, this.#knowledge)?.units ?? [];
  }
}

const SHORTEST = 4;
const CYRILLIC = /[\u0400-\u052f]/;
const GENERATION = /^(?:senior|junior)$/;

/** True where a stem and an ending make the word. */
function begins(stems: ReadonlySet<string>, word: string): boolean {
  for (let length = word.length; length >= Math.max(LEAST_STEM, word.length - LONGEST_ENDING); length -= 1)
    if (stems.has(word.slice(0, length))) return true;
  return false;
}

function collect(node: PhraseNode, words: Set<string>, stems: Set<string>): void {
  for (const [word, next] of node.next) {
    (next.stem === undefined ? words : stems).add(word);
    collect(next, words, stems);
  }
}
