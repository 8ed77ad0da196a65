/** A string, a brace or a bracket, a number or a word, or what stands between a key and its value. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:]|-?\d+(?:\.\d+)?(?=[\s,}])|\S/gsu;

/**
 * Strings and numbers by their keys of the outer object of a text that is no whole JSON: cut, with a comma too few, with a quote left open. Each key as it comes
 * first.
 */
export function wholeValues(text: string): Readonly<Record<string, string | number>> {
  const found = new Map<string, string | number>();
  let depth = 0;
  let key: string | undefined;
  let before: string | undefined;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token === ':' && depth === 1) {
      key = stringOf(before);
      before = undefined;
      continue;
    } else if (depth === 1 && key !== undefined) {
      const value = /^-?\d/u.test(token) ? Number(token) : stringOf(token);
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
