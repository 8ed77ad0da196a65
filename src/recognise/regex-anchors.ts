/**
 * The literal beginnings with which every match of a pattern starts, lower case, so that the pattern hangs on anchors of the automaton
 * and is tried nowhere else. Reads the part of the regular expression language that part number patterns use; an
 * alternative without at least two fixed characters gives no anchor. Throws `SyntaxError` for what it does not know.
 */
export function literalBeginnings(pattern: string): string[] {
  const reader = new Reader(pattern);
  const beginnings = reader.alternatives();
  if (!reader.done) throw new SyntaxError(`unexpected ")" at ${reader.at} in ${pattern}`);
  const texts = new Set(beginnings.map(({ text }) => text.toLowerCase()));
  for (const text of texts) {
    if (text.length < 2) throw new SyntaxError(`the pattern ${pattern} may begin with "${text}", which is too short to look for`);
  }
  // a beginning that continues another one says nothing more
  const kept: string[] = [];
  for (const text of [...texts].toSorted()) if (kept.length === 0 || !text.startsWith(kept.at(-1) ?? '')) kept.push(text);
  return kept;
}

/** Longest anchor: more would add states and exclude little. */
const LONGEST = 5;
/** Most beginnings of one piece; past it they are cut shorter. */
const MOST = 150;

/** What a piece may begin with; `open` while what follows the piece continues it. */
interface Beginning {
  readonly text: string;
  readonly open: boolean;
}

const NOTHING: readonly Beginning[] = [{ text: '', open: true }];
const UNKNOWN: readonly Beginning[] = [{ text: '', open: false }];

class Reader {
  at = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  get done(): boolean {
    return this.at >= this.#source.length;
  }

  alternatives(): Beginning[] {
    const all = [...this.#sequence()];
    while (this.#source[this.at] === '|') {
      this.at += 1;
      all.push(...this.#sequence());
    }
    return all;
  }

  #sequence(): readonly Beginning[] {
    let sofar: readonly Beginning[] = NOTHING;
    while (!this.done && this.#source[this.at] !== '|' && this.#source[this.at] !== ')')
      sofar = joined(sofar, this.#repeated(this.#atom()));
    return sofar;
  }

  #atom(): readonly Beginning[] {
    const char = this.#source[this.at] ?? '';
    this.at += 1;
    if (char === '(') return this.#group();
    if (char === '[') return this.#class();
    if (char === '\\') return this.#escape();
    if (char === '.') return UNKNOWN;
    if ('*+?{^$'.includes(char)) throw new SyntaxError(`unexpected "${char}" at ${this.at - 1} in ${this.#source}`);
    return [{ text: char, open: true }];
  }

  #group(): readonly Beginning[] {
    if (this.#source.startsWith('?:', this.at)) this.at += 2;
    else if (this.#source[this.at] === '?') throw new SyntaxError(`only (?:…) groups are known, at ${this.at} in ${this.#source}`);
    const inside = this.alternatives();
    if (this.#source[this.at] !== ')') throw new SyntaxError(`a group is not closed in ${this.#source}`);
    this.at += 1;
    return inside;
  }

  #escape(): readonly Beginning[] {
    const char = this.#source[this.at] ?? '';
    this.at += 1;
    if (char === 'b') return NOTHING;
    if (char === 'd') return Array.from('0123456789', (text) => ({ text, open: true }));
    if (char === 's') return [{ text: ' ', open: true }];
    return /[a-z]/i.test(char) ? UNKNOWN : [{ text: char, open: true }];
  }

  #class(): readonly Beginning[] {
    const end = this.#source.indexOf(']', this.at);
    if (end < 0) throw new SyntaxError(`a class is not closed in ${this.#source}`);
    const body = this.#source.slice(this.at, end);
    this.at = end + 1;
    if (body.startsWith('^') || body.includes('\\')) return UNKNOWN;
    const chars: string[] = [];
    for (let index = 0; index < body.length; index += 1) {
      if (body[index + 1] === '-' && index + 2 < body.length) {
        for (let code = body.charCodeAt(index); code <= body.charCodeAt(index + 2); code += 1) chars.push(String.fromCharCode(code));
        index += 2;
      } else chars.push(body.charAt(index));
    }
    return chars.map((text) => ({ text, open: true }));
  }

  /** Reads a quantifier: what may be absent may also be skipped, what may come again closes the beginning. */
  #repeated(piece: readonly Beginning[]): readonly Beginning[] {
    const char = this.#source[this.at];
    if (char === '?') {
      this.at += 1;
      return [...piece, ...NOTHING];
    }
    if (char === '*' || char === '+') throw new SyntaxError(`"${char}" repeats without bound in ${this.#source}`);
    const bounds = char === '{' ? /^\{(\d+)(?:,(\d+))?\}/.exec(this.#source.slice(this.at)) : null;
    if (bounds === null) return piece;
    this.at += bounds[0].length;
    const least = Number(bounds[1]);
    let repeated = NOTHING;
    for (let count = 0; count < Math.min(least, LONGEST); count += 1) repeated = joined(repeated, piece);
    return bounds[2] === undefined || Number(bounds[2]) === least ? repeated : repeated.map(({ text }) => ({ text, open: false }));
  }
}

function joined(left: readonly Beginning[], right: readonly Beginning[]): readonly Beginning[] {
  const openEnds = left.filter(({ open }) => open).length;
  if (openEnds === 0 || right.length === 0) return left;
  // a wide class (A–Z) behind two known characters is not worth its states
  const wide = right.length > 12 && right.every(({ text }) => text.length === 1);
  if (wide && left.every(({ text, open }) => !open || text.length >= 2)) return left.map(({ text }) => ({ text, open: false }));
  const out = new Map<string, Beginning>();
  const add = (beginning: Beginning): void => {
    out.set(`${beginning.open ? '+' : '.'}${beginning.text}`, beginning);
  };
  const pieces = shortened(right, Math.floor(MOST / openEnds));
  for (const start of left) {
    if (!start.open) add(start);
    else {
      for (const { text, open } of pieces) {
        const longer = start.text + text;
        add({ text: longer.slice(0, LONGEST), open: open && longer.length < LONGEST });
      }
    }
  }
  return [...out.values()];
}

/** Cuts beginnings until at most `most` differ: fewer characters known of each, none lost. */
function shortened(pieces: readonly Beginning[], most: number): readonly Beginning[] {
  for (let length = LONGEST; length > 0; length -= 1) {
    const cut = new Map(
      pieces.map(({ text, open }) => [
        text.slice(0, length) + (open && text.length <= length ? '+' : ''),
        { text: text.slice(0, length), open: open && text.length <= length },
      ]),
    );
    if (cut.size <= most) return [...cut.values()];
  }
  return UNKNOWN;
}
