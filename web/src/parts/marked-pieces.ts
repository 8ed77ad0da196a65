export interface Marked {
  readonly start: number;
  readonly end: number;
}

/** A text cut where marks begin and end, in order; overlapping marks are one, what lies outside of the text is left out. */
export function markedPieces(
  text: string,
  marks: readonly Marked[],
): readonly { readonly start: number; readonly text: string; readonly isMarked: boolean }[] {
  const pieces: { start: number; text: string; isMarked: boolean }[] = [];
  const add = (start: number, end: number, isMarked: boolean): void => {
    if (end > start) pieces.push({ start, text: text.slice(start, end), isMarked });
  };
  let at = 0;
  for (const [start, end] of joined(text.length, marks)) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, text.length, false);
  return pieces;
}

function joined(length: number, marks: readonly Marked[]): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const { start, end } of marks.toSorted((one, other) => one.start - other.start)) {
    const [from, to] = [Math.max(0, start), Math.min(length, end)];
    const last = spans.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) spans.push([from, to]);
  }
  return spans;
}

/** The words around a mark, cut at most so far from it, at a line's end where one is near; with where they begin. */
export function around(text: string, { start, end }: Marked, most = 90): { readonly start: number; readonly text: string } {
  const before = text.slice(Math.max(0, start - most), start);
  const after = text.slice(end, end + most);
  const from = start - before.length + (before.lastIndexOf('\n') + 1);
  const line = after.indexOf('\n');
  const to = end + (line < 0 ? after.length : line);
  // Half of a pair of surrogates is no character.
  const whole = from > 0 && isLow(text.charCodeAt(from)) ? from + 1 : from;
  return { start: whole, text: text.slice(whole, isLow(text.charCodeAt(to)) ? to - 1 : to) };
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
