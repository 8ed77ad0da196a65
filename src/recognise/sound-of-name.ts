import { pinyinOf } from '../text/readings/pinyin.ts';
import { nameSkeleton } from './name-skeleton.ts';

/** Spellings of one sound in the languages that names come from. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/sch/g, 'sh'],
  [/tsch|tch/g, 'ch'],
  [/дж/g, 'j'],
  [/t[sz]|ц|тс|тц/g, 's'],
  [/th/g, 't'],
  [/rh/g, 'r'],
  [/ph|пх/g, 'f'],
  [/([aeiouy])h(?![aeiouy])/g, '$1'],
  [/c(?=[eiy])/g, 's'],
  [/ay|ai|ei|ey|ай|ей|эй|аи/g, 'i'],
  [/ee|ea|ие|iy|ій/g, 'i'],
  [/oo|ou|оу/g, 'u'],
  [/e$|э$/g, ''],
];

/** A name as it sounds, in Latin letters, whichever alphabet it is written in: `Rohde Schwarz`, `Роди Шварс`. */
export function soundOfName(name: string): string {
  let text = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  for (const [from, to] of SAME_SOUND) text = text.replace(from, to);
  return nameSkeleton(text).replaceAll('e', 'i');
}

/** Initials that accents and typing by sound take for those of z, c and s. */
const BLURRED: Readonly<Record<string, string>> = { j: 'z', q: 'c', x: 's' };

/** A Han name as it sounds, without tones and without what accents blur (zh for z, ng for n); empty where a character has no reading. */
export function soundOfHan(name: string): string {
  const syllables = Array.from(name, (char) => pinyinOf(char)[0] ?? '');
  if (syllables.includes('')) return '';
  return syllables
    .map((syllable) =>
      syllable
        .replace(/^([zcs])h/, '$1')
        .replace(/^[jqx]/, (letter) => BLURRED[letter] ?? letter)
        .replace(/ng$/, 'n'),
    )
    .join(' ');
}

/** Most letters that may be wrong in the sound of a name of so many letters. */
export function slipsAllowed(length: number): number {
  return length < 7 ? 0 : length < 11 ? 1 : 2;
}

/** Whether at most `most` letters changed, added or left out make one of the other. Bounded by the lengths, which callers keep short. */
export function isWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= b.length; at += 1)
      now.push(
        Math.min((before[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (before[at - 1] ?? 0) + (a.charAt(row - 1) === b.charAt(at - 1) ? 0 : 1)),
      );
    before = now;
  }
  return (before.at(-1) ?? 0) <= most;
}
