import { KIND, foldTable } from '../../text/fold-table.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { LEAST_WITH_H } from '../name/cyrillic-forms.ts';
import { CYRILLIC_ENDINGS, SPELLED_ENDINGS } from '../name/phrases.ts';
import { MAX_KEY } from '../name/skeleton.ts';
import { mayHoldEnglish } from '../name/english-in-cyrillic.ts';
import type { AnchorUnits } from './anchor-units.ts';
import { LEAST_FORM, MOST_FORMS } from './case-endings.ts';
import { chineseInCyrillic } from './chinese-in-cyrillic.ts';
import { SPELLED, endingsByLast, spellUnit, type Ending } from './cyrillic-bytes.ts';
import { LEAST_GLOSSARY_WORD, type GlossaryWords } from './glossary-words.ts';
import type { GoingOnWords } from './going-on.ts';
import { PhraseFilter } from './phrase-filter.ts';
import { PlainEntry } from './plain-entry.ts';
import { skeletonBytes } from './skeleton-bytes.ts';
import { POWERS, WordFilter, hashStep } from './word-filter.ts';
import { WORD } from './word-kinds.ts';

/** Units of a plain word at most. */
const LONGEST = 40;
/** Letters that a base form adds at most. */
const ADDED = 8;

/**
 * Reads words that are nothing but themselves, as most words of a text are: letters of one alphabet or digits, no word of the glossary nor like
 * one, and none of Chinese. What they can be in a name is worked out without making strings, the same as for any word (see `WordEntries`).
 */
export class PlainWords {
  /** What the word that was read last can be. */
  readonly found: PlainEntry;

  readonly #off: boolean;
  readonly #glossary: PhraseFilter;
  /** Cyrillic words of the glossary in Latin letters, by their keys. */
  readonly #spelled: PhraseFilter;
  readonly #goingOn: GoingOnWords;
  readonly #chinese = chineseInCyrillic();
  /** Cyrillic words of the glossary that base forms may be, and long words with a letter left out. */
  readonly #inflected: WordFilter;
  readonly #slips: WordFilter;

  /** The folded word, and the part of it that is read. */
  readonly #word = new Uint16Array(LONGEST);
  readonly #folded = new Uint16Array(LONGEST);
  /** Hash of the first letters, and how many Latin letters they are spelled with. */
  readonly #prefix = new Int32Array(LONGEST + 1);
  readonly #reach = new Uint8Array(LONGEST + 1);
  readonly #spelling = new Uint8Array((LONGEST + ADDED) * SPELLED);
  readonly #key = new Uint8Array(MAX_KEY + 2);
  readonly #keyPrefix = new Int32Array(MAX_KEY + 3);
  readonly #forms = new Int32Array(MOST_FORMS);
  readonly #ends: readonly (readonly Ending[])[];
  /** г is spelled as h. */
  #asH = false;

  constructor(knowledge: NameKnowledge, glossary: GlossaryWords, units: AnchorUnits, goingOn: GoingOnWords) {
    this.found = new PlainEntry(knowledge, units);
    this.#off = knowledge.off.has('skeleton');
    this.#glossary = new PhraseFilter(knowledge.phrases.next, CYRILLIC_ENDINGS);
    this.#spelled = new PhraseFilter(knowledge.spelledPhrases.next, SPELLED_ENDINGS);
    this.#goingOn = goingOn;
    this.#inflected = new WordFilter(glossary.all());
    this.#slips = new WordFilter(knowledge.slips.keys());
    this.#ends = endingsByLast();
  }

  /** Reads the word `text.slice(start, end)`; false where it is none of the plain ones. */
  read(text: string, start: number, end: number): boolean {
    if (this.#off || end - start > LONGEST) return false;
    this.found.clear();
    const { unit, cased, kind } = foldTable();
    const word = this.#word;
    let seen = 0;
    let small = false;
    let joined = false;
    let length = 0;
    for (let at = start; at < end; at += 1) {
      const raw = text.charCodeAt(at);
      const what = kind[raw]!;
      const letter = unit[raw]!;
      // комп'ютер: between the letters of a word it says nothing. It stands before a letter, as words are cut.
      if (letter === APOSTROPHE && at > start && kind[text.charCodeAt(at - 1)] === kind[text.charCodeAt(at + 1)]) {
        joined = true;
        continue;
      }
      // A capital behind a small letter may begin another word.
      if (cased[raw] !== letter) {
        if (small) return false;
      } else if (what !== KIND.digit) small = true;
      if (
        what === KIND.latin
          ? letter < 0x61 || letter > 0x7a
          : what !== KIND.cyrillic && (what !== KIND.digit || letter < 0x30 || letter > 0x39)
      )
        return false;
      seen |= 1 << what;
      word[length] = letter;
      length += 1;
    }
    // An initial may stand for words of several sounds.
    if (length === 1 && seen !== 1 << KIND.digit) return false;
    if (joined && (seen & (1 << KIND.digit)) !== 0) return false;
    if (seen === 1 << KIND.digit) return this.#number(0, length);
    if ((seen & (1 << KIND.latin)) === 0) {
      this.found.kinds |= WORD.cyrillic;
      return this.#runs(length);
    }
    this.found.kinds |= WORD.latin;
    return (seen & (1 << KIND.cyrillic)) === 0 && !this.#isOrdinal(length) && this.#latin(this.#take(0, length));
  }

  /** Cyrillic letters and digits: each run is a token, of which the first three count. */
  #runs(length: number): boolean {
    const word = this.#word;
    for (let at = 0, n = 0; at < length && n < MOST_TOKENS; n += 1) {
      const start = at;
      const digits = isDigit(word[at]!);
      while (at < length && isDigit(word[at]!) === digits) at += 1;
      if (!(digits ? this.#number(start, at) : this.#cyrillic(this.#take(start, at)))) return false;
    }
    return true;
  }

  /** Digits with nothing but two letters behind them, or followed by more digits: 21st. */
  #isOrdinal(length: number): boolean {
    const word = this.#word;
    let at = 0;
    while (at < length && isDigit(word[at]!)) at += 1;
    let to = at;
    while (to < length && !isDigit(word[to]!)) to += 1;
    return at > 0 && to - at === 2;
  }

  /** Makes a part of the word the token that is read. */
  #take(from: number, to: number): number {
    let hash = 0;
    for (let at = from; at < to; at += 1) {
      this.#folded[at - from] = this.#word[at]!;
      this.#prefix[at - from + 1] = hash = hashStep(hash, this.#word[at]!);
    }
    return to - from;
  }

  #number(from: number, to: number): boolean {
    if (to - from <= LONGEST_NUMBER) this.found.addNumber(this.#word, from, to, this.#key);
    return true;
  }

  #latin(length: number): boolean {
    const folded = this.#folded;
    const prefix = this.#prefix;
    const spelling = this.#spelling;
    if (length === 1 || this.#glossary.may(folded, prefix, length)) return false;
    if (length >= LEAST_SLIP) {
      const whole = prefix[length]!;
      if (this.#slips.mayHave(whole)) return false;
      for (let at = 0; at < length; at += 1) {
        const power = POWERS[length - 1 - at]!;
        if (this.#slips.mayHave((Math.imul(prefix[at]! - prefix[at + 1]!, power) + whole) | 0)) return false;
      }
    }
    this.found.kinds |= this.#goingOn.written.kinds(folded, prefix, length);
    for (let at = 0; at < length; at += 1) spelling[at] = folded[at]!;
    const size = skeletonBytes(spelling, length, this.#key);
    let hash = 0;
    for (let at = 0; at < size; at += 1) this.#keyPrefix[at + 1] = hash = hashStep(hash, this.#key[at]!);
    this.found.kinds |= this.#goingOn.spelled.kinds(this.#key, this.#keyPrefix, size);
    if (this.#spelled.may(this.#key, this.#keyPrefix, size)) return false;
    if (size > 0) this.found.addKey(this.#key, size, true);
    return true;
  }

  #cyrillic(length: number): boolean {
    const folded = this.#folded;
    const prefix = this.#prefix;
    const spelling = this.#spelling;
    const reach = this.#reach;
    let spelled = 0;
    for (let at = 0; at < length; at += 1) {
      spelled = spellUnit(folded[at]!, spelling, spelled);
      if (spelled < 0) return false;
      reach[at + 1] = spelled;
    }
    this.found.kinds |= this.#goingOn.written.kinds(folded, prefix, length);
    // Spelled with one Latin letter (дь): as an initial.
    if (spelled === 1) return false;
    if (this.#glossary.may(folded, prefix, length) || this.#chinese.may(folded, length) || mayHoldEnglish(folded, length)) return false;
    const size = skeletonBytes(spelling, spelled, this.#key);
    if (size === 0) return true;
    this.#asH = false;
    if (!this.#addForms(length, this.found.addKey(this.#key, size, true))) return false;
    if (!this.#mayBeH(length)) return true;
    this.#asH = true;
    this.#spell(0, length);
    return this.#addForms(length, this.found.addKey(this.#key, skeletonBytes(spelling, spelled, this.#key), true));
  }

  /** As `spelledWithH` has it: г that is no part of an ending. */
  #mayBeH(length: number): boolean {
    const folded = this.#folded;
    if (length < LEAST_WITH_H) return false;
    const before = length > 2 ? folded[length - 3]! : 0;
    const ends = folded[length - 1] === O && folded[length - 2] === G && (before === E || before === O);
    for (let at = 0; at < (ends ? length - 3 : length); at += 1) if (folded[at] === G) return true;
    return false;
  }

  /** Adds what the word, spelled already, may be in the nominative; `own`: the hash of its own key. False where the word is none of the plain ones. */
  #addForms(length: number, own: number): boolean {
    const folded = this.#folded;
    const prefix = this.#prefix;
    const spelling = this.#spelling;
    const reach = this.#reach;
    let forms = 0;
    for (const { units, least, bases } of this.#ends[folded[length - 1]! & 0xff]!) {
      const stem = length - units.length;
      if (stem < least) continue;
      let same = 0;
      while (same < units.length && units[same] === folded[stem + same]) same += 1;
      if (same < units.length) continue;
      for (const base of bases) {
        if (stem + base.length < LEAST_FORM || forms === MOST_FORMS) continue;
        const hash = (Math.imul(prefix[stem]!, POWERS[base.length]!) + base.hash) | 0;
        if (this.#forms.subarray(0, forms).includes(hash)) continue;
        this.#forms[forms] = hash;
        forms += 1;
        if (stem + base.length >= LEAST_GLOSSARY_WORD && this.#inflected.mayHave(hash)) return false;
        let to = reach[stem]!;
        // The spelling of the word itself is made again from its letters where a longer form has written over it.
        for (let n = 0; n < base.spelling.length; n += 1) spelling[to++] = base.spelling[n]!;
        this.found.addForm(this.#key, skeletonBytes(spelling, to, this.#key), own);
      }
      this.#spell(stem, length);
    }
    return true;
  }

  /** Writes the spelling of letters `from` to `to` again. */
  #spell(from: number, to: number): void {
    let spelled = this.#reach[from]!;
    const first = spelled;
    for (let at = from; at < to; at += 1) spelled = spellUnit(this.#folded[at]!, this.#spelling, spelled);
    if (this.#asH) for (let at = first; at < spelled; at += 1) if (this.#spelling[at] === LATIN_G) this.#spelling[at] = LATIN_H;
  }
}

/** Tokens of a word that are read. */
export const MOST_TOKENS = 3;

function isDigit(unit: number): boolean {
  return unit < 0x3a;
}

const APOSTROPHE = 0x27;
/** Cyrillic letters, and Latin ones. */
const [G, E, O] = [0x433, 0x435, 0x43e];
const [LATIN_G, LATIN_H] = [0x67, 0x68];
/** Longer numbers say nothing. */
const LONGEST_NUMBER = 12;
/** As `phraseAt` looks for slips. */
const LEAST_SLIP = 6;
