import type { NameKnowledge } from '../knowledge.ts';
import type { NameFamily } from '../name/name-part.ts';
import { isPinyinKey, isSpelledInPinyin } from '../name/pinyin-key.ts';
import { isVowel } from '../name/sound-codes.ts';
import { soundAlike } from './key-similarity.ts';

/**
 * What is left, 0 to 1, of the likeness of two words that are spelled nearly alike: less than 1, mostly nothing, where they are known to be two names, so that a slip of typing is the
 * less likely reading. Given names of two lines of the catalogue (Maria and Marta, Rajesh and Rakesh), a man's name and a woman's (Dragan and Dragana), other
 * syllables of Chinese (Xiaohong and Xiaodong), surnames that begin otherwise (Pereira and Ferreira); in names of organisations two places (Guangzhou and Hangzhou) and two words that name firms (Granit and Granat). Of skeletons.
 */
export function likenessLeft(a: string, b: string, family: NameFamily, knowledge: NameKnowledge): number {
  if (a === b || family === 'vessel') return 1;
  if (family === 'organisation') return knowsApart(knowledge.placesSpelled, a, b) || knowsApart(knowledge.brandsSpelled, a, b) ? 0 : 1;
  if (isManAndWoman(a, b)) {
    const known = Number(isKnown(a, knowledge)) + Number(isKnown(b, knowledge));
    return known >= (endsInCluster(a, b) ? 2 : 1) && !shareKey(knowledge.givenNames, a, b) ? MAN_AND_WOMAN : 1;
  }
  if (knowsApart(knowledge.givenNames, a, b) || areOtherSyllables(a, b)) return 0;
  return beginOtherwise(a, b) && isKnown(a, knowledge) && isKnown(b, knowledge) ? 0 : 1;
}

/** The same for a name in Han by one of its readings, which nobody mistypes: of other syllables of Chinese nothing is left. */
export function syllablesLeft(reading: string, other: string): number {
  return isSpelledInPinyin(reading) && isSpelledInPinyin(other) && withoutNasals(reading) !== withoutNasals(other) ? 0 : 1;
}

const MAN_AND_WOMAN = 0.35;

type KeysOfWords = ReadonlyMap<string, readonly string[]>;

/** Both stand in the table, and they share no key. */
function knowsApart(table: KeysOfWords, a: string, b: string): boolean {
  return table.has(a) && table.has(b) && !shareKey(table, a, b);
}

function shareKey(table: KeysOfWords, a: string, b: string): boolean {
  return table.get(a)?.some((key) => table.get(b)?.includes(key)) ?? false;
}

function isKnown(word: string, { givenNames, person }: NameKnowledge): boolean {
  return givenNames.has(word) || person.has(word);
}

/** Both are Chinese, and it is not the n or ng that people mix up. */
function areOtherSyllables(a: string, b: string): boolean {
  return isPinyinKey(a) && isPinyinKey(b) && withoutNasals(a) !== withoutNasals(b);
}

function withoutNasals(key: string): string {
  return key.replaceAll(/ng(?![aeiou])/g, 'n');
}

/** By a consonant that is not taken for the other's. */
function beginOtherwise(a: string, b: string): boolean {
  const x = a.charCodeAt(0);
  const y = b.charCodeAt(0);
  return x !== y && !isVowel(x) && !isVowel(y) && !soundAlike(x, y);
}

/** Endings of men's names beside -a of women's: Paul, Mario, Konstantinos, Julius. */
const OF_MEN: readonly string[] = ['', 'o', 'os', 'us'];

function isManAndWoman(a: string, b: string): boolean {
  const woman = a.endsWith('a') ? a : b;
  const man = woman === a ? b : a;
  if (!woman.endsWith('a') || woman.length < LEAST) return false;
  const stem = woman.slice(0, -1);
  return man.startsWith(stem) && OF_MEN.includes(man.slice(stem.length));
}

/** Indian names often keep an -a that is not said: Narendra, Narendr. */
function endsInCluster(a: string, b: string): boolean {
  return /[^aeiou]{2}$/.test(a) || /[^aeiou]{2}$/.test(b);
}

/** In shorter words the last letter is more than an ending. */
const LEAST = 4;
