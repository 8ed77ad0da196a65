import type { GivenNames } from '../../catalogue/given-names.ts';
import type { NameGlossary } from '../../catalogue/organisations.ts';
import { foldText } from '../../text/fold.ts';
import { WITHOUT_VOWELS, asWritten } from './as-written.ts';
import { latinise } from './latinise.ts';
import { skeleton } from './skeleton.ts';

/** Counts of words by the skeletons of their Latin spellings. */
export function bySkeleton(words: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [word, count] of words) {
    const key = skeleton(latinise(word));
    table.set(key, (table.get(key) ?? 0) + count);
  }
  return table;
}

/** Keys of places by the skeletons of their names of one word in Latin letters. */
export function placesBySkeleton({ concepts, words }: NameGlossary): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const word of words) {
    const [id = ''] = word.concepts;
    const text = foldText(word.text).text;
    if (word.concepts.length !== 1 || concepts.get(id)?.kind !== 'place' || word.stem || !LATIN_WORD.test(text)) continue;
    const spelled = skeleton(text);
    table.set(spelled, [...(table.get(spelled) ?? []), `#${id}`]);
  }
  return table;
}

/** Keys of brand-like words (stones, stars, birds) by the skeletons of those of one word. */
export function brandsBySkeleton({ concepts, words }: NameGlossary): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const { text, concepts: ids } of words) {
    const [id = ''] = ids;
    const folded = foldText(text).text;
    if (ids.length !== 1 || concepts.get(id)?.brand !== true || !ALPHABETIC.test(folded)) continue;
    const spelled = skeleton(latinise(folded));
    const known = table.get(spelled) ?? [];
    if (!known.includes(`#${id}`)) table.set(spelled, [...known, `#${id}`]);
  }
  return table;
}

const LATIN_WORD = /^[a-z]+$/;
const ALPHABETIC = /^(?:[a-z]+|[\u0400-\u04ff]+)$/;

const OTHER_SCRIPT = /^[^\p{Script=Latin}\p{Script=Cyrillic}]+$/u;
const SYLLABIC = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u;

/** Keys of given names by skeletons, and as they are written in scripts that have no letters for their sounds. Forms share `@name` and `@name~`, familiar ones only the latter, which says less. */
export function bySkeletons({ names }: GivenNames): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  const addWord = (word: string, key: string): void => {
    const known = table.get(word) ?? [];
    if (!known.includes(key)) table.set(word, [...known, key]);
  };
  const add = (form: string, key: string): void => {
    const folded = foldText(form).text.replaceAll(/[\s'’-]/g, '');
    if (OTHER_SCRIPT.test(folded)) addWord(asWritten(folded), key);
    if (form.length > 1 && !SYLLABIC.test(folded) && !WITHOUT_VOWELS.test(folded)) addWord(skeleton(latinise(folded)), key);
  };
  for (const { id, forms, short } of names) {
    for (const form of forms) add(form, `@${id}`);
    if (short.length > 0) for (const form of [...forms, ...short]) add(form, `@${id}~`);
  }
  return table;
}
