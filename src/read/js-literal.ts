/** A string literal of a script and where it ends. */
export interface JsString {
  readonly value: string;
  /** Index after the closing quote. */
  readonly end: number;
}

/** Bodies are up to a few megabytes; a longer literal is cut. */
const MAX_LITERAL = 4_000_000;

/**
 * Reads the string literal that begins at `start` (a quote), its escapes resolved: `\xHH`, `\uHHHH`, `\u{…}`, `\n` and line continuations.
 * Nothing is ever evaluated. Returns null where no literal begins or it never ends.
 */
export function readJsString(source: string, start: number): JsString | null {
  const quote = source[start];
  if (quote !== '"' && quote !== "'" && quote !== '`') return null;
  const limit = Math.min(source.length, start + MAX_LITERAL);
  let value = '';
  let from = start + 1;
  for (let at = from; at < limit; at++) {
    const char = source.charCodeAt(at);
    if (char === BACKSLASH) {
      value += source.slice(from, at);
      const escape = readEscape(source, at + 1);
      value += escape.value;
      from = escape.end;
      at = escape.end - 1;
    } else if (char === quote.charCodeAt(0)) return { value: value + source.slice(from, at), end: at + 1 };
    else if (char === NEWLINE && quote !== '`') return null;
  }
  return null;
}

/** Resolves the `\xHH` escapes that WeChat's own `JsDecode` resolves a second time. */
export function resolveHexEscapes(text: string): string {
  return text.includes('\\x')
    ? text.replace(/\\x([0-9a-fA-F]{2})/g, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text;
}

const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
  '\r': '',
};

function readEscape(source: string, at: number): JsString {
  const kind = source[at] ?? '';
  if (kind === 'x') return codeUnit(source, at, at + 1, 2);
  if (kind === 'u') {
    if (source[at + 1] !== '{') return codeUnit(source, at, at + 1, 4);
    const close = source.indexOf('}', at);
    const digits = close === -1 || close - at > 9 ? '' : source.slice(at + 2, close);
    const code = /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : Infinity;
    return code > 0x10ffff ? { value: kind, end: at + 1 } : { value: String.fromCodePoint(code), end: close + 1 };
  }
  return { value: SIMPLE_ESCAPES[kind] ?? kind, end: at + 1 };
}

function codeUnit(source: string, at: number, from: number, size: number): JsString {
  const digits = source.slice(from, from + size);
  if (digits.length < size || !/^[0-9a-fA-F]+$/.test(digits)) return { value: source[at] ?? '', end: at + 1 };
  return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: from + size };
}
