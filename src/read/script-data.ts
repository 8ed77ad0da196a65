import { readJsString, resolveHexEscapes } from './js-literal.ts';

const MAX_DEPTH = 40;
const MAX_VALUES = 20_000;

/**
 * Values of the wanted variables in one script: `var x = "…" || "";`, `window.x = '…' * 1`, `htmlDecode("…")`, `'…'.html(false)`.
 * The first literal that is not empty counts. Only literals are read; nothing is evaluated. Linear in the script.
 */
export function readVariables(script: string, wanted: RegExp, into: Map<string, string>): void {
  wanted.lastIndex = 0;
  for (let found = wanted.exec(script); found !== null; found = wanted.exec(script)) {
    const name = found[1];
    if (name === undefined || (into.get(name) ?? '') !== '') continue;
    const next = skipSpace(script, wanted.lastIndex);
    if (script[next] === '[' || script[next] === '{') readObject(script, next, name, into);
    else {
      const value = readExpression(script, next);
      if (value !== null) into.set(name, value);
    }
  }
}

/** A pattern for {@link readVariables}: assignments to these names declared by `var`, `let`, `const` or set on `window`. */
export function assignmentsTo(names: readonly string[]): RegExp {
  const safe = names.filter((name) => /^[A-Za-z_$][\w$]*$/.test(name)).toSorted((a, b) => b.length - a.length);
  return new RegExp(`\\b(?:var\\s|let\\s|const\\s|window\\.|_g\\.)(${safe.join('|') || '(?!)'})\\s?=(?!=)`, 'g');
}

/** Flattens the object or array literal at `start` into `into`, its paths below `prefix`. Stops quietly where it is no plain literal. */
export function readObject(script: string, start: number, prefix: string, into: Map<string, string>): void {
  const path: string[] = prefix === '' ? [] : [prefix];
  /** Index of the next member where the open literal is an array, -1 where it is an object. */
  const open: number[] = [];
  let at = start;
  let key: string | null = null;
  for (; at < script.length && into.size < MAX_VALUES;) {
    at = skipSpace(script, at);
    const char = script[at];
    if (char === undefined) return;
    if (char === '{' || char === '[') {
      if (open.length > 0) path.push(key ?? String(nextIndex(open)));
      key = null;
      open.push(char === '[' ? 0 : -1);
      if (open.length > MAX_DEPTH) return;
      at++;
    } else if (char === '}' || char === ']') {
      open.pop();
      if (open.length === 0) return;
      path.pop();
      key = null;
      at++;
    } else if (char === ',' || char === ';') {
      key = null;
      at++;
    } else if (open.at(-1) === -1 && key === null) {
      const name = readKey(script, at);
      if (name === null) return;
      key = name.value;
      at = name.end;
    } else {
      const end = { at };
      const value = readExpression(script, at, end);
      if (end.at === at) return;
      const name = key ?? String(nextIndex(open));
      if (value !== null && value !== '') {
        const full = path.length === 0 ? name : `${path.join('.')}.${name}`;
        if (!into.has(full)) into.set(full, value);
      }
      key = null;
      at = end.at;
    }
  }
}

function nextIndex(open: number[]): number {
  const index = open.at(-1) ?? 0;
  if (index >= 0) open[open.length - 1] = index + 1;
  return index;
}

function readKey(script: string, at: number): { value: string; end: number } | null {
  const quoted = readJsString(script, at);
  let end: number;
  let value: string;
  if (quoted === null) {
    end = at;
    while (isWord(script.charCodeAt(end))) end++;
    if (end === at) return null;
    value = script.slice(at, end);
  } else {
    value = quoted.value;
    end = quoted.end;
  }
  end = skipSpace(script, end);
  return script[end] === ':' ? { value, end: end + 1 } : null;
}

/** Functions whose argument is the value. */
const TRANSPARENT = new Set([
  'htmlDecode',
  'JsDecode',
  'decodeURIComponent',
  'String',
  'Number',
  'parseInt',
  'html',
  'window',
  'title',
  'true',
  'false',
  'null',
  'undefined',
]);
const DECODES_HEX = 'JsDecode';

/**
 * The first literal that is not empty in an expression of literals, joined by `||`, `*`, parentheses and known functions.
 * Null where anything else takes part before it. Reads no further than needed, unless `toEnd` asks for the end of the expression.
 */
function readExpression(script: string, start: number, toEnd: { at: number } | null = null): string | null {
  let value: string | null = null;
  let sound = true;
  let depth = 0;
  let decode = false;
  let at = start;
  while (at < script.length && (toEnd !== null || (sound && (value ?? '') === ''))) {
    const char = script[at] ?? '';
    if (char === '"' || char === "'" || char === '`') {
      const literal = readJsString(script, at);
      if (literal === null) {
        sound = false;
        break;
      }
      if (sound && (value ?? '') === '') value = decode ? resolveHexEscapes(literal.value) : literal.value;
      at = literal.end;
    } else if (char === '(' || char === '[') {
      depth++;
      at++;
    } else if (char === ')' || char === ']') {
      if (depth === 0) break;
      depth--;
      at++;
    } else if (char === ';' || char === '}' || (depth === 0 && (char === ',' || char === '\n' || char === '{'))) break;
    else if (isWord(script.charCodeAt(at))) {
      const from = at;
      while (isWord(script.charCodeAt(at))) at++;
      const word = script.slice(from, at);
      decode ||= word === DECODES_HEX;
      if (isDigits(word)) {
        if (value === null && !multiplies(script, from)) value = word;
      } else if (word === 'true' || word === 'false') value ??= word;
      else if (!TRANSPARENT.has(word) && (value ?? '') === '') sound = false;
    } else {
      // a conditional or an addition makes another value of the literals
      if (char === '?' || char === '+') sound = false;
      at++;
    }
  }
  if (value !== null && value !== '' && toEnd === null && sound && isOnlyACondition(script, at)) sound = false;
  if (toEnd !== null) toEnd.at = at;
  return sound ? value : null;
}

/** `"a" ? …`, `"a" + …`, `"a" == …`: the literal is not the value. */
function isOnlyACondition(script: string, at: number): boolean {
  const next = script[skipSpace(script, at)] ?? '';
  return next === '?' || next === '+' || next === '=';
}

/** `"…" * 1` only turns the string before it into a number. */
function multiplies(script: string, from: number): boolean {
  let at = from - 1;
  while (at > 0 && script[at] === ' ') at--;
  return script[at] === '*' || script[at] === '|';
}

function isDigits(word: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(word);
}

function isWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x24
  );
}

function skipSpace(script: string, at: number): number {
  while (at < script.length) {
    const code = script.charCodeAt(at);
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) at++;
    else if (code === 0x2f && script.charCodeAt(at + 1) === 0x2f) {
      const line = script.indexOf('\n', at);
      at = line === -1 ? script.length : line;
    } else if (code === 0x2f && script.charCodeAt(at + 1) === 0x2a) {
      const close = script.indexOf('*/', at + 2);
      at = close === -1 ? script.length : close + 2;
    } else return at;
  }
  return at;
}
