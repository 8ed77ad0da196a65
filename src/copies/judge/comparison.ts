import type { PreparedText } from '../prepared-text.ts';
import type { Token } from '../tokens/token.ts';
import { containmentOf } from './containment.ts';
import type { Containment } from './containment.ts';
import { alignTexts, areOtherMoney } from './hunks.ts';
import type { Alignment } from './hunks.ts';
import { isSlip } from './slip.ts';

/** One of two texts as seen from the other. */
export interface Side {
  readonly text: PreparedText;
  /** 1 for tokens that the other text has nowhere. */
  readonly novel: Uint8Array;
  /** Of each token how much its place says what is bought: {@link REGION}. */
  readonly region: Uint8Array;
}

/** What the places of a text say: what is bought, by whom and where (title, labelled fields); its items; anything else. */
export const REGION = { body: 0, item: 1, key: 2 } as const;

/** Two texts beside each other: what the judgement is made of. */
export interface Comparison extends Alignment {
  readonly a: Side;
  readonly b: Side;
  readonly containment: Containment;
}

/** Compares two texts token by token. */
export function compareTexts(a: PreparedText, b: PreparedText): Comparison {
  const alignment = alignTexts(a, b);
  const sides = { a: sideOf(a, b), b: sideOf(b, a) };
  forgiveSlips(sides.a, sides.b, alignment);
  markOtherMoney(sides.a, sides.b, alignment);
  return { ...alignment, ...sides, containment: containmentOf(a, b) };
}

function sideOf(text: PreparedText, other: PreparedText): Side {
  const { tokens, unitsOf } = text;
  const novel = new Uint8Array(tokens.length);
  const region = new Uint8Array(tokens.length);
  const itemLines = new Set(tokens.filter(({ kind }) => kind === 'quantity').map(({ line }) => line));
  for (let n = 0; n < tokens.length; n += 1) {
    const token = tokens[n]!;
    const units = unitsOf[n]!;
    novel[n] = units.length > 0 ? Number(!units.some((unit) => other.units.has(unit))) : Number(!other.keys.has(token.key));
    region[n] = isKeyPlace(token) ? REGION.key : itemLines.has(token.line) && token.place !== 'contact' ? REGION.item : REGION.body;
  }
  return { text, novel, region };
}

function isKeyPlace({ place }: Token): boolean {
  return place === 'title' || place === 'subject' || place === 'buyer' || place === 'place';
}

/** A word that stands for a nearly equal one of the other text is a slip of the pen. */
function forgiveSlips(a: Side, b: Side, { hunks }: Alignment): void {
  for (const { a0, a1, b0, b1 } of hunks) {
    if (a1 - a0 > 20 || b1 - b0 > 20) continue;
    for (let n = a0; n < a1; n += 1) {
      if (a.novel[n] === 0 || a.text.tokens[n]!.kind !== 'word') continue;
      for (let m = b0; m < b1; m += 1) {
        if (b.novel[m] === 0 || b.text.tokens[m]!.kind !== 'word') continue;
        if (!isSlip(written(a, n), written(b, m))) continue;
        a.novel[n] = 0;
        b.novel[m] = 0;
        break;
      }
    }
  }
}

/** A sum in another currency is one that the other text does not have, though it has the figure. */
function markOtherMoney(a: Side, b: Side, { hunks }: Alignment): void {
  for (const { a0, a1, b0, b1 } of hunks) {
    if (a1 - a0 > 20 || b1 - b0 > 20) continue;
    for (let n = a0; n < a1; n += 1)
      for (let m = b0; m < b1; m += 1) if (areOtherMoney(a.text.tokens[n]!, b.text.tokens[m]!)) a.novel[n] = b.novel[m] = 1;
  }
}

/** A token as it stands, in small letters. */
export function written({ text: { text, tokens } }: Side, n: number): string {
  return text.slice(tokens[n]!.start, tokens[n]!.end).toLowerCase();
}
