import { foldText } from '../text/fold.ts';
import { KIND, foldTable } from '../text/fold-table.ts';
import type { Alphabet } from './alphabet.ts';
import { CLASS, WORDNESS } from './alphabet.ts';

/** One word of a phrase that has bars: its fixed part, and whether an ending may follow. */
export interface Stem {
  readonly classes: readonly number[];
  readonly ending: boolean;
}

/** A phrase made ready: the anchor that the automaton looks for, and what must follow it. */
export interface CompiledPhrase {
  /** Words after the first, for a phrase with bars; the first word's ending is `firstEnding`. */
  readonly stems: readonly Stem[] | null;
  readonly firstEnding: number;
  /** The phrase ends in a letter or digit, which must end its word. */
  readonly endsInWord: boolean;
  /** …and in a Latin letter, so that a plural may follow. */
  readonly plural: boolean;
  /** Which alphabets the phrase is written in: pure text in the other one is a chance likeness. */
  readonly script: 'latin' | 'cyrillic' | 'any';
  readonly hasDigit: boolean;
}

/** A phrase with its sequences for the automaton; the first one is the phrase itself, others are spellings without hyphens. */
interface AnchoredPhrase {
  readonly phrase: CompiledPhrase;
  readonly anchors: readonly (readonly number[])[];
}

/** Longest ending after a stem of at least five letters, and after a shorter one. */
const LONG_ENDING = 4;
const SHORT_ENDING = 3;

/** Folds a phrase the way the alphabet wants it: bars kept, look-alikes left. */
export function foldedPhrase(text: string): string {
  return foldText(text, { keepLookAlikes: true }).text;
}

/** Compiles the text of a phrase. `prefix`: the last word may go on, as guard words do. */
export function compilePhrase(text: string, alphabet: Alphabet, prefix: boolean): AnchoredPhrase {
  const folded = foldedPhrase(text);
  const plain = folded.replaceAll('|', '');
  const script = scriptOf(plain);
  const hasDigit = /\d/.test(plain);
  if (folded.includes('|')) {
    const words = folded.match(/[^\s\-/.,"«»()]+/g) ?? [];
    const stems = words.map((word): Stem => {
      const bar = word.indexOf('|');
      return { classes: classesOf(bar < 0 ? word : word.slice(0, bar), alphabet), ending: bar >= 0 };
    });
    // words without a bar stand as they are, so the anchor goes on to the first word that has one: "в" alone would be met everywhere
    const at = stems.findIndex(({ ending }) => ending);
    const first = stems[at] ?? { classes: [], ending: true };
    const leading = stems.slice(0, at + 1).flatMap(({ classes }, index) => (index === 0 ? classes : [CLASS.gap, ...classes]));
    return {
      anchors: [withWordStart(leading, alphabet)],
      phrase: { stems: stems.slice(at + 1), firstEnding: endingOf(first), endsInWord: true, plural: false, script, hasDigit },
    };
  }
  const classes = classesOf(plain, alphabet);
  const anchors = [withWordStart(classes, alphabet)];
  // a designation loses its hyphen as often as not: Р-187 and Р187
  const joined = plain.replaceAll(/(?<=\p{L})-(?=\d)|(?<=\d)-(?=\p{L})/gu, '');
  if (joined !== plain && joined.length > 3) anchors.push(withWordStart(classesOf(joined, alphabet), alphabet));
  // inverted names of supply catalogues are written either way: VALVE,FUEL and Valve, Fuel
  const spaced = plain.replaceAll(/(?<=[a-z]),(?=[a-z])/g, ', ');
  if (spaced !== plain) anchors.push(withWordStart(classesOf(spaced, alphabet), alphabet));
  // batteries, assemblies: a plural that no ending makes
  if (!prefix && /[b-df-hj-np-tv-z]y$/.test(plain) && plain.length > 5)
    anchors.push(withWordStart(classesOf(`${plain.slice(0, -1)}ies`, alphabet), alphabet));
  const last = alphabet.wordness[classes.at(-1) ?? 0];
  const endsInWord = last === WORDNESS.word && !prefix;
  const plural = endsInWord && /[a-z]$/.test(plain);
  return { anchors, phrase: { stems: null, firstEnding: 0, endsInWord, plural, script, hasDigit } };
}

export function endingOf(stem: Stem): number {
  return stem.classes.length >= 5 ? LONG_ENDING : SHORT_ENDING;
}

/** Classes of a folded text, without word starts. */
export function classesOf(folded: string, alphabet: Alphabet): number[] {
  return Array.from({ length: folded.length }, (_, index) => alphabet.ofFolded[folded.charCodeAt(index)] ?? 0);
}

/** The classes with {@link CLASS.wordStart} before each word, as the walker feeds them. */
export function withWordStart(classes: readonly number[], alphabet: Alphabet): number[] {
  const out: number[] = [];
  let before: number = WORDNESS.none;
  for (const letter of classes) {
    const wordness = alphabet.wordness[letter] ?? WORDNESS.none;
    if (wordness === WORDNESS.word && before !== WORDNESS.word) out.push(CLASS.wordStart);
    out.push(letter);
    before = wordness;
  }
  return out;
}

function scriptOf(folded: string): CompiledPhrase['script'] {
  const { kind } = foldTable();
  let latin = false;
  let cyrillic = false;
  for (let index = 0; index < folded.length; index += 1) {
    const what = kind[folded.charCodeAt(index)];
    if (what === KIND.latin) latin = true;
    else if (what === KIND.cyrillic) cyrillic = true;
  }
  return latin === cyrillic ? 'any' : latin ? 'latin' : 'cyrillic';
}
