import type { Range } from '../../model/copy.ts';
import { alignSequences } from './anchored-diff.ts';
import { sentencesOf } from './sentences.ts';

/** Words that one of two versions of a sentence has. */
export interface Mark {
  readonly side: 'removed' | 'added';
  /** Offsets in the text that has them. */
  readonly at: Range;
}

/** A sentence that changed, came (`a` is null) or went (`b` is null). */
export interface SentenceChange {
  readonly a: Range | null;
  readonly b: Range | null;
  readonly marks: readonly Mark[];
}

/** How two texts differ, in their order: changed sentences, and in each its words, Han character by Han character. Near linear. White space makes no difference. */
export function diffTexts(a: string, b: string): readonly SentenceChange[] {
  const [left, right] = [sentencesOf(a), sentencesOf(b)];
  const ids = new Map<string, number>();
  const runs = alignSequences(idsOf(a, left, ids), idsOf(b, right, ids));
  const changes: SentenceChange[] = [];
  let [atA, atB] = [0, 0];
  for (const run of [...runs, { a: left.length, b: right.length, length: 0 }]) {
    for (const change of changesBetween(a, b, left.slice(atA, run.a), right.slice(atB, run.b))) changes.push(change);
    [atA, atB] = [run.a + run.length, run.b + run.length];
  }
  return changes;
}

function idsOf(text: string, sentences: readonly Range[], ids: Map<string, number>): Int32Array {
  return Int32Array.from(sentences, ([start, end]) => idOf(text.slice(start, end).replaceAll(/\s+/gu, ' '), ids));
}

function idOf(key: string, ids: Map<string, number>): number {
  let id = ids.get(key);
  if (id === undefined) {
    id = ids.size;
    ids.set(key, id);
  }
  return id;
}

/** Sentences of both that may be versions of one another have this share of their words in common. */
const ALIKE = 0.35;

/** Further ahead no version of a sentence is looked for. */
const REACH = 8;

/** Pairs the sentences of a stretch in their order; what has no partner came or went. */
function changesBetween(a: string, b: string, left: readonly Range[], right: readonly Range[]): readonly SentenceChange[] {
  const changes: SentenceChange[] = [];
  let next = 0;
  for (const sentence of left) {
    let partner = -1;
    let best: Compared | undefined;
    for (let at = next; at < Math.min(right.length, next + REACH); at += 1) {
      const compared = compareSentences(a, b, sentence, right[at]!);
      if (compared.alike < ALIKE || (best !== undefined && compared.alike <= best.alike)) continue;
      [partner, best] = [at, compared];
    }
    if (best === undefined) {
      changes.push({ a: sentence, b: null, marks: [{ side: 'removed', at: sentence }] });
      continue;
    }
    for (const added of right.slice(next, partner)) changes.push(came(added));
    changes.push({ a: sentence, b: right[partner]!, marks: best.marks });
    next = partner + 1;
  }
  return [...changes, ...right.slice(next).map(came)];
}

function came(sentence: Range): SentenceChange {
  return { a: null, b: sentence, marks: [{ side: 'added', at: sentence }] };
}

interface Compared {
  readonly alike: number;
  readonly marks: readonly Mark[];
}

const TOKEN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|\S/gu;

/** What two sentences have in common, and where either has something else. */
function compareSentences(a: string, b: string, one: Range, other: Range): Compared {
  const [left, right] = [tokensOf(a, one), tokensOf(b, other)];
  const ids = new Map<string, number>();
  const keys = (text: string, tokens: readonly Range[]): Int32Array =>
    Int32Array.from(tokens, ([start, end]) => idOf(text.slice(start, end), ids));
  const runs = alignSequences(keys(a, left), keys(b, right));
  const marks: Mark[] = [];
  let [atA, atB, same] = [0, 0, 0];
  for (const run of [...runs, { a: left.length, b: right.length, length: 0 }]) {
    if (run.a > atA) marks.push({ side: 'removed', at: [left[atA]![0], left[run.a - 1]![1]] });
    if (run.b > atB) marks.push({ side: 'added', at: [right[atB]![0], right[run.b - 1]![1]] });
    same += run.length;
    [atA, atB] = [run.a + run.length, run.b + run.length];
  }
  return { alike: (2 * same) / Math.max(1, left.length + right.length), marks };
}

function tokensOf(text: string, [start, end]: Range): readonly Range[] {
  return Array.from(text.slice(start, end).matchAll(TOKEN), ({ index, 0: token }): Range => [start + index, start + index + token.length]);
}
