import { latinise } from './latinise.ts';
import { isRussianAbbreviation, russianKey } from './russian-initials.ts';
import type { NameToken } from './tokens.ts';

/** Letters of an acronym. */
const FEWEST = 3;
const MOST = 8;

/**
 * Keys of the initials of a long name that an organisation's short word in capitals may be: in its own letters, transliterated (ЦНИИТ: Tsentralnyy nauchno-…),
 * and of one in another language. `text` is as written.
 */
export function acronymKeys(token: NameToken, text: string, latin: string): readonly string[] {
  const capitals = text === text.toUpperCase();
  const letters = token.script === 'latin' ? latin : text;
  if (letters.length < FEWEST || letters.length > MOST) return [];
  if (token.script === 'latin') return capitals || token.dotted ? [`^${latin}`] : [];
  if (token.script !== 'cyrillic' || !capitals) return [];
  const transliterated = `^${Array.from(token.text, (letter) => latinise(letter).charAt(0)).join('')}`;
  return isRussianAbbreviation(text) ? [transliterated, russianKey(token.text)] : [transliterated];
}

/** The same of a word of the glossary in Latin capitals, where it is all that a name has: MIT is German for "with" too. */
export function acronymOf(text: string): readonly string[] {
  return ACRONYM.test(text) ? [`^${text.toLowerCase()}`] : [];
}

const ACRONYM = new RegExp(`^[A-Z]{${FEWEST},${MOST}}$`);

/** ВЦ «Алмаз», RKB “Globus”: a few capitals before a name in quotes say what kind of body it is. `rest`: what follows it. */
export function isKindOfBody(text: string, rest: string): boolean {
  return text.length >= 2 && text.length <= 5 && /^\p{Lu}+$/u.test(text) && /^\s+[«“„‘"']\s*\p{L}{3}/u.test(rest);
}
