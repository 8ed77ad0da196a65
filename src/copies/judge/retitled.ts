import { isRunning, type TokenKind } from '../tokens/token.ts';
import { giveOneContact } from '../one-contact.ts';
import type { Comparison, Side } from './comparison.ts';
import { titleOf } from './title.ts';

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
  return (
    !isFilledIn(a, b) && [a, b].every(saysTheSameBelow) && giveOneContact(a.text, b.text) && [a, b].some((side) => saysTitleAgain(side))
  );
}

/** Titles that say mostly the same and then each something that neither text says below: what a form was filled in for. */
function isFilledIn(a: Side, b: Side): boolean {
  return namesBesides(a, b) && namesBesides(b, a);
}

function namesBesides(side: Side, other: Side): boolean {
  const theirs = unitsOfTitle(other);
  const shared = told(side, (n) => side.text.unitsOf[n]!.some((unit) => theirs.has(unit)));
  const { all, known } = titleOf(side);
  return shared >= MOSTLY * all && all - known >= LEAST_WORD;
}

const MOSTLY = 0.5;

function unitsOfTitle({ text: { tokens, unitsOf } }: Side): ReadonlySet<string> {
  return new Set(unitsOf.filter((_, n) => tokens[n]!.place === 'title').flat());
}

/** What the words of the title tell that are wanted. */
function told({ text: { tokens, weights } }: Side, isWanted: (n: number) => boolean): number {
  let sum = 0;
  for (let n = 0; n < tokens.length; n += 1)
    if (tokens[n]!.place === 'title' && isRunning(tokens[n]!.kind) && isWanted(n)) sum += weights[n]!;
  return sum;
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

/** A name of goods tells so much, a rare word of it so much. */
const LEAST_NAME = 1;
const LEAST_WORD = 0.4;

function saysTitleAgain(side: Side): boolean {
  const { all, again } = saidAgain(side, () => true);
  return all > 0 && again >= SAID_AGAIN * all;
}

/** What the title tells, and how much of that is said again below it; of the tokens that are wanted. */
function saidAgain(side: Side, isWanted: (n: number) => boolean): { readonly all: number; readonly again: number } {
  const { tokens, unitsOf } = side.text;
  const below = new Set(unitsOf.filter((_, n) => !BESIDE.has(tokens[n]!.place)).flat());
  return { all: told(side, isWanted), again: told(side, (n) => isWanted(n) && unitsOf[n]!.some((unit) => below.has(unit))) };
}
