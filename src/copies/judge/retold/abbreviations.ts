import type { PreparedText } from '../../prepared-text.ts';

/** Two letters stand for too many words. */
const ABBREVIATION = /(?<![\p{L}\d])\p{Lu}{3,7}(?![\p{L}\d])/gu;

/** Words of fewer letters may be left out between those whose first letters an abbreviation has. */
const SHORT = 3;

/** A word of a name tells so much. */
const TELLING = 0.3;

/** So many abbreviations of a text are looked at. */
const MOST = 50;

/**
 * How many abbreviations of a text the other spells out, word by word (ЧПК: числовим програмним керуванням; ВПУ: вище професійне училище), and does not write. Linear.
 */
export function abbreviationsSpelled(one: PreparedText, other: PreparedText): number {
  const written = stretchOf(one);
  if (written === written.toUpperCase()) return 0;
  const initials = `${initialsOf(other, 1)}\n${initialsOf(other, SHORT)}`;
  const abbreviations = new Set<string>();
  for (const [abbreviation] of written.matchAll(ABBREVIATION)) {
    if (abbreviations.size >= MOST) break;
    abbreviations.add(abbreviation.toLowerCase());
  }
  return [...abbreviations].filter((one) => !other.keys.has(one) && initials.includes(one)).length;
}

/** First letters of telling words of so many letters in a row; what is no word ends a row, and so does a word of any notice: НМЦК and RFQ name no purchase. */
function initialsOf({ text, tokens, weights }: PreparedText, least: number): string {
  let initials = '';
  for (let n = 0; n < tokens.length; n += 1) {
    const { kind, start, end } = tokens[n]!;
    if (kind === 'word' && end - start < least) continue;
    initials += kind === 'word' && weights[n]! >= TELLING ? text.charAt(start).toLowerCase() : ' ';
  }
  return initials;
}

function stretchOf({ text, tokens }: PreparedText): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}
