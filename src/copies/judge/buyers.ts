import type { PreparedText } from '../prepared-text.ts';
import type { Comparison, Side } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import { hanNamesShortened } from './retold/short-names.ts';

/** Share of what the name of a buyer tells that the other text does not have: from here on it is another buyer. */
const OTHER = 0.25;

/** Who buys, where both texts say so on a line or behind a label: copies name the same. */
export function buyerEvidence({ a, b }: Comparison, spread: number): readonly Evidence[] {
  const [left, right] = [strangeness(a, b.text), strangeness(b, a.text)];
  if (left === undefined || right === undefined) return [];
  if (left >= OTHER && right >= OTHER && hanNamesShortened(a.text, b.text) + hanNamesShortened(b.text, a.text) > 0) return [];
  if (left >= OTHER && right >= OTHER) return [{ kind: 'buyer', odds: -13 * (1 - spread) }];
  return left === 0 && right === 0 ? [{ kind: 'buyer', odds: 1 }] : [];
}

/** How much of the names of buyers the other text has nowhere, 0 to 1; undefined where none is named. */
function strangeness({ text, novel }: Side, other: PreparedText): number | undefined {
  let [all, strange] = [0, 0];
  for (let n = 0; n < text.tokens.length; n += 1) {
    const { place, kind } = text.tokens[n]!;
    if (place !== 'buyer' || (kind !== 'word' && kind !== 'han' && kind !== 'figure')) continue;
    all += text.weights[n]!;
    if (novel[n] === 1) strange += text.weights[n]!;
  }
  return all === 0 || other.tokens.length === 0 ? undefined : strange / all;
}
