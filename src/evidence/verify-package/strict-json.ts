const MAX_DEPTH = 64;
/** A chain of custody of 50,000 captures has some three million. A value of two bytes takes thirty times as many in memory. */
const MAX_VALUES = 5_000_000;
/** Of one object; what is listed stands in arrays. */
const MAX_NAMES = 10_000;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as text, or the reason why they are none. Throws Error. */
export function strictText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Error('it is no UTF-8');
  }
}

/**
 * JSON that every reader understands alike: no member named twice, no nesting beyond 64 levels, no more than some million values. Linear in its length. Throws Error with the reason.
 * `JSON.parse` alone takes the last of two members of one name, others take the first.
 */
export function strictJson(text: string): unknown {
  checkShape(text);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`it is no JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** An object, nothing else. */
export function strictObject(text: string): { readonly [key: string]: unknown } {
  const value = strictJson(text);
  if (!isObject(value)) throw new Error('it is no JSON object');
  return value;
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkShape(text: string): void {
  /** What is open: an array, an object without a name yet, or the names of one. */
  const open: ('array' | 'object' | Set<string>)[] = [];
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = endOfString(text, at);
      const inside = open.at(-1);
      if (inside !== undefined && inside !== 'array' && isName(text, end)) {
        const names = inside === 'object' ? new Set<string>() : inside;
        open[open.length - 1] = names;
        addName(names, text.slice(at, end));
      }
      at = end - 1;
    } else if (code === 0x7b || code === 0x5b) {
      open.push(code === 0x7b ? 'object' : 'array');
      values += 1;
      if (open.length > MAX_DEPTH) throw new Error(`it is nested more than ${MAX_DEPTH} levels deep`);
    } else if (code === 0x7d || code === 0x5d) open.pop();
    else if (code === 0x2c) values += 1;
    if (values > MAX_VALUES) throw new Error(`it has more than ${MAX_VALUES} values`);
  }
}

function addName(names: Set<string>, quoted: string): void {
  // Two spellings of one name are one name.
  const name = quoted.includes('\\') ? unquoted(quoted) : quoted.slice(1, -1);
  if (names.has(name)) throw new Error(`the member ${JSON.stringify(name.slice(0, 100))} stands twice`);
  names.add(name);
  if (names.size > MAX_NAMES) throw new Error(`an object has more than ${MAX_NAMES} members`);
}

function unquoted(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

/** Offset behind the closing quote. */
function endOfString(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 0x5c) end += 1;
    else if (code === 0x22) return end + 1;
  }
  return text.length;
}

function isName(text: string, end: number): boolean {
  let at = end;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return text.charCodeAt(at) === 0x3a;
}
