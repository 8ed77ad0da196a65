import { Frequencies } from '../../copies/index/frequencies.ts';
import { segmentOf, type Segment } from '../../copies/index/segment.ts';
import { packArrays, unpackArrays } from './array-file.ts';
import { TextIndex, type TextIndexParts } from './text-index.ts';

/** What a home's notices are searched by: their words, and for other languages the facts that any language writes alike. */
export interface CopyIndexes {
  readonly words: TextIndex;
  readonly facts: TextIndex;
  /** Highest number of a text that was taken in, or need not be. */
  lastNum: number;
  /** Last entry of the log when the first text was taken in, -1 where there was none: what was ordered to be forgotten up to there is not in the indexes. */
  readonly lastForgotten: number;
}

export type CopyIndexName = 'words' | 'facts';

export const COPY_INDEX_NAMES: readonly CopyIndexName[] = ['words', 'facts'];

/** Few facts stand in a text, and each may be the one that tells: all of them are known, and it is not asked how many are in both. */
const FACTS = { stretch: 1, byNumber: false, fresh: 1 << 16 };

export function newIndexes(lastForgotten: number, kept?: Readonly<Record<CopyIndexName, TextIndexParts>>, lastNum = 0): CopyIndexes {
  return { words: new TextIndex(kept?.words), facts: new TextIndex(kept?.facts, FACTS), lastNum, lastForgotten };
}

/** A file with what says of each text whose it is, and how often shingles occur. */
export function packTexts({ index, nums, owners, digests, langs }: TextIndexParts): Uint8Array {
  const cells = index.frequencies.cells();
  const counts = new Uint32Array(cells.buffer, cells.byteOffset, cells.length / 2);
  return packArrays([
    nums,
    owners,
    digests,
    langs,
    index.standing,
    counts,
    Uint32Array.of(index.frequencies.texts, index.frequencies.distinct),
  ]);
}

export function packSegment({ pairs }: Segment): Uint8Array {
  return packArrays([pairs]);
}

/** The parts of an index out of its files. Throws `input-malformed`. */
export function unpackIndex(texts: Uint8Array, segments: readonly Uint8Array[]): TextIndexParts {
  const [nums, owners, digests, langs, standing, counts, [counted, distinct]] = unpackArrays(texts, 7) as [U, U, U, U, U, U, U];
  const frequencies = new Frequencies(new Uint16Array(counts.buffer), counted ?? 0, distinct);
  const sealed = segments.map((bytes) => segmentOf(...(unpackArrays(bytes, 1) as [U])));
  return { index: { frequencies, segments: sealed, standing }, nums, owners, digests, langs };
}

type U = Uint32Array<ArrayBuffer>;
