import type { NameKnowledge } from '../knowledge.ts';
import type { GlossaryUnit, PhraseNode } from '../name/phrase-tree.ts';
import { latinise } from '../name/latinise.ts';
import { LEAST_STEM, LONGEST_ENDING } from '../name/phrases.ts';
import type { NameToken } from '../name/tokens.ts';
import { skeletonOf } from '../name/word-part.ts';
import type { GlossaryWords } from './glossary-words.ts';

/** What a word begins: phrases as they are written, and as they are spelled in Latin letters. */
export interface Begun {
  readonly written: PhraseNode | undefined;
  readonly spelled: PhraseNode | undefined;
}

/** Words of phrases of the glossary, as a text has them. */
export class PhraseWords {
  readonly #knowledge: NameKnowledge;
  readonly #glossary: GlossaryWords;

  constructor(knowledge: NameKnowledge, glossary: GlossaryWords) {
    this.#knowledge = knowledge;
    this.#glossary = glossary;
  }

  /** Phrases of several words that begin with a word; undefined where there are none. */
  begunBy(token: NameToken): Begun | undefined {
    const { phrases, spelledPhrases } = this.#knowledge;
    const written = longer(phrases.next.get(this.written(token)));
    const spelled = token.script === 'latin' ? longer(spelledPhrases.next.get(this.#spelled(token))) : undefined;
    return written === undefined && spelled === undefined ? undefined : { written, spelled };
  }

  /** Calls `visit` with what the phrases mean that go on with a word; true where one does. */
  goOn({ written, spelled }: Begun, token: NameToken, visit: (unit: GlossaryUnit) => void): boolean {
    const nodes = written === undefined ? [] : nodesOf(written, this.written(token));
    if (spelled !== undefined && token.script === 'latin') nodes.push(...nodesOf(spelled, this.#spelled(token)));
    for (const node of nodes) {
      node.units?.forEach(visit);
      longerPhrases(node, visit, DEPTH - 1);
    }
    return nodes.length > 0;
  }

  /** True where a form or title is among the phrases. */
  isFormBegun({ written, spelled }: Begun): boolean {
    let is = false;
    for (const node of [written, spelled])
      if (node !== undefined) longerPhrases(node, ({ kind }) => (is ||= kind === 'form' || kind === 'title'));
    return is;
  }

  /** A word in the form in which phrases have it. */
  written({ text, script }: NameToken): string {
    return (script === 'cyrillic' ? this.#glossary.baseOf(text) : undefined) ?? text;
  }

  #spelled({ text }: NameToken): string {
    return skeletonOf(latinise(text), this.#knowledge);
  }
}

/** Words of a phrase behind its first, at most. */
const DEPTH = 3;

/** Concepts of the phrases that go on from a node. */
export function longerPhrases(node: PhraseNode, visit: (unit: GlossaryUnit) => void, depth = DEPTH): void {
  for (const next of node.next.values()) {
    next.units?.forEach(visit);
    if (depth > 1) longerPhrases(next, visit, depth - 1);
  }
}

function longer(node: PhraseNode | undefined): PhraseNode | undefined {
  return node === undefined || node.next.size === 0 ? undefined : node;
}

/** Nodes behind a node of a word as it stands, and of its stems. */
export function nodesOf({ next }: PhraseNode, word: string): PhraseNode[] {
  const nodes: PhraseNode[] = [];
  const exact = next.get(word);
  if (exact !== undefined) nodes.push(exact);
  for (let length = word.length - 1; length >= Math.max(LEAST_STEM, word.length - LONGEST_ENDING); length -= 1) {
    const stem = next.get(word.slice(0, length));
    if (stem?.stem !== undefined) nodes.push(stem);
  }
  return nodes;
}
