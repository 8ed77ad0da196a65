import type { NameKnowledge } from '../knowledge.ts';
import { WITHOUT_VOWELS, asWritten } from './as-written.ts';
import { acronymKeys, isKindOfBody } from './acronyms.ts';
import { consonantForms } from './consonant-forms.ts';
import { latinise } from './latinise.ts';
import type { NameFamily, NamePart } from './name-part.ts';
import { otherReadings, otherSpellings } from './other-spellings.ts';
import { personKeys } from './person-keys.ts';
import { arabicReadings } from './script-spellings.ts';
import { skeleton, soundsOf } from './skeleton.ts';
import type { NameToken } from './tokens.ts';
import { WordMemory } from './word-memory.ts';
import { nextWordNumber } from './word-number.ts';

/** Key of a token as a plain word. */
export function keyOf(token: NameToken, knowledge: NameKnowledge): string {
  return skeletonOf(latinise(token.text), knowledge);
}

export function skeletonOf(latin: string, knowledge: NameKnowledge): string {
  return knowledge.off.has('skeleton') ? latin.slice(0, 30) : skeleton(latin);
}

/** A word that the glossary does not know: the distinctive part of a name. `factor` lowers its weight (patronymics). */
export function wordPart(
  token: NameToken,
  name: string,
  latin: string,
  family: NameFamily,
  knowledge: NameKnowledge,
  factor: number,
): NamePart {
  const text = name.slice(token.start, token.end);
  const { keys, weight, bits, number } = remembered(token, latin, family, knowledge);
  const acronyms = family === 'organisation' ? acronymKeys(token, text, latin) : [];
  const part = { text, start: token.start, end: token.end, keys: acronyms.length === 0 ? keys : [...keys, ...acronyms], group: 0 };
  if (family === 'organisation' && isKindOfBody(text, name.slice(token.end)))
    return { ...part, kind: 'trade', weight: 0.22, bits: 3, by: 'spelling' };
  return {
    ...part,
    kind: 'word',
    weight: weight * factor,
    bits: bits * factor,
    by: token.script === 'latin' || token.script === 'cyrillic' ? 'spelling' : 'reading',
    ...(token.script === 'latin' && { latin }),
    ...(acronyms.length === 0 && { known: number }),
  };
}

interface KnownWord {
  readonly keys: readonly string[];
  readonly weight: number;
  readonly bits: number;
  readonly number: number;
}

const memory = new WordMemory<KnownWord>(60_000);

function remembered(token: NameToken, latin: string, family: NameFamily, knowledge: NameKnowledge): KnownWord {
  const words = memory.of(knowledge);
  const word = `${family.charAt(0)}${token.text}`;
  let known = words.get(word);
  if (known === undefined) words.set(word, (known = workOut(token, latin, family, knowledge)));
  return known;
}

function workOut(token: NameToken, latin: string, family: NameFamily, knowledge: NameKnowledge): KnownWord {
  const first = skeletonOf(latin, knowledge);
  const keys = [first];
  if (family === 'person') for (const key of personKeys(first, token, latin, knowledge)) pushKey(keys, key);
  for (const spelling of otherSpellings(token, latin, family, knowledge.givenNames.has(first)))
    pushKey(keys, skeletonOf(spelling, knowledge));
  if (family === 'person' && (token.script === 'other' || token.script === 'hangul'))
    for (const word of [token.text, ...arabicReadings(token.text)])
      for (const key of knowledge.givenNames.get(asWritten(word)) ?? []) pushKey(keys, key);
  // Guennadi is Gennadi, and so Gena. Alex is a name itself, and no Aleh.
  if (family === 'person' && !knowledge.givenNames.has(first))
    for (const spelling of keys.slice(1)) for (const key of knowledge.givenNames.get(spelling) ?? []) pushKey(keys, key);
  if (!knowledge.off.has('readings')) {
    for (const reading of otherReadings(token, latin, family, knowledge.givenNames.has(first)))
      pushKey(keys, skeletonOf(reading, knowledge));
    // Scripts without vowels (Arabic, Hebrew), and foreign names in others: compared by consonants.
    if (latin.length > (WITHOUT_VOWELS.test(token.text) ? 1 : 2) && (token.script === 'other' || token.script === 'hangul'))
      for (const word of [token.text, ...arabicReadings(token.text)])
        for (const bare of consonantForms(word, latin, knowledge.off.has('skeleton') ? (spelling) => spelling : soundsOf))
          pushKey(keys, `~${bare}`);
  }
  return { keys, ...informationOf(first, family, knowledge), number: nextWordNumber() };
}

export function pushKey(keys: string[], key: string): void {
  if (key !== '' && keys.length < 14 && !keys.includes(key)) keys.push(key);
}

/** Weight (0.2 to 1) and bits (at most 18) of a word by how common it is in names of the family. Words that no table knows are rare; short ones less so. */
export function informationOf(
  key: string,
  family: NameFamily,
  knowledge: NameKnowledge,
): { readonly weight: number; readonly bits: number } {
  const perMillion = (family === 'person' ? knowledge.person : knowledge.organisation).get(key) ?? 2;
  const ceiling = key.length >= 6 ? 18 : SHORT_BITS[key.length]!;
  const bits = Math.max(2, Math.min(ceiling, Math.log2(1e6 / perMillion)));
  return { weight: Math.max(0.2, Math.min(1, bits / 14)), bits };
}

/** Bits that a word of so many letters can carry at most. */
const SHORT_BITS = [2, 4, 8, 11, 14, 16] as const;
