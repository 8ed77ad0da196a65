import { foldText } from '../../text/fold.ts';
import { latinise } from '../name/latinise.ts';
import { arabicReadings } from '../name/script-spellings.ts';
import { isVowel, soundClassOf } from '../name/sound-codes.ts';
import { foreignKorean } from '../name/korean-person.ts';
import { Recent } from '../recent.ts';
import { soundOf, VOWEL_SOUNDS, type TranscribedSound, type VowelCosts } from './transcribed-likeness.ts';
import { ARABIC_SOUNDS, GREEK_SOUNDS, HANGUL_SOUNDS, HEBREW_SOUNDS, KANA_SOUNDS, THAI_SOUNDS } from './letter-sounds.ts';

/** What a word of another script says, for `transcribedLikeness`. */
export interface SpokenWord {
  readonly sounds: readonly TranscribedSound[];
  readonly vowels: VowelCosts;
  /** Codes, as `soundCodesOf` gives them for Latin words, of what it may be; the likeliest first. */
  readonly codes: readonly string[];
}

interface ScriptSounds {
  readonly script: RegExp;
  /** The letters that `sounds` has. */
  readonly lettersOf: (word: string) => string;
  readonly sounds: string;
  readonly vowels: VowelCosts;
}

const folded = (word: string): string => foldText(word).text;
const inLatin = (word: string): string => latinise(folded(word));

/** Each syllable apart: 로은 is ro eun, no roe un. */
const bySyllables = (word: string): string => Array.from(word, latinise).join(' ');

/** Short vowels are mostly not written, but at the beginning all are. */
const UNWRITTEN: VowelCosts = { unwritten: 1, opening: 8, glide: 6 };
const WRITTEN: VowelCosts = { unwritten: 3, opening: 8, glide: 6 };

const SCRIPTS: readonly ScriptSounds[] = [
  {
    script: /^[\u0600-\u06ff\u0750-\u077f\u200c]+$/,
    lettersOf: (word) => arabicReadings(folded(word)).find((bare) => word.startsWith('ال') && !bare.startsWith('ال')) ?? folded(word),
    sounds: ARABIC_SOUNDS,
    vowels: UNWRITTEN,
  },
  { script: /^[\u0590-\u05ff'’`]+$/, lettersOf: folded, sounds: HEBREW_SOUNDS, vowels: UNWRITTEN },
  { script: /^[\u0e00-\u0e7f]+$/, lettersOf: saidInOrder, sounds: THAI_SOUNDS, vowels: UNWRITTEN },
  { script: /^[\u0370-\u03ff\u1f00-\u1fff]+$/, lettersOf: folded, sounds: GREEK_SOUNDS, vowels: WRITTEN },
  { script: /^[\u3040-\u30ff]+$/, lettersOf: inLatin, sounds: KANA_SOUNDS, vowels: WRITTEN },
  { script: /^[\uac00-\ud7a3]+$/, lettersOf: bySyllables, sounds: HANGUL_SOUNDS, vowels: WRITTEN },
];

/** Undefined for words of other scripts, and for those of one sound. */
export function spokenWord(written: string): SpokenWord | undefined {
  if (written.length > LONGEST) return undefined;
  return (recent.get(written) ?? recent.set(written, { spoken: workOut(written) })).spoken;
}

/** A word is asked for several times in one query, and its codes take time. About a kilobyte each. */
const recent = new Recent<string, { readonly spoken: SpokenWord | undefined }>(1_000);

function workOut(written: string): SpokenWord | undefined {
  const rules = SCRIPTS.find(({ script }) => script.test(written));
  if (rules === undefined) return undefined;
  const table = tableOf(rules.sounds);
  const letters = rules.lettersOf(written);
  const sounds: TranscribedSound[] = [];
  for (let at = 0; at < letters.length;) {
    let length = Math.min(LONGEST_LETTER, letters.length - at);
    while (length > 1 && !table.has(letters.slice(at, at + length))) length -= 1;
    // A doubled consonant is one sound, as in skeletons.
    for (const sound of table.get(letters.slice(at, at + length)) ?? []) if (sound.vowel || sound !== sounds.at(-1)) sounds.push(sound);
    at += length;
  }
  // Korean given names of two syllables are many and short.
  const least = HANGUL.test(written) && !foreignKorean(written) ? LEAST_SOUNDS + 2 : 0;
  const codes = codesOfSounds(sounds).filter(({ length }) => length >= least);
  return codes.length === 0 ? undefined : { sounds, vowels: rules.vowels, codes };
}

const HANGUL = /[\uac00-\ud7a3]/;
const LONGEST = 40;
const LONGEST_LETTER = 4;

/** Thai writes some vowels before the consonant that they follow, and a sign on letters that are not said, which are marked `*` here; in foreign names they are. */
function saidInOrder(word: string): string {
  return (
    word
      .normalize('NFC')
      .replaceAll(/[\u0e47-\u0e4b\u0e4e]/g, '')
      .replaceAll(/([\u0e01-\u0e2e])[\u0e34\u0e38]?\u0e4c/g, '$1*')
      // Samak, Mit: an r behind the last consonant is not said.
      .replace(/(?<=[คตท])ร$/, 'ร*')
      .replaceAll(/([\u0e40-\u0e44])([\u0e01-\u0e2e](?:[\u0e23\u0e25\u0e27](?=[\u0e01-\u0e39]))?)/g, '$2$1')
  );
}

const tables = new Map<string, ReadonlyMap<string, readonly TranscribedSound[]>>();

/** A line for letters of one sound: what they may spell with its cost in tenths, `-` for nothing, `|` between sounds that follow one another. */
function tableOf(text: string): ReadonlyMap<string, readonly TranscribedSound[]> {
  let table = tables.get(text);
  if (table === undefined) {
    table = new Map(
      text
        .trim()
        .split('\n')
        .flatMap((line) => {
          const [letters = '', said = ''] = line.split(':');
          const sounds = said.split('|').map((one) => oneSound(one.trim()));
          return letters
            .trim()
            .split(/\s+/)
            .map((letter) => [letter, sounds] as const);
        }),
    );
    tables.set(text, table);
  }
  return table;
}

function oneSound(said: string): TranscribedSound {
  const vowel = VOWEL_SOUNDS.get(said);
  if (vowel !== undefined) return vowel;
  return { ...soundOf(said, 8), vowel: /^[aeiou]/.test(said) };
}

const MOST_CODES = 24;
const MOST_BEGUN = 64;
const LEAST_SOUNDS = 2;
/** A letter is no clue to what costs more. */
const UNLIKELY = 5;

/** All codes of what the sounds may spell, those of less cost first. */
export function codesOfSounds(sounds: readonly TranscribedSound[]): readonly string[] {
  let codes = new Map([['', 0]]);
  for (const sound of sounds) {
    const next = new Map<string, number>();
    const ways = waysOf(sound);
    for (const [code, cost] of codes)
      for (const [letter, more] of ways) {
        const longer = withClass(code, letter);
        next.set(longer, Math.min(next.get(longer) ?? Infinity, cost + more));
      }
    codes = next.size <= MOST_BEGUN ? next : new Map([...next].toSorted((a, b) => a[1] - b[1]).slice(0, MOST_BEGUN));
  }
  const all = new Set<string>();
  for (const [code] of [...codes].toSorted((a, b) => a[1] - b[1]))
    for (const one of [code, code.charAt(0) + code.slice(1).replaceAll('L', '')]) if (one.length >= LEAST_SOUNDS) all.add(`%${one}`);
  return [...all].slice(0, MOST_CODES);
}

/** Classes that a sound may have, `A` for a vowel and none for nothing, each with its cost. */
function waysOf({ costs, gap }: TranscribedSound): readonly (readonly [string, number])[] {
  const ways = new Map<string, number>();
  const add = (way: string, cost: number): void => {
    if (cost <= UNLIKELY && cost < (ways.get(way) ?? Infinity)) ways.set(way, cost);
  };
  for (let code = 0; code < costs.length; code += 1) add(isVowel(code) ? 'A' : soundClassOf(code), costs[code]!);
  add('', gap);
  return [...ways];
}

/** Vowels count only at the beginning; before p an n is an m, and two sounds of one class are one. */
function withClass(code: string, sound: string): string {
  if (sound === '' || (sound === 'A' && code !== '')) return code;
  const before = sound === 'P' && code.endsWith('N') ? `${code.slice(0, -1)}M` : code;
  return before.endsWith(sound) ? before : before + sound;
}
