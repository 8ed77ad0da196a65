import type { Comparison, Side } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import type { Known } from './words.ts';

/** The name of an item stands first on its line: so many words or Han characters of it are looked at. */
const NAME = 6;

/** A name of which the other text has less than the rest is of other goods, and so is one whose type it has nowhere. */
const STRANGE = 0.6;

/** Another stage of one purchase names its items in other words: how much that counts. */
const REWORDED: Readonly<Record<Known, number>> = { none: 1, stage: 1, purchase: 0.3 };

/** Items, as lines with quantities: where most of either text have names that the other has nowhere, other goods are bought. */
export function itemEvidence({ a, b }: Comparison, known: Known): readonly Evidence[] {
  const share = Math.min(strangeItems(a), strangeItems(b));
  return share < 0.5 ? [] : [{ kind: 'goods', odds: -8 * share * REWORDED[known] }];
}

/** Share of the lines with quantities whose names are strange to the other text. */
function strangeItems({ text: { tokens, weights }, novel }: Side): number {
  const lines = new Map<number, { words: number; all: number; strange: number; types: number; strangeTypes: number }>();
  const isItem = new Set(
    tokens.filter(({ kind, place }) => (kind === 'quantity' || kind === 'model') && place !== 'title').map(({ line }) => line),
  );
  for (let n = 0; n < tokens.length; n += 1) {
    const { kind, line } = tokens[n]!;
    if (!isItem.has(line) || (kind !== 'word' && kind !== 'han' && kind !== 'model')) continue;
    const item = lines.get(line) ?? { words: 0, all: 0, strange: 0, types: 0, strangeTypes: 0 };
    if (item.words >= NAME) continue;
    const [isStrange, isType] = [novel[n] === 1, kind === 'model'];
    lines.set(line, {
      words: item.words + 1,
      all: item.all + weights[n]!,
      strange: item.strange + (isStrange ? weights[n]! : 0),
      types: item.types + Number(isType),
      strangeTypes: item.strangeTypes + Number(isType && isStrange),
    });
  }
  const named = [...lines.values()].filter(({ all }) => all > 0);
  const strange = named.filter((item) => item.strange >= STRANGE * item.all || (item.types > 0 && item.strangeTypes === item.types));
  return named.length === 0 ? 0 : strange.length / named.length;
}
