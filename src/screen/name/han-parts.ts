import { cantoneseOf } from '../../text/readings/cantonese.ts';
import { japaneseReadings } from '../../text/readings/japanese.ts';
import { koreanOf } from '../../text/readings/korean.ts';
import { pinyinOf } from '../../text/readings/pinyin.ts';
import { hanSurname } from '../../text/readings/surnames.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { combine } from './hangul.ts';
import { segmentHan } from './han-segments.ts';
import type { NameFamily, NamePart } from './name-part.ts';
import { hanNumber } from './numbers.ts';
import type { NameToken } from './tokens.ts';
import { informationOf, pushKey, skeletonOf } from './word-part.ts';
import { unitParts } from './unit-parts.ts';

/**
 * Parts of a person's name in Han: surname and given name, by pinyin (every reading), by the usual Cantonese and Korean romanisations, and by
 * Japanese readings where it can be one. Undefined where the token is no such name: an organisation's words, or one name of several tokens.
 */
export function hanPerson(token: NameToken, family: NameFamily, tokens: number, knowledge: NameKnowledge): readonly NamePart[] | undefined {
  if (knowledge.off.has('readings')) return undefined;
  const { text } = token;
  if (family === 'vessel' || text.length < 2 || text.length > 6 || tokens > 1) return undefined;
  const surname = hanSurname(text);
  // Without being told that it is a person, only what looks like one is.
  if (family === 'organisation' && (surname === undefined || text.length > 3 + (surname.length - 1) || hasLongWord(text, knowledge)))
    return undefined;
  const split = surname?.length ?? 1;
  const [last, given] = [text.slice(0, split), text.slice(split)];
  if (given === '') return undefined;
  const japanese = japaneseReadings(text).map((reading) => reading.split(' '));
  const lastKeys: string[] = [];
  for (const reading of surname?.readings ?? pinyinOf(last).slice(0, 2)) pushKey(lastKeys, skeletonOf(reading, knowledge));
  for (const read of [cantoneseOf, koreanOf])
    for (const reading of combine(
      Array.from(last, (char) => read(char)),
      3,
    ))
      pushKey(lastKeys, skeletonOf(reading, knowledge));
  for (const [reading = ''] of japanese.slice(0, 2)) pushKey(lastKeys, skeletonOf(reading, knowledge));
  const givenKeys: string[] = [];
  for (const read of [pinyinOf, koreanOf, cantoneseOf])
    for (const reading of combine(
      Array.from(given, (char) => read(char)),
      read === pinyinOf ? 4 : 3,
    ))
      pushKey(givenKeys, skeletonOf(reading, knowledge));
  for (const [, reading = ''] of japanese.slice(0, 3)) pushKey(givenKeys, skeletonOf(reading, knowledge));
  if (lastKeys.length === 0 || givenKeys.length === 0) return undefined;
  const middle = token.start + Math.max(1, Math.round(((token.end - token.start) * split) / text.length));
  return [part(last, token.start, middle, lastKeys, 'person', knowledge), part(given, middle, token.end, givenKeys, 'person', knowledge)];
}

function hasLongWord(text: string, knowledge: NameKnowledge): boolean {
  return segmentHan(text, knowledge.han, knowledge.longestHan).some(({ word, start, end }) => word !== undefined && end - start > 1);
}

/** Parts of an organisation's name in Han: words of the glossary by their concepts, numbers, and the rest by pinyin. */
export function hanOrganisation(token: NameToken, name: string, family: NameFamily, knowledge: NameKnowledge): readonly NamePart[] {
  return segmentHan(token.text, knowledge.han, knowledge.longestHan).flatMap(({ start, end, word }) => {
    const piece = token.text.slice(start, end);
    const span = spanOf(token, start, end);
    const number = hanNumber(piece);
    if (number !== undefined && piece.length > 1)
      return [
        { kind: 'number', text: piece, ...span, keys: [`=${number}`], weight: 0.5, bits: 7, by: 'number', group: 0 } satisfies NamePart,
      ];
    if (word !== undefined) {
      const only = word.units.length === 1 && word.kind !== 'form' ? readingsOf(piece, 2, knowledge) : [];
      return unitParts(word.units, name, span, only);
    }
    const keys = readingsOf(piece, 4, knowledge);
    return keys.length === 0 ? [] : [part(piece, span.start, span.end, keys, family, knowledge)];
  });
}

function readingsOf(text: string, most: number, knowledge: NameKnowledge): readonly string[] {
  const keys: string[] = [];
  if (knowledge.off.has('readings')) return [text];
  for (const reading of combine(
    Array.from(text, (char) => pinyinOf(char)),
    most,
  ))
    pushKey(keys, skeletonOf(reading, knowledge));
  return keys;
}

function part(text: string, start: number, end: number, keys: readonly string[], family: NameFamily, knowledge: NameKnowledge): NamePart {
  return { kind: 'word', text, start, end, keys, ...informationOf(keys[0]!, family, knowledge), by: 'reading', group: 0 };
}

/** Offsets of a piece of a token; where folding changed its length, those of the whole token. */
function spanOf(token: NameToken, start: number, end: number): { readonly start: number; readonly end: number } {
  return token.end - token.start === token.text.length
    ? { start: token.start + start, end: token.start + end }
    : { start: token.start, end: token.end };
}
