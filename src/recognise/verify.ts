import { KIND, foldTable } from '../text/fold-table.ts';
import { clusterEnd, spaceRun } from '../text/fold.ts';
import type { Alphabet } from './alphabet.ts';
import { CLASS, FIRST_LETTER, WORDNESS } from './alphabet.ts';
import { casedForm } from './compile.ts';
import type { CompiledPhrase, Stem } from './phrase.ts';
import { endingOf } from './phrase.ts';
import type { Walked } from './walk.ts';

/** A text with what the walk left of it. */
export interface WalkedText {
  readonly text: string;
  readonly walked: Walked;
  readonly alphabet: Alphabet;
}

/**
 * Ends of phrases in one text. Many phrases begin with one word (*system of …*), and their anchors are met together: what ends that word is looked
 * at once for all of them.
 */
export class PhraseEnds {
  readonly #text: WalkedText;
  #anchorEnd = -1;
  #ending = -1;
  /** End of the first word, and where the next one begins; -1 where there is none. */
  #wordEnd = -1;
  #nextWord = -1;

  constructor(text: WalkedText) {
    this.#text = text;
  }

  /**
   * End of the phrase whose anchor ends at `end` (folded units), or -1 where the rest of it does not follow: endings and further words of a
   * phrase with bars, the end of the word, a plural.
   */
  of(phrase: CompiledPhrase, end: number): number {
    const { walked, alphabet } = this.#text;
    if (phrase.stems === null) return plainEnd(walked, alphabet, phrase, end);
    if (end !== this.#anchorEnd || phrase.firstEnding !== this.#ending) {
      this.#anchorEnd = end;
      this.#ending = phrase.firstEnding;
      this.#wordEnd = endingEnd(walked, alphabet, end, phrase.firstEnding);
      this.#nextWord = this.#wordEnd === -1 ? -1 : wordAfter(walked, alphabet, this.#wordEnd);
    }
    let at = this.#wordEnd;
    let next = this.#nextWord;
    for (const stem of phrase.stems) {
      if (next === -1) return -1;
      at = stemEnd(walked, alphabet, stem, next);
      if (at === -1) return -1;
      next = wordAfter(walked, alphabet, at);
    }
    return at;
  }
}

/** End of a phrase without bars, whose words all stand in its anchor. */
function plainEnd(walked: Walked, alphabet: Alphabet, phrase: CompiledPhrase, end: number): number {
  if (!phrase.endsInWord || !isWord(walked, alphabet, end)) return end;
  if (!phrase.plural) return -1;
  const { classes } = walked;
  const s = alphabet.ofFolded[0x73];
  if (classes[end] === s && !isWord(walked, alphabet, end + 1)) return end + 1;
  const isEs = classes[end] === alphabet.ofFolded[0x65] && end + 1 < walked.length && classes[end + 1] === s;
  return isEs && !isWord(walked, alphabet, end + 2) ? end + 2 : -1;
}

function isWord({ classes, length }: Walked, { wordness }: Alphabet, at: number): boolean {
  return at < length && wordness[classes[at]!] === WORDNESS.word;
}

/** End of the word that goes on at `from`, or -1 where more than `most` letters follow. */
function endingEnd(walked: Walked, alphabet: Alphabet, from: number, most: number): number {
  // Т-6205 is no form of Т-62
  if (isDigit(walked, from - 1) && isDigit(walked, from)) return -1;
  let at = from;
  while (at - from < most && isWord(walked, alphabet, at)) at += 1;
  return isWord(walked, alphabet, at) ? -1 : at;
}

/** The ten digits come first among the letters of an alphabet. */
function isDigit({ classes, length }: Walked, at: number): boolean {
  const letter = at >= 0 && at < length ? classes[at]! : -1;
  return letter >= FIRST_LETTER && letter < FIRST_LETTER + 10;
}

/** Start of the next word of a phrase, behind one to three blanks or signs that end no clause; -1 where none follows. */
function wordAfter({ classes, length }: Walked, alphabet: Alphabet, from: number): number {
  let at = from;
  while (at - from < 3 && at < length && isJoint(alphabet, classes[at]!)) at += 1;
  return at === from ? -1 : at;
}

/** End of the word at `from`, or -1 where it is not that of the stem. */
function stemEnd(walked: Walked, alphabet: Alphabet, stem: Stem, from: number): number {
  const { classes, length } = walked;
  let at = from;
  for (const letter of stem.classes) {
    if (at >= length || classes[at] !== letter) return -1;
    at += 1;
  }
  return endingEnd(walked, alphabet, at, stem.ending ? endingOf(stem) : 0);
}

function isJoint({ wordness, isStop }: Alphabet, letter: number): boolean {
  return wordness[letter] === WORDNESS.none && isStop[letter] === 0 && letter !== CLASS.lineBreak;
}

/** UTF-16 span of folded units in the original text. */
export function originalStart({ walked }: WalkedText, start: number): number {
  return walked.starts[start]!;
}

export function originalEnd({ text, walked }: WalkedText, end: number): number {
  const { kind } = foldTable();
  const last = walked.starts[end - 1]!;
  return kind[text.charCodeAt(last)] === KIND.space ? spaceRun(text, last, kind).end : clusterEnd(text, last, kind);
}

/**
 * True unless the text is written purely in the other alphabet than the phrase: рота is no "pota". Mixed letters are what look-alikes are
 * about, and designations with digits are typed in either alphabet (BT6, ВТ6).
 */
export function scriptAgrees(text: string, start: number, end: number, phrase: CompiledPhrase): boolean {
  if (phrase.script === 'any') return true;
  const { kind } = foldTable();
  let latin = 0;
  let cyrillic = 0;
  for (let index = start; index < end; index += 1) {
    const what = kind[text.charCodeAt(index)];
    if (what === KIND.latin) latin += 1;
    else if (what === KIND.cyrillic) cyrillic += 1;
  }
  if (phrase.script === 'latin' ? cyrillic === 0 || latin > 0 : latin === 0 || cyrillic > 0) return true;
  return phrase.hasDigit && end - start >= 4;
}

/** True where the text agrees with the phrase in case too; a plural may follow, and blanks tell nothing apart (AH-64, AH64; VALVE,FUEL, VALVE, FUEL). */
export function caseAgrees(text: string, start: number, end: number, cased: string): boolean {
  const found = casedForm(text.slice(start, end)).replaceAll(' ', '');
  const wanted = cased.replaceAll(' ', '');
  return found.startsWith(wanted) && /^(?:e?s|E?S)?$/.test(found.slice(wanted.length));
}
