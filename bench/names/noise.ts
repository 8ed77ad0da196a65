import type { Random } from './random.ts';

/** Ways in which a name is written otherwise and still means the same party. */
export const NOISE_KINDS = ['insert', 'delete', 'replace', 'swap', 'order', 'omission', 'form', 'spacing', 'diacritics'] as const;
export type NoiseKind = (typeof NOISE_KINDS)[number];

/** Whether a word tells parties apart; forms, trade words and particles do not. */
export type IsDistinctive = (word: string) => boolean;

/** The name with one change of a kind, or undefined where the kind does not apply to it. The same name, kind and random numbers give the same result. */
export function addNoise(name: string, kind: NoiseKind, random: Random, isDistinctive: IsDistinctive): string | undefined {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const changed = CHANGES[kind](words, random, isDistinctive);
  return changed === undefined || changed === name ? undefined : changed;
}

type Change = (words: readonly string[], random: Random, isDistinctive: IsDistinctive) => string | undefined;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const CHANGES: Readonly<Record<NoiseKind, Change>> = {
  insert: (words, random, is) =>
    typeIn(words, random, is, (word, at) => word.slice(0, at) + inCaseOf(random.pick([...LETTERS]), word) + word.slice(at)),
  delete: (words, random, is) => typeIn(words, random, is, (word, at) => word.slice(0, at) + word.slice(at + 1)),
  replace: (words, random, is) =>
    typeIn(words, random, is, (word, at) => {
      const other = [...LETTERS].filter((letter) => letter !== word[at]?.toLowerCase());
      return word.slice(0, at) + inCaseOf(random.pick(other), word) + word.slice(at + 1);
    }),
  swap: (words, random, is) =>
    typeIn(words, random, is, (word, at) =>
      /\p{L}/u.test(word[at + 1] ?? '') && word[at] !== word[at + 1]
        ? word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
        : undefined,
    ),
  order(words, random) {
    if (words.length < 2) return undefined;
    const [last = '', rest] = [words.at(-1), words.slice(0, -1)];
    return random.pick([`${last}, ${rest.join(' ')}`, `${last} ${rest.join(' ')}`, [...words.slice(1), words[0]].join(' ')]);
  },
  omission(words, random, isDistinctive) {
    const distinctive = words.map((_, n) => n).filter((n) => isDistinctive(words[n] ?? ''));
    if (distinctive.length < 3) return undefined;
    const dropped = random.pick(distinctive);
    return words.filter((_, n) => n !== dropped).join(' ');
  },
  form: changeForm,
  spacing,
  diacritics(words, random) {
    const name = words.join(' ');
    const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '');
    if (plain !== name.normalize('NFD')) return plain;
    const places = [...name.matchAll(/[aeiouncsz]/gi)].map(({ index }) => index);
    if (places.length === 0) return undefined;
    const at = random.pick(places) + 1;
    const mark = /[cszn]/i.test(name[at - 1] ?? '') ? '\u030c' : random.pick(['\u0301', '\u0308', '\u0302']);
    return (name.slice(0, at) + mark + name.slice(at)).normalize('NFC');
  },
};

/** One slip inside a distinctive word of at least four letters, of letters alone, never at its first letter. A number with another digit is another number. */
function typeIn(
  words: readonly string[],
  random: Random,
  isDistinctive: IsDistinctive,
  slip: (word: string, at: number) => string | undefined,
): string | undefined {
  const long = words.map((_, n) => n).filter((n) => mayHoldSlip(words[n] ?? '') && isDistinctive(words[n] ?? ''));
  if (long.length === 0) return undefined;
  const chosen = random.pick(long);
  const word = words[chosen] ?? '';
  const places = [...word.matchAll(/\p{L}/gu)].map(({ index }) => index).slice(1);
  const changed = slip(word, random.pick(places));
  return changed === undefined ? undefined : words.with(chosen, changed).join(' ');
}

function mayHoldSlip(word: string): boolean {
  return /(?:\p{L}.*){4}/u.test(word) && !/\p{N}/u.test(word);
}

function inCaseOf(letter: string, word: string): string {
  return word === word.toUpperCase() ? letter.toUpperCase() : letter;
}

/** Ways to write one legal form. */
const FORMS: ReadonlyArray<readonly string[]> = [
  ['Limited', 'Ltd', 'Ltd.'],
  ['LLC', 'L.L.C.', 'Limited Liability Company', 'OOO'],
  ['JSC', 'Joint Stock Company', 'AO'],
  ['PJSC', 'PAO', 'Public Joint Stock Company'],
  ['Company', 'Co', 'Co.'],
  ['Corporation', 'Corp', 'Corp.'],
  ['Incorporated', 'Inc', 'Inc.'],
];

/** A form at the end is written otherwise or dropped; where there is none, one is added. */
function changeForm(words: readonly string[], random: Random): string | undefined {
  const last = (words.at(-1) ?? '').toLowerCase();
  const form = FORMS.find((ways) => ways.some((way) => way.toLowerCase() === last));
  const before = words.slice(0, -1).join(' ');
  if (form === undefined) return `${words.join(' ')} ${random.pick(['LLC', 'Ltd', 'Co., Ltd.', 'JSC'])}`;
  if (words.length < 2) return undefined;
  return random.below(3) === 0 ? before.replace(/,$/, '') : `${before} ${random.pick(form.filter((way) => way.toLowerCase() !== last))}`;
}

/** Two words joined or hyphenated, a hyphen that becomes a space or nothing, or a long word broken. */
function spacing(words: readonly string[], random: Random): string | undefined {
  const name = words.join(' ');
  const hyphens = [...name.matchAll(/(?<=\p{L})-(?=\p{L})/gu)].map(({ index }) => index);
  const spaces = [...name.matchAll(/(?<=\p{L}) (?=\p{L})/gu)].map(({ index }) => index);
  const ways: (() => string)[] = [];
  const put = (at: number, between: string): string => name.slice(0, at) + between + name.slice(at + 1);
  if (hyphens.length > 0) ways.push(() => put(random.pick(hyphens), random.pick([' ', ''])));
  if (spaces.length > 0) ways.push(() => put(random.pick(spaces), random.pick(['-', ''])));
  const long = words.map((_, n) => n).filter((n) => /^\p{L}{8,}$/u.test(words[n] ?? ''));
  if (long.length > 0) {
    ways.push(() => {
      const n = random.pick(long);
      const word = words[n] ?? '';
      const at = 3 + random.below(word.length - 6);
      return words.with(n, `${word.slice(0, at)} ${word.slice(at)}`).join(' ');
    });
  }
  return ways.length === 0 ? undefined : random.pick(ways)();
}
