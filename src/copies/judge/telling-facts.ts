import type { TokenKind } from '../tokens/token.ts';
import type { Comparison } from './comparison.ts';

/** Facts that speak for one purchase when two texts have them, the most telling first. */
const TELLING: readonly TokenKind[] = [
  'number',
  'mail',
  'phone',
  'url',
  'model',
  'class',
  'section',
  'lot',
  'phase',
  'price',
  'quantity',
  'date',
  'year',
];

const MOST = 30;

/** Facts that both texts have, as `a` writes them, each once, the most telling first. */
export function sharedFacts({ a, b }: Comparison): readonly string[] {
  const { text, tokens } = a.text;
  const byKind = Map.groupBy(
    tokens.filter(({ key }) => b.text.keys.has(key)),
    ({ kind }) => kind,
  );
  const shared = TELLING.flatMap((kind) => byKind.get(kind) ?? []).map(({ start, end }) => text.slice(start, end).trim());
  return [...new Set(shared)].slice(0, MOST);
}
