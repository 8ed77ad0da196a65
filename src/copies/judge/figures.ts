import type { Token, TokenKind } from '../tokens/token.ts';
import { REGION } from './comparison.ts';
import type { Comparison, Side } from './comparison.ts';
import type { Evidence } from './evidence.ts';

/** Log odds of one figure in the place of another: in the key places, and elsewhere. */
const KINDS: readonly { readonly kind: 'figure' | 'quantity' | 'model'; readonly key: number; readonly body: number }[] = [
  { kind: 'figure', key: -4.5, body: -0.3 },
  { kind: 'quantity', key: -2.5, body: -1 },
  { kind: 'model', key: -6, body: -1 },
];

/** Log odds where most figures and sums stand in the place of others: a form filled in for another purchase, where copies change one or two. */
const REFILLED = { least: 3, share: 0.5, odds: -4 } as const;

/** In a stretch of more tokens no figure stands in the place of another. */
const LONGEST = 16;

/** Most that figures of the running text can weigh together. */
const MOST_IN_BODY = -3;

/** Figures, quantities and models that stand where the other text has others: houses, sizes and types of goods. */
export function figureEvidence(comparison: Comparison, isCorrection: boolean, spread: number): readonly Evidence[] {
  const { a, b, hunks } = comparison;
  const evidence: Evidence[] = [];
  if (!isCorrection && isRefilled(comparison)) evidence.push({ kind: 'quantity', odds: REFILLED.odds * (1 - spread) });
  for (const { kind, key, body } of KINDS) {
    let [inKey, inBody] = [0, 0];
    for (const { a0, a1, b0, b1 } of hunks) {
      if (a1 - a0 > LONGEST || b1 - b0 > LONGEST) continue;
      const [left, right] = [ofKind(a, a0, a1, kind), ofKind(b, b0, b1, kind)];
      const [onlyLeft, onlyRight] = [left.keys.difference(right.keys).size, right.keys.difference(left.keys).size];
      const changed = Math.min(onlyLeft, onlyRight);
      if (changed === 0) continue;
      if (left.inKey && right.inKey) inKey += changed;
      else inBody += changed;
    }
    const named = kind === 'figure' ? 'goods' : kind;
    if (inKey > 0) evidence.push({ kind: named, odds: key * (1 - spread) * (isCorrection && kind !== 'model' ? 0.2 : 1) });
    if (inBody > 0) evidence.push({ kind: named, odds: Math.max(MOST_IN_BODY, body * inBody) * (1 - spread) });
  }
  return evidence;
}

const COUNTED: readonly TokenKind[] = ['figure', 'quantity', 'price'];

function isRefilled({ a, b, hunks }: Comparison): boolean {
  const [all, others] = [a, b].map((side) =>
    COUNTED.reduce((sum, kind) => sum + ofKind(side, 0, side.text.tokens.length, kind).keys.size, 0),
  );
  let changed = 0;
  for (const { a0, a1, b0, b1 } of hunks) {
    if (a1 - a0 > LONGEST || b1 - b0 > LONGEST) continue;
    for (const kind of COUNTED) {
      const [left, right] = [ofKind(a, a0, a1, kind).keys, ofKind(b, b0, b1, kind).keys];
      changed += Math.min(left.difference(right).size, right.difference(left).size);
    }
  }
  return changed >= REFILLED.least && changed >= REFILLED.share * Math.min(all!, others!);
}

function ofKind(side: Side, from: number, to: number, kind: TokenKind): { readonly keys: ReadonlySet<string>; readonly inKey: boolean } {
  const keys = new Set<string>();
  let inKey = false;
  for (let n = from; n < to; n += 1) {
    const token: Token = side.text.tokens[n]!;
    if (token.kind !== kind || token.place === 'contact' || token.place === 'publisher') continue;
    keys.add(token.key);
    if (side.region[n] !== REGION.body) inKey = true;
  }
  return { keys, inKey };
}
