import anyAscii from 'any-ascii';
import type { CopyKind } from '../../model/copy.ts';
import type { PreparedText } from '../prepared-text.ts';
import { isRunning, type Token, type TokenKind } from '../tokens/token.ts';
import { written, type Comparison, type Side } from './comparison.ts';
import { BODY, coresOf, type Core } from './core.ts';
import { IS_NO_STAGE, stageOf, stagesOf } from './evidence.ts';
import type { Hunk } from './hunks.ts';
import { isListAroundOne } from './rows.ts';
import { isSlip } from './slip.ts';
import { isLayoutAround, isSameInLetters, isTag, toldInside } from './layout.ts';
import { titleOf } from './title.ts';
import { longestRunOf } from './words.ts';

/** Of the longer text this share may be its own before the shorter one stands in something else, and so much more than of the shorter one. */
const OWN = 0.3;
const MORE = 0.2;

/** Another stage of one purchase has the title of the first: this much of what it tells. */
const SAME_TITLE = 0.6;

/** Words of their own between what both say that layouts bring along, as a share of what the shorter text tells. */
const LAYOUT = 0.03;

/** A text that says so much else, under a title of its own, is a digest or a report. */
const OTHER_SUBJECT = 0.5;

/** What kind of copy two texts are that are copies. */
export function kindOfCopy(comparison: Comparison): Exclude<CopyKind, 'translated'> {
  const { a, b, containment } = comparison;
  if (isListAroundOne(a) !== isListAroundOne(b)) return 'partial';
  if (coresOf(comparison).some((core) => isSame(comparison, core) && isPage(comparison, core))) return 'verbatim';
  if (!isQuoted(comparison)) return 'edited';
  if (isAboutElse(a, containment.aInB) || isAboutElse(b, containment.bInA)) return 'partial';
  const isInside = 1 - containment.longer > OWN && containment.shorter - containment.longer > MORE;
  return isInside && (containment.shorter >= WHOLE || !isOtherStage(comparison)) ? 'partial' : 'edited';
}

/** A text that stands in another stands there by so much, */
const WHOLE = 0.9;

/** or a stretch of it does that tells so much, and this share of it. */
const QUOTED = { told: 6, share: 0.12 } as const;

/** True where one text stands in the other in its own words, rather than being told in others. */
function isQuoted(comparison: Comparison): boolean {
  const { a, b, containment, runs } = comparison;
  if (containment.shorter >= WHOLE) return true;
  const longest = longestRunOf(a, runs);
  const shorter = Math.min(a.text.mass, b.text.mass);
  return longest >= QUOTED.share * shorter && (longest >= QUOTED.told || shorter < QUOTED.told);
}

/** True where either text has little around what both have. */
function isPage({ a, b }: Comparison, { at }: Core): boolean {
  return isLayoutAround(a.text, at.a0, at.a1) && isLayoutAround(b.text, at.b0, at.b1);
}

/** True where nothing differs between the first and the last stretch that both texts have, layout aside, and neither breaks off inside a line. */
function isSame(comparison: Comparison, { inner, outer }: Core): boolean {
  const { a, b } = comparison;
  if (!isMost(comparison)) return false;
  if ([...inner, ...outer].some((hunk) => isReworded(a, b, hunk))) return false;
  let own = 0;
  for (const { a0, a1, b0, b1 } of [
    ...inner,
    ...outer.filter((hunk) => breaksOff(a, hunk.a0, hunk.a1, b) || breaksOff(b, hunk.b0, hunk.b1, a)),
  ]) {
    if (isSameInLetters(a, b, { a0, a1, b0, b1 })) continue;
    const isAdded = a0 === a1 || b0 === b1;
    if (hasFacts(a.text, a0, a1, isAdded) || hasFacts(b.text, b0, b1, isAdded)) return false;
    own += told(a, a0, a1) + told(b, b0, b1);
  }
  return own <= Math.max(1, LAYOUT * Math.min(a.text.mass, b.text.mass));
}

/** True where the shorter text stands in the other but for what may be layout. */
function isMost({ a, b, runs, containment }: Comparison): boolean {
  if (containment.shorter >= WHOLE) return true;
  const inBoth = runs.reduce((sum, run) => sum + toldInside(a.text, run.a, run.a + run.length), 0);
  return inBoth >= BODY * Math.min(toldInside(a.text, 0, a.text.tokens.length), toldInside(b.text, 0, b.text.tokens.length));
}

/** True where other words stand in a line that is the same around them: a layout puts pieces between lines, and changes no word in them. */
function isReworded(a: Side, b: Side, hunk: Hunk): boolean {
  const { a0, a1, b0, b1 } = hunk;
  if (a0 === a1 || b0 === b1) return false;
  if (!saysWords(a.text, a0, a1) || !saysWords(b.text, b0, b1)) return false;
  if (isTag(a, a0, a1, b) || isTag(b, b0, b1, a) || isSameInLetters(a, b, hunk)) return false;
  if (areSlips(a, b, hunk) || saysHowToCall(a.text.tokens, b.text.tokens, hunk)) return false;
  const around = sameBefore(a.text.tokens, b.text.tokens, hunk) + sameBehind(a.text.tokens, b.text.tokens, hunk);
  return around >= SAME_AROUND && soundIn(a.text, a0, a1) !== soundIn(b.text, b0, b1);
}

/** So many tokens of a line that are the same in both texts make it the same line. */
const SAME_AROUND = 4;

function saysWords({ tokens }: PreparedText, from: number, to: number): boolean {
  for (let n = from; n < to; n += 1) {
    const { kind, place, signs } = tokens[n]!;
    if ((isRunning(kind) || kind === 'phone' || kind === 'mail') && place !== 'publisher' && signs === undefined) return true;
  }
  return false;
}

/** True where each word stands for one that is nearly equal: a slip of the pen is no other word. */
function areSlips(a: Side, b: Side, { a0, a1, b0, b1 }: Hunk): boolean {
  if (a1 - a0 !== b1 - b0) return false;
  for (let n = 0; n < a1 - a0; n += 1) {
    const [one, other] = [a.text.tokens[a0 + n]!, b.text.tokens[b0 + n]!];
    if (one.key !== other.key && !(one.kind === 'word' && other.kind === 'word' && isSlip(written(a, a0 + n), written(b, b0 + n))))
      return false;
  }
  return true;
}

/** True for the words before a number to call or an address of mail that both texts have: what they call it is no matter (E-mail, 邮箱). */
function saysHowToCall(a: readonly Token[], b: readonly Token[], { a1, b1 }: Hunk): boolean {
  const kind = a[a1]?.kind;
  return (kind === 'phone' || kind === 'mail') && isSameOn(a, b, { a: a1 - 1, b: b1 - 1 }, 1);
}

/** How Han sounds: what sounds alike is another way of writing it (答覆, 答复). */
function soundIn({ text, tokens }: PreparedText, from: number, to: number): string {
  const written = text.slice(tokens[from]!.start, tokens[to - 1]!.end);
  return anyAscii(written.replace(/[著瞭藉]/g, (char) => SIMPLIFIED[char]!)).toLowerCase();
}

/** Traditional characters that stand for simplified ones of another sound: 著重, 瞭解, 藉助. */
const SIMPLIFIED: Readonly<Record<string, string>> = { 著: '着', 瞭: '了', 藉: '借' };

/** Tokens of the line that are the same in both texts just before what differs, and behind it. */
function sameBefore(a: readonly Token[], b: readonly Token[], { a0, b0 }: Hunk): number {
  let count = 0;
  while (count < SAME_AROUND && isSameOn(a, b, { a: a0, b: b0 }, -1 - count)) count += 1;
  return count;
}

function sameBehind(a: readonly Token[], b: readonly Token[], { a1, b1 }: Hunk): number {
  let count = 0;
  while (count < SAME_AROUND && isSameOn(a, b, { a: a1 - 1, b: b1 - 1 }, 1 + count)) count += 1;
  return count;
}

function isSameOn(a: readonly Token[], b: readonly Token[], at: { readonly a: number; readonly b: number }, by: number): boolean {
  const [one, other] = [a[at.a + by], b[at.b + by]];
  return one !== undefined && one.key === other?.key && one.line === a[at.a]!.line && other.line === b[at.b]!.line;
}

/** Facts whose change is an edit. */
const FACTS: ReadonlySet<TokenKind> = new Set([
  ...(['stage', 'procedure', 'round', 'ordinal', 'lot', 'phase', 'section', 'year'] as const),
  ...(['date', 'time', 'price', 'quantity', 'number', 'class', 'model'] as const),
]);

function hasFacts({ tokens }: PreparedText, from: number, to: number, isAdded: boolean): boolean {
  for (let n = from; n < to; n += 1) if (isFact(tokens[n]!, isAdded)) return true;
  return false;
}

/** That a text is passed on makes no other of it, nor that it is a notice, where the other does not say what it is. */
function isFact({ kind, key, place }: Token, isAdded: boolean): boolean {
  if (!FACTS.has(kind) || place === 'publisher') return false;
  if (kind !== 'stage') return true;
  const stage = stageOf(key);
  return stage !== 'repost' && !(isAdded && IS_NO_STAGE.has(stage));
}

function told({ text: { weights, tokens }, novel }: Side, from: number, to: number): number {
  let sum = 0;
  for (let n = from; n < to; n += 1) if (novel[n] === 1 && tokens[n]!.place !== 'publisher') sum += weights[n]!;
  return sum;
}

/** True for tokens that stand on a line with what both texts have: a text that breaks off is no layout. */
function breaksOff(side: Side, from: number, to: number, other: Side): boolean {
  const { tokens } = side.text;
  if (from === to || isTag(side, from, to, other)) return false;
  const [before, first, last, after] = [tokens[from - 1], tokens[from]!, tokens[to - 1]!, tokens[to]];
  return before?.line === first.line || after?.line === last.line;
}

/** True for a text most of which the other does not have, nor its title. */
function isAboutElse(side: Side, known: number): boolean {
  return 1 - known > OTHER_SUBJECT && knownTitle(side) < OTHER_SUBJECT;
}

/** A pre-notice is short and a notice long, but both have the same title: that is another stage and no digest. */
function isOtherStage({ a, b }: Comparison): boolean {
  const [stagesA, stagesB] = [stagesOf(a.text.tokens), stagesOf(b.text.tokens)];
  if (stagesA.isSubsetOf(stagesB) && stagesB.isSubsetOf(stagesA)) return false;
  return knownTitle(a) >= SAME_TITLE && knownTitle(b) >= SAME_TITLE;
}

/** A title that tells less says only what kind of paper it is. */
const LEAST_TITLE = 1;

/** Share of what the title tells that the other text has. */
function knownTitle(side: Side): number {
  const { all, known } = titleOf(side);
  return all < LEAST_TITLE ? 1 : known / all;
}
