import { MOST_CELL_CHARS, MOST_ROW_CHARS, type TableShape } from './table-shape.ts';

export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly why: string; readonly first?: string };

/**
 * Splits CSV (RFC 4180) as it arrives, piece by piece, into rows. Empty lines are no rows. Forgiving where the meaning is plain: quotes in the
 * middle of a cell stand for themselves, as in `"ООО "Бета"",7707`. A quote that is never closed costs its own line and no other.
 * Our own since csv-parse neither goes on after such a quote nor keeps pace with a million rows.
 */
export class RowSplitter {
  readonly #delimiter: string | null;
  readonly #quote: string;
  readonly #lineEnd: string;
  #rest = '';
  #line = 1;
  /** The row is too long to be held: what is left of its line is passed over. */
  #skipping = false;

  constructor(shape: Pick<TableShape, 'delimiter' | 'quote' | 'lineEnd'>) {
    this.#delimiter = shape.delimiter;
    this.#quote = shape.quote;
    this.#lineEnd = shape.lineEnd;
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
        else if (text.length - at > MOST_ROW_CHARS) {
          rows.push({ line: this.#line, why: `the row is longer than ${MOST_ROW_CHARS} characters` });
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
      const quoted = readQuotedRow(text, at, this.#delimiter, this.#quote, this.#lineEnd, final);
      if (quoted !== undefined) {
        rows.push(this.#row(this.#line, quoted.cells));
        this.#line += quoted.linesInside;
        at = this.#next(quoted.end);
      } else if (final || text.length - at > MOST_ROW_CHARS) {
        rows.push({
          line: this.#line,
          why: `a quote (${this.#quote}) that opens on this line is never closed`,
          ...this.#firstCell(line),
        });
        at = this.#next(end);
      } else break;
    }
    this.#rest = text.slice(at);
    return rows;
  }

  #row(line: number, cells: readonly string[]): CsvRow {
    if (!cells.some((cell) => cell.length > MOST_CELL_CHARS)) return { line, cells };
    const [first = ''] = cells;
    return { line, why: `a cell is longer than ${MOST_CELL_CHARS} characters`, ...(first.length > MOST_CELL_CHARS ? {} : { first }) };
  }

  /** Of a line with a quote that nothing closes: what stands before it, where that is a whole cell. */
  #firstCell(line: string): { readonly first?: string } {
    const end = this.#delimiter === null ? -1 : line.indexOf(this.#delimiter);
    return end < 0 || end > line.indexOf(this.#quote) || end > MOST_CELL_CHARS ? {} : { first: line.slice(0, end) };
  }

  #next(end: number): number {
    this.#line += 1;
    return end + 1;
  }
}

interface QuotedRow {
  readonly cells: readonly string[];
  /** Offset of its line end, or the end of the text. */
  readonly end: number;
  readonly linesInside: number;
}

/** Undefined where the row may go on beyond the text. */
function readQuotedRow(
  text: string,
  from: number,
  delimiter: string | null,
  quote: string,
  lineEnd: string,
  final: boolean,
): QuotedRow | undefined {
  const cells: string[] = [];
  let linesInside = 0;
  const closes = (at: number): boolean => at >= text.length || text[at] === delimiter || text[at] === lineEnd || text[at] === '\r';
  for (let at = from; ;) {
    let open = at;
    let quoted = false;
    while (text[open] === ' ') open += 1;
    if (text[open] === quote) {
      const cell = readQuotedCell(text, open + 1, quote, lineEnd, final, closes);
      if (cell === 'more') return undefined;
      if (cell !== 'unquoted') {
        for (let n = cell.value.indexOf(lineEnd); n >= 0; n = cell.value.indexOf(lineEnd, n + 1)) linesInside += 1;
        cells.push(cell.value);
        at = cell.end;
        quoted = true;
      }
    }
    if (!quoted) {
      const line = text.indexOf(lineEnd, at);
      let end = line < 0 ? text.length : line;
      if (line < 0 && !final) return undefined;
      const next = delimiter === null ? -1 : text.indexOf(delimiter, at);
      if (next >= 0 && next < end) end = next;
      cells.push(text.slice(at, end !== next && text[end - 1] === '\r' && end > at ? end - 1 : end));
      at = end;
    }
    if (text[at] === '\r' && lineEnd !== '\r') at += 1;
    if (delimiter === null || text[at] !== delimiter) {
      const end = text.indexOf(lineEnd, at);
      return { cells, end: end < 0 ? text.length : end, linesInside };
    }
    at += 1;
  }
}

/**
 * A cell from behind its opening quote. `more` where the text ends before it does; `unquoted` where its quotes belong to the text, as in
 * `"Бета" ООО,7707`: a quote in the middle of a cell says so, unless the cell ends with one on its own line.
 */
function readQuotedCell(
  text: string,
  from: number,
  quote: string,
  lineEnd: string,
  final: boolean,
  closes: (at: number) => boolean,
): { readonly value: string; readonly end: number } | 'more' | 'unquoted' {
  let value = '';
  let loose = 0;
  for (let start = from; ;) {
    const found = text.indexOf(quote, start);
    if (found < 0 || (!final && found + 2 >= text.length)) return 'more';
    const doubled = text[found + 1] === quote;
    // `"ООО "Бета""` and a cell's end: the first of the two belongs to the name, the second closes the cell.
    const both = doubled && loose % 2 === 1 && closes(found + 2);
    const closed = both || (!doubled && closes(found + 1));
    value += text.slice(start, closed && !both ? found : found + 1);
    if (!doubled && !closed) loose += 1;
    if (loose > 0 && value.includes(lineEnd)) return 'unquoted';
    start = found + (doubled ? 2 : 1);
    if (closed) return { value, end: start };
    if (value.length > MOST_ROW_CHARS) return 'more';
  }
}
