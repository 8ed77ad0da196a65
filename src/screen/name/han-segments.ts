import type { HanWord } from '../knowledge.ts';

/** A piece of a Han name: a word of the glossary, or what is left between such words. */
export interface HanSegment {
  readonly start: number;
  readonly end: number;
  readonly word: HanWord | undefined;
}

/**
 * Splits a Han name into words of the glossary (地名, 行业, 组织形式) and the distinctive rest (字号), so that long words win over many short ones.
 * A single character counts as a word only at the end or before another word: 厂 in 机械厂, not in 厂长.
 */
export function segmentHan(text: string, words: ReadonlyMap<string, HanWord>, longest: number): readonly HanSegment[] {
  const n = text.length;
  const best = new Float64Array(n + 1);
  const from = new Int32Array(n + 1).fill(-1);
  for (let end = 1; end <= n; end += 1) {
    best[end] = best[end - 1]!;
    from[end] = end - 1;
    for (let length = Math.min(longest, end); length >= 1; length -= 1) {
      const start = end - length;
      const word = words.get(text.slice(start, end));
      if (word === undefined) continue;
      const gain = length === 1 ? (end === n || (from[end] === start && word.kind === 'form') ? 0.6 : 0.3) : length ** 1.6;
      if (best[start]! + gain > best[end]! + 1e-9) {
        best[end] = best[start]! + gain;
        from[end] = start;
      }
    }
  }
  const pieces: { start: number; end: number; word: HanWord | undefined }[] = [];
  for (let end = n; end > 0; end = from[end]!) {
    const start = from[end]!;
    pieces.push({ start, end, word: words.get(text.slice(start, end)) });
  }
  return joinRest(pieces.reverse());
}

function joinRest(pieces: readonly { start: number; end: number; word: HanWord | undefined }[]): readonly HanSegment[] {
  const out: HanSegment[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    const next = pieces[at + 1];
    const afterPlace = pieces[at - 1]?.word?.kind === 'place';
    const single = piece.end - piece.start === 1 && piece.word !== undefined && !(next === undefined || isWord(next) || afterPlace);
    const word = single ? undefined : piece.word;
    const before = out.at(-1);
    if (word === undefined && before !== undefined && before.word === undefined)
      out[out.length - 1] = { start: before.start, end: piece.end, word: undefined };
    else out.push({ start: piece.start, end: piece.end, word });
  }
  return out;
}

function isWord(piece: { start: number; end: number; word: HanWord | undefined }): boolean {
  return piece.word !== undefined;
}
