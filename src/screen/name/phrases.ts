import type { NameKnowledge } from '../knowledge.ts';
import type { GlossaryUnit, PhraseNode } from './phrase-tree.ts';
import { compoundOf } from './compound-words.ts';
import { latinise } from './latinise.ts';
import { skeleton } from './skeleton.ts';
import type { NameToken } from './tokens.ts';
import { WordMemory } from './word-memory.ts';

export interface FoundPhrase {
  readonly units: readonly GlossaryUnit[];
  /** How many tokens it takes. */
  readonly tokens: number;
}

/**
 * The longest phrase of the glossary that begins with the token `at`: as written, or a Cyrillic one in Latin letters (Otkrytoe Aktsionernoe Obshchestvo),
 * or a long word with a slip of the pen (Limted).
 */
export function phraseAt(tokens: readonly NameToken[], at: number, knowledge: NameKnowledge): FoundPhrase | undefined {
  const token = tokens[at]!;
  const words = memory.of(knowledge);
  // Put together anew: a piece of a text would keep all of it in memory.
  const word = token.script + token.text;
  let known = words.get(word);
  if (known === undefined) words.set(word, (known = longestAt([token], 0, knowledge)));
  return known.open ? longestAt(tokens, at, knowledge).found : known.found;
}

/** The longest phrase among some tokens. `open`: more tokens might make more of it. */
interface Longest {
  readonly found: FoundPhrase | undefined;
  readonly open: boolean;
}

/** Of words by themselves: few begin a phrase of several. */
const memory = new WordMemory<Longest>(30_000);

function longestAt(tokens: readonly NameToken[], at: number, knowledge: NameKnowledge): Longest {
  const token = tokens[at]!;
  const written = longestPhrase(tokens, at, knowledge.phrases, wordOf, CYRILLIC_ENDINGS);
  if (token.script !== 'latin') return written.found === undefined ? { ...written, found: compoundAt(token, knowledge) } : written;
  const spelled = longestPhrase(tokens, at, knowledge.spelledPhrases, spellingOf, SPELLED_ENDINGS);
  return { found: betterOf(token, written.found, spelled.found, knowledge), open: written.open || spelled.open };
}

function betterOf(
  token: NameToken,
  written: FoundPhrase | undefined,
  spelled: FoundPhrase | undefined,
  knowledge: NameKnowledge,
): FoundPhrase | undefined {
  const { text } = token;
  if (spelled !== undefined && spelled.tokens > (written?.tokens ?? 0)) return spelled;
  if (written !== undefined || text.length < 6) return written;
  const compound = compoundAt(token, knowledge);
  if (compound !== undefined || knowledge.organisation.has(skeleton(text))) return compound;
  const slip =
    knowledge.slips.get(text) ??
    slipsOf(text)
      .map((one) => knowledge.slips.get(one))
      .find((one) => one !== undefined);
  return slip === undefined ? undefined : { units: slip, tokens: 1 };
}

/** A word of two of the glossary: турбомеханический. */
function compoundAt(token: NameToken, { phrases, spelledPhrases }: NameKnowledge): FoundPhrase | undefined {
  const alone = (
    text: string,
    root: PhraseNode,
    keyOf: (token: NameToken) => string | undefined,
    endings: RegExp,
  ): FoundPhrase | undefined => longestPhrase([{ ...token, text }], 0, root, keyOf, endings).found;
  const units = compoundOf(
    token,
    (word) => phrases.next.get(word)?.units ?? phrases.next.get(word.slice(0, -1))?.stem ?? spelledPhrases.next.get(word)?.units,
    (word) =>
      alone(word, phrases, wordOf, CYRILLIC_ENDINGS)?.units ??
      (token.script === 'latin' ? alone(word, spelledPhrases, spellingOf, SPELLED_ENDINGS)?.units : undefined),
  );
  return units && { units, tokens: 1 };
}

/** Puts together what a stray blank tore apart: two neighbouring tokens that only together are a long word of the glossary. */
export function mendSplitWords(tokens: readonly NameToken[], knowledge: NameKnowledge): readonly NameToken[] {
  const { longWords } = knowledge;
  const mended: NameToken[] = [];
  for (const token of tokens) {
    const before = mended.at(-1);
    const apart =
      before === undefined ||
      before.script !== token.script ||
      token.script === 'han' ||
      !longWords.has(before.text + token.text) ||
      // Steel Works are two words that happen to be one as well.
      (isWord(before, knowledge) && isWord(token, knowledge));
    if (apart) mended.push(token);
    else mended[mended.length - 1] = { ...before, text: before.text + token.text, end: token.end };
  }
  return mended;
}

function isWord({ text }: NameToken, { phrases }: NameKnowledge): boolean {
  return phrases.next.get(text)?.units !== undefined;
}

function wordOf(token: NameToken): string | undefined {
  return token.script === 'han' ? undefined : token.text;
}

/** Short Latin words are rather words of their own than Russian ones spelled out. */
function spellingOf(token: NameToken): string | undefined {
  return token.script === 'latin' ? skeleton(latinise(token.text)) : undefined;
}

function longestPhrase(
  tokens: readonly NameToken[],
  at: number,
  root: PhraseNode,
  keyOf: (token: NameToken) => string | undefined,
  endings: RegExp,
): Longest {
  let node = root;
  let found: FoundPhrase | undefined;
  for (let n = at; n < tokens.length; n += 1) {
    const word = keyOf(tokens[n]!);
    if (word === undefined) return { found, open: false };
    const exact = node.next.get(word);
    const stem = exact?.units === undefined ? stemNode(node, word, endings) : undefined;
    const units = exact?.units ?? stem?.stem;
    if (units !== undefined) found = { units, tokens: n + 1 - at };
    const next = exact ?? stem;
    if (next === undefined || next.next.size === 0) return { found, open: false };
    node = next;
  }
  return { found, open: true };
}

function stemNode(node: PhraseNode, word: string, endings: RegExp): PhraseNode | undefined {
  for (let length = word.length; length >= Math.max(LEAST_STEM, word.length - LONGEST_ENDING); length -= 1) {
    const next = node.next.get(word.slice(0, length));
    if (next?.stem !== undefined && endings.test(word.slice(length))) return next;
  }
  return undefined;
}

/** Letters of a stem at least, and of an ending of {@link CYRILLIC_ENDINGS} at most: -овского. */
export const LEAST_STEM = 3;
export const LONGEST_ENDING = 7;

/** Endings of case, number and gender after a stem (ru, uk, be); also -н-, -ск- before them, as stems of the glossary leave them to the reader. */
export const CYRILLIC_ENDINGS =
  /^(?:(?:[оеи][вн]|ь)?ск(?:ий|ая|ое|ие|ого|ой|ому|им|их)|ь(?:[яею]|его|ей|их)|(?:ь?[нс]?ь?[кн])?(?:[аеиоуыэюяьйіїє]|ью|[оеиыі][йеяхмв]|ае|[ая]й|[ая]га|[ая]му|[аяіи]ях?|[аяіиы][мх]?[иі]?|ого|его|ому|ему|[ую]ю|ями|ами|иях|ием|[иі]й|[оеє]ю|ів|їв)|ість|ості|ость|ости|ск|н)?$/;
/** The same as skeletons of Latin spellings; without the bare consonants, which Latin words end in for reasons of their own. */
export const SPELLED_ENDINGS =
  /^(?:(?:[ns]?[kn])?(?:[aeiou]|[oei][ieahmv]|ae|ai|aga|amu|[aei]ah?|[aei]mi?|ogo|ego|omu|emu|ui|iu|iami|ami|iah|iem|aia)|ost|osti)?$/;

/** A word with each letter left out once: what one slip makes of it is found through them. */
export function slipsOf(word: string): readonly string[] {
  return Array.from(word, (_, n) => word.slice(0, n) + word.slice(n + 1));
}
