import type { NameKnowledge } from '../knowledge.ts';
import { segmentHan } from './han-segments.ts';
import type { NameFamily, NamePart } from './name-part.ts';
import { inGroup } from './name-part.ts';
import type { NameToken } from './tokens.ts';
import { unitParts } from './unit-parts.ts';
import { keyOf, wordPart } from './word-part.ts';
import { latinise } from './latinise.ts';

/**
 * Parts of a word in Hangul of an organisation's name, which Korean writes together: words of the glossary, and what is left between them (삼성|전자, Samsung Electronics).
 * Undefined where no word of the glossary is in it. `from`: how many parts the name has before it.
 */
export function hangulOrganisation(
  token: NameToken,
  name: string,
  family: NameFamily,
  from: number,
  knowledge: NameKnowledge,
): readonly NamePart[] | undefined {
  // Folding leaves Hangul as long as it is; where it does not, nobody could say where a piece stands.
  if (token.text.length < SHORTEST || token.text.length > LONGEST || token.end - token.start !== token.text.length) return undefined;
  const segments = segmentHan(token.text, knowledge.hangul, LONGEST_WORD);
  if (segments.every(({ word }) => word === undefined)) return undefined;
  const parts: NamePart[] = [];
  for (const { start, end, word } of segments) {
    const piece: NameToken = { ...token, text: token.text.slice(start, end), start: token.start + start, end: token.start + end };
    const group = from + parts.length;
    if (word === undefined) parts.push(inGroup(wordPart(piece, name, latinise(piece.text), family, knowledge, 1), group));
    else {
      const spelled = word.units.length === 1 && word.kind !== 'form' ? [keyOf(piece, knowledge)] : [];
      parts.push(...unitParts(word.units, name, piece, spelled).map((part) => inGroup(part, group)));
    }
  }
  return parts;
}

const SHORTEST = 3;
const LONGEST = 40;
const LONGEST_WORD = 12;
