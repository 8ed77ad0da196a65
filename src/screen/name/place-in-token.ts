import type { NameToken } from './tokens.ts';

/**
 * Where a piece of the text of a token stands in the name, as UTF-16 offsets: tokens of Han have the characters without the blanks and line breaks between them.
 * Undefined where folding changed the length otherwise.
 */
export function placeIn(
  { text, start: from, end: to }: NameToken,
  start: number,
  end: number,
  name: string,
): { readonly start: number; readonly end: number } | undefined {
  if (to - from === text.length) return { start: from + start, end: from + end };
  const places: number[] = [];
  for (let at = from; at < to; at += 1) if (!BLANK.test(name.charAt(at))) places.push(at);
  const [first, last] = [places[start], places[end - 1]];
  return places.length === text.length && first !== undefined && last !== undefined ? { start: first, end: last + 1 } : undefined;
}

const BLANK = /\s/u;
