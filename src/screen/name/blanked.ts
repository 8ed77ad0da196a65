/** A text with blanks in place of a span, so that all else keeps its offsets. */
export function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
}

/** A text with blanks in place of all but a span. */
export function keep(text: string, from: number, to: number): string {
  return blank(blank(text, 0, from), to, text.length);
}
