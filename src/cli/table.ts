import { terminalLine } from './terminal-text.ts';

export interface Column {
  readonly head: string;
  readonly align?: 'left' | 'right';
  /** The column gives way when the terminal is narrow. */
  readonly shrink?: boolean;
  /** Of a column that shrinks: so many cells are its own before the others have more than the least. */
  readonly keep?: number;
}

/** Cells that a column keeps however narrow the terminal is. */
const LEAST = 6;

/** A table for people: columns as wide as their widest cell, the shrinking ones cut with `…` so that a row fits `width`. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const cells = [columns.map((column) => column.head), ...rows.map((row) => row.map(terminalLine))];
  const natural = columns.map((_, n) => Math.max(...cells.map((row) => displayWidth(row[n] ?? ''))));
  const widths = fit(natural, columns, width - 2 * (columns.length - 1));
  return cells
    .map((row) =>
      columns
        .map((column, n) => pad(row[n] ?? '', widths[n] ?? 0, column.align ?? 'left'))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Cells that a terminal gives to a text: two for a wide character (Han, Hangul, Kana, full-width forms). */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += isWide(char.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

function fit(natural: readonly number[], columns: readonly Column[], room: number): readonly number[] {
  const least = natural.map((one, n) => (columns[n]?.shrink ? Math.min(one, LEAST) : one));
  const kept = natural.map((one, n) => Math.min(one, columns[n]?.keep ?? 0));
  return grow(grow(least, kept, room), natural, room);
}

/** Gives what is left of `room` to the narrowest columns, none more than it wants. */
function grow(widths: readonly number[], wanted: readonly number[], room: number): readonly number[] {
  const grown = [...widths];
  for (let left = widths.reduce((rest, one) => rest - one, room); left > 0; left -= 1) {
    const hungry = grown.flatMap((one, n) => (one < (wanted[n] ?? 0) ? [n] : []));
    const [narrowest] = hungry.toSorted((a, b) => (grown[a] ?? 0) - (grown[b] ?? 0));
    if (narrowest === undefined) break;
    grown[narrowest] = (grown[narrowest] ?? 0) + 1;
  }
  return grown;
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const cut = truncate(text, width);
  const space = ' '.repeat(Math.max(0, width - displayWidth(cut)));
  return align === 'right' ? space + cut : cut + space;
}

function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = '';
  let used = 1;
  for (const char of text) {
    used += isWide(char.codePointAt(0) ?? 0) ? 2 : 1;
    if (used > width) break;
    cut += char;
  }
  return `${cut}…`;
}
