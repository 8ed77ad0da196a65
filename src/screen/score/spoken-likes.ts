import type { NameFamily, NamePart } from '../name/name-part.ts';
import { isHan } from './encoded-name.ts';
import { spokenWord } from './spoken-sounds.ts';
import { transcribedLikeness } from './transcribed-likeness.ts';
import type { NoteLike, Units } from './units.ts';
import { longVowelsOf } from './written-vowels.ts';

/** A foreign word in Han is rather another than what it is less like. */
export const LEAST_BY_SOUND = 0.72;
/** The same for words of two sounds, of which there are many; a person's stand beside another. */
const LEAST_SHORT = 0.86;
const LEAST_SHORT_PERSONS = 0.83;
/** Two words in other script that are one in Latin letters must be so like it. */
const LEAST_TOGETHER = 0.85;
/** What an organisation's word in other script must be like: it may be all that its name has. */
const LEAST_SPOKEN = 0.85;
const LEAST_SPOKEN_PERSONS = 0.77;
/** Sounds are no spelling. */
const MOST_BY_SOUND = 0.93;
/** A sign and two sounds. */
const SHORT_CODE = 3;

/** What a word of another script must be more like than this where the two share a code, in Han or (`spoken`) in other letters. */
export function leastBySound(code: string, family: NameFamily, spoken: boolean): number {
  if (code.length <= SHORT_CODE) return family === 'person' ? LEAST_SHORT_PERSONS : LEAST_SHORT;
  if (!spoken) return LEAST_BY_SOUND;
  return family === 'person' ? LEAST_SPOKEN_PERSONS : LEAST_SPOKEN;
}

/** Notes the words that a word of another script may stand for by its sounds. */
export function eachSpoken(text: string, family: NameFamily, units: Units, mayBe: (key: string) => boolean, note: NoteLike): void {
  const spoken = spokenWord(text);
  if (spoken === undefined) return;
  const seen = new Set<number>();
  for (const code of spoken.codes) {
    const least = leastBySound(code, family, true);
    units.withCode(code, (unit) => {
      if (seen.has(unit)) return;
      seen.add(unit);
      const key = units.keyOf(unit);
      const likeness = transcribedLikeness(spoken.sounds, key, spoken.vowels, least);
      if (likeness > least && mayBe(key)) note(unit, Math.min(likeness, MOST_BY_SOUND));
    });
  }
}

/** The same of two words that may be one: جين بينغ, Jinping. */
export function eachSpokenTogether(text: string, units: Units, note: NoteLike): void {
  const spoken = spokenWord(text);
  if (spoken === undefined) return;
  const seen = new Set<number>();
  for (const code of spoken.codes)
    if (code.replace('A', '').length > SHORT_CODE)
      units.withCode(code, (unit) => {
        if (seen.has(unit)) return;
        seen.add(unit);
        const likeness = transcribedLikeness(spoken.sounds, units.keyOf(unit), spoken.vowels, LEAST_TOGETHER);
        if (likeness > LEAST_TOGETHER) note(unit, Math.min(likeness, MOST_BY_SOUND));
      });
}

/** Of a person's word in Arabic letters, whether its long vowels are those of a skeleton; of one in Kana, Hangul, Greek or Thai and of organisations' words, whether it sounds like it; of all others, always. */
export function vowelsOf(part: NamePart, family: NameFamily): (key: string) => boolean {
  if (part.by !== 'reading' || isHan(part)) return () => true;
  const { text } = part;
  if (family === 'person' && ARABIC.test(text)) return longVowelsOf(text);
  const spoken = family === 'person' && !WITH_VOWELS.test(text) ? undefined : spokenWord(text);
  return spoken === undefined
    ? () => true
    : (key) => transcribedLikeness(spoken.sounds, key, spoken.vowels, LEAST_BY_SOUND) > LEAST_BY_SOUND;
}

/** A word of a script that is neither Latin, Cyrillic nor Han. */
export function isSpoken(part: NamePart): boolean {
  return part.by === 'reading' && part.kind === 'word' && !isHan(part);
}

/** Kana, Hangul, Greek and Thai: what they spell has its vowels, if others. */
const WITH_VOWELS = /^[\u3040-\u30ff\uac00-\ud7a3\u0370-\u03ff\u0e00-\u0e7f]/;

const ARABIC = /^[\u0600-\u06ff]/;
