import { MOST_ROW_CHARS } from './table-shape.ts';

export type FoundLine = { readonly line: number; readonly text: string } | { readonly line: number; readonly why: string };

/** Splits a text as it arrives into its lines that are not empty; one that is too long to be held is passed over and reported. */
export class LineSplitter {
  #rest = '';
  #line = 1;
  #skipping = false;
  readonly #most: number;
  readonly #trim: (line: string) => string;

  /** Lines of more than `most` characters are passed over; `trim` gives what counts of a line. */
  constructor(most: number = MOST_ROW_CHARS, trim: (line: string) => string = (line) => line.trim()) {
    this.#most = most;
    this.#trim = trim;
  }

  push(text: string): FoundLine[] {
    const all = this.#rest + text;
    const lines: FoundLine[] = [];
    let at = 0;
    for (let end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', at)) {
      if (this.#skipping) this.#skipping = false;
      else this.#take(all.slice(at, end), lines);
      this.#line += 1;
      at = end + 1;
    }
    this.#rest = this.#skipping ? '' : all.slice(at);
    if (this.#rest.length > this.#most) {
      lines.push({ line: this.#line, why: `the row is longer than ${this.#most} characters` });
      this.#skipping = true;
      this.#rest = '';
    }
    return lines;
  }

  end(): FoundLine[] {
    const lines: FoundLine[] = [];
    if (!this.#skipping) this.#take(this.#rest, lines);
    return lines;
  }

  #take(written: string, lines: FoundLine[]): void {
    const text = this.#trim(written);
    if (text === '') return;
    lines.push(
      text.length > this.#most ? { line: this.#line, why: `the row is longer than ${this.#most} characters` } : { line: this.#line, text },
    );
  }
}
