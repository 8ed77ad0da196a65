import type { Run } from '../diff/myers.ts';
import type { TokenKind } from '../tokens/token.ts';
import type { Comparison, Side } from './comparison.ts';
import type { Hunk } from './hunks.ts';
import { toldInside } from './layout.ts';

/** What two pages have of one notice: from the first to the last stretch that both have of it. */
export interface Core {
  /** Where it stands in both. */
  readonly at: Hunk;
  /** What differs inside it, and around it: before and behind. */
  readonly inner: readonly Hunk[];
  readonly outer: readonly Hunk[];
}

/** Of a page, a notice is so much at least: menus and adverts around a short one are as long as it. */
export const BODY = 0.55;

/** What tells less than this share of the longest stretch, before or behind all others, is a word that two menus have in common, where most of both pages is the notice. */
const CHANCE = 0.05;

/**
 * What may be the core of two texts: from the first to the last stretch that both have, and, where most of both pages is the notice, without the words around
 * it that two menus have in common.
 */
export function coresOf(comparison: Comparison): readonly Core[] {
  const { a, b, runs } = comparison;
  if (runs.length === 0) return [];
  const told = runs.map((run) => toldInside(a.text, run.a, run.a + run.length));
  // not spread into arguments: a long text has more stretches than a call may have
  const least = CHANCE * told.reduce((most, one) => Math.max(most, one), 0);
  const isOfNotice = (run: Run, n: number): boolean => told[n]! > least || saysFact(a, run);
  const core = runs.slice(runs.findIndex(isOfNotice), runs.findLastIndex(isOfNotice) + 1);
  const inBoth = told.reduce((sum, one) => sum + one, 0);
  const isMost = [a, b].every(({ text }) => inBoth >= BODY * toldInside(text, 0, text.tokens.length));
  return isMost && core.length > 0 && core.length < runs.length
    ? [coreFrom(comparison, runs), coreFrom(comparison, core)]
    : [coreFrom(comparison, runs)];
}

/** What two menus do not have in common by chance. */
const FACTS: ReadonlySet<TokenKind> = new Set(['date', 'time', 'price', 'quantity', 'number', 'class', 'model', 'lot']);

function saysFact({ text: { tokens } }: Side, { a, length }: Run): boolean {
  for (let n = a; n < a + length; n += 1) if (FACTS.has(tokens[n]!.kind)) return true;
  return false;
}

function coreFrom({ a, b, hunks }: Comparison, runs: readonly Run[]): Core {
  const [first, last] = [runs[0]!, runs.at(-1)!];
  const at = { a0: first.a, a1: last.a + last.length, b0: first.b, b1: last.b + last.length };
  return {
    at,
    inner: hunks.filter(({ a0, a1, b0, b1 }) => a0 >= at.a0 && b0 >= at.b0 && a1 <= at.a1 && b1 <= at.b1),
    outer: [
      { a0: 0, a1: at.a0, b0: 0, b1: at.b0 },
      { a0: at.a1, a1: a.text.tokens.length, b0: at.b1, b1: b.text.tokens.length },
    ],
  };
}
