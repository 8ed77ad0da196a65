import { cantoneseOf } from '../../text/readings/cantonese.ts';
import { japaneseReadings, japaneseSurnameLength } from '../../text/readings/japanese.ts';
import { koreanOf } from '../../text/readings/korean.ts';
import { pinyinOf } from '../../text/readings/pinyin.ts';
import { hanSurname } from '../../text/readings/surnames.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { asWritten } from './as-written.ts';
import { hanPart, spelled } from './han-parts.ts';
import { segmentHan } from './han-segments.ts';
import { latinise } from './latinise.ts';
import type { NameFamily, NamePart } from './name-part.ts';
import type { NameToken } from './tokens.ts';
import { DOT, syllablesOf, transcribedCodes } from './transcribed.ts';
import { WordMemory } from './word-memory.ts';
import { nextWordNumber } from './word-number.ts';
import { informationOf, pushKey, skeletonOf } from './word-part.ts';

/** Ways to read a person's name in Han: one name is read in one of them throughout. */
export const HAN_READINGS = ['pinyin', 'cantonese', 'korean', 'japanese'] as const;
export type HanReading = (typeof HAN_READINGS)[number];

/**
 * Parts of a person's name in Han, surname and given name, read in one way: by pinyin (every reading of a character), by the usual Cantonese and southern or
 * Korean romanisations, or by Japanese readings. Undefined where the token is no such name (an organisation's words) or cannot be read so. `surname` is what `hanSurname` gives for it,
 * where it is known already.
 */
export function hanPerson(
  token: NameToken,
  family: NameFamily,
  tokens: number,
  reading: HanReading,
  knowledge: NameKnowledge,
  surname = hanSurname(token.text),
): readonly [NamePart, NamePart] | undefined {
  if (knowledge.off.has('readings')) return undefined;
  const { text } = token;
  if (family === 'vessel' || text.length < 2 || text.length > 6 || tokens > 1) return undefined;
  // Without being told that it is a person, only what looks like one is.
  if (family === 'organisation' && (surname === undefined || text.length > 3 + (surname.length - 1) || hasLongWord(text, knowledge)))
    return undefined;
  const split = (reading === 'japanese' ? japaneseSurnameLength(text) : 0) || (surname?.length ?? 1);
  const [last, given] = [text.slice(0, split), text.slice(split)];
  if (given === '') return undefined;
  const middle = token.start + Math.max(1, Math.round(((token.end - token.start) * split) / text.length));
  const words = wordsOf(text, last, given, surname?.readings, reading, knowledge);
  if (words === undefined) return undefined;
  return [
    { ...words[0], start: token.start, end: middle },
    { ...words[1], start: middle, end: token.end, group: 1 },
  ];
}

/** One word of a foreign name that Han spells by sound, with a dot between its words (埃隆·马斯克): a name that is known in Han, what sounds alike, or von and de. */
export function hanForeign({ text, start, end }: NameToken, name: string, knowledge: NameKnowledge): readonly [NamePart] | undefined {
  if (knowledge.off.has('readings') || text.length > 8) return undefined;
  // With a blank in place of the dot they are surnames.
  if (text.length === 1 && knowledge.particles.has(text) && DOT.test(name))
    return [
      {
        kind: 'particle',
        text: name.slice(start, end),
        start,
        end,
        keys: [skeletonOf(latinise(text), knowledge)],
        weight: 0.06,
        bits: 0,
        by: 'reading',
        group: 0,
      },
    ];
  const dotted = DOT.test(name);
  const given = dotted ? (knowledge.givenNames.get(asWritten(text)) ?? []) : [];
  const surname = dotted || text.length > 1 ? (knowledge.foreignSurnames.get(text) ?? []) : [];
  // One character with a dot behind it may be Joe.
  if (text.length < 2 && given.length + surname.length === 0) return undefined;
  const keys = [...surname];
  for (const spelling of spelled(text, pinyinOf, 2)) pushKey(keys, skeletonOf(spelling, knowledge));
  const [first] = keys;
  if (first === undefined) return undefined;
  for (const key of [...given, ...transcribedCodes(syllablesOf(text))]) pushKey(keys, key);
  return [hanPart(text, start, end, keys, 'person', knowledge)];
}

type Spellings = readonly string[];

function wordsOf(
  text: string,
  last: string,
  given: string,
  surname: Spellings | undefined,
  reading: HanReading,
  knowledge: NameKnowledge,
): readonly [NamePart, NamePart] | undefined {
  if (reading === 'japanese') {
    const readings = japaneseReadings(text).map((one) => one.split(' '));
    const [first, second] = [
      wordOf(
        last,
        readings.map(([one = '']) => one),
        knowledge,
      ),
      wordOf(
        given,
        readings.map(([, one = '']) => one),
        knowledge,
      ),
    ];
    return first === undefined || second === undefined ? undefined : [first, second];
  }
  const read = READ[reading];
  const sign = reading.charAt(0);
  const first =
    surname !== undefined && reading === 'pinyin'
      ? remembered(`s${last}`, knowledge, () => wordOf(last, surname, knowledge))
      : remembered(`${sign}l${last}`, knowledge, () => wordOf(last, read.last(last), knowledge));
  if (first === undefined) return undefined;
  const second = remembered(`${sign}g${given}`, knowledge, () => wordOf(given, read.given(given), knowledge));
  return second === undefined ? undefined : [first, second];
}

const READ: Readonly<
  Record<Exclude<HanReading, 'japanese'>, { readonly last: (text: string) => Spellings; readonly given: (text: string) => Spellings }>
> = {
  pinyin: { last: (text) => spelled(text, pinyinOf, 3), given: (text) => spelled(text, pinyinOf, 6) },
  cantonese: { last: (text) => spelled(text, cantoneseOf, 6), given: (text) => spelled(text, cantoneseOf, 6) },
  korean: { last: (text) => spelled(text, koreanOf, 5), given: (text) => spelled(text, koreanOf, 6) },
};

function wordOf(text: string, spellings: Spellings, knowledge: NameKnowledge): NamePart | undefined {
  const keys: string[] = [];
  for (const spelling of spellings) pushKey(keys, skeletonOf(spelling, knowledge));
  if (keys.length === 0) return undefined;
  const part = hanPart(text, 0, 0, keys, 'person', knowledge);
  // However it is read, it is the same name: no rarer than the usual reading says.
  const [usual] = spelled(text, pinyinOf, 1);
  const bits = usual === undefined ? part.bits : informationOf(skeletonOf(usual, knowledge), 'person', knowledge).bits;
  return bits < part.bits ? { ...part, bits } : part;
}

/** Surnames and given names that came before. */
const memory = new WordMemory<NamePart | undefined>(20_000);

function remembered(word: string, knowledge: NameKnowledge, workOut: () => NamePart | undefined): NamePart | undefined {
  const words = memory.of(knowledge);
  const known = words.get(word);
  if (known !== undefined || words.has(word)) return known;
  const made = workOut();
  const part = made === undefined ? undefined : { ...made, known: nextWordNumber() };
  words.set(word, part);
  return part;
}

function hasLongWord(text: string, knowledge: NameKnowledge): boolean {
  return segmentHan(text, knowledge.han, knowledge.longestHan).some(({ word, start, end }) => word !== undefined && end - start > 1);
}
