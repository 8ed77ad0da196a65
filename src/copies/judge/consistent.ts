import { REGION } from './comparison.ts';
import type { Comparison, Side } from './comparison.ts';
import type { Evidence } from './evidence.ts';

/** A stretch of more tokens is no word in the place of another. */
const LONGEST = 16;

/** The same words in the place of the same others, in the title and again elsewhere: a form filled in for another purchase. Noise does not repeat itself. */
export function consistentEvidence({ a, b, hunks }: Comparison): readonly Evidence[] {
  const seen = new Map<string, { times: number; inKey: boolean }>();
  for (const { a0, a1, b0, b1 } of hunks) {
    if (a1 - a0 > LONGEST || b1 - b0 > LONGEST) continue;
    const [left, right] = [novelWords(a, a0, a1), novelWords(b, b0, b1)];
    if (left.words === '' || right.words === '') continue;
    const pair = `${left.words} ${right.words}`;
    const known = seen.get(pair) ?? { times: 0, inKey: false };
    seen.set(pair, { times: known.times + 1, inKey: known.inKey || (left.inKey && right.inKey) });
  }
  return [...seen.values()].some(({ times, inKey }) => times > 1 && inKey) ? [{ kind: 'goods', odds: -6 }] : [];
}

function novelWords(
  { text: { tokens }, novel, region }: Side,
  from: number,
  to: number,
): { readonly words: string; readonly inKey: boolean } {
  let words = '';
  let inKey = false;
  for (let n = from; n < to; n += 1) {
    const { kind, key } = tokens[n]!;
    if (novel[n] === 0 || (kind !== 'word' && kind !== 'han' && kind !== 'model')) continue;
    words += key;
    if (region[n] === REGION.key) inKey = true;
  }
  return { words, inKey };
}
