import type { PreparedText } from '../../prepared-text.ts';
import type { Token } from '../../tokens/token.ts';

/** Han characters that a name has at least, and what they tell at least: bodies, places and goods are named in full at each stage of a purchase. */
const LEAST_LENGTH = 4;
const NAME_TELLS = 1.4;

/** A long name tells as much as so many short ones. */
const MOST = 3;

/** What stretches of Han characters tell that both texts have, in names: those count that tell as much as one. Linear in both. */
export function hanNamesShared(a: PreparedText, b: PreparedText): number {
  const known = new Set<string>();
  for (let n = 0; n + LEAST_LENGTH <= b.tokens.length; n += 1) {
    const stretch = hanStretch(b.tokens, n);
    if (stretch !== undefined) known.add(stretch);
  }
  const found = new Map<string, number>();
  for (let n = 0; known.size > 0 && n + LEAST_LENGTH <= a.tokens.length; n += 1) {
    let end = n;
    while (known.has(hanStretch(a.tokens, end) ?? '')) end += 1;
    if (end === n) continue;
    const to = end + LEAST_LENGTH - 1;
    let told = 0;
    for (let at = n; at < to; at += 1) told += a.weights[at]!;
    if (told >= NAME_TELLS)
      found.set(
        a.tokens
          .slice(n, to)
          .map(({ key }) => key)
          .join(''),
        Math.min(MOST, told / NAME_TELLS),
      );
    n = end;
  }
  return found.values().reduce((sum, one) => sum + one, 0);
}

function hanStretch(tokens: readonly Token[], from: number): string | undefined {
  let stretch = '';
  for (let n = from; n < from + LEAST_LENGTH; n += 1) {
    const token = tokens[n];
    if (token?.kind !== 'han') return undefined;
    stretch += token.key;
  }
  return stretch;
}
