import { hanSurname } from '../../text/readings/surnames.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { asWritten } from './as-written.ts';
import { isTranscribed } from './transcribed.ts';

/** Words of a name in Han with single blanks between them. */
const BLANKS_IN_HAN = /^[\u3400-\u9fff]{2,}(?: [\u3400-\u9fff]{2,})+$/;
const ALL_HAN = /^[\u3400-\u9fff]{4,10}$/;
/** Chinese names of two words have one of a character or two in each: shorter ones are foreign where the first word is a given name that is known. */
const SURELY_LONG = 6;
const LONGEST_GIVEN = 5;

/**
 * The name of a foreign person in Han whose words have a blank in place of the dot between them, with the dots (保罗 马丁 for 保罗·马丁), of the same length; undefined where
 * it is rather a Chinese one.
 */
export function blanksAsDots(name: string, knowledge: NameKnowledge): string | undefined {
  if (!BLANKS_IN_HAN.test(name)) return undefined;
  const words = name.split(' ');
  if (!words.every((word) => isForeign(word, knowledge) || isGiven(word, knowledge))) return undefined;
  if (name.length < SURELY_LONG && (hanSurname(name)?.length === 2 || !isGiven(words[0]!, knowledge))) return undefined;
  return name.replaceAll(' ', '·');
}

/** Where a dot is left out of a person's name in Han that begins with a given name known there (保罗马丁): its length. Undefined where none is, and in Chinese names. */
export function givenNameBeforeWords(name: string, knowledge: NameKnowledge): number | undefined {
  if (!ALL_HAN.test(name) || hanSurname(name)?.length === 2) return undefined;
  for (let length = Math.min(LONGEST_GIVEN, name.length - 2); length >= 2; length--)
    if (isGiven(name.slice(0, length), knowledge) && isForeign(name.slice(length), knowledge)) return length;
  return undefined;
}

function isForeign(word: string, { foreignSurnames }: NameKnowledge): boolean {
  return isTranscribed(word, true) || foreignSurnames.has(word);
}

function isGiven(word: string, { givenNames }: NameKnowledge): boolean {
  return givenNames.has(asWritten(word));
}
