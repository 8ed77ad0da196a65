/** The text from `start` to `end` as a string of its own: a slice keeps the whole text for as long as something remembers the slice. */
export function ownSlice(text: string, start: number | undefined, end: number | undefined): string {
  return ` ${text.slice(start, end)}`.slice(1);
}
