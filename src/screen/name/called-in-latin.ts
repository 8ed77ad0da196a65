import type { NameKnowledge } from '../knowledge.ts';
import { inPlaceOf } from './called-in-words.ts';
import { segmentHan } from './han-segments.ts';
import { knownFrom } from './known-han.ts';
import type { NamePart } from './name-part.ts';
import { placeIn } from './place-in-token.ts';
import { tokensOf, type NameToken } from './tokens.ts';

/** A name with what one of its parts is called in Latin letters in place of the Han. */
export interface CalledInLatin {
  readonly name: string;
  /** As it is analysed. */
  readonly written: string;
  /** The words of the name mean others as well: 北京理工大学 is no Beijing University of Technology. */
  readonly alone: boolean;
  /** Gives a part of `written` its place and text in the name itself. */
  readonly back: (part: NamePart) => NamePart;
}

/** Of one part at most. */
const MOST = 4;

/**
 * A name in Han as those write it who call the body by its name in Latin letters (杭州海康威视数字技术有限公司: 杭州 Hikvision 数字技术有限公司), where the catalogue knows one: for
 * the first part of the name that has one, the longest. Empty for all others.
 */
export function calledInLatin(name: string, knowledge: NameKnowledge): readonly CalledInLatin[] {
  for (const token of tokensOf(name)) {
    const known = token.script === 'han' ? knownIn(token, knowledge) : undefined;
    const place = known && placeIn(token, known.start, known.end, name);
    if (known === undefined || place === undefined) continue;
    const { alone } = known;
    return known.latin.slice(0, MOST).map((latin) => ({ ...inPlaceOf(name, place.start, place.end, latin), alone }));
  }
  return [];
}

/** Behind a name: a body of another kind that is called after it or its trade. */
const OTHER_BODY =
  /^(?:工业)?(?:联合会|协会|学会|商会|工会|研究会|基金会|促进会|委员会|建设|贸易|供销|出版社|报社|杂志|博物馆|俱乐部|大学|学院|医院|学校|校友|职工|生(?![命物态产殖理活]))/u;

/** Does what follows a name make another body of it? */
export function isOtherBody(behind: string): boolean {
  return OTHER_BODY.test(behind);
}

/** Those that the catalogue knows are called by what it says, and others by what their words mean. */
const UNIVERSITY = /(?:理工|工业|工程)大学$/u;

/** Offsets are of the text of its token. */
interface KnownName {
  readonly start: number;
  readonly end: number;
  readonly alone: boolean;
  readonly latin: readonly string[];
}

function knownIn({ text }: NameToken, { knownNames, han, longestHan }: NameKnowledge): KnownName | undefined {
  for (let start = 0; start < text.length - 1; start += 1)
    for (const [known, latin] of knownFrom(text, start, knownNames)) {
      if (!text.startsWith(known, start)) continue;
      // 中国石油化工联合会 is no Sinopec: what follows makes another body of it.
      if (isOtherBody(text.slice(start + known.length))) continue;
      // Within a longer word it is another: 新中兴通讯.
      if (start > 0 && segmentHan(text.slice(0, start), han, longestHan).at(-1)?.word === undefined) continue;
      return { start, end: start + known.length, alone: UNIVERSITY.test(known), latin };
    }
  return undefined;
}
