import { isRunning } from '../tokens/token.ts';
import type { Token, TokenKind } from '../tokens/token.ts';
import type { PreparedText } from '../prepared-text.ts';
import { plainText } from '../plain-text.ts';
import type { Side } from './comparison.ts';
import { stageOf } from './evidence.ts';
import type { Hunk } from './hunks.ts';

/** What numbers a list, wherever its lines went. */
const LIST_NUMBER =
  /(?<![\p{L}\p{N}])(?:第?[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|\p{L})[)）]|(?:\d{1,2}\.){1,4}\d{0,2}(?=\s)|\d{1,2}[、)）.](?!\d)|\p{L}\)|[①-⑳])/gu;

/** True for a stretch that says the same in the same letters: lines broken elsewhere, a list numbered or not. */
export function isSameInLetters(a: Side, b: Side, { a0, a1, b0, b1 }: Hunk): boolean {
  const left = lettersIn(a.text, a0, a1);
  return left !== undefined && left === lettersIn(b.text, b0, b1);
}

/** Longer stretches are compared by their tokens. */
const LONGEST_STRETCH = 2000;

function lettersIn({ text, tokens }: PreparedText, from: number, to: number): string | undefined {
  if (from === to) return '';
  // (一) and (二) of a title tell parts apart
  if (tokens.slice(from, to).some(({ kind, place }) => kind === 'ordinal' && place === 'title')) return undefined;
  const written = text.slice(tokens[from]!.start, tokens[to]?.start ?? tokens[to - 1]!.end);
  if (written.length > LONGEST_STRETCH) return undefined;
  const { units, length } = plainText(written.replaceAll(LIST_NUMBER, ' '));
  return String.fromCharCode(...units.subarray(0, length));
}

/** What a site puts before or behind a title on its line: its name, a section, a day, a number. */
const TAG_EDGE = /[|·•_[\]【】]|\s[-–—]\s|\s{3}/u;
const LONGEST_TAG = 12;

/** Facts that no tag says: with them another purchase, or more of this one, is told. */
const MORE: ReadonlySet<TokenKind> = new Set([
  'round',
  'ordinal',
  'lot',
  'phase',
  'section',
  'year',
  'price',
  'quantity',
  'class',
  'model',
]);

/** True for tokens on the line of what both texts have that a site puts around a title. `other`: the text that does not have them. */
export function isTag({ text: { text, tokens } }: Side, from: number, to: number, other: Side): boolean {
  if (to - from > LONGEST_TAG) return false;
  const edges = [
    text.slice(tokens[from - 1]?.end ?? 0, tokens[from]!.start),
    text.slice(tokens[to - 1]!.end, tokens[to]?.start ?? text.length),
  ];
  if (!edges.some((edge) => TAG_EDGE.test(edge))) return false;
  return tokens.slice(from, to).every((token) => !MORE.has(token.kind) && (token.kind !== 'stage' || namesStage(other.text, token)));
}

function namesStage({ tokens }: PreparedText, { key }: Token): boolean {
  return tokens.some((token) => token.kind === 'stage' && stageOf(token.key) === stageOf(key));
}

/** Around a text that tells so many times as much, whatever stands there is layout. */
const SMALL = 0.15;

/** Menus, adverts and links around a notice are short: a piece of more words is about something, and a page has one at most. */
const LONGEST_LINK = 30;

/** Three lines with a piece of more words are about something too. */
const SHORT_LINE = 10;

/** A Han character is about half of a word. */
const HAN_SHARE = 0.6;

/** Links and fields of one line. */
const PIECE_EDGE = /[|>›•·★▲/【】]|\s{2}/u;

/** True where what stands around the tokens from `from` to `to` is no more than a page puts around a notice: menus, adverts, how often it was read. */
export function isLayoutAround(text: PreparedText, from: number, to: number): boolean {
  if (isListItem(text, from, to)) return false;
  const lines = longestPieces(text, from, to);
  const isAboutSomething =
    lines.filter((length) => length > LONGEST_LINK).length >= 2 || lines.filter((length) => length > SHORT_LINE).length >= 3;
  return !isAboutSomething || toldOutside(text, from, to) < SMALL * toldInside(text, from, to);
}

/** Of each line outside, how many words its longest piece has. */
function longestPieces({ text, tokens }: PreparedText, from: number, to: number): readonly number[] {
  const longest = new Map<number, number>();
  let piece = 0;
  for (let n = 0; n < tokens.length; n += 1) {
    if (n >= from && n < to) continue;
    const { line, kind, start } = tokens[n]!;
    const before = tokens[n - 1];
    if (before === undefined || n === to || before.line !== line || PIECE_EDGE.test(text.slice(before.end, start))) piece = 0;
    piece += kind === 'han' ? HAN_SHARE : 1;
    longest.set(line, Math.max(longest.get(line) ?? 0, piece));
  }
  return [...longest.values()];
}

/** How much the tokens of a text from one to another tell. */
export function toldInside({ weights }: PreparedText, from: number, to: number): number {
  return weights.subarray(from, to).reduce((sum, weight) => sum + weight, 0);
}

function toldOutside(text: PreparedText, from: number, to: number): number {
  return toldInside(text, 0, from) + toldInside(text, to, text.tokens.length);
}

const BULLET = /^\s*(?:([-–—•·*▪◆●])|\d{1,2}([.)）．、])|[①-⑳])\s*/u;

/** True for what stands behind a bullet, where other lines stand behind the same: an item of a list. */
function isListItem(text: PreparedText, from: number, to: number): boolean {
  const own = leadOf(text, from);
  if (own === undefined) return false;
  for (let n = 0; n < text.tokens.length; n += 1) {
    if (n >= from && n < to) continue;
    const token = text.tokens[n]!;
    if (isRunning(token.kind) && text.tokens[n - 1]?.line !== token.line && leadOf(text, n) === own) return true;
  }
  return false;
}

/** The bullet or the kind of number before the first token of a line; undefined where there is none, or the token is not the first. */
export function leadOf({ text, tokens }: PreparedText, n: number): string | undefined {
  const before = tokens[n - 1];
  const token = tokens[n]!;
  if (before?.line === token.line) return undefined;
  const lead = text.slice(before?.end ?? 0, token.start);
  const line = lead.slice(Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('\r')) + 1);
  const found = BULLET.exec(line);
  return found === null ? undefined : (found[1] ?? found[2] ?? 'number');
}
