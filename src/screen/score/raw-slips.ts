import { skeleton, soundsOf } from '../name/skeleton.ts';
import { likenessOfCost } from './key-similarity.ts';

/**
 * What a word may have been before one slip of typing that its skeleton makes more of: a letter inside a digraph (Ctharif, Charif), letters exchanged across one
 * (Kahlil, Khalil), a letter gone between two that now are read as one (Baluu, Baluku). Other slips show in the skeletons alike, and `keySimilarity` measures them.
 */
export interface RawSlips {
  /** Skeletons of what it was, each with its likeness to what is written. */
  readonly exact: ReadonlyMap<string, number>;
  /** Skeletons with {@link ANY} where some one letter is missing or wrong. */
  readonly open: readonly string[];
}

/** Stands for one letter that nobody knows. */
export const ANY = '_';

const NONE: RawSlips = { exact: new Map(), open: [] };
const SHORTEST = 4;
const LONGEST = 16;

/** All of them for a word in lower-case Latin letters. */
export function rawSlipsOf(word: string): RawSlips {
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return NONE;
  const written = skeleton(word);
  const exact = new Map<string, number>();
  const open = new Set<string>();
  const joins = (a: number, b: number): boolean => {
    if (a < 0 || b >= word.length) return false;
    if (isReadTogether(word.charAt(a), word.charAt(b))) return true;
    const before = word.slice(Math.max(0, a - REACH), a + 1);
    const behind = word.slice(b, b + 1 + REACH);
    return (before.includes('h') || behind.includes('h')) && isReadTogether(before, behind);
  };
  const meant = (changed: string, cost: number): void => {
    const key = skeleton(changed);
    if (key === written) return;
    const likeness = likenessOfCost(cost, Math.max(key.length, written.length));
    if (likeness > (exact.get(key) ?? 0)) exact.set(key, likeness);
  };
  for (let at = 0; at < word.length; at += 1) {
    const before = word.slice(0, at);
    const letter = word.charAt(at);
    const next = word.charAt(at + 1);
    const after = word.slice(at + 1);
    const first = at === 0 ? FIRST : 0;
    if (letter === 'x' || joins(at - 1, at) || joins(at, at + 1) || joins(at - 1, at + 1)) meant(before + after, first + costOf(letter));
    if (
      next !== '' &&
      next !== letter &&
      (letter === 'x' ||
        next === 'x' ||
        joins(at - 1, at) ||
        joins(at, at + 1) ||
        joins(at + 1, at + 2) ||
        joins(at - 1, at + 1) ||
        joins(at, at + 2) ||
        isReadTogether(next, letter))
    )
      meant(before + next + letter + word.slice(at + 2), first + SWAP);
    if (at === 0) continue;
    for (const other of PARTNERS.get(word.charAt(at - 1)) ?? '') if (other !== letter) meant(before + other + after, 1);
    if (joins(at - 1, at)) {
      open.add(skeleton(before + ANY + word.slice(at)));
      open.add(skeleton(before + ANY + after));
      if (at > 1) open.add(skeleton(word.slice(0, at - 1) + ANY + word.slice(at)));
    } else if (letter === 'x') open.add(skeleton(before + ANY + after));
  }
  return { exact, open: [...open] };
}

/** Likeness of a listed word to what is written, by one such slip; 0 where there is none. */
export function rawLikeness({ exact, open }: RawSlips, key: string): number {
  return Math.max(exact.get(key) ?? 0, open.some((one) => fitsOpen(one, key)) ? likenessOfCost(1, key.length) : 0);
}

/** Is the key the open one with some letter where it is open? */
export function fitsOpen(open: string, key: string): boolean {
  if (key.length !== open.length) return false;
  for (let at = 0; at < key.length; at += 1) if (key.charCodeAt(at) !== open.charCodeAt(at) && open.charAt(at) !== ANY) return false;
  return true;
}

const SWAP = 0.6;
/** What it costs more that the first letter is another. */
const FIRST = 0.6;

function costOf(letter: string): number {
  if (letter === 'h') return 0.45;
  return 'aeiou'.includes(letter) ? 0.65 : 1;
}

/** Second letters of digraphs, by the first. */
const PARTNERS: ReadonlyMap<string, string> = new Map(
  [...'sckztpgdr']
    .map((letter): [string, string] => [letter, 'h'])
    .concat([
      ['o', 'u'],
      ['e', 'e'],
    ]),
);

/** Letters on either side of two that may be read with them: chr, shch and tech are one sound or two. All such have an h. */
const REACH = 2;
/** Answers that are remembered: words share their pieces. */
const MOST_PIECES = 50_000;
const READ_TOGETHER = new Map<string, boolean>();

/** Does the skeleton read the letters otherwise than `a` and then `b`? */
export function isReadTogether(a: string, b: string): boolean {
  if (a.length === 1 && b.length === 1) {
    const place = (a.charCodeAt(0) - 0x61) * 26 + b.charCodeAt(0) - 0x61;
    if (isLetter(a) && isLetter(b)) return PAIRS_READ_TOGETHER[place] === 1;
  }
  const pieces = `${a} ${b}`;
  let known = READ_TOGETHER.get(pieces);
  if (known === undefined) {
    if (READ_TOGETHER.size >= MOST_PIECES) READ_TOGETHER.clear();
    READ_TOGETHER.set(pieces, (known = soundsOf(a + b) !== soundsOf(a) + soundsOf(b)));
  }
  return known;
}

function isLetter(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x61 && code <= 0x7a;
}

/** 1 for two letters that are read as one. */
const PAIRS_READ_TOGETHER = new Uint8Array(26 * 26);
for (const [n, a] of [...'abcdefghijklmnopqrstuvwxyz'].entries())
  for (const [m, b] of [...'abcdefghijklmnopqrstuvwxyz'].entries())
    if (soundsOf(a + b) !== soundsOf(a) + soundsOf(b)) PAIRS_READ_TOGETHER[n * 26 + m] = 1;
