import type { Span } from '../../model/span.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { analyseName } from '../name/analyse.ts';
import { initialKeys } from '../name/initials.ts';
import { latinise } from '../name/latinise.ts';
import type { NamePart } from '../name/name-part.ts';
import { tokensOf } from '../name/tokens.ts';
import { isWordKey } from '../score/units.ts';
import { ownSlice } from './own-slice.ts';
import { surnameOf } from './surname-of.ts';

/** First sounds of the words that initials stand for, in the order of the name. */
export function soundsOfInitials(others: readonly NamePart[]): readonly string[] {
  return others.map(({ keys }) =>
    keys.flatMap((key) => (key.startsWith('.') ? key.slice(1) : isWordKey(key) ? key.charAt(0) : [])).join(''),
  );
}

/** Initials of a text against what the words that they stand for begin with: as many as the name has, in its order. */
export function initialsAgree(letters: readonly string[], sounds: readonly string[]): boolean {
  return letters.every((letter, n) => {
    const sound = sounds[n];
    return sound === undefined || initialKeys(latinise(letter)).some((key) => sound.includes(key.slice(1)));
  });
}

/**
 * True where the initials beside a surname are those of a listed person, the first of the given name (no О. С. is С. О.), and no more stand before them. Of the names of the person
 * those tell that have as many words as there are initials, if there are such.
 */
export function isInitialled(
  text: string,
  { start, end }: Span,
  listed: string,
  others: readonly string[],
  knowledge: NameKnowledge,
): boolean {
  if (MORE_BEFORE.test(text.slice(Math.max(0, start - 5), start))) return false;
  const letters = tokensOf(ownSlice(text, start, end)).flatMap(({ text: letter, dotted }) =>
    letter.length === 1 ? letter : dotted ? [...letter] : [],
  );
  const soundsOf = (name: string): readonly string[] => {
    const names = surnameOf(analyseName(name, 'person', knowledge), knowledge);
    return names === undefined ? [] : soundsOfInitials(names.others);
  };
  const sounds = soundsOf(listed);
  if (letters.length === 0 || sounds.length === 0 || !initialsAgree(letters, sounds)) return false;
  if (sounds.length >= letters.length) return true;
  const whole = others
    .slice(0, MOST_NAMES)
    .map(soundsOf)
    .filter((some) => some.length >= letters.length);
  return whole.length === 0 || whole.some((some) => initialsAgree(letters, some));
}

/** True where two listed persons whom initials may mean have no form of a given name in common. */
export function areOthers(listed: string, other: string, knowledge: NameKnowledge): boolean {
  const [mine, theirs] = [listed, other].map((name) => surnameOf(analyseName(name, 'person', knowledge), knowledge)?.others[0]?.keys ?? []);
  return !mine!.some((key) => theirs!.includes(key));
}

/** Names of one person that are looked at. */
const MOST_NAMES = 20;
const MORE_BEFORE = /(?<!\p{L})\p{Lu}\.\s?-?$/u;
