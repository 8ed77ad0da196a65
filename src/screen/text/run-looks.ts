import { HINT, type Looks } from './hit.ts';
import { SCRIPT, type Script } from './name-traits.ts';
import { LONGEST_REST, type WordRun } from './span-of-name.ts';
import type { TextWords } from './text-words.ts';
import { WORD, mayBegin } from './word-kinds.ts';
import { MARK } from './word-marks.ts';

/** Digits of a number that may be an identifier. */
const IDENTIFIER = 7;
/** Words of the glossary in capitals of so few letters may belong to any name. */
const ACRONYM = 3;
const HINTS_WITHIN = 8;
const SCRIPTS = WORD.latin | WORD.cyrillic;
const CLOSING = /["»”’'“]/;
const DASH = /[-‐‑–—]/;
const SPACED_DASH = /\s[-‐‑–—]+\s/;
/** Behind a letter of a part number or code: J061, F-100. */
const CODE = /^-?\d/;
const GOES_ON = /^[-‐‑][\p{Lu}\d]/u;
/** Digits of a number behind a name, apart from it, that is hardly a part of it. */
const LONG_NUMBER = 4;

/** How a run of words looks to the finder beyond what its hits tell. */
export interface Apart {
  /** Whether no capitalised word beside a name may belong to it, on either side. */
  readonly apartBefore: boolean;
  readonly apartAfter: boolean;
  /** Of all its letters. */
  readonly script: Script;
}

interface Looked extends WordRun {
  readonly text: string;
  readonly anchor: number;
  readonly person: boolean;
  readonly looks: Looks & Apart;
}

/** Sees how runs of words are written in their text, and what stands beside them. */
export class RunLooks {
  readonly #words: TextWords;
  /** Of the run asked for last: names around one word mostly share it. */
  #last: Looked | undefined;
  #most: (WordRun & { readonly anchor: number; readonly looks: Looks }) | undefined;

  constructor(words: TextWords) {
    this.#words = words;
  }

  /** How the words of a run are written, and whether they stand apart from the words beside them. */
  of(text: string, run: WordRun, anchor: number, person: boolean): Looks & Apart {
    const last = this.#last;
    if (
      last !== undefined &&
      last.text === text &&
      last.anchor === anchor &&
      last.person === person &&
      last.first === run.first &&
      last.last === run.last
    )
      return last.looks;
    const looks = this.#look(text, run, anchor, person);
    this.#last = { text, anchor, person, first: run.first, last: run.last, looks };
    return looks;
  }

  /** As which any run of words `first` to `last` with the anchor, forms beside it and the rest of a phrase may look at most: asked before there are runs. */
  atMost(anchor: number, first: number, last: number): Looks {
    if (this.#most?.anchor === anchor && this.#most.first === first && this.#most.last === last) return this.#most.looks;
    const looks = this.#lookAtMost(anchor, first, last);
    this.#most = { anchor, first, last, looks };
    return looks;
  }

  #lookAtMost(anchor: number, first: number, last: number): Looks {
    const { marks, head, words } = this.#words;
    let kinds = 0;
    let signs = 0;
    for (let m = Math.max(0, first - 1); m <= Math.min(words - 1, last + 1 + LONGEST_REST); m += 1) {
      kinds |= head[m]! >>> 8;
      signs |= marks[m]!;
    }
    const isNumber = ((head[anchor]! >>> 8) & WORD.number) !== 0;
    return {
      capital: ((isNumber ? signs : marks[anchor]!) & MARK.capital) !== 0,
      quoted: (signs & MARK.quoted) !== 0,
      form: (kinds & WORD.form) !== 0,
      titled: (kinds & (WORD.title | WORD.begins)) !== 0,
      hints: this.#hintsOf(first, last, true),
      isolated: true,
      han: false,
    };
  }

  /** To be called whenever words are read. */
  forget(): void {
    this.#last = this.#most = undefined;
  }

  #look(text: string, run: WordRun, anchor: number, person: boolean): Looks & Apart {
    const { first, last } = run;
    const { marks, head: heads, words, end } = this.#words;
    const kinds = (m: number): number => heads[m]! >>> 8;
    const isForm = (m: number): boolean => (kinds(m) & WORD.form) !== 0;
    let head = -1;
    let tail = last;
    let forms = 0;
    let capitals = 0;
    let scripts = 0;
    let titled =
      first > 0 && (marks[first]! & MARK.stop) === 0 && ((kinds(first - 1) & WORD.title) !== 0 || this.#isShortTitle(text, first - 1));
    for (let m = first; m <= last; m += 1) {
      capitals |= marks[m]! & MARK.capital;
      scripts |= kinds(m) & (WORD.latin | WORD.cyrillic);
      if ((kinds(m) & WORD.title) !== 0) titled = true;
      if (isForm(m)) {
        forms += 1;
        continue;
      }
      if (head < 0) head = m;
      tail = m;
    }
    if (head < 0) {
      head = first;
      tail = last;
    }
    const isNumber = (kinds(anchor) & WORD.number) !== 0;
    // «Rasperia Trading Limited»: the form stands within the quotation marks.
    const closed = CLOSING.test(text.charAt(end[tail]!)) || CLOSING.test(text.charAt(end[last]!));
    const quoted = closed && (marks[head]! & MARK.quoted) !== 0;
    const loud = !person && this.isLoud(run);
    const apartBefore = first === 0 || isForm(first) || (marks[head]! & MARK.quoted) !== 0 || !this.joins(text, first, first - 1, loud);
    const apartAfter = last + 1 >= words || isForm(last) || closed || !this.joins(text, last + 1, last + 1, loud);
    return {
      capital: isNumber ? capitals !== 0 : (marks[anchor]! & MARK.capital) !== 0,
      quoted,
      // A form alone (SPE) is no form of anything.
      form: forms > 0 && forms <= last - first,
      titled,
      hints: this.#hintsOf(first, last),
      isolated: quoted || (apartBefore && apartAfter),
      han: false,
      apartBefore,
      apartAfter,
      script: scripts === WORD.latin ? SCRIPT.latin : scripts === WORD.cyrillic ? SCRIPT.cyrillic : SCRIPT.any,
    };
  }

  /** What the words near may say of the name: bits of {@link HINT}. A cheap look before `contextOf` reads them. `within`: also of a part of the run. */
  #hintsOf(first: number, last: number, within = false): number {
    const { head, words, marks } = this.#words;
    let hints = 0;
    for (let m = Math.max(0, first - HINTS_WITHIN); m <= Math.min(words - 1, last + HINTS_WITHIN); m += 1) {
      const inside = m >= first && m <= last;
      if (inside && !within) continue;
      const kinds = head[m]! >>> 8;
      if ((kinds & WORD.place) !== 0) hints |= HINT.place;
      if ((kinds & WORD.title) !== 0) hints |= HINT.title;
      if ((kinds & WORD.number) !== 0 && this.#words.end[m]! - this.#words.start[m]! >= IDENTIFIER) hints |= HINT.identifier;
      const beside = inside || (m === first - 1 ? (marks[first]! & MARK.comma) === 0 : m === last + 1);
      if (beside && (kinds & WORD.form) !== 0) hints |= HINT.form;
      if (beside && (kinds & WORD.trade) !== 0) hints |= HINT.trade;
      if ((m < first || inside || m === last + 1) && mayBegin(kinds, m + 1 < words ? head[m + 1]! >>> 8 : 0))
        hints |= HINT.form | HINT.title;
    }
    return hints;
  }

  /** г-н, д-р, г-жа: word `m` ends a title of two short parts. */
  #isShortTitle(text: string, m: number): boolean {
    if (m < 1) return false;
    const { start, end, head } = this.#words;
    if (end[m]! - start[m]! > 2 || start[m]! - end[m - 1]! !== 1 || end[m - 1]! - start[m - 1]! > 2) return false;
    return text.charAt(end[m - 1]!) === '-' && ((head[m - 1]! >>> 8) & WORD.begins) !== 0;
  }

  /** Do the words go on behind a hyphen, within quotation marks or with a form before them: ООО «Альфа-Сигнал | -Юг»? Another name than theirs. */
  goesOn(text: string, { first, last }: WordRun): boolean {
    const { marks, head, end } = this.#words;
    if (!GOES_ON.test(text.slice(end[last], end[last]! + 3))) return false;
    for (let m = first; m <= last; m += 1) if ((marks[m]! & MARK.quoted) !== 0 || ((head[m]! >>> 8) & WORD.form) !== 0) return true;
    return false;
  }

  /** Two words or more in capitals: SYNERGY GENERAL TRADING FZE. */
  isLoud({ first, last }: WordRun): boolean {
    const { marks, start, end } = this.#words;
    let loud = 0;
    for (let m = first; m <= last; m += 1) {
      if (end[m]! - start[m]! <= ACRONYM) continue;
      if ((marks[m]! & MARK.capitals) === 0) return false;
      loud += 1;
    }
    return loud > 1;
  }

  /**
   * True where word `second` and the one before it may be parts of one name: nothing parts them, and `which` of them is a capitalised word, or a number
   * that is written as a part of it. `loud`: the name is in capitals.
   */
  joins(text: string, second: number, which: number, loud: boolean): boolean {
    const { marks, head, start, end } = this.#words;
    if ((marks[second]! & (MARK.comma | MARK.stop | MARK.quoted)) !== 0) return false;
    const between = text.slice(end[second - 1], start[second]);
    if (SPACED_DASH.test(between)) return false;
    const kinds = head[which]! >>> 8;
    if ((kinds & WORD.number) !== 0)
      return (
        between === '-' ||
        (between === ' ' && which === second && end[which]! - start[which]! < LONG_NUMBER && !DASH.test(text.charAt(end[which]!)))
      );
    if (CODE.test(text.slice(end[which], end[which]! + 2))) return false;
    // HOUSING,VALVE Huawei Technologies, Carrier SYNERGY GENERAL TRADING: capitals beside small letters are of something else.
    const other = which === second ? second - 1 : second;
    // Поставщик Skyline Optics: of another script.
    if ((kinds & SCRIPTS & (head[other]! >>> 8)) === 0 && (kinds & SCRIPTS) !== 0 && ((head[other]! >>> 8) & SCRIPTS) !== 0) return false;
    const capitals = (marks[which]! & MARK.capitals) !== 0;
    const otherCapitals = (marks[other]! & MARK.capitals) !== 0;
    if (capitals && !otherCapitals && (end[which]! - start[which]! > ACRONYM || (kinds & WORD.trade) === 0)) return false;
    if (loud && !capitals) return false;
    return (marks[which]! & MARK.capital) !== 0 && (kinds & (WORD.form | WORD.title)) === 0;
  }
}
