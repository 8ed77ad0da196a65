import { KIND, foldTable } from '../../text/fold-table.ts';
import type { NameKnowledge, PhraseNode } from '../knowledge.ts';
import { latinOfCyrillic } from '../name/cyrillic.ts';
import { LEAST_STEM, LONGEST_ENDING } from '../name/phrases.ts';
import { MAX_KEY } from '../name/skeleton.ts';
import { KEY_START, keyStep, type AnchorUnits } from './anchor-units.ts';
import { ENDINGS, LEAST_FORM, MOST_FORMS, leastStem } from './case-endings.ts';
import type { GoingOnWords } from './going-on.ts';
import { LEAST_GLOSSARY_WORD, type GlossaryWords } from './glossary-words.ts';
import { CODE_LETTERS, codeOfKey, mixed } from './key-code.ts';
import { skeletonBytes } from './skeleton-bytes.ts';
import { MOST_ANCHORS, MOST_CODES, WORD } from './word-kinds.ts';
import { POWERS, WordFilter, hashStep } from './word-filter.ts';

/** Units of a plain word at most. */
const LONGEST = 40;
/** Letters that one Cyrillic letter is spelled with at most, and those that a base form adds. */
const SPELLED = 4;

/**
 * Reads words that are nothing but themselves, as most words of a text are: letters of one alphabet or digits, no word of the glossary nor like
 * one. What they can be in a name is worked out without making strings, the same as for any word (see `WordEntries`).
 */
export class PlainWords {
  kinds = 0;
  anchors = 0;
  codes = 0;
  readonly anchor = new Uint32Array(MOST_ANCHORS);
  readonly code = new Uint32Array(MOST_CODES);

  readonly #units: AnchorUnits;
  readonly #off: boolean;
  /** Words of the glossary, stems of them, Cyrillic ones that base forms may be, long ones with a letter left out. */
  readonly #words: WordFilter;
  readonly #stems: WordFilter;
  readonly #inflected: WordFilter;
  readonly #slips: WordFilter;
  /** Keys of given names, of Cyrillic words of the glossary in Latin letters, and stems of those. */
  readonly #given: WordFilter;
  readonly #spelled: WordFilter;
  readonly #spelledStems: WordFilter;

  readonly #givenNames: NameKnowledge['givenNames'];
  readonly #goingOn: GoingOnWords;
  readonly #keyPrefix = new Int32Array(MAX_KEY + 3);

  /** The folded word, and the part of it that is read. */
  readonly #word = new Uint16Array(LONGEST);
  readonly #folded = new Uint16Array(LONGEST);
  /** Hash of the first letters, and how many Latin letters they are spelled with. */
  readonly #prefix = new Int32Array(LONGEST + 1);
  readonly #reach = new Uint8Array(LONGEST + 1);
  readonly #spelling = new Uint8Array((LONGEST + 8) * SPELLED);
  readonly #key = new Uint8Array(MAX_KEY + 2);
  readonly #forms = new Int32Array(MOST_FORMS);
  readonly #ends: readonly (readonly Ending[])[];
  /** Hash of the key that `#work` made, and of its first letters as codes have them. */
  #keyHash = 0;

  constructor(knowledge: NameKnowledge, glossary: GlossaryWords, units: AnchorUnits, goingOn: GoingOnWords) {
    this.#goingOn = goingOn;
    this.#units = units;
    this.#off = knowledge.off.has('skeleton');
    this.#words = new WordFilter(knowledge.phrases.next.keys());
    this.#stems = new WordFilter(stemsOf(knowledge.phrases));
    this.#inflected = new WordFilter(glossary.all());
    this.#slips = new WordFilter(knowledge.slips.keys());
    this.#givenNames = knowledge.givenNames;
    this.#given = new WordFilter(knowledge.givenNames.keys());
    this.#spelled = new WordFilter(knowledge.spelledPhrases.next.keys());
    this.#spelledStems = new WordFilter(stemsOf(knowledge.spelledPhrases));
    this.#ends = endingsByLast();
  }

  /** Reads the word `text.slice(start, end)`; false where it is none of the plain ones. */
  read(text: string, start: number, end: number): boolean {
    if (this.#off || end - start > LONGEST) return false;
    this.kinds = this.anchors = this.codes = 0;
    const { unit, cased, kind } = foldTable();
    const word = this.#word;
    let [seen, small, length] = [0, false, 0];
    for (let at = start; at < end; at += 1) {
      const raw = text.charCodeAt(at);
      const what = kind[raw]!;
      const letter = unit[raw]!;
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
    if (seen === 1 << KIND.digit) return this.#number(0, length);
    if ((seen & (1 << KIND.latin)) === 0) return this.#runs(length);
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
    if (to - from > 12) return true;
    this.kinds |= WORD.number;
    const [word, key] = [this.#word, this.#key];
    let first = from;
    while (first + 1 < to && word[first] === 0x30) first += 1;
    let size = 1;
    key[0] = 0x3d;
    let hash = keyStep(KEY_START, 0x3d);
    for (let at = first; at < to; at += 1) {
      key[size++] = word[at]!;
      hash = keyStep(hash, word[at]!);
    }
    this.#addCode(Math.max(3, mixed(hash)));
    this.#addAnchor(this.#units.find(hash, key, size));
    return true;
  }

  /** A word that is spelled with one Latin letter. */
  #initial(): boolean {
    this.kinds |= WORD.initial;
    const size = skeletonBytes(this.#spelling, 1, this.#key);
    let hash = keyStep(KEY_START, 0x2e);
    for (let at = 0; at < size; at += 1) hash = keyStep(hash, this.#key[at]!);
    this.#addCode(Math.max(3, mixed(hash)));
    return true;
  }

  #latin(length: number): boolean {
    const [folded, prefix, spelling] = [this.#folded, this.#prefix, this.#spelling];
    if (length > 1 && this.#isGlossary(length)) return false;
    if (length >= LEAST_SLIP) {
      const whole = prefix[length]!;
      if (this.#slips.mayHave(whole)) return false;
      for (let at = 0; at < length; at += 1) {
        const power = POWERS[length - 1 - at]!;
        if (this.#slips.mayHave((Math.imul(prefix[at]! - prefix[at + 1]!, power) + whole) | 0)) return false;
      }
    }
    if (this.#goingOn.written.may(prefix, length)) this.kinds |= WORD.goesOn;
    for (let at = 0; at < length; at += 1) spelling[at] = folded[at]!;
    if (length === 1) return this.#initial();
    const size = skeletonBytes(spelling, length, this.#key);
    // Cyrillic phrases in Latin letters.
    let hash = 0;
    for (let at = 0; at < size; at += 1) {
      this.#keyPrefix[at + 1] = hash = hashStep(hash, this.#key[at]!);
      if (at + 1 >= LEAST_STEM && at + 1 + LONGEST_ENDING >= size && this.#spelledStems.mayHave(hash)) return false;
    }
    if (this.#spelled.mayHave(hash)) return false;
    if (this.#goingOn.spelled.may(this.#keyPrefix, size)) this.kinds |= WORD.goesOn;
    if (size > 0) this.#addKey(size, true);
    return true;
  }

  #cyrillic(length: number): boolean {
    const [folded, prefix, spelling, reach] = [this.#folded, this.#prefix, this.#spelling, this.#reach];
    let spelled = 0;
    for (let at = 0; at < length; at += 1) {
      const place = (folded[at]! - FIRST_CYRILLIC) * SPELLED;
      if (place < 0 || place >= SPELLINGS.length || SPELLINGS[place] === NONE) return false;
      for (let n = 0; n < SPELLED && SPELLINGS[place + n] !== 0; n += 1) spelling[spelled++] = SPELLINGS[place + n]!;
      reach[at + 1] = spelled;
    }
    if (this.#goingOn.written.may(prefix, length)) this.kinds |= WORD.goesOn;
    // г-н, д-р: a title begins with one letter.
    if (spelled === 1) return !this.#words.mayHave(prefix[length]!) && this.#initial();
    if (this.#isGlossary(length)) return false;
    const size = skeletonBytes(spelling, spelled, this.#key);
    if (size === 0) return true;
    this.#addKey(size, true);
    const own = this.#keyHash;
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
        const formSize = skeletonBytes(spelling, to, this.#key);
        this.#addForm(formSize, own);
      }
      this.#spell(stem, length);
    }
    return true;
  }

  /** Writes the spelling of letters `from` to `to` again. */
  #spell(from: number, to: number): void {
    let spelled = this.#reach[from]!;
    for (let at = from; at < to; at += 1) {
      const place = (this.#folded[at]! - FIRST_CYRILLIC) * SPELLED;
      for (let n = 0; n < SPELLED && SPELLINGS[place + n] !== 0; n += 1) this.#spelling[spelled++] = SPELLINGS[place + n]!;
    }
  }

  /** A word of the glossary, or a stem of one and an ending. */
  #isGlossary(length: number): boolean {
    const prefix = this.#prefix;
    if (this.#words.mayHave(prefix[length]!)) return true;
    for (let n = Math.max(LEAST_STEM, length - LONGEST_ENDING); n <= length; n += 1) if (this.#stems.mayHave(prefix[n]!)) return true;
    return false;
  }

  /** Adds code and anchor of the key of so many bytes, and the codes of the given name that it is. */
  #addKey(size: number, withCode: boolean): void {
    const key = this.#key;
    let hash = KEY_START;
    let word = 0;
    let code = size === 0 ? Math.max(3, mixed(hash)) : 0;
    for (let at = 0; at < size; at += 1) {
      hash = keyStep(hash, key[at]!);
      word = hashStep(word, key[at]!);
      if (at + 1 === CODE_LETTERS || (at + 1 === size && size < CODE_LETTERS)) code = Math.max(3, mixed(hash));
    }
    this.#keyHash = word;
    if (withCode) this.#addCode(code);
    this.#addAnchor(this.#units.find(hash, key, size));
    if (!this.#given.mayHave(word)) return;
    for (const given of this.#givenNames.get(String.fromCharCode(...key.subarray(0, size))) ?? []) this.#addCode(codeOfKey(given));
  }

  #addForm(size: number, own: number): void {
    if (size >= CODE_LETTERS) {
      this.#addKey(size, false);
      return;
    }
    // Short forms are few: those that the word itself is not have a code of their own.
    let word = 0;
    for (let at = 0; at < size; at += 1) word = hashStep(word, this.#key[at]!);
    this.#addKey(size, word !== own);
  }

  #addCode(code: number): void {
    for (let n = 0; n < this.codes; n += 1) if (this.code[n] === code) return;
    if (this.codes < MOST_CODES) this.code[this.codes++] = code;
  }

  #addAnchor(unit: number): void {
    if (unit < 0) return;
    for (let n = 0; n < this.anchors; n += 1) if (this.anchor[n] === unit) return;
    if (this.anchors === MOST_ANCHORS) return;
    this.anchor[this.anchors++] = unit;
    if (this.#units.isRare(unit)) this.kinds |= WORD.rare;
  }
}

/** Tokens of a word that are read. */
export const MOST_TOKENS = 3;

function isDigit(unit: number): boolean {
  return unit < 0x3a;
}

/** As `phraseAt` looks for slips. */
const LEAST_SLIP = 6;

function* stemsOf(node: PhraseNode): Iterable<string> {
  for (const [word, next] of node.next) if (next.stem !== undefined) yield word;
}

const FIRST_CYRILLIC = 0x400;
/** Stands for a letter that is none. */
const NONE = 0xff;

/** Latin letters of each Cyrillic unit from U+0400 on, four bytes each, filled up with 0. */
const SPELLINGS = new Uint8Array(0x130 * SPELLED);
for (let unit = 0; unit < 0x130; unit += 1) {
  const spelling = latinOfCyrillic(FIRST_CYRILLIC + unit);
  if (spelling === undefined) SPELLINGS[unit * SPELLED] = NONE;
  else for (let at = 0; at < spelling.length; at += 1) SPELLINGS[unit * SPELLED + at] = spelling.charCodeAt(at);
}

interface Ending {
  readonly units: Uint16Array;
  readonly least: number;
  readonly bases: readonly { readonly length: number; readonly hash: number; readonly spelling: Uint8Array }[];
}

/** Endings by the low byte of their last letter, each in its order. */
function endingsByLast(): readonly (readonly Ending[])[] {
  const table = Array.from({ length: 256 }, (): Ending[] => []);
  for (const [ending, bases] of ENDINGS)
    table[ending.charCodeAt(ending.length - 1) & 0xff]!.push({
      units: Uint16Array.from(ending, (char) => char.charCodeAt(0)),
      least: leastStem(ending),
      bases: bases.map((base) => {
        let hash = 0;
        for (let at = 0; at < base.length; at += 1) hash = hashStep(hash, base.charCodeAt(at));
        const spelling = Uint8Array.from(
          [...base].flatMap((char) => [...(latinOfCyrillic(char.charCodeAt(0)) ?? '')]),
          (char) => char.charCodeAt(0),
        );
        return { length: base.length, hash, spelling };
      }),
    });
  return table;
}
