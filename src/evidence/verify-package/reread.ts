import type { Digest } from '../../model/digest.ts';

/** Reads captures as the program did that wrote the package: what a text claims can then be held against bytes. */
export interface Reread {
  /** Whose packages it reads alike: `Dualwatch/<version>`. */
  readonly software: string;
  /** What it sees in a capture file of that address; null where it sees nothing. */
  read(archive: Uint8Array, name: string, url: string): SeenAnew | null;
}

export interface SeenAnew {
  /** As observations in the log have it; null where it sees no notice, but a page that says so. */
  readonly digest: Digest | null;
  readonly title: string | null;
  readonly text: string;
  /** All that a person would see of the page. */
  readonly visible: string;
}

/** What contacts and names of private persons are masked by. Masking keeps lengths. */
const MASK = '•';

/** Whether a text is the one that was read, but for what was masked of it. */
export function isShownOf(shown: string, read: string, masked: boolean): boolean {
  if (shown === read) return true;
  if (!masked || shown.length !== read.length) return false;
  for (let at = 0; at < shown.length; at += 1) {
    if (shown[at] !== read[at] && shown[at] !== MASK) return false;
  }
  return true;
}

/** Lines of more letters stand there where pieces of so many do, the next beginning in the midst of each: readers break lines where they like, and so may whoever made the package. */
const PIECE = 12;

/**
 * Whether each line of a text stands on the page that it is said to be read from, by its letters and digits: what is no notice has no digest in the log, and readers differ in where they break lines.
 * Linear: the page is gone through at most once for each length of a piece.
 */
export function standsThere(text: string, { text: read, visible }: Pick<SeenAnew, 'text' | 'visible'>, masked: boolean): boolean {
  if (isShownOf(text, read, masked)) return true;
  const there = lettersOf(`${read}\n${visible}`);
  const missing = new Map<number, Set<string>>();
  for (const line of text.split('\n')) {
    if (masked && line.includes(MASK)) continue;
    for (const piece of piecesOf(lettersOf(line))) {
      const same = missing.get(piece.length) ?? new Set();
      missing.set(piece.length, same.add(piece));
      // The page has no more pieces of a length than letters.
      if (same.size > there.length) return false;
    }
  }
  for (const [length, pieces] of missing) {
    for (let at = 0; at + length <= there.length && pieces.size > 0; at += 1) pieces.delete(there.slice(at, at + length));
    if (pieces.size > 0) return false;
  }
  return true;
}

function* piecesOf(letters: string): Generator<string, void> {
  if (letters.length <= PIECE) {
    if (letters !== '') yield letters;
    return;
  }
  for (let at = 0; at + PIECE < letters.length; at += PIECE / 2) yield letters.slice(at, at + PIECE);
  yield letters.slice(-PIECE);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
