/** A hyphen at the end of a line inside a word. */
const HYPHENATED = /(?<=\p{L})[-‐]\r?\n[ \t]*(?=\p{Ll})/gu;

/** A span with the words put together that hyphens part at the ends of its lines; undefined where it has none. */
export function withoutBreaks(span: string): string | undefined {
  if (!span.includes('\n')) return undefined;
  const whole = span.replaceAll(HYPHENATED, '');
  return whole === span ? undefined : whole;
}

/** Whether the word that ends at `end` goes on at `start`, behind a hyphen and the end of its line. */
export function goesOnBelow(text: string, end: number, start: number): boolean {
  const sign = text.charCodeAt(end);
  return (sign === 0x2d || sign === 0x2010) && BREAK.test(text.slice(end + 1, start + 1));
}

const BREAK = /^\r?\n[ \t]*\p{Ll}$/u;
