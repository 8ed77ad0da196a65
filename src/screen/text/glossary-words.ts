import type { NameKnowledge } from '../knowledge.ts';
import type { PhraseNode } from '../name/phrase-tree.ts';
import { tokensOf } from '../name/tokens.ts';
import { Recent } from '../recent.ts';
import { baseForms } from './case-endings.ts';
import { ownSlice } from './own-slice.ts';

/** Brings inflected Russian and Ukrainian words to the form in which phrases of the glossary have them: обществом → общество. */
export class GlossaryWords {
  readonly #words = new Set<string>();
  /** Forms of words that came before: `undefined` of those that have none. */
  readonly #bases = new Recent<string, { readonly base: string | undefined }>(MOST_REMEMBERED);

  constructor(knowledge: NameKnowledge) {
    this.#collect(knowledge.phrases);
  }

  /** All words that {@link baseOf} may give. */
  all(): ReadonlySet<string> {
    return this.#words;
  }

  /** The form of a folded Cyrillic word that the glossary has, where it has this one not. */
  baseOf(word: string): string | undefined {
    return (this.#bases.get(word) ?? this.#bases.set(ownSlice(word, 0, word.length), { base: this.#lookUp(word) })).base;
  }

  #lookUp(word: string): string | undefined {
    if (this.#words.has(word)) return undefined;
    const known = baseForms(word).filter((form) => form.length >= LEAST_GLOSSARY_WORD && this.#words.has(form));
    if (known.length < 2) return known[0];
    // Of общества and общество, both of which phrases have, the nominative.
    return known.find((form) => !baseForms(form).some((base) => known.includes(base))) ?? known[0];
  }

  /** A text with such words put into that form; the rest as it is written. */
  normalise(text: string): string {
    if (!CYRILLIC.test(text)) return text;
    let out = '';
    let from = 0;
    for (const token of tokensOf(text)) {
      const base = token.script === 'cyrillic' ? this.baseOf(token.text) : undefined;
      if (base === undefined) continue;
      out += text.slice(from, token.start) + base;
      from = token.end;
    }
    return out + text.slice(from);
  }

  #collect(node: PhraseNode): void {
    for (const [word, next] of node.next) {
      if (CYRILLIC.test(word) && next.stem === undefined) this.#words.add(word);
      this.#collect(next);
    }
  }
}

const MOST_REMEMBERED = 20_000;
/** Shorter words are rather others that happen to end so. */
export const LEAST_GLOSSARY_WORD = 6;
const CYRILLIC = /[\u0400-\u052f]/;
