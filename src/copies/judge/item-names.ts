import type { Comparison, Side } from './comparison.ts';
import type { Evidence } from './evidence.ts';

/** The name of an item stands first on its line: so many words or Han characters of it are looked at. */
const NAME = 6;

/** A name of which the other text has less than the rest is of other goods. */
const STRANGE = 0.6;

/** Items, as lines with quantities: where most of either text have names that the other has nowhere, other goods are bought. */
export function itemEvidence({ a, b }: Comparison): readonly Evidence[] {
  const share = Math.min(strangeItems(a), strangeItems(b));
  return share < 0.5 ? [] : [{ kind: 'goods', odds: -8 * share }];
}

/** Share of the lines with quantities whose names are strange to the other text. */
function strangeItems({ text: { tokens, weights }, novel }: Side): number {
  const lines = new Map<number, { words: number; all: number; strange: number }>();
  const isItem = new Set(tokens.filter(({ kind, place }) => kind === 'quantity' && place !== 'title').map(({ line }) => line));
  for (let n = 0; n < tokens.length; n += 1) {
    const { kind, line } = tokens[n]!;
    if (!isItem.has(line) || (kind !== 'word' && kind !== 'han' && kind !== 'model')) continue;
    const item = lines.get(line) ?? { words: 0, all: 0, strange: 0 };
    if (item.words >= NAME) continue;
    const strange = item.strange + (novel[n] === 1 ? weights[n]! : 0);
    lines.set(line, { words: item.words + 1, all: item.all + weights[n]!, strange });
  }
  const named = [...lines.values()].filter(({ all }) => all > 0);
  return named.length === 0 ? 0 : named.filter(({ all, strange }) => strange >= STRANGE * all).length / named.length;
}
