/** A string, one that is never closed up to the end, a brace or a bracket, what stands between a key and its value, or a run of anything else: a number, a word. */
const TOKENS = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\]:,]|[^\s"{}[\]:,]+/gsu;
const NUMBER = /^-?\d+(?:\.\d+)?$/u;

/**
 * Strings and numbers by their keys of the outer object of a text that is no whole JSON: cut, with a comma too few, with a quote left open. Each key as it comes
 * first.
 */
export function wholeValues(text: string): Readonly<Record<string, string | number>> {
  const found = new Map<string, string | number>();
  let depth = 0;
  let key: string | undefined;
  let before: string | undefined;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token === ':' && depth === 1) {
      key = stringOf(before);
      before = undefined;
      continue;
    } else if (depth === 1 && key !== undefined) {
      // A number at the very end may be cut.
      const isNumber = NUMBER.test(token) && index + token.length < text.length;
      const value = isNumber ? Number(token) : stringOf(token);
      if (value !== undefined && !found.has(key)) found.set(key, value);
    }
    key = undefined;
    before = token;
  }
  return Object.fromEntries(found);
}

function stringOf(token: string | undefined): string | undefined {
  if (token === undefined || token.length < 2 || !token.startsWith('"')) return undefined;
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
