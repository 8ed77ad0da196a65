/** What stands between two pieces of text: the strongest that was asked for wins. */
export type Separator = 0 | 1 | 2 | 3;

export const SPACE = 1;
export const TAB = 2;
export const BREAK = 3;

const SEPARATORS = ['', ' ', '\t', '\n'] as const;

/** Gathers the text of a page as a person sees it: runs of white space are one space, blocks begin a line, cells stand behind a tab. */
export class TextFlow {
  readonly #parts: string[] = [];
  #length = 0;
  #pending: Separator = 0;

  get length(): number {
    return this.#length;
  }

  get pending(): Separator {
    return this.#pending;
  }

  /** Puts a separator before the next text, whatever was pending. */
  separate(separator: Separator): void {
    this.#pending = separator;
  }

  add(text: string): void {
    const size = text.length;
    let from = 0;
    while (from < size && isSpace(text.charCodeAt(from))) from++;
    if (from > 0 && this.#pending === 0) this.#pending = SPACE;
    if (from === size) return;
    let to = size;
    while (isSpace(text.charCodeAt(to - 1))) to--;
    this.#push(collapse(text, from, to));
    if (to < size) this.#pending = SPACE;
  }

  /** Keeps the lines of the text. */
  addLines(text: string): void {
    let first = true;
    for (const line of text.split('\n')) {
      if (!first) this.#pending = BREAK;
      first = false;
      if (line.trim() !== '') this.#push(line.trimEnd());
    }
  }

  toString(): string {
    return this.#parts.join('');
  }

  #push(text: string): void {
    if (this.#pending !== 0) {
      if (this.#length > 0) {
        this.#parts.push(SEPARATORS[this.#pending]);
        this.#length++;
      }
      this.#pending = 0;
    }
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** ASCII white space, no-break space and the ideographic space that Chinese pages indent with. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000 || code === 0xfeff;
}

/** `text.slice(from, to)` with every run of white space as one space. */
function collapse(text: string, from: number, to: number): string {
  let clean = true;
  let wasSpace = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0xa0 && code !== 0x3000 && code !== 0xfeff) {
      wasSpace = false;
      continue;
    }
    if (!isSpace(code)) continue;
    if (wasSpace || code !== 0x20) {
      clean = false;
      break;
    }
    wasSpace = true;
  }
  const part = text.substring(from, to);
  return clean ? part : part.replace(/[\s\u3000]+/g, ' ');
}
