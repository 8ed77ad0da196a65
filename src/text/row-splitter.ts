/** A row, or why it cannot be read and the whole cells before what cannot. `line` is that on which it begins, from 1. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly why: string; readonly before: readonly string[] };

/** How rows are written; `delimiter` is null where each line is one cell, `lineEnd` `\r` only in files of old Macs: `\r\n` counts as `\n`. */
export interface RowShape {
  readonly delimiter: string | null;
  readonly quote: '"' | "'";
  readonly lineEnd: '\n' | '\r';
}

/** Characters of the longest row and cell that are read: longer ones are damage. */
export interface RowLimits {
  readonly row: number;
  readonly cell: number;
}

/**
 * Splits CSV (RFC 4180) of lists and customer files as it arrives, piece by piece, into rows. Empty lines are no rows. Forgiving where the meaning is plain: quotes in the
 * middle of a cell stand for themselves, as in `"ООО "Бета"",7707`. A quote that is never closed costs its own line and no other.
 * Our own since libraries neither go on after such a quote nor keep pace with a million rows.
 */
export class RowSplitter {
  readonly #delimiter: string | null;
  readonly #quote: string;
  readonly #lineEnd: string;
  readonly #most: RowLimits;
  #rest = '';
  #line = 1;
  /** The row is too long to be held: what is left of its line is passed over. */
  #skipping = false;

  constructor(shape: RowShape, most: RowLimits) {
    this.#delimiter = shape.delimiter;
    this.#quote = shape.quote;
    this.#lineEnd = shape.lineEnd;
    this.#most = most;
  }

  /** Rows that are complete with this piece of text. */
  push(text: string): CsvRow[] {
    return this.#split(this.#rest + text, false);
  }

  /** The last row, where no line end follows it. */
  end(): CsvRow[] {
    return this.#split(this.#rest, true);
  }

  #split(text: string, final: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < text.length) {
      const found = text.indexOf(this.#lineEnd, at);
      const end = found < 0 ? text.length : found;
      if (found < 0 && !final) {
        if (this.#skipping) at = text.length;
        else if (text.length - at > this.#most.row) {
          rows.push({ line: this.#line, why: `the row is longer than ${this.#most.row} characters`, before: [] });
          this.#skipping = true;
          at = text.length;
        }
        break;
      }
      if (this.#skipping) {
        this.#skipping = false;
        at = this.#next(end);
        continue;
      }
      const line = text.slice(at, text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end);
      if (!line.includes(this.#quote)) {
        if (line !== '') rows.push(this.#row(this.#line, this.#delimiter === null ? [line] : line.split(this.#delimiter)));
        at = this.#next(end);
        continue;
      }
      const quoted = readQuotedRow(text, at, this.#delimiter, this.#quote, this.#lineEnd, this.#most.row, final);
      if (quoted.end !== undefined) {
        rows.push(this.#row(this.#line, quoted.cells));
        this.#line += quoted.linesInside;
        at = this.#next(quoted.end);
      } else if (final || text.length - at > this.#most.row) {
        rows.push({
          line: this.#line,
          why: `a quote (${this.#quote}) that opens on this line is never closed; close it or take it out`,
          before: this.#whole(quoted.cells),
        });
        at = this.#next(end);
      } else break;
    }
    this.#rest = text.slice(at);
    return rows;
  }

  #row(line: number, cells: readonly string[]): CsvRow {
    const before = this.#whole(cells);
    return before === cells ? { line, cells } : { line, why: `a cell is longer than ${this.#most.cell} characters`, before };
  }

  /** Cells that are whole. */
  #whole(cells: readonly string[]): readonly string[] {
    const long = cells.findIndex((cell) => cell.length > this.#most.cell);
    return long < 0 ? cells : cells.slice(0, long);
  }

  #next(end: number): number {
    this.#line += 1;
    return end + 1;
  }
}

interface QuotedRow {
  readonly cells: readonly string[];
  /** Offset of its line end, or the end of the text; undefined where the row may go on beyond the text behind these cells. */
  readonly end: number | undefined;
  readonly linesInside: number;
}

function readQuotedRow(
  text: string,
  from: number,
  delimiter: string | null,
  quote: string,
  lineEnd: string,
  longest: number,
  final: boolean,
): QuotedRow {
  const cells: string[] = [];
  let linesInside = 0;
  /** End of the line that `at` is in, where it is known. */
  let stop = -1;
  let bare = 0;
  const closes = (at: number): boolean => at >= text.length || text[at] === delimiter || text[at] === lineEnd || text[at] === '\r';
  for (let at = from; ;) {
    let open = at;
    let quoted = false;
    while (text[open] === ' ') open += 1;
    if (text[open] === quote && bare < MOST_BARE) {
      const cell = readQuotedCell(text, open + 1, quote, lineEnd, longest, final, closes);
      if (cell === 'more') return { cells, end: undefined, linesInside };
      if (cell === 'unquoted') bare += 1;
      else {
        for (let n = cell.value.indexOf(lineEnd); n >= 0; n = cell.value.indexOf(lineEnd, n + 1)) linesInside += 1;
        cells.push(cell.value);
        at = cell.end;
        quoted = true;
      }
    }
    if (!quoted) {
      if (stop < at) {
        stop = text.indexOf(lineEnd, at);
        if (stop < 0 && !final) return { cells, end: undefined, linesInside };
        if (stop < 0) stop = text.length;
      }
      const line = text.slice(at, stop);
      const next = delimiter === null ? -1 : line.indexOf(delimiter);
      cells.push(next >= 0 ? line.slice(0, next) : line.endsWith('\r') ? line.slice(0, -1) : line);
      at = next >= 0 ? at + next : stop;
    }
    if (text[at] === '\r' && lineEnd !== '\r') at += 1;
    if (delimiter === null || text[at] !== delimiter) {
      const end = text.indexOf(lineEnd, at);
      return { cells, end: end < 0 ? text.length : end, linesInside };
    }
    at += 1;
  }
}

/** Cells of one row that begin with a quote of their text; behind so many each quote is of the text, so that a row costs no more than its length. */
const MOST_BARE = 32;

/**
 * A cell from behind its opening quote. `more` where the text ends before it does; `unquoted` where its quotes belong to the text, as in
 * `"Бета" ООО,7707`: a quote in the middle of a cell says so, unless the cell ends with one on its own line.
 */
function readQuotedCell(
  text: string,
  from: number,
  quote: string,
  lineEnd: string,
  longest: number,
  final: boolean,
  closes: (at: number) => boolean,
): { readonly value: string; readonly end: number } | 'more' | 'unquoted' {
  let value = '';
  let loose = 0;
  let beyondLine = false;
  for (let start = from; ;) {
    const found = text.indexOf(quote, start);
    if (found < 0 && loose > 0 && (final || text.includes(lineEnd, start))) return 'unquoted';
    if (found < 0 || (!final && found + 2 >= text.length)) return 'more';
    const doubled = text[found + 1] === quote;
    // `"ООО "Бета""` and a cell's end: the first of the two belongs to the name, the second closes the cell.
    const both = doubled && loose % 2 === 1 && closes(found + 2);
    const closed = both || (!doubled && closes(found + 1));
    const piece = text.slice(start, closed && !both ? found : found + 1);
    value += piece;
    beyondLine ||= piece.includes(lineEnd);
    if (!doubled && !closed) loose += 1;
    if (loose > 0 && beyondLine) return 'unquoted';
    start = found + (doubled ? 2 : 1);
    if (closed) return { value, end: start };
    if (value.length > longest) return 'more';
  }
}
