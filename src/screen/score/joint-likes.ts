import type { NamePart } from '../name/name-part.ts';
import { skeleton } from '../name/skeleton.ts';
import { soundCodesOf } from '../name/sound-codes.ts';
import { isHan, type Joint } from './encoded-name.ts';
import { BY_CONSONANTS, BY_SOUND, acronymLikeness, noteKey } from './part-likes.ts';
import { isReadTogether } from './raw-slips.ts';
import { eachSpokenTogether, isSpoken } from './spoken-likes.ts';
import { isWordKey, type NoteLike, type Units } from './units.ts';

/** Neighbouring words of a queried name written together, with all that its likenesses hang on. */
export interface JointLook {
  readonly key: string;
  /** Of two words in other script: as they are written. */
  readonly spoken: string;
  /** Both words are written in Han. */
  readonly han: boolean;
  /** Another key, of two words that a stray blank may have made of one; empty where there is none. */
  readonly read: string;
}

/** All that its likenesses hang on as one text. */
export function nameOfLook({ key, spoken, han, read }: JointLook): string {
  return spoken === '' && !han && read === '' ? key : `${key} ${spoken} ${han ? '&' : ''} ${read}`;
}

/** What is looked up for a joint of these parts. */
export function lookOfJoint({ first, length, key }: Joint, parts: readonly NamePart[], typing: boolean): JointLook {
  const a = parts[first]!;
  const b = parts[first + 1]!;
  const two = length === 2;
  const read = typing && two ? readTogether(a, b) : '';
  return {
    key,
    spoken: two && isSpoken(a) && isSpoken(b) ? a.text + b.text : '',
    han: two && isHan(a) && isHan(b),
    read: read === key ? '' : read,
  };
}

/** Notes the units that words written together are like, and how like; some more than once. `typing`: slips are looked for. */
export function eachLikeOfJoint({ key, spoken, han, read }: JointLook, typing: boolean, units: Units, note: NoteLike): void {
  if (spoken !== '') eachSpokenTogether(spoken, units, note);
  if (han) for (const code of soundCodesOf(key)) units.withCode(code, (unit) => note(unit, BY_SOUND));
  if (key.startsWith('~')) {
    units.withCode(key, (unit) => note(unit, BY_CONSONANTS));
    noteKey(units, key, BY_CONSONANTS, note);
  } else if (key.startsWith('^')) noteKey(units, key, acronymLikeness(key), note);
  else if (typing && key.length > 5 && isWordKey(key))
    units.similar(key, (unit, similarity) => {
      if (similarity > LEAST_SIMILAR) note(unit, similarity * TOGETHER);
    });
  else noteKey(units, key, TOGETHER, note);
  if (read !== '') noteKey(units, read, TOGETHER, note);
}

/** What words written together are like their word at most, and what a word must be like them. */
const TOGETHER = 0.97;
const LEAST_SIMILAR = 0.8;

/** Key of two words in Latin letters that a stray blank may have made of one, where it stands inside a sound: Tek hkrim, Tekhkrim. */
function readTogether({ latin: a }: NamePart, { latin: b }: NamePart): string {
  return a !== undefined && b !== undefined && isReadTogether(a.charAt(a.length - 1), b.charAt(0)) ? skeleton(a + b) : '';
}
