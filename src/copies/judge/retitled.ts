import { isRunning, type TokenKind } from '../tokens/token.ts';
import type { Comparison, Side } from './comparison.ts';

/** What both texts say below their titles tells so much at least, and so little of it is other words. */
const LEAST = 5;
const OTHER = 0.08;
/** So much of what a title tells is said again below it. */
const SAID_AGAIN = 0.5;
/** Facts that are of the purchase: one that only one text has is more than another headline. */
const FACTS: ReadonlySet<TokenKind> = new Set([
  ...(['procedure', 'round', 'ordinal', 'lot', 'phase', 'section', 'year'] as const),
  ...(['price', 'quantity', 'number', 'class', 'model', 'figure'] as const),
]);
const BESIDE: ReadonlySet<string> = new Set(['title', 'publisher', 'contact']);

/**
 * True for one text under two headlines: both say the same below their titles, with the same people to be called, and what a title speaks of is said again there. In a form that is filled in for
 * several purchases the title alone says which, and nothing below says it again.
 */
export function isRetitled({ a, b }: Comparison): boolean {
  return [a, b].every(saysTheSameBelow) && hasContact(a, b) && [a, b].some((side) => saysTitleAgain(side));
}

function saysTheSameBelow({ text: { tokens, weights }, novel }: Side): boolean {
  let [all, other] = [0, 0];
  for (let n = 0; n < tokens.length; n += 1) {
    const { kind, place } = tokens[n]!;
    if (BESIDE.has(place)) continue;
    if (novel[n] === 1 && FACTS.has(kind)) return false;
    all += weights[n]!;
    if (novel[n] === 1 && isRunning(kind)) other += weights[n]!;
  }
  return all >= LEAST && other <= OTHER * all;
}

function hasContact(a: Side, b: Side): boolean {
  return a.text.tokens.some(({ kind, key }) => (kind === 'phone' || kind === 'mail') && b.text.keys.has(key));
}

/**
 * True for one text below two titles where what either title alone says is not said again below it: a form, of which the title says for what it was filled in. The headline of another account says
 * what the text is about, or one of both does.
 */
export function nameGoodsInTitlesAlone({ a, b }: Comparison): boolean {
  return [a, b].every((side) => {
    const { all, again } = saidAgain(side, (n) => side.novel[n] === 1);
    return all >= LEAST_NAME && again < SAID_AGAIN * all && saysTheSameBelow(side);
  });
}

/** A name of goods tells so much. */
const LEAST_NAME = 1;

function saysTitleAgain(side: Side): boolean {
  const { all, again } = saidAgain(side, () => true);
  return all > 0 && again >= SAID_AGAIN * all;
}

/** What the title tells, and how much of that is said again below it; of the tokens that are wanted. */
function saidAgain(
  { text: { tokens, unitsOf, weights } }: Side,
  isWanted: (n: number) => boolean,
): { readonly all: number; readonly again: number } {
  const below = new Set(unitsOf.filter((_, n) => !BESIDE.has(tokens[n]!.place)).flat());
  let [all, again] = [0, 0];
  for (let n = 0; n < tokens.length; n += 1) {
    if (tokens[n]!.place !== 'title' || !isRunning(tokens[n]!.kind) || !isWanted(n)) continue;
    all += weights[n]!;
    if (unitsOf[n]!.some((unit) => below.has(unit))) again += weights[n]!;
  }
  return { all, again };
}
