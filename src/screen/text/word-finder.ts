import { HIT_THRESHOLD } from '../../model/match.ts';
import type { Span } from '../../model/span.ts';
import { AskedOnce, askedFor } from './asked-once.ts';
import { CodesOfNames } from './codes-of-names.ts';
import type { FinderTables } from './finder-file.ts';
import type { ListedNames } from './listed-names.ts';
import { NameBounds } from './name-bounds.ts';
import { NameTraits } from './name-traits.ts';
import { ownSlice } from './own-slice.ts';
import { PairMemory } from './pair-memory.ts';
import type { Hit } from './hit.ts';
import { ReadRuns } from './read-runs.ts';
import { RunHashes } from './run-hashes.ts';
import { RunLooks } from './run-looks.ts';
import { mayStand, standsAlone } from './standing.ts';
import type { Possible, SpanLikeness } from './span-likeness.ts';
import { FLOOR, couldStand, type SpanVerifier, type Verified } from './span-verifier.ts';
import { runsOfName, type WordRun } from './span-of-name.ts';
import type { TextWords } from './text-words.ts';
import type { NamesAtWords } from './unsure-names.ts';
import type { WordCandidates } from './word-candidates.ts';
import type { WordEntries } from './word-entries.ts';
import type { KeysOfWords } from './word-keys.ts';
import { MARK } from './word-marks.ts';

/** Verifications that one word of the text may cost on average, so that no text takes more than linear time; a text starts with some in hand. */
const PER_WORD = 2;
const IN_HAND = 3_000;
/** Bits of a whole name that, with its form, need not be tried with the words beside it. */
const BITS_WITH_FORM = 10;
/** Words beside a name that are tried with it. */
const NEIGHBOURS = 2;
const MOST_REMEMBERED = 100_000;

/** What words of a script that is compared by sound may have in common with a name. */
const ANYTHING: Possible = { person: false, words: 99, places: 99, trades: 99, bits: 99, longest: 99 };

/** What words of a text and a name may have in common, and do; `null` where that was not asked for yet. */
interface Asked {
  readonly possible: Possible;
  verified: Verified | undefined | null;
}

/** Finds listed names among the words of a text: Latin, Cyrillic and other alphabets. */
export class WordFinder {
  readonly #words: TextWords;
  readonly #entries: WordEntries;
  readonly #tables: FinderTables;
  readonly #codes: CodesOfNames;
  readonly #candidates: WordCandidates;
  readonly #verifier: SpanVerifier;
  readonly #likeness: SpanLikeness;
  readonly #looks: RunLooks;
  readonly #bounds: NameBounds;
  readonly #traits: NameTraits;
  /** Of words as they are written, by what they may be in a name: undefined where they are nothing. */
  readonly #remembered = new PairMemory<Asked>();
  readonly #runs: ReadRuns;
  readonly #verifications = new AskedOnce<number>();
  /** Verifications that the words read so far may have cost. */
  #most = 0;
  readonly #held = new Map<string, boolean>();
  readonly #hashes: RunHashes;

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
    this.#runs = new ReadRuns(words, entries, keysOf);
    this.#likeness = likeness;
    this.#words = words;
    this.#bounds = new NameBounds(names);
    this.#traits = new NameTraits(tables.nameTraits);
    this.#looks = new RunLooks(words);
    this.#hashes = new RunHashes(words);
    this.#entries = entries;
    this.#tables = tables;
    this.#codes = new CodesOfNames(names, tables);
    this.#candidates = candidates;
    this.#verifier = verifier;
  }

  /** Forgets spans: to be called whenever the entries of words may have been renewed. */
  forget(): void {
    this.#remembered.clear();
    this.#runs.forget();
  }

  /** Hands on what may be a name. What could stand only because another name of its party does is told as `unsure`. */
  find(text: string, keep: (hit: Hit) => void, unsure: (word: number, name: number) => void): void {
    const words = this.#words;
    const { head } = words;
    this.#begin();
    for (let n = 0; n < words.words; n += 1) {
      this.#most += PER_WORD;
      if ((head[n]! & 0xf) === 0) continue;
      const { candidates, first, last } = this.#candidates.at(words, n);
      if (candidates.length === 0) continue;
      this.#runs.begin();
      for (const { name, first: from, last: to } of candidates) {
        const looks = this.#looks.atMost(n, from, to);
        if (!this.#bounds.mayStand(this.#tables.nameSame[name]!, looks, this.#traits.hints(name, looks.hints), false)) {
          unsure(n, name);
          continue;
        }
        const runs = this.#runsOf(name, n, { first, last });
        const matter = this.#mattering(text, runs, name, n);
        if (matter.length > 0) this.#tell(text, matter, name, n, { first, last }, keep);
        else unsure(n, name);
      }
    }
  }

  /** Hands on what may be names of parties that the text names, of the unsure ones of the words that were read last. */
  findSure(text: string, at: NamesAtWords, keep: (hit: Hit) => void): void {
    this.#begin();
    this.#most += PER_WORD * this.#words.words;
    for (const [n, names] of at) {
      const { candidates, first, last } = this.#candidates.at(this.#words, n);
      this.#runs.begin();
      for (const { name } of candidates)
        if (names.has(name)) this.#tell(text, this.#runsOf(name, n, { first, last }), name, n, { first, last }, keep);
    }
  }

  #begin(): void {
    this.#verifications.begin();
    this.#most = IN_HAND;
    this.#looks.forget();
    this.#hashes.forget();
  }

  #runsOf(name: number, n: number, window: WordRun): readonly WordRun[] {
    return runsOfName(this.#words, this.#entries, this.#codes.of(this.#tables.nameSame[name]!), n, window);
  }

  /** Hands on the best of the runs that are like a name. */
  #tell(text: string, runs: readonly WordRun[], name: number, n: number, { first, last }: WordRun, keep: (hit: Hit) => void): void {
    const words = this.#words;
    const same = this.#tables.nameSame[name]!;
    let best: { run: WordRun; verified: Verified } | undefined;
    for (const run of runs) {
      const hash = this.#hashes.of(text, run);
      let asked = this.#remembered.get(hash, same);
      if (asked === null) asked = this.#ask(text, run, hash, same);
      if (asked === undefined) continue;
      if (!this.#verifications.mayAsk(askedFor(hash, same), this.#most)) break;
      if (asked.verified === null) {
        const all = this.#verifier.verify(ownSlice(text, words.start[run.first], words.end[run.last]), same);
        asked.verified = all.score >= HIT_THRESHOLD && couldStand(all) ? all : undefined;
      }
      const { verified } = asked;
      if (verified === undefined) continue;
      if (best === undefined || verified.score > best.verified.score || (run.rest === true && verified.score === best.verified.score))
        best = { run, verified };
    }
    if (best === undefined) return;
    const { run, verified } = best;
    // Of words of the glossary alone the first with a comma behind it stands by itself: Asia, the international trade.
    if (verified.words === 0 && run.last > run.first && (words.marks[run.first + 1]! & MARK.comma) !== 0) return;
    if (!verified.person && (this.#looks.goesOn(text, run) || areSeveral(text.slice(words.start[run.first], words.end[run.last])))) return;
    const looks = this.#looks.of(text, run, n, verified.person);
    if (!mayStand(verified, looks)) return;
    const { apartBefore, apartAfter, script: _, ...rest } = looks;
    const hit = { ...verified, ...rest, name, start: words.start[run.first]!, end: words.end[run.last]! };
    const alone =
      looks.isolated ||
      (verified.missing === 0 &&
        (verified.words > 1 || looks.titled || (looks.form && verified.words > 0 && verified.bits >= BITS_WITH_FORM) || standsAlone(hit)));
    if (alone) keep(hit);
    else {
      const loud = !verified.person && this.#looks.isLoud(run);
      keep({ ...hit, wide: this.#withNeighbours(text, run, apartBefore ? run.first : first, apartAfter ? run.last : last, loud) });
    }
  }

  /** Those of the runs that could stand as the name, as far as can be told without verifying them, even if no other name of the party is found. */
  #mattering(text: string, runs: readonly WordRun[], name: number, anchor: number): readonly WordRun[] {
    const matter: WordRun[] = [];
    const same = this.#tables.nameSame[name]!;
    const person = this.#bounds.isPerson(same);
    for (const run of runs) {
      const hash = this.#hashes.of(text, run);
      const known = this.#remembered.get(hash, same);
      if (known === undefined) continue;
      const looks = this.#looks.of(text, run, anchor, person);
      const hints = this.#traits.hints(name, looks.hints);
      const foreign = this.#traits.isForeign(name, looks.script);
      if (!this.#bounds.mayStand(same, looks, hints, foreign)) continue;
      const asked = known ?? this.#ask(text, run, hash, same);
      if (asked !== undefined && this.#bounds.mayMatter(asked.possible, looks, hints, foreign)) matter.push(run);
    }
    return matter;
  }

  #ask(text: string, run: WordRun, hash: number, name: number): Asked | undefined {
    const read = this.#runs.of(text, run);
    const possible = read === null ? ANYTHING : this.#likeness.possible(read, name, FLOOR);
    const asked = possible && { possible, verified: null };
    this.#remembered.set(hash, name, asked);
    return asked;
  }

  /** The span of a run and of the capitalised words beside it, which may belong to another name; undefined where there are none. */
  #withNeighbours(text: string, run: WordRun, least: number, most: number, loud: boolean): Span | undefined {
    const { start, end } = this.#words;
    let { first, last } = run;
    while (first > least && run.first - first < NEIGHBOURS && this.#looks.joins(text, first, first - 1, loud)) first -= 1;
    while (last < most && last - run.last < NEIGHBOURS && this.#looks.joins(text, last + 1, last + 1, loud)) last += 1;
    return first === run.first && last === run.last ? undefined : { start: start[first]!, end: end[last]! };
  }

  /** True where the name is still a hit with the words beside it. */
  holds(text: string, { wide, name }: Hit): boolean {
    if (wide === undefined) return true;
    const span = ownSlice(text, wide.start, wide.end);
    const same = this.#tables.nameSame[name]!;
    const key = `${same} ${span}`;
    let held = this.#held.get(key);
    if (held === undefined) {
      if (this.#held.size > MOST_REMEMBERED) this.#held.clear();
      this.#held.set(key, (held = this.#verifier.verify(span, same).score >= HIT_THRESHOLD));
    }
    return held;
  }
}

/** «Alfa Limited» и «Vegaron»: two names within quotation marks each, and not one. */
function areSeveral(span: string): boolean {
  return SEVERAL.test(span);
}

const SEVERAL = /["»”](?:,|\s+(?:и|та|і|или|або|and|or))\s+["«“„]/u;
