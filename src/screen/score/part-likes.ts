import type { NameKnowledge } from '../knowledge.ts';
import { isCalling, type NameFamily, type NamePart } from '../name/name-part.ts';
import { otherForms } from '../name/other-forms.ts';
import { codesOf } from '../name/sound-codes.ts';
import { isTranscribed, syllablesOf } from '../name/transcribed.ts';
import { ungluedKeys } from '../name/unglued.ts';
import { isHan } from './encoded-name.ts';
import { haveOtherVowels } from './other-vowels.ts';
import { eachSpoken, isSpoken, leastBySound, vowelsOf } from './spoken-likes.ts';
import { transcribedLikeness, transcribedSounds } from './transcribed-likeness.ts';
import { likenessLeft, syllablesLeft } from './two-names.ts';
import { isWordKey, type NoteLike, type Units } from './units.ts';

/** What words of the same consonants, or of the same classes of consonants, are alike. */
export const BY_CONSONANTS = 0.9;
export const BY_SOUND = 0.7;
/** What a word is like of which only the classes of its consonants are known: of four and more hardly another has them. */
function bySounds(code: string): number {
  return code.length > 5 ? 0.86 : code.length > 4 ? 0.8 : BY_SOUND;
}

/** Letters of a name from the catalogue of which one may differ on the other side. */
const LONG_CALLING = 6;
/** What persons' words of the same consonants in one alphabet are alike, whatever their vowels: romanisations of Arabic and many other languages do not agree about them. */
const OTHER_VOWELS = 0.86;
/** A sign and three consonants: two are many words. */
const LEAST_CONSONANTS = 4;

/** What a familiar form and the name are alike: Bob, Robert. */
const FAMILIAR = 0.86;

/** What a name and a form of it in another language or script are alike, where only the table of forms says so. */
const OTHER_FORM = 0.9;

/** What an acronym and the words with its initials are alike: three letters are the initials of many names. */
export function acronymLikeness(key: string): number {
  return key.length > 4 ? 0.96 : 0.84;
}

/** Characters of a foreign name in Han or Hangul: shorter ones are rather Chinese or Korean. */
const LEAST_FOREIGN = 3;

/** What a word is like that stands in it, glued to a legal form. */
const UNGLUED = 0.8;

/** Notes the units that a part of a queried name is like, and how like; some more than once. */
export function eachLikeOfPart(part: NamePart, family: NameFamily, units: Units, knowledge: NameKnowledge, note: NoteLike): void {
  // The catalogue makes no slips: CASC is not CASIC, nor UESTC USTC as it may be spelled.
  const isSure = isCalling(part) && (part.latin ?? '').length < LONG_CALLING;
  const typing = !knowledge.off.has('typing') && !isSure;
  const mayBe = vowelsOf(part, family);
  const leftOf = (key: string, other: string): number =>
    part.by !== 'reading' ? likenessLeft(key, other, family, knowledge) : isHan(part) ? syllablesLeft(key, other) : Number(mayBe(other));
  for (const [rank, key] of part.keys.entries()) {
    if (isSure && rank > 0 && !key.startsWith('&')) break;
    // Readings after the first are rather guesses.
    const trust = rank === 0 || key.startsWith('&') ? 1 : key.startsWith('@') && key.endsWith('~') ? FAMILIAR : 0.96;
    if (key.startsWith('~') || key.startsWith('%')) {
      const similarity = key.startsWith('~') ? BY_CONSONANTS : BY_SOUND;
      const spelled = key.startsWith('%') && isHan(part) && (family === 'person' || isTranscribed(part.text, part.text.length < 3));
      const sounds = spelled ? transcribedSounds(syllablesOf(part.text)) : undefined;
      const least = leastBySound(key, family, false);
      if (key.length > 2)
        units.withCode(key, (unit) => {
          if (sounds === undefined) {
            if (mayBe(units.keyOf(unit))) note(unit, similarity);
            return;
          }
          const likeness = transcribedLikeness(sounds, units.keyOf(unit), undefined, least);
          if (likeness > least) note(unit, likeness);
        });
      noteKey(units, key, similarity, note);
    } else if (isWordKey(key)) {
      const noteSpelled = (unit: number, similarity: number): void => {
        const left = similarity === 1 ? 1 : leftOf(key, units.keyOf(unit));
        if (left > 0) note(unit, similarity * trust * left);
      };
      if (typing && part.kind !== 'form') units.similar(key, noteSpelled);
      else noteKey(units, key, trust, note);
      if (rank === 0 && part.kind === 'word') {
        if (typing && part.latin !== undefined) {
          units.slipped?.(part.latin, noteSpelled);
          // What names are known to have is rather meant.
          if (family === 'organisation' && !knowledge.organisation.has(key))
            for (const rest of ungluedKeys(part.latin, knowledge)) noteKey(units, rest, UNGLUED, note);
        }
        if (family === 'person' && (part.by === 'spelling' || part.text.length >= LEAST_FOREIGN))
          eachOtherForms(key, units, knowledge, note);
        if (isSpoken(part)) eachSpoken(part.text, family, units, mayBe, note);
        for (const code of codesOf(key)) noteKey(units, code, code.startsWith('~') ? BY_CONSONANTS : bySounds(code), note);
      }
      if (typing && family === 'person' && part.kind === 'word' && part.by === 'spelling') eachOtherVowels(key, units, knowledge, note);
    } else noteKey(units, key, key.startsWith('^') ? acronymLikeness(key) : trust, note);
  }
}

/** Notes the forms of a name in other languages and scripts. Of two given names that the catalogue itself has, it says what they are to one another. */
function eachOtherForms(key: string, units: Units, { nameForms, givenNames }: NameKnowledge, note: NoteLike): void {
  const isGiven = givenNames.has(key);
  for (const other of otherForms(nameForms, key)) if (!isGiven || !givenNames.has(other)) noteKey(units, other, OTHER_FORM, note);
}

/** Notes the persons' words that have the consonants of this one. */
function eachOtherVowels(key: string, units: Units, knowledge: NameKnowledge, note: NoteLike): void {
  const [code = ''] = codesOf(key);
  if (code.length < LEAST_CONSONANTS || !code.startsWith('~')) return;
  units.spoken?.(code, (unit) => {
    const other = units.keyOf(unit);
    if (haveOtherVowels(key, other) && likenessLeft(key, other, 'person', knowledge) === 1) note(unit, OTHER_VOWELS);
  });
}

/** Notes the unit of this key, where there is one. */
export function noteKey(units: Units, key: string, similarity: number, note: NoteLike): void {
  const unit = units.find(key);
  if (unit !== undefined) note(unit, similarity);
}
