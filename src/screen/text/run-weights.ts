import type { GlossaryTouch } from './glossary-touch.ts';
import type { WordKeys } from './word-keys.ts';

/** What each of some words weighs in the name of an organisation: at least where nothing corresponds to it; and at most, with at most so many bits, where something does. */
export interface RunWeights {
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly bits: readonly number[];
  /** Those that are words of their own, a bit each. */
  readonly own: number;
}

/**
 * Weighs words without reading them together: each by itself, and those that may be parts of a phrase by what they may weigh at all. `isQuoted`: do quotation marks begin before a word?
 * Linear in the words.
 */
export function runWeights(words: readonly WordKeys[], isQuoted: (word: number) => boolean, glossary: GlossaryTouch): RunWeights {
  const least: number[] = [];
  const most: number[] = [];
  const bits: number[] = [];
  const { phrased, mended } = words.length > MOST_WORDS ? { phrased: EVERY, mended: 0 } : togetherIn(words, glossary);
  const isCyrillic = words.some(({ text }) => CYRILLIC.test(text));
  // НПО «Вектор»: letters before a name are what kind of body it is. A Latin letter or two may stand for Cyrillic ones.
  const isChanged = ({ text }: WordKeys, m: number): boolean =>
    (mended & (1 << m)) !== 0 ||
    (text.length <= KIND_OF_BODY && m + 1 < words.length && isQuoted(m + 1)) ||
    (text.length <= LOOK_ALIKE && isCyrillic);
  const changed = words.map(isChanged);
  const apart = words.map(({ apart: read }, m) => (changed[m]! || (phrased & (1 << m)) !== 0 ? undefined : read()));
  const areAllApart = !apart.includes(undefined);
  // A name whose only content is a trade word is called by it: that weighs more then.
  const isOne = apart.filter((one) => one?.content === true).length < 2;
  const seen = new Set<string>();
  let own = 0;
  for (const [m, { weights }] of words.entries()) {
    const any = weights();
    const known = apart[m];
    const isPlain = any.plain && !changed[m]!;
    if (isPlain || known?.own === true) own |= 1 << m;
    const isOwn = known !== undefined && known.concepts.length === 0;
    // What is said twice counts once.
    const again = !isOwn && (!areAllApart || known!.concepts.some((concept) => seen.has(concept)));
    known?.concepts.forEach((concept) => seen.add(concept));
    least.push(known === undefined || known.weight === 0 ? (isPlain ? any.least[1] : 0) : again ? known.weight * AGAIN : known.weight);
    const isExact = known !== undefined && known.exact && (isOwn || !isOne);
    most.push(isExact ? known.weight : any.most[1]);
    bits.push(isExact ? known.bits : any.bits[1]);
  }
  return { least, most, bits, own };
}

/** Words that may be read together with others, a bit each: as parts of a phrase, and as pieces of one word. */
function togetherIn(words: readonly WordKeys[], glossary: GlossaryTouch): { readonly phrased: number; readonly mended: number } {
  let phrased = 0;
  let mended = 0;
  for (const [m, { text, begun }] of words.entries()) {
    if (text === '') phrased |= PHRASE << m;
    const next = words[m + 1];
    if (next === undefined) break;
    if (begun !== undefined && (next.text === '' || glossary.mayGoOn(begun, next.text, next.plain[0] ?? ''))) phrased |= PHRASE << m;
    if (glossary.mayBeOne(text, next.text)) mended |= 0b11 << m;
  }
  return { phrased, mended };
}

/** More words may be more parts than a name has. */
const MOST_WORDS = 12;
const EVERY = -1;
/** A word and those behind it that may be of its phrase. */
const PHRASE = 0b11111;
/** What a concept weighs that was named before, see `settleParts`. */
const AGAIN = 0.1;
const LOOK_ALIKE = 2;
const KIND_OF_BODY = 5;
const CYRILLIC = /[\u0400-\u052f]/;
