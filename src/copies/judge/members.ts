import type { DifferenceKind } from '../../model/copy.ts';
import type { PreparedText } from '../prepared-text.ts';
import type { Token, TokenKind } from '../tokens/token.ts';
import type { Comparison } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import { titleOf } from './title.ts';

/** Evidence of facts that say which of several purchases of one kind is meant. */
interface MemberKind {
  readonly kind: TokenKind & DifferenceKind;
  /** Log odds where the titles of both name others, and where only one title names any. */
  readonly both: number;
  readonly one: number;
  /** Log odds where the titles name none and the bodies name none in common. */
  readonly bodies: number;
}

const KINDS: readonly MemberKind[] = [
  { kind: 'lot', both: -14, one: -1.5, bodies: -8 },
  { kind: 'phase', both: -14, one: -6, bodies: -8 },
  { kind: 'section', both: -14, one: -6, bodies: -8 },
  { kind: 'year', both: -14, one: -6, bodies: -4 },
];

/** What lots, phases, sections of roads and years say: twins of one template name others, copies the same. */
export function memberEvidence(comparison: Comparison): readonly Evidence[] {
  const [{ text: a }, { text: b }] = [comparison.a, comparison.b];
  const isSameTitle = [comparison.a, comparison.b].every((side) => isKnown(titleOf(side)));
  if (Math.max(a.mass, b.mass) > DIGEST * Math.min(a.mass, b.mass)) return a.mass < b.mass ? insideEvidence(a, b) : insideEvidence(b, a);
  return [...periodEvidence(comparison), ...membersOf(comparison, isSameTitle)];
}

/** Log odds where texts of one form are of other quarters or halves of a year, and how much of the longer one both have then. */
const OTHER_PERIOD = -9;
const ONE_FORM = 0.7;

/** Quarters and halves of a year, wherever they stand: a plan says when it will be bought, but a form that is filled in for each quarter says nothing else. */
function periodEvidence({ a, b, containment }: Comparison): readonly Evidence[] {
  const [ofA, ofB] = [a, b].map(({ text }) => keysOf(text, 'year', ({ key }) => isPeriod(key)));
  if (containment.longer < ONE_FORM || ofA!.size === 0 || ofB!.size === 0 || !ofA!.isDisjointFrom(ofB!)) return [];
  return [{ kind: 'year', odds: OTHER_PERIOD }];
}

function isPeriod(key: string): boolean {
  return /^year:[qh]/.test(key);
}

function membersOf(comparison: Comparison, isSameTitle: boolean): readonly Evidence[] {
  const [{ text: a }, { text: b }] = [comparison.a, comparison.b];
  return KINDS.flatMap(({ kind, both, one, bodies }): Evidence[] => {
    const [titleA, titleB] = [keysOf(a, kind, isTitle), keysOf(b, kind, isTitle)];
    const [allA, allB] = [withDays(a, kind), withDays(b, kind)];
    if (titleA.size > 0 && titleB.size > 0) return areOthers(titleA, titleB) ? [{ kind, odds: both }] : [];
    if (titleA.size > 0 || titleB.size > 0) {
      const [named, others] = titleA.size > 0 ? [titleA, allB] : [titleB, allA];
      return named.isDisjointFrom(others) ? [{ kind, odds: others.size > 0 && isSameTitle ? both : isSameTitle ? one : one / 4 }] : [];
    }
    const [bodyA, bodyB] = [keysOf(a, kind, isAny), keysOf(b, kind, isAny)];
    return bodyA.size > 0 && bodyB.size > 0 && bodyA.isDisjointFrom(bodyB) ? [{ kind, odds: bodies }] : [];
  });
}

/** A text that tells so many times as much may be a digest: what it names besides is of other notices. */
const DIGEST = 1.8;

/** What the title of a short text names is to be found in the long one, wherever. */
function insideEvidence(short: PreparedText, long: PreparedText): readonly Evidence[] {
  return KINDS.flatMap(({ kind, both, one }): Evidence[] => {
    const named = keysOf(short, kind, isTitle);
    const others = withDays(long, kind);
    return named.size > 0 && named.isDisjointFrom(others) ? [{ kind, odds: others.size > 0 ? both : one }] : [];
  });
}

/** Bracketed numbers such as (一) and (2): two of them tell parts apart, one of them counts a round. */
export function ordinalEvidence({ a, b }: Comparison): readonly Evidence[] {
  const [titleA, titleB] = [keysOf(a.text, 'ordinal', isTitle), keysOf(b.text, 'ordinal', isTitle)];
  if (titleA.size === 0 || titleB.size === 0 || !titleA.isDisjointFrom(titleB)) return [];
  return [{ kind: 'lot', odds: -12 }];
}

/** Titles that say the same but for what is named. */
function isKnown({ all, known }: { readonly all: number; readonly known: number }): boolean {
  return known >= 0.7 * all;
}

/** Either names one that the other does not: lots 1 and 2 against lots 2 and 3. Lot 1 of lots 1 and 2 is no other. */
function areOthers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return !one.isSubsetOf(other) && !other.isSubsetOf(one);
}

/** Days name a year too, where only one title does. */
function withDays(text: PreparedText, kind: TokenKind): Set<string> {
  const keys = keysOf(text, kind, isAny);
  if (kind === 'year') for (const token of text.tokens) if (token.kind === 'date') keys.add(`year:${token.key.slice(5, 9)}`);
  return keys;
}

function keysOf({ tokens }: PreparedText, kind: TokenKind, isWanted: (token: Token) => boolean): Set<string> {
  return new Set(tokens.filter((token) => token.kind === kind && isWanted(token)).map(({ key }) => key));
}

function isTitle({ place, key }: Token): boolean {
  return (place === 'title' || place === 'subject') && !isPeriod(key);
}

function isAny({ key }: Token): boolean {
  return !isPeriod(key);
}
