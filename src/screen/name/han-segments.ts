import type { HanWord } from '../knowledge.ts';

/** What a stretch of rest costs: one is better than two with a word of the glossary between them by chance. */
const NEW_REST = 1;

/** A piece of a Han name: a word of the glossary, or what is left between such words. */
export interface HanSegment {
  readonly start: number;
  readonly end: number;
  readonly word: HanWord | undefined;
  /** Number of an institute (三十八 in 中电科三十八所). */
  readonly number?: true;
}

/**
 * Splits a Han name into words of the glossary (地名, 行业, 组织形式) and the distinctive rest (字号), so that long words win over many short ones.
 * A single character counts as a word only at the end or before another word: 厂 in 机械厂, not in 厂长.
 */
export function segmentHan(text: string, words: ReadonlyMap<string, HanWord>, longest: number): readonly HanSegment[] {
  const n = text.length;
  const { word, rest, wordFrom } = roomFor(n);
  const lengths = lengthsByLast(words);
  word[0] = 0;
  for (let end = 1; end <= n; end += 1) {
    rest[end] = Math.max(rest[end - 1]!, word[end - 1]! - NEW_REST);
    const likely = lengths[text.charCodeAt(end - 1)]!;
    for (let length = likely === 0 ? 0 : Math.min(longest, end); length >= 1; length -= 1) {
      if ((likely & (1 << (length & 31))) === 0) continue;
      const start = end - length;
      const known = words.get(text.slice(start, end));
      if (known === undefined) continue;
      const gain = Math.max(word[start]!, rest[start]!) + (length === 1 ? 0.3 : length ** 1.6);
      if (gain > word[end]! + 1e-9) [word[end], wordFrom[end]] = [gain, start];
    }
  }
  const pieces: { start: number; end: number; word: HanWord | undefined }[] = [];
  let isWord = word[n]! >= rest[n]!;
  for (let end = n; end > 0;) {
    const start = isWord ? wordFrom[end]! : end - 1;
    pieces.push({ start, end, word: isWord ? words.get(text.slice(start, end)) : undefined });
    isWord = isWord ? word[start]! >= rest[start]! : word[start]! - NEW_REST >= rest[start]!;
    end = start;
  }
  return numbersOfBodies(joinRest(pieces.reverse(), text), text);
}

interface Room {
  /** Best gain up to each place: by whether the piece before it is a word or part of the rest. A new stretch of rest costs a little. */
  readonly word: Float64Array;
  readonly rest: Float64Array;
  readonly wordFrom: Int32Array;
}

let room: Room | undefined;

/** The same room again for each name, grown where one is longer. */
function roomFor(length: number): Room {
  if (room === undefined || room.word.length <= length) {
    const size = Math.max(64, length * 2);
    room = { word: new Float64Array(size), rest: new Float64Array(size), wordFrom: new Int32Array(size) };
  }
  room.word.fill(-Infinity, 0, length + 1);
  room.rest.fill(-Infinity, 0, length + 1);
  room.wordFrom.fill(-1, 0, length + 1);
  return room;
}

const lengthsOf = new WeakMap<ReadonlyMap<string, HanWord>, Uint32Array>();

/** By the last character of a word, a bit for each length (of 32 and more: modulo 32) that words with it have. */
function lengthsByLast(words: ReadonlyMap<string, HanWord>): Uint32Array {
  let lengths = lengthsOf.get(words);
  if (lengths === undefined) {
    lengths = new Uint32Array(65_536);
    for (const word of words.keys()) lengths[word.charCodeAt(word.length - 1)]! |= 1 << (word.length & 31);
    lengthsOf.set(words, lengths);
  }
  return lengths;
}

const HAN_DIGIT = /[〇零一二三四五六七八九十百]/;

function joinRest(pieces: readonly { start: number; end: number; word: HanWord | undefined }[], text: string): readonly HanSegment[] {
  const out: HanSegment[] = [];
  let numberEnd = -1;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    const next = pieces[at + 1];
    const afterPlace = pieces[at - 1]?.word?.kind === 'place';
    // 第七〇二: the ordinal goes on in digits that are no word together with it.
    if (piece.word?.kind === 'number' && next?.word === undefined && next !== undefined && HAN_DIGIT.test(text.charAt(next.start))) {
      let end = piece.end;
      while (pieces[at + 1]?.word === undefined && at + 1 < pieces.length && HAN_DIGIT.test(text.charAt(end)))
        [at, end] = [at + 1, end + 1];
      out.push({ start: piece.start, end, word: undefined });
      numberEnd = end;
      continue;
    }
    const single = piece.end - piece.start === 1 && piece.word !== undefined && !(next === undefined || isWord(next) || afterPlace);
    const word = single ? undefined : piece.word;
    const before = out.at(-1);
    if (word === undefined && before !== undefined && before.word === undefined && before.end !== numberEnd)
      out[out.length - 1] = { start: before.start, end: piece.end, word: undefined };
    else out.push({ start: piece.start, end: piece.end, word });
  }
  return out;
}

/** Bodies that are called by their numbers, and the number before them. */
const NUMBERED = /^(?:所|院|厂|研究所|研究院|研究室|设计院|工厂)$/;
const NUMBER_AT_END = /第?[〇零一二三四五六七八九十百]+$/;

/** Parts the number of an institute from what stands before it: 电科 | 三十八 | 所. One digit is a number where nothing else stands before the word: 航天科工 | 二 | 院. */
function numbersOfBodies(segments: readonly HanSegment[], text: string): readonly HanSegment[] {
  return segments.flatMap((segment, at): readonly HanSegment[] => {
    const { start, end, word } = segment;
    const next = segments[at + 1];
    if (word !== undefined || next?.word === undefined || !NUMBERED.test(text.slice(next.start, next.end))) return [segment];
    const digits = NUMBER_AT_END.exec(text.slice(start, end))?.[0].length ?? 0;
    if (digits === end - start) return [{ ...segment, number: true }];
    if (digits < 2) return [segment];
    return [
      { start, end: end - digits, word },
      { start: end - digits, end, word, number: true },
    ];
  });
}

function isWord(piece: { start: number; end: number; word: HanWord | undefined }): boolean {
  return piece.word !== undefined;
}
