import { cantoneseOf } from '../../text/readings/cantonese.ts';
import { pinyinOf } from '../../text/readings/pinyin.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { combine } from './hangul.ts';
import { segmentHan, type HanSegment } from './han-segments.ts';
import type { NameFamily, NamePart } from './name-part.ts';
import { hanNumber } from './numbers.ts';
import { placeIn } from './place-in-token.ts';
import type { NameToken } from './tokens.ts';
import { soundCodesOf } from './sound-codes.ts';
import { DOT, isTranscribed, syllablesOf, transcribedCodes } from './transcribed.ts';
import { WordMemory } from './word-memory.ts';
import { informationOf, pushKey, skeletonOf } from './word-part.ts';
import { unitParts } from './unit-parts.ts';

/** Parts of an organisation's name in Han: words of the glossary by their concepts, numbers, and the rest by pinyin. */
export function hanOrganisation(token: NameToken, name: string, family: NameFamily, knowledge: NameKnowledge): readonly NamePart[] {
  return segmentHan(token.text, knowledge.han, knowledge.longestHan).flatMap((segment) =>
    hanSegment(segment, token, name, family, knowledge),
  );
}

/** Parts of one piece of the name that `token` is in. */
export function hanSegment(
  { start, end, word, number: isNumber }: HanSegment,
  token: NameToken,
  name: string,
  family: NameFamily,
  knowledge: NameKnowledge,
): readonly NamePart[] {
  const piece = token.text.slice(start, end);
  const span = spanOf(token, start, end, name);
  const number = hanNumber(piece, isNumber);
  if (number !== undefined && (piece.length > 1 || isNumber))
    return [
      { kind: 'number', text: piece, ...span, keys: [`=${number}`], weight: 0.5, bits: 7, by: 'number', group: 0 } satisfies NamePart,
    ];
  if (word !== undefined) {
    const only = word.units.length === 1 && word.kind !== 'form' ? readingsOf(piece, 2, family, false, knowledge) : [];
    return unitParts(word.units, name, span, only);
  }
  const transcribed = isTranscribed(piece, DOT.test(name));
  return (transcribed ? [[0, piece.length] as const] : inPairs(piece)).flatMap(([from, to]) => {
    const text = piece.slice(from, to);
    const keys = readingsOf(text, 4, family, transcribed, knowledge);
    const place = spanOf(token, start + from, start + to, name);
    return keys.length === 0 ? [] : [hanPart(text, place.start, place.end, keys, family, knowledge)];
  });
}

/** At most `most` spellings of a text in Han, by the usual readings of its characters. */
export function spelled(text: string, read: (char: string) => readonly string[], most: number): readonly string[] {
  return combine(
    Array.from(text, (char) => read(char)),
    most,
  );
}

/** Four and more characters are rather two words (兴华恒成: Xinghua Hengcheng): written together in Latin, a joint finds them. */
function inPairs(piece: string): readonly (readonly [number, number])[] {
  return piece.length < 4
    ? [[0, piece.length]]
    : [
        [0, 2],
        [2, piece.length],
      ];
}

/** Readings of pieces that came before. */
const memory = new WordMemory<readonly string[]>(60_000);

function readingsOf(text: string, most: number, family: NameFamily, transcribed: boolean, knowledge: NameKnowledge): readonly string[] {
  if (knowledge.off.has('readings')) return [text];
  const known = memory.of(knowledge);
  const piece = `${family.charAt(0)}${most}${transcribed ? '%' : ''}${text}`;
  let keys = known.get(piece);
  if (keys === undefined) known.set(piece, (keys = readPiece(text, most, family, transcribed, knowledge)));
  return keys;
}

function readPiece(text: string, most: number, family: NameFamily, transcribed: boolean, knowledge: NameKnowledge): readonly string[] {
  const keys: string[] = [];
  for (const reading of spelled(text, pinyinOf, most)) pushKey(keys, skeletonOf(reading, knowledge));
  if (transcribed) for (const code of transcribedCodes(syllablesOf(text))) pushKey(keys, code);
  else if (text.length > 2) for (const code of soundCodesOf(keys[0] ?? '')) pushKey(keys, code);
  // Companies of Hong Kong spell their names in Cantonese.
  if (family !== 'person') for (const reading of spelled(text, cantoneseOf, 2)) pushKey(keys, skeletonOf(reading, knowledge));
  return keys;
}

/** A word in Han: it is like what is read so, and most like what is written so. */
export function hanPart(
  text: string,
  start: number,
  end: number,
  keys: readonly string[],
  family: NameFamily,
  knowledge: NameKnowledge,
): NamePart {
  return {
    kind: 'word',
    text,
    start,
    end,
    keys: [...keys, `&${text}`],
    ...informationOf(keys[0]!, family, knowledge),
    by: 'reading',
    group: 0,
  };
}

/** Offsets of a piece of a token; where they cannot be told, those of the whole token. */
function spanOf(token: NameToken, start: number, end: number, name: string): { readonly start: number; readonly end: number } {
  return placeIn(token, start, end, name) ?? { start: token.start, end: token.end };
}
