import type { PreparedText } from '../../prepared-text.ts';
import type { Common } from './agreement.ts';

/** Names are known by so many letters: Вербівська громада and Вербівської громади are of one place. */
const BEGINNING = 5;

/** A name, as other texts may bend it. */
export function nameOf(key: string): string {
  return key.slice(0, BEGINNING);
}

/** Names of either text that the other has, with a capital letter or without (texts in capitals, beginnings of sentences). Linear. */
export function namesInCommon(one: ReadonlySet<string>, other: ReadonlySet<string>, a: PreparedText, b: PreparedText): Common {
  const [ofA, ofB] = [wordsOf(a), wordsOf(b)];
  const [left, right] = [one.intersection(ofB), other.intersection(ofA)];
  return { shared: left.union(right).size, other: Math.min(one.size - left.size, other.size - right.size) };
}

function wordsOf({ tokens }: PreparedText): ReadonlySet<string> {
  return new Set(tokens.filter(({ kind }) => kind === 'word').map(({ key }) => nameOf(key)));
}
