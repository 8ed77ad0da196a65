import type { NamePart } from './name-part.ts';
import { isPatronymicKey } from './patronymic.ts';

/** What a middle name weighs of what it would as a first or last one: most lists and customers leave it out. */
const MIDDLE_SHARE = 0.7;

/**
 * Makes names between a person's first and last one lighter, in Latin letters: George Herbert Walker Bush; BUSH, George Herbert Walker. Not where a patronymic says another order,
 * nor in names of syllables (Kim Jong Un).
 */
export function lightenMiddleNames(parts: readonly NamePart[], name: string): readonly NamePart[] {
  const words = parts.filter(({ kind }) => kind === 'word');
  if (words.length < 3 || words.length > 6 || words.some((word) => !isPlain(word)) || areSyllables(words)) return parts;
  // More than one word of the surname may be two surnames; behind it the second given name is the first middle one.
  const given = firstGiven(words, name);
  const middle = new Set(given > 0 ? words.slice(given + 1) : words.slice(1, -1));
  return parts.map((part) => (middle.has(part) ? { ...part, weight: part.weight * MIDDLE_SHARE } : part));
}

/** Which word is the first behind a surname that stands first, before a comma or in capitals alone: BUSH, George Walker; BUSH George Walker. 0 where none does. */
function firstGiven(words: readonly NamePart[], name: string): number {
  const comma = name.indexOf(',');
  const isBehind = ({ start, text }: NamePart): boolean => (comma > 0 ? start > comma : text !== text.toUpperCase());
  return Math.max(0, words.findIndex(isBehind));
}

function isPlain({ text, keys }: NamePart): boolean {
  return text.length > 1 && (isAscii(text) || LATIN.test(text)) && !isPatronymicKey(keys[0] ?? '');
}

/** Letters of ASCII, apostrophes and hyphens: most words in Latin letters are, and it is told in a fraction of the time. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const small = code | 0x20;
    if ((small < 0x61 || small > 0x7a) && code !== 0x27 && code !== 0x2d) return false;
  }
  return true;
}

const LATIN = /^[\p{Script=Latin}\p{M}'’-]{2,}$/u;

/** Syllables of Chinese, Korean or Vietnamese, as far as can be told: John Paul Smith is none, though each is one syllable. */
function areSyllables(words: readonly NamePart[]): boolean {
  return words.every(({ text }) => ONE_SYLLABLE.test(text)) && words.filter(({ keys }) => keys.some((key) => EASTERN.test(key))).length > 1;
}

const ONE_SYLLABLE = /^[^aeiouy]{0,3}[aeiouy]{1,3}[^aeiouy]{0,2}$/i;
/** Keys of a Korean syllable, and of a surname of the catalogue. */
const EASTERN = /^@(?:[\uac00-\ud7a3]|.*-surname$)/;
