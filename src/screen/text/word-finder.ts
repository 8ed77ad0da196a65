import { HIT_THRESHOLD } from '../../model/match.ts';
import type { Span } from '../../model/span.ts';
import type { FinderTables } from './finder-file.ts';
import { mixed } from './key-code.ts';
import type { ListedNames } from './listed-names.ts';
import { PairMemory } from './pair-memory.ts';
import { HINT, type Hit, type Looks } from './hit.ts';
import { mayStand, standsAlone } from './standing.ts';
import { mayMatter } from './may-matter.ts';
import type { Possible, SpanLikeness } from './span-likeness.ts';
import { FLOOR, couldStand, type SpanVerifier, type Verified } from './span-verifier.ts';
import { runsOfName, type WordRun } from './span-of-name.ts';
import { MARK, type TextWords } from './text-words.ts';
import type { WordCandidates } from './word-candidates.ts';
import type { WordEntries } from './word-entries.ts';
import type { KeysOfWords, WordKeys } from './word-keys.ts';
import { WORD } from './word-kinds.ts';

/** Verifications that one word of the text may cost on average, so that no text takes more than linear time; a text starts with some in hand. */
const PER_WORD = 0.5;
const IN_HAND = 3_000;
/** Digits of a number that may be an identifier. */
const IDENTIFIER = 7;
/** Bits of a whole name that, with its form, need not be tried with the words beside it. */
const BITS_WITH_FORM = 10;
/** Words of the glossary in capitals of so few letters may belong to any name. */
const ACRONYM = 3;
const HINTS_WITHIN = 8;
/** Words beside a name that are tried with it. */
const NEIGHBOURS = 2;
const CLOSING = /["»”’'“]/;
const DASH = /[-‐‑–—]/;
const SPACED_DASH = /\s[-‐‑–—]+\s/;
/** Behind a letter of a part number or code: J061, F-100. */
const CODE = /^-?\d/;
/** Digits of a number behind a name, apart from it, that is hardly a part of it. */
const LONG_NUMBER = 4;
const MOST_REMEMBERED = 100_000;

/** Whether no capitalised word beside a name may belong to it, on either side. */
interface Apart {
  readonly apartBefore: boolean;
  readonly apartAfter: boolean;
}

/** What words of a script that is compared by sound may have in common with a name. */
const ANYTHING: Possible = { unverified: true, person: false, words: 99, places: 99, trades: 99, bits: 99, longest: 99 };

/** Finds listed names among the words of a text: Latin, Cyrillic and other alphabets. */
export class WordFinder {
  readonly #words: TextWords;
  readonly #entries: WordEntries;
  readonly #tables: FinderTables;
  readonly #names: ListedNames;
  readonly #candidates: WordCandidates;
  readonly #verifier: SpanVerifier;
  readonly #likeness: SpanLikeness;
  readonly #keysOf: KeysOfWords;
  readonly #remembered = new PairMemory<(Verified & { readonly unverified?: false }) | Possible>();
  /** Keys of words by their entry, and whether they are in capitals; `null` where they are compared by sound. */
  readonly #keys = new Map<number, WordKeys | null>();
  readonly #held = new Map<string, boolean>();

  constructor(
    words: TextWords,
    entries: WordEntries,
    tables: FinderTables,
    names: ListedNames,
    candidates: WordCandidates,
    verifier: SpanVerifier,
    likeness: SpanLikeness,
    keysOf: KeysOfWords,
  ) {
    this.#keysOf = keysOf;
    this.#likeness = likeness;
    this.#words = words;
    this.#entries = entries;
    this.#tables = tables;
    this.#names = names;
    this.#candidates = candidates;
    this.#verifier = verifier;
  }

  /** Forgets spans: to be called whenever the entries of words may have been renewed. */
  forget(): void {
    this.#remembered.clear();
    this.#keys.clear();
  }

  /**
   * Hands on what may be a name. What could stand only because another name of its party does is verified where the party is among `sure`, and told as `unsure` else:
   * most texts have no such name.
   */
  find(text: string, sure: ReadonlySet<number>, keep: (hit: Hit) => void, unsure: (name: number) => void): void {
    const words = this.#words;
    const { pool } = this.#entries;
    let left = IN_HAND;
    for (let n = 0; n < words.words; n += 1) {
      left = left < IN_HAND ? left + PER_WORD : left;
      if ((pool[words.entry[n]!]! & 0xf) === 0) continue;
      const { candidates, first, last } = this.#candidates.at(words, n);
      if (candidates.length === 0) continue;
      for (const { name } of candidates) {
        const runs = runsOfName(words, this.#entries, this.#tables, this.#names, name, n, { first, last });
        if (!sure.has(this.#names.party[name]!) && !this.#mayMatter(text, runs, name, n)) {
          unsure(name);
          continue;
        }
        let best: { run: WordRun; verified: Verified } | undefined;
        for (const run of runs) {
          const hash = this.#hashOf(run);
          let verified = this.#remembered.get(hash, name);
          if (verified === null) verified = this.#possible(text, run, name);
          if (verified?.unverified === true) {
            if (left <= 0) break;
            left -= 1;
            const all = this.#verifier.verify(text.slice(words.start[run.first], words.end[run.last]), name);
            verified = all.score >= HIT_THRESHOLD && couldStand(all) ? all : undefined;
            this.#remembered.set(hash, name, verified);
          }
          if (verified === undefined) continue;
          if (best === undefined || verified.score > best.verified.score || (run.rest === true && verified.score === best.verified.score))
            best = { run, verified };
        }
        if (best === undefined) continue;
        const { run, verified } = best;
        const looks = this.#looks(text, run, n, verified.person);
        if (!mayStand(verified, looks)) continue;
        const { apartBefore, apartAfter, ...rest } = looks;
        const hit = { ...verified, ...rest, name, start: words.start[run.first]!, end: words.end[run.last]! };
        const alone =
          looks.isolated ||
          (verified.missing === 0 &&
            (verified.words > 1 ||
              looks.titled ||
              (looks.form && verified.words > 0 && verified.bits >= BITS_WITH_FORM) ||
              standsAlone(hit)));
        if (alone) keep(hit);
        else {
          const loud = !verified.person && this.#isLoud(run);
          keep({ ...hit, wide: this.#withNeighbours(text, run, apartBefore ? run.first : first, apartAfter ? run.last : last, loud) });
        }
      }
    }
  }

  /** False where none of the runs could stand as the name whatever verifying them would show, unless another name of the party is found. */
  #mayMatter(text: string, runs: readonly WordRun[], name: number, anchor: number): boolean {
    for (const run of runs) {
      const hash = this.#hashOf(run);
      let known = this.#remembered.get(hash, name);
      if (known === null) {
        known = this.#possible(text, run, name);
        this.#remembered.set(hash, name, known);
      }
      if (known !== undefined && (known.unverified !== true || mayMatter(known, this.#looks(text, run, anchor, known.person)))) return true;
    }
    return false;
  }

  #possible(text: string, { first, last }: WordRun, name: number): Possible | undefined {
    const { start, end, entry, marks } = this.#words;
    const { pool } = this.#entries;
    const keys: WordKeys[] = [];
    for (let m = first; m <= last; m += 1) {
      const which = entry[m]! * 2 + ((marks[m]! & MARK.capitals) !== 0 ? 1 : 0);
      let known = this.#keys.get(which);
      if (known === undefined) {
        const head = pool[entry[m]!]!;
        const from = entry[m]! + 1 + (head & 0xf);
        known = this.#keysOf.ofWord(text.slice(start[m], end[m]), pool.slice(from, from + ((head >>> 4) & 0xf))) ?? null;
        this.#keys.set(which, known);
      }
      if (known === null) return ANYTHING;
      keys.push(known);
    }
    for (let m = 0; m < keys.length; m += 1) keys[m] = this.#keysOf.asItStands(keys[m]!, keys[m + 1]);
    return this.#likeness.possible(keys, name, FLOOR);
  }

  /** The span of a run and of the capitalised words beside it, which may belong to another name; undefined where there are none. */
  #withNeighbours(text: string, run: WordRun, least: number, most: number, loud: boolean): Span | undefined {
    const { start, end } = this.#words;
    let { first, last } = run;
    while (first > least && run.first - first < NEIGHBOURS && this.#joins(text, first, first - 1, loud)) first -= 1;
    while (last < most && last - run.last < NEIGHBOURS && this.#joins(text, last + 1, last + 1, loud)) last += 1;
    return first === run.first && last === run.last ? undefined : { start: start[first]!, end: end[last]! };
  }

  /** True where the name is still a hit with the words beside it. */
  holds(text: string, { wide, name }: Hit): boolean {
    if (wide === undefined) return true;
    const key = `${name} ${text.slice(wide.start, wide.end)}`;
    let held = this.#held.get(key);
    if (held === undefined) {
      if (this.#held.size > MOST_REMEMBERED) this.#held.clear();
      this.#held.set(key, (held = this.#verifier.verify(text.slice(wide.start, wide.end), name).score >= HIT_THRESHOLD));
    }
    return held;
  }

  /** How the words of a run are written, and whether they stand apart from the words beside them. */
  #looks(text: string, run: WordRun, anchor: number, person: boolean): Looks & Apart {
    const { first, last } = run;
    const { marks, entry, words, end } = this.#words;
    const { pool } = this.#entries;
    const kinds = (m: number): number => pool[entry[m]!]! >>> 8;
    const isForm = (m: number): boolean => (kinds(m) & WORD.form) !== 0;
    let [head, tail, forms, capitals] = [-1, last, 0, 0];
    let titled =
      first > 0 && (marks[first]! & MARK.stop) === 0 && ((kinds(first - 1) & WORD.title) !== 0 || this.#isShortTitle(text, first - 1));
    for (let m = first; m <= last; m += 1) {
      capitals |= marks[m]! & MARK.capital;
      if ((kinds(m) & WORD.title) !== 0) titled = true;
      if (isForm(m)) {
        forms += 1;
        continue;
      }
      if (head < 0) head = m;
      tail = m;
    }
    if (head < 0) [head, tail] = [first, last];
    const isNumber = (kinds(anchor) & WORD.number) !== 0;
    const closed = CLOSING.test(text.charAt(end[tail]!));
    const quoted = closed && (marks[head]! & MARK.quoted) !== 0;
    const loud = !person && this.#isLoud(run);
    const apartBefore = first === 0 || isForm(first) || (marks[head]! & MARK.quoted) !== 0 || !this.#joins(text, first, first - 1, loud);
    const apartAfter = last + 1 >= words || isForm(last) || closed || !this.#joins(text, last + 1, last + 1, loud);
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
    };
  }

  /** What the words near may say of the name: bits of {@link HINT}. A cheap look before `contextOf` reads them. */
  #hintsOf(first: number, last: number): number {
    const { entry, words, marks } = this.#words;
    const { pool } = this.#entries;
    let hints = 0;
    for (let m = Math.max(0, first - HINTS_WITHIN); m <= Math.min(words - 1, last + HINTS_WITHIN); m += 1) {
      if (m >= first && m <= last) continue;
      const kinds = pool[entry[m]!]! >>> 8;
      if ((kinds & WORD.place) !== 0) hints |= HINT.place;
      if ((kinds & WORD.title) !== 0) hints |= HINT.title;
      if ((kinds & WORD.number) !== 0 && this.#words.end[m]! - this.#words.start[m]! >= IDENTIFIER) hints |= HINT.identifier;
      const beside = m === first - 1 ? (marks[first]! & MARK.comma) === 0 : m === last + 1;
      if (beside && (kinds & WORD.form) !== 0) hints |= HINT.form;
      if (beside && (kinds & WORD.trade) !== 0) hints |= HINT.trade;
      if ((m < first || m === last + 1) && (kinds & WORD.begins) !== 0) hints |= HINT.form | HINT.title;
    }
    return hints;
  }

  /** г-н, д-р, г-жа: word `m` ends a title of two short parts. */
  #isShortTitle(text: string, m: number): boolean {
    if (m < 1) return false;
    const { start, end, entry } = this.#words;
    if (end[m]! - start[m]! > 2 || start[m]! - end[m - 1]! !== 1 || end[m - 1]! - start[m - 1]! > 2) return false;
    return text.charAt(end[m - 1]!) === '-' && ((this.#entries.pool[entry[m - 1]!]! >>> 8) & WORD.begins) !== 0;
  }

  /** Two words or more in capitals: SYNERGY GENERAL TRADING FZE. */
  #isLoud({ first, last }: WordRun): boolean {
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
  #joins(text: string, second: number, which: number, loud: boolean): boolean {
    const { marks, entry, start, end } = this.#words;
    if ((marks[second]! & (MARK.comma | MARK.stop | MARK.quoted)) !== 0) return false;
    const between = text.slice(end[second - 1], start[second]);
    if (SPACED_DASH.test(between)) return false;
    const kinds = this.#entries.pool[entry[which]!]! >>> 8;
    if ((kinds & WORD.number) !== 0)
      return (
        between === '-' ||
        (between === ' ' && which === second && end[which]! - start[which]! < LONG_NUMBER && !DASH.test(text.charAt(end[which]!)))
      );
    if (CODE.test(text.slice(end[which], end[which]! + 2))) return false;
    // HOUSING,VALVE Huawei Technologies, Carrier SYNERGY GENERAL TRADING: capitals beside small letters are of something else.
    const other = which === second ? second - 1 : second;
    const [capitals, otherCapitals] = [(marks[which]! & MARK.capitals) !== 0, (marks[other]! & MARK.capitals) !== 0];
    if (capitals && !otherCapitals && (end[which]! - start[which]! > ACRONYM || (kinds & WORD.trade) === 0)) return false;
    if (loud && !capitals) return false;
    return (marks[which]! & MARK.capital) !== 0 && (kinds & (WORD.form | WORD.title)) === 0;
  }

  #hashOf({ first, last }: WordRun): number {
    let hash = 0x811c9dc5;
    for (let m = first; m <= last; m += 1) hash = Math.imul(hash ^ this.#words.entry[m]!, 0x01000193);
    return mixed(hash ^ (last - first));
  }
}
