import type { TokenKind } from '../tokens/token.ts';
import type { PreparedText } from '../prepared-text.ts';
import type { Comparison } from './comparison.ts';
import type { Evidence } from './evidence.ts';

/** Numbers of notices that lie so close were given on one day, to purchases made together. */
const SIBLINGS = 10;

/** Two texts of which more stands in the other are of one template. */
const ONE_TEMPLATE = 0.6;

/** Log odds of a number that both texts call theirs, and of one from a register, which no other purchase can have. */
export const SURE_NUMBER = 6;
const REGISTERED = { digits: 11, odds: 8 } as const;

/**
 * Numbers of notices: the same one speaks for one purchase; neighbours (…00315, …00316) are two purchases published together; any others are what a
 * second round has as well, unless little else is said. `told`: how much both texts tell together.
 */
export function numberEvidence({ a, b, containment }: Comparison, told: number): readonly Evidence[] {
  const [ofA, ofB] = [noticeNumbers(a.text), noticeNumbers(b.text)];
  if (ofA.size === 0 || ofB.size === 0) return [];
  const same = [...ofA.keys()].find(
    (one) => ofB.has(one) || [...ofB.keys()].some((other) => isRoundOf(one, other) || isTailOf(one, other)),
  );
  if (same !== undefined) {
    const isSure = ofA.get(same) === true || ofB.get(same) === true;
    // parts of one purchase have the number in common, and their words
    const isRegistered = same.replaceAll(/\D/g, '').length >= REGISTERED.digits && containment.longer < ONE_TEMPLATE;
    return [{ kind: 'number', odds: !isSure ? 3 : isRegistered ? REGISTERED.odds : SURE_NUMBER }];
  }
  if ([...ofA.keys()].some((one) => [...ofB.keys()].some((other) => areSiblings(one, other)))) return [{ kind: 'siblingNumber', odds: -7 }];
  const days = hasOtherDeadline(a.text, b.text) ? 2 : 0;
  return [{ kind: 'number', odds: -0.5 - (5 + days) * littleTold(told) }];
}

/** Numbers of a notice, and whether a label or its length says that they are: numbers of a party, of accounts and of codes are none. */
function noticeNumbers({ text, tokens }: PreparedText): ReadonlyMap<string, boolean> {
  const numbers = new Map<string, boolean>();
  for (const { kind, key, place, start } of tokens) {
    if (kind !== 'number' || place === 'registry' || place === 'contact' || place === 'publisher' || place === 'price') continue;
    // an order or a law that is cited
    if (place === 'body' && '〔[［(（'.includes(text.charAt(start))) continue;
    const isSure = place === 'number' || place === 'title' || key.length > 'number:'.length + 12;
    numbers.set(key, isSure || numbers.get(key) === true);
    if (numbers.size >= 50) break;
  }
  return numbers;
}

/** The number of a second round: that of the first with one or two digits behind it. */
function isRoundOf(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return (
    short.length >= 'number:'.length + 6 &&
    long.length > short.length &&
    long.length - short.length <= 2 &&
    long.startsWith(short) &&
    /[a-z]/.test(short.slice(7))
  );
}

/** A number with the letters of its register before it, and without (ITB 2023-WSP-014). */
function isTailOf(one: string, other: string): boolean {
  const [short, long] = [one, other].map((key) => key.slice('number:'.length)).toSorted((left, right) => left.length - right.length);
  return (
    short!.length >= 8 &&
    short!.replaceAll(/\D/g, '').length >= 5 &&
    long!.endsWith(short!) &&
    /^\p{L}{1,6}$/u.test(long!.slice(0, -short!.length))
  );
}

/** Both texts say until when, and say other days. */
function hasOtherDeadline(a: PreparedText, b: PreparedText): boolean {
  const [ofA, ofB] = [a, b].map(
    ({ tokens }) => new Set(tokens.filter(({ kind, place }) => kind === 'date' && place === 'deadline').map(({ key }) => key)),
  );
  return ofA!.size > 0 && ofB!.size > 0 && ofA!.isDisjointFrom(ofB!);
}

/** Codes of a classification of goods: none in common, other goods. */
export function classEvidence({ a, b }: Comparison): readonly Evidence[] {
  const [ofA, ofB] = [keys(a.text, 'class'), keys(b.text, 'class')];
  const schemes = new Set(ofA.map(schemeOf));
  return [...schemes].some((scheme) => {
    const [left, right] = [ofA, ofB].map((list) => list.filter((key) => schemeOf(key) === scheme));
    return right!.length > 0 && !left!.some((key) => right!.includes(key));
  })
    ? [{ kind: 'class', odds: -6 }]
    : [];
}

/** Sums: copies keep them; another one weighs where little else is said, and nothing where a stage lies between. */
export function priceEvidence({ a, b }: Comparison, told: number, isOtherStage: boolean): readonly Evidence[] {
  const [ofA, ofB] = [keys(a.text, 'price'), keys(b.text, 'price')];
  if (ofA.length === 0 || ofB.length === 0) return [];
  if (ofA.some((key) => ofB.includes(key) && !/:\d0*$/.test(key))) return [{ kind: 'price', odds: 1 }];
  const [titleA, titleB] = [a, b].map(({ text }) =>
    text.tokens.filter(({ kind, place }) => kind === 'price' && place === 'title').map(({ key }) => key),
  );
  if (!isOtherStage && titleA!.length > 0 && titleB!.length > 0 && !titleA!.some((key) => titleB!.includes(key)))
    return [{ kind: 'price', odds: -6 }];
  if (ofA.some((key) => ofB.includes(key)) || isOtherStage) return [];
  return [{ kind: 'price', odds: -1 - 4 * littleTold(told) }];
}

/** 1 where next to nothing is told, 0 from a title of some length on. */
function littleTold(told: number): number {
  return Math.max(0, Math.min(1, (7 - told) / 5));
}

function keys({ tokens }: PreparedText, kind: TokenKind): readonly string[] {
  return [...new Set(tokens.filter((token) => token.kind === kind).map(({ key }) => key))].slice(0, 50);
}

function schemeOf(key: string): string {
  return key.slice(0, key.lastIndexOf(':'));
}

/** Numbers that differ by a few in their last run of digits, before the same letters if any (…00315-a, …00316-a). */
export function areSiblings(numbered: string, next: string): boolean {
  const [one, other] = [numbered, next].map((key) => key.replace(/\D+$/, ''));
  if (one!.length !== other!.length || numbered.slice(one!.length) !== next.slice(other!.length)) return false;
  return areNeighbours(one!, other!);
}

function areNeighbours(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const digits = /\d+$/.exec(one)?.[0].length ?? 0;
  // the part that differs lies in the last run of digits, and a date of six or more digits in it is no running number
  if (digits < 2 || one.length - digits > same) return false;
  const distance = Math.abs(Number(one.slice(-Math.min(digits, 12))) - Number(other.slice(-Math.min(digits, 12))));
  return distance > 0 && distance <= SIBLINGS;
}
