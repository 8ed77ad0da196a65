import type { GlossaryUnit, NameKnowledge, PhraseNode } from '../knowledge.ts';
import { romanNumber } from '../name/numbers.ts';
import { LEAST_STEM, LONGEST_ENDING, phraseAt } from '../name/phrases.ts';
import type { NameToken } from '../name/tokens.ts';
import { skeletonOf } from '../name/word-part.ts';
import type { GlossaryWords } from './glossary-words.ts';

/** Says of which words the glossary may have something to say, in a phrase too, wherever in it they stand. */
export class GlossaryTouch {
  readonly #knowledge: NameKnowledge;
  readonly #glossary: GlossaryWords;
  readonly #words = new Set<string>();
  readonly #stems = new Set<string>();
  readonly #spelled = new Set<string>();

  constructor(knowledge: NameKnowledge, glossary: GlossaryWords) {
    this.#knowledge = knowledge;
    this.#glossary = glossary;
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
  phrasesFrom({ text, script }: NameToken): PhraseNode | undefined {
    const word = (script === 'cyrillic' ? this.#glossary.baseOf(text) : undefined) ?? text;
    const node = this.#knowledge.phrases.next.get(word);
    return node === undefined || node.next.size === 0 ? undefined : node;
  }

  goesOn({ next }: PhraseNode, word: string): boolean {
    if (next.has(word)) return true;
    for (let length = word.length; length >= Math.max(LEAST_STEM, word.length - LONGEST_ENDING); length -= 1)
      if (next.get(word.slice(0, length))?.stem !== undefined) return true;
    if (!CYRILLIC.test(word)) return false;
    const base = this.#glossary.baseOf(word);
    return base !== undefined && next.has(base);
  }

  /** What a word means by itself. */
  unitsOf(token: NameToken): readonly GlossaryUnit[] {
    const text = (token.script === 'cyrillic' ? this.#glossary.baseOf(token.text) : undefined) ?? token.text;
    return phraseAt([{ ...token, text }], 0, this.#knowledge)?.units ?? [];
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
