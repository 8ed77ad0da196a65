import type { Dictionary } from '../index/dictionary.ts';
import type { GlossaryUnit, NameKnowledge, PhraseNode } from '../knowledge.ts';
import { phraseAt } from '../name/phrases.ts';
import { latinise } from '../name/latinise.ts';
import { tokensOf } from '../name/tokens.ts';
import { skeletonOf } from '../name/word-part.ts';
import { baseForms } from './case-endings.ts';
import type { FinderTables } from './finder-file.ts';
import type { GlossaryWords } from './glossary-words.ts';
import { codeOfKey } from './key-code.ts';

/** What a word of a text can be in a name; bits of an entry's head from the ninth on. `begins`: a form or title of several words; `rare`: an anchor that counts in small letters too. */
export const WORD = { form: 1, title: 2, trade: 4, place: 8, initial: 16, number: 32, begins: 64, rare: 128 } as const;

const SLOTS = 1 << 20;
/** Entries after which the table is emptied before the next piece of text. */
const FULL = SLOTS >> 1;
const FULL_POOL = 1 << 24;
const MOST_ANCHORS = 15;
const MOST_CODES = 15;

/**
 * What is known of each word that texts have had so far, by its hash, so that a word is normalised once. An entry is a place in `pool`:
 *
 *     anchors | codes << 4 | what it can be << 8, the units of the anchors, the codes
 */
export class WordEntries {
  pool = new Uint32Array(1 << 16);
  readonly #tags = new Uint32Array(SLOTS);
  readonly #places = new Uint32Array(SLOTS);
  #used = 1;
  #count = 0;
  readonly #dictionary: Dictionary;
  readonly #knowledge: NameKnowledge;
  readonly #anchorBits: Uint32Array;
  readonly #rareBits: Uint32Array;
  readonly #glossary: GlossaryWords;

  constructor(
    dictionary: Dictionary,
    knowledge: NameKnowledge,
    { anchorBits, rareBits }: Pick<FinderTables, 'anchorBits' | 'rareBits'>,
    glossary: GlossaryWords,
  ) {
    this.#rareBits = rareBits;
    this.#glossary = glossary;
    this.#dictionary = dictionary;
    this.#knowledge = knowledge;
    this.#anchorBits = anchorBits;
  }

  /** Makes room where need is; true where entries handed out before are then no longer valid. */
  refresh(): boolean {
    if (this.#count < FULL && this.#used < FULL_POOL) return false;
    this.#tags.fill(0);
    this.#used = 1;
    this.#count = 0;
    return true;
  }

  /** Entry of the word `text.slice(start, end)`, whose hash the caller has computed from its folded units. */
  of(hash: number, text: string, start: number, end: number): number {
    const tag = hash === 0 ? 1 : hash;
    let slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    for (let tries = 0; tries < 64; tries += 1, slot = (slot + 1) & (SLOTS - 1)) {
      const known = this.#tags[slot]!;
      if (known === tag) return this.#places[slot]!;
      if (known !== 0) continue;
      this.#tags[slot] = tag;
      this.#count += 1;
      return (this.#places[slot] = this.#add(text.slice(start, Math.min(end, start + LONGEST_WORD))));
    }
    return this.#add(text.slice(start, Math.min(end, start + LONGEST_WORD)));
  }

  isAnchor(unit: number): boolean {
    return (this.#anchorBits[unit >>> 5]! & (1 << (unit & 31))) !== 0;
  }

  #add(word: string): number {
    const anchors: number[] = [];
    const codes: number[] = [];
    let kinds = 0;
    const anchor = (key: string): void => {
      const unit = this.#dictionary.find(key);
      if (unit !== undefined && this.isAnchor(unit) && !anchors.includes(unit) && anchors.length < MOST_ANCHORS) {
        anchors.push(unit);
        if ((this.#rareBits[unit >>> 5]! & (1 << (unit & 31))) !== 0) kinds |= WORD.rare;
      }
    };
    const code = (key: string): void => {
      const value = codeOfKey(key);
      if (value !== 0 && !codes.includes(value) && codes.length < MOST_CODES) codes.push(value);
    };
    const glossary = ({ key, kind }: GlossaryUnit): void => {
      code(key);
      if (kind === 'form' || kind === 'title' || kind === 'trade' || kind === 'place') kinds |= WORD[kind];
      if (kind !== 'form' && kind !== 'title') anchor(key);
    };
    for (const [n, token] of tokensOf(word).entries()) {
      if (n > 2) break;
      if (/^\d+$/.test(token.text)) {
        if (token.text.length > 12) continue;
        kinds |= WORD.number;
        const key = `=${token.text.replace(/^0+(?=\d)/, '')}`;
        code(key);
        anchor(key);
        continue;
      }
      const latin = latinise(token.text);
      if (latin.length === 1) {
        kinds |= WORD.initial;
        code(`.${skeletonOf(latin, this.#knowledge)}`);
        continue;
      }
      const key = skeletonOf(latin, this.#knowledge);
      if (key === '') continue;
      code(key);
      anchor(key);
      this.#knowledge.givenNames.get(key)?.forEach(code);
      if (token.script === 'cyrillic')
        for (const form of baseForms(token.text)) {
          const base = skeletonOf(latinise(form), this.#knowledge);
          if (base.length < 3 && base !== key) code(base);
          anchor(base);
          this.#knowledge.givenNames.get(base)?.forEach(code);
        }
      const text = (token.script === 'cyrillic' ? this.#glossary.baseOf(token.text) : undefined) ?? token.text;
      phraseAt([{ ...token, text }], 0, this.#knowledge)?.units.forEach(glossary);
      const node = this.#knowledge.phrases.next.get(text);
      if (node !== undefined && node.next.size > 0) {
        longerPhrases(node, 3, ({ key: concept, kind }) => {
          code(concept);
          if (kind === 'form' || kind === 'title') kinds |= WORD.begins;
        });
      }
    }
    return this.push(kinds, anchors, codes);
  }

  /** Adds an entry that no word of a text asks for: of a part of a Han name. */
  push(kinds: number, allAnchors: readonly number[], allCodes: readonly number[]): number {
    const anchors = allAnchors.slice(0, MOST_ANCHORS);
    const codes = allCodes.slice(0, MOST_CODES);
    const size = 1 + anchors.length + codes.length;
    if (this.#used + size > this.pool.length) {
      const larger = new Uint32Array(this.pool.length * 2);
      larger.set(this.pool);
      this.pool = larger;
    }
    const at = this.#used;
    this.pool[at] = anchors.length | (codes.length << 4) | (kinds << 8);
    this.pool.set(anchors, at + 1);
    this.pool.set(codes, at + 1 + anchors.length);
    this.#used += size;
    return at;
  }
}

/** Longer runs of letters are no words of names. */
const LONGEST_WORD = 80;

/** Concepts of the phrases that go on from a node. */
function longerPhrases(node: PhraseNode, depth: number, visit: (unit: GlossaryUnit) => void): void {
  for (const next of node.next.values()) {
    next.units?.forEach(visit);
    if (depth > 1) longerPhrases(next, depth - 1, visit);
  }
}
