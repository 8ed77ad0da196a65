import anyAscii from 'any-ascii';
import type { PreparedText } from '../prepared-text.ts';

/** Letters that stand for one sound class, by their class: which of b and p, s and sh a language writes differs. */
const CLASSES: ReadonlyMap<string, string> = new Map(
  ['Pbpvfw', 'Tdt', 'Kgkhq', 'Sszcjx', 'Llr', 'Mm', 'Nn', 'aa', 'oou', 'eeiy'].flatMap((row): [string, string][] =>
    Array.from(row.slice(1), (letter) => [letter, row.charAt(0)]),
  ),
);

/** Sounds that are written with several letters, by one that has their class. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|zh|ch|tsz|ts|tz|dz|dzh/g, 's'],
  [/kh|gh|ck/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  // Chinese at the end of a syllable: lanling, ланьлин
  [/ng(?![aeiouy])/g, 'n'],
];

/** Names of fewer syllables sound like others by chance. */
const LEAST_SYLLABLES = 3;

/** Characters of Han that a name has, and words of letters that one is written with. */
const LONGEST_HAN = 5;
const LONGEST_WORDS = 3;

/** How many names in capital letters of a text, and how many stretches of Han, are looked at. */
const MOST_NAMES = 200;
const MOST_HAN = 3000;

/** How a word sounds, whatever script it is written in: of each syllable the classes of its consonants and of its last vowel. */
export function syllablesOf(word: string): string {
  let latin = anyAscii(word)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  for (const [spelling, sound] of SPELLINGS) latin = latin.replace(spelling, sound);
  let code = '';
  for (const letter of latin) {
    const sound = CLASSES.get(letter) ?? '';
    // of two vowels the last, of two alike consonants one
    if (isVowel(sound) && isVowel(code.at(-1) ?? '')) code = code.slice(0, -1) + sound;
    else if (sound !== code.at(-1)) code += sound;
  }
  return code;
}

function isVowel(sound: string): boolean {
  return sound !== '' && 'aoe'.includes(sound);
}

/** Names that sound alike in two texts, each as the first writes it, with what that tells: long ones are no chance. Of names within names the longest. */
export function soundsInCommon(a: PreparedText, b: PreparedText): ReadonlyMap<string, number> {
  const [fewer, more] = a.lang === 'zh' ? [b, a] : [a, b];
  const ofFewer = soundsOfNames(fewer);
  if (ofFewer.size === 0) return new Map();
  const ofMore = soundsOfNames(more);
  const common = [...ofFewer.keys()].filter((sound) => ofMore.has(sound));
  const written = fewer === a ? ofFewer : ofMore;
  return new Map(
    common
      .filter((sound) => !common.some((other) => other.length > sound.length && other.includes(sound)))
      .map((sound) => [written.get(sound)!, Math.max(LEAST_TOLD, Math.min(1, (sound.length - CHANCE) / SURE))]),
  );
}

/** Letters that two names may have in common by chance; so many more are none. */
const CHANCE = 4;
const SURE = 4;
const LEAST_TOLD = 0.3;

/** Names of a text by how they sound, without their last vowel and what follows it, as each language bends them: sound → as written. Linear. */
function soundsOfNames(text: PreparedText): ReadonlyMap<string, string> {
  const sounds = new Map<string, string>();
  for (const written of text.lang === 'zh' ? hanStretches(text) : namesIn(text)) {
    const code = stemOf(syllablesOf(written));
    if (code !== undefined && !sounds.has(code)) sounds.set(code, written);
  }
  return sounds;
}

/** Undefined where too little is left to tell one name from others. */
function stemOf(code: string): string | undefined {
  const syllables = code.match(/[A-Z]*[aoe]/g) ?? [];
  return syllables.length < LEAST_SYLLABLES ? undefined : syllables.join('').slice(0, -1);
}

const NAME = /(?<!\p{L})\p{Lu}\p{L}{2,30}(?:[ -]\p{L}{3,30}){0,2}/gu;

const QUOTED = /[«„"“]([\p{L} -]{6,40})[»”"“]/gu;

/** What stands in quotation marks, and words with a capital letter, alone and with those behind them. */
function namesIn({ text }: PreparedText): readonly string[] {
  const names = new Set<string>();
  for (const [found] of text.matchAll(NAME)) {
    const words = found.split(/[ -]/);
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_WORDS); to += 1)
        if (words.slice(from, to).every((word, n) => /^\p{Lu}/u.test(word) || (n > 0 && found.includes(`-${word}`))))
          names.add(words.slice(from, to).join(' '));
    if (names.size > MOST_NAMES) break;
  }
  for (const [, quoted = ''] of text.matchAll(QUOTED)) if (names.size <= 2 * MOST_NAMES) names.add(quoted);
  return [...names];
}

function hanStretches({ text }: PreparedText): readonly string[] {
  const stretches = new Set<string>();
  for (const [row] of text.matchAll(/\p{Script=Han}{2,40}/gu))
    for (let from = 0; from < row.length && stretches.size < MOST_HAN; from += 1)
      for (let to = from + 2; to <= Math.min(row.length, from + LONGEST_HAN); to += 1) stretches.add(row.slice(from, to));
  return [...stretches];
}
