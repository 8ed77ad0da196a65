import { tokensOf, type NameToken } from '../name/tokens.ts';
import { baseForms } from './case-endings.ts';

/** True where a word of one is a word of the other, in the same script; of different scripts it cannot be said, and is true. */
export function spelledAlike(listed: string, span: string): boolean {
  if (!sameScript(listed, span)) return true;
  const theirs = read(listed).tokens;
  return read(span).tokens.some(({ text }) => text.length > 2 && theirs.some((other) => isOrIsInflected(text, other.text)));
}

/** True where the words of the listed name stand in the span one after another, as they are listed or inflected. */
export function isWrittenOut(listed: string, span: string): boolean {
  const theirs = read(listed).tokens;
  const ours = read(span).tokens;
  for (let from = 0; theirs.length > 0 && from + theirs.length <= ours.length; from += 1)
    if (theirs.every(({ text: other }, n) => isOrIsInflected(ours[from + n]!.text, other))) return true;
  return false;
}

function isOrIsInflected(word: string, listed: string): boolean {
  return word === listed || baseForms(word).includes(listed);
}

export function sameScript(a: string, b: string): boolean {
  return read(a).scripts === read(b).scripts;
}

/** Names and spans read last: hits on one span come one after another. */
const lately = new Map<string, Read>();
const MOST_LATELY = 2_000;

interface Read {
  readonly tokens: readonly NameToken[];
  readonly scripts: string;
}

function read(text: string): Read {
  let known = lately.get(text);
  if (known === undefined) {
    if (lately.size >= MOST_LATELY) lately.clear();
    const tokens = tokensOf(text);
    lately.set(text, (known = { tokens, scripts: [...new Set(tokens.map(({ script }) => script))].toSorted().join() }));
  }
  return known;
}
