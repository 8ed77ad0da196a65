import type { NameKnowledge } from '../knowledge.ts';
import type { PhraseNode } from '../name/phrase-tree.ts';
import { CYRILLIC_ENDINGS, SPELLED_ENDINGS } from '../name/phrases.ts';
import { PhraseFilter } from './phrase-filter.ts';
import { hashStep } from './word-filter.ts';
import { WORD } from './word-kinds.ts';

/**
 * Which words may be the second of a phrase of the glossary: most that could begin one (research, с) are followed by something else. Phrases as they are
 * written, and Cyrillic ones in Latin letters.
 */
export interface GoingOnWords {
  readonly written: SecondWords;
  readonly spelled: SecondWords;
}

export function goingOn({ phrases, spelledPhrases }: NameKnowledge): GoingOnWords {
  return { written: new SecondWords(phrases, CYRILLIC_ENDINGS), spelled: new SecondWords(spelledPhrases, SPELLED_ENDINGS) };
}

/** The second words of some phrases. */
export class SecondWords {
  readonly #all: PhraseFilter;
  /** Of forms and titles. */
  readonly #forms: PhraseFilter;
  /** Letters of the word that is asked for, and hashes of its beginnings. Used again for each. */
  #letters = new Uint16Array(64);
  #prefix = new Int32Array(65);

  constructor(root: PhraseNode, endings: RegExp) {
    const all = [...root.next.values()].flatMap(({ next }) => [...next]);
    this.#all = new PhraseFilter(all, endings);
    this.#forms = new PhraseFilter(
      all.filter(([, node]) => leadsToForm(node)),
      endings,
    );
  }

  /** What a word may be among them, bits of {@link WORD}. `letters`, `prefix`: as for {@link PhraseFilter}. */
  kinds(letters: ArrayLike<number>, prefix: Int32Array, length: number): number {
    if (!this.#all.may(letters, prefix, length)) return 0;
    return this.#forms.may(letters, prefix, length) ? WORD.second | WORD.goesOn : WORD.second;
  }

  kindsOf(word: string): number {
    if (word.length > this.#letters.length) {
      this.#letters = new Uint16Array(word.length * 2);
      this.#prefix = new Int32Array(word.length * 2 + 1);
    }
    const letters = this.#letters;
    const prefix = this.#prefix;
    for (let at = 0; at < word.length; at += 1) {
      letters[at] = word.charCodeAt(at);
      prefix[at + 1] = hashStep(prefix[at]!, letters[at]!);
    }
    return this.kinds(letters, prefix, word.length);
  }
}

function leadsToForm({ units, stem, next }: PhraseNode): boolean {
  for (const unit of [...(units ?? []), ...(stem ?? [])]) if (unit.kind === 'form' || unit.kind === 'title') return true;
  for (const node of next.values()) if (leadsToForm(node)) return true;
  return false;
}
