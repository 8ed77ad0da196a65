import type { NameKnowledge } from '../knowledge.ts';
import { acronymOf } from './acronyms.ts';
import type { NameFamily, NamePart } from './name-part.ts';
import { weighParents } from './parent-body.ts';
import { isWordKey } from '../score/units.ts';
import { informationOf } from './word-part.ts';

/** Trade words above this weight are brand words. */
const BRAND = 0.4;
/** What a concept weighs when it is named again: long and short form of one name often stand side by side. */
const AGAIN = 0.1;

/** Looks at the parts of a name together: a name whose only content is one trade word is called by it, and what is said twice counts once. */
export function settleParts(all: readonly NamePart[], family: NameFamily, knowledge: NameKnowledge): readonly NamePart[] {
  const joined = family === 'person' ? all : joinTens(all);
  if (family !== 'organisation') return joined;
  const parts = weighParents(joined, knowledge);
  const content = parts.filter(({ kind }) => kind === 'word' || kind === 'trade' || kind === 'place' || kind === 'number');
  const [only] = content;
  // What a name is called by when it has nothing else: a trade word, a place (Kronshtadt), even a small word (Il) or an office (Skipper).
  const small = content.every((part) => part.kind === 'trade' && !isNameTrade(part, knowledge))
    ? (parts.find(content.length === 0 ? ({ kind }) => kind === 'particle' : isCalledByCapitals) ??
      parts.find(({ kind }) => kind === 'title'))
    : undefined;
  const lone = content.length === 1 && (isNameTrade(only, knowledge) || only?.kind === 'place') ? only : small;
  // Спецмаш, Radiozavod: one written word of several concepts, and nothing else.
  const wholes = content.length > 1 && content.every((part) => part.group === only?.group && part.whole !== undefined) ? only : undefined;
  const seen = new Set<string>();
  return parts.map((part) => {
    if (part === lone) {
      const spelled = part.keys.find((key) => isWordKey(key));
      const { weight, bits } = spelled === undefined ? part : informationOf(spelled, family, knowledge);
      // A small word, an office or a ware that is a name is no longer that word in other languages: Шоколад is no Морозиво.
      const own =
        (part.kind === 'particle' || part.kind === 'title' || (part.kind === 'trade' && part.weight <= BRAND)) && spelled !== undefined
          ? part.keys.filter(isWordKey)
          : part.keys;
      const keys = [...own, ...acronymOf(part.text)];
      return { ...part, kind: 'word', keys, weight: Math.max(weight, part.weight), bits: Math.min(bits, part.weight > BRAND ? 12 : 9) };
    }
    if (part === wholes && part.whole !== undefined) {
      const { weight, bits } = informationOf(part.whole, family, knowledge);
      return { ...part, kind: 'word', keys: [...part.keys, part.whole], weight, bits: Math.min(bits, 12) };
    }
    const [key = ''] = part.keys;
    if (part.kind !== 'trade' && part.kind !== 'form' && part.kind !== 'place') return part;
    if (!seen.has(key)) {
      seen.add(key);
      return part;
    }
    return { ...part, weight: part.weight * AGAIN, bits: 0 };
  });
}

/**
 * DES International: a small word in capitals at the beginning of a name, beside words that name nobody. No name begins with "of"; with an article in capitals it
 * does where all of it is written so.
 */
function isCalledByCapitals({ kind, text, start, keys }: NamePart, _: number, parts: readonly NamePart[]): boolean {
  if (kind !== 'particle' || start !== 0 || text.length < 2 || text !== text.toUpperCase()) return false;
  return keys[0] !== ARTICLE || parts.some((other) => other.kind === 'trade' && other.text !== other.text.toUpperCase());
}

const ARTICLE = '#the';

/** Can a trade word be all that a company is called? Progress and Электроника can; Trading, Bank or Institute name nobody, nor do phrases: General Trading. */
function isNameTrade(part: NamePart | undefined, knowledge: NameKnowledge): boolean {
  if (part?.kind !== 'trade') return false;
  const spelled = part.keys.find((key) => isWordKey(key));
  return (
    part.weight > BRAND ||
    (spelled === undefined ? !/\s/.test(part.text) : informationOf(spelled, 'organisation', knowledge).bits >= NAME_BITS)
  );
}

/** A trade word that more names than one in 400 hold tells nobody apart. */
const NAME_BITS = Math.log2(400);

/** Twenty-four is one number. */
function joinTens(parts: readonly NamePart[]): readonly NamePart[] {
  const value = (part: NamePart | undefined): number =>
    part?.kind === 'number' && /[^\d]/.test(part.text) ? Number(part.keys[0]?.slice(1)) : Number.NaN;
  const joined: NamePart[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const tens = value(before);
    const ones = value(part);
    if (before !== undefined && tens >= 20 && tens <= 90 && tens % 10 === 0 && ones >= 1 && ones <= 9)
      joined[joined.length - 1] = { ...before, keys: [`=${tens + ones}`], end: part.end, text: `${before.text} ${part.text}` };
    else joined.push(part);
  }
  return joined;
}
