import { HIT_THRESHOLD } from '../../model/match.ts';
import type { Dictionary } from '../index/dictionary.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { AskedOnce, askedFor } from './asked-once.ts';
import { CodesOfNames } from './codes-of-names.ts';
import type { FinderTables } from './finder-file.ts';
import type { HanEndings } from './han-endings.ts';
import { hanHash } from './han-key.ts';
import { HanPieces } from './han-pieces.ts';
import type { ListedNames } from './listed-names.ts';
import type { Hit } from './hit.ts';
import { PairMemory } from './pair-memory.ts';
import { runsOfName } from './span-of-name.ts';
import type { SpanLikeness } from './span-likeness.ts';
import { couldStand, type SpanVerifier, type Verified } from './span-verifier.ts';
import type { TextWords } from './text-words.ts';
import { WordCandidates } from './word-candidates.ts';
import type { WordEntries } from './word-entries.ts';
import type { KeysOfWords, WordKeys } from './word-keys.ts';

/** A listed name that an organisation written in Han may be: from which of its characters on, to its end. */
interface Likeness {
  readonly name: number;
  readonly from: number;
  readonly verified: Verified;
}

/** Characters of the longest name of an organisation. */
const LONGEST = 32;
const MOST_REMEMBERED = 50_000;
/** Least score, and bits that must correspond, of a name found by how it reads: many names read alike. */
const LEAST_SCORE = 0.85;
const LEAST_BITS = 19;
const TRADE_WORD_BITS = 3;
/** The same of a name that has place, brand and trade in common with what stands there, and nothing else. */
const WHOLE_SCORE = 0.95;
const WHOLE_BITS = 12;
/** Places where a name may begin inside a run of characters: behind a word that goes before names, or behind the end of another name. */
const STARTS = /(?<=[由与和及向给为被对是的]|公司|大学|学院|研究[所院]|中心|集团|[单人商]位?)/gu;
const SHORTEST = 5;
/** Organisations analysed for one piece of text, at most. */
const MOST_ASKED = 20_000;

/**
 * Finds organisations of a Han text that are listed in Latin letters: what ends in a word of form (公司, 研究所, 大学), back to where the run of characters or
 * the organisation before it ends, is analysed as a name, and its parts are looked for as words of a text are.
 */
export class HanOrganisations {
  readonly #text: TextWords;
  readonly #pieces: HanPieces;
  readonly #entries: WordEntries;
  readonly #codes: CodesOfNames;
  readonly #candidates: WordCandidates;
  readonly #verifier: SpanVerifier;
  readonly #likeness: SpanLikeness;
  readonly #endings: HanEndings;
  /** By two hashes of a stretch: most that come again hold nothing, and are not put together as strings. */
  readonly #remembered = new PairMemory<readonly Likeness[]>(MOST_REMEMBERED);
  readonly #asked = new AskedOnce<number>();

  constructor(
    text: TextWords,
    entries: WordEntries,
    tables: FinderTables,
    names: ListedNames,
    verifier: SpanVerifier,
    likeness: SpanLikeness,
    dictionary: Dictionary,
    endings: HanEndings,
    knowledge: NameKnowledge,
    keysOf: KeysOfWords,
  ) {
    this.#likeness = likeness;
    this.#text = text;
    this.#entries = entries;
    this.#codes = new CodesOfNames(names, tables);
    this.#candidates = new WordCandidates(tables, names, entries);
    this.#verifier = verifier;
    this.#pieces = new HanPieces(entries, dictionary, knowledge, keysOf);
    this.#endings = endings;
  }

  /** Forgets entries: to be called whenever those of words may have been renewed. */
  forget(): void {
    this.#pieces.forget();
  }

  find(keep: (hit: Hit) => void): void {
    const { han, hanUnit, hanAt } = this.#text;
    this.#asked.begin();
    let barrier = 0;
    for (let at = 0; at < han; at += 1) {
      if (hanUnit[at] === 0) barrier = at + 1;
      const length = this.#endings.at(hanUnit, at);
      if (length === 0 || this.#endings.goesOn(hanUnit, at, han)) continue;
      const start = Math.max(barrier, at + 1 - LONGEST);
      if (at + 1 - start < length + 2) continue;
      const hash = hanHash(hanUnit, start, at + 1 - start);
      const other = hanHash(hanUnit, start, at + 1 - start, OTHER_HASH) >>> 1;
      let likenesses = this.#remembered.get(hash, other);
      if (!this.#asked.mayAsk(askedFor(hash, other & 0x1fffff), MOST_ASKED)) return;
      if (likenesses === null) {
        const found = this.#likenessesOf(String.fromCharCode(...hanUnit.subarray(start, at + 1)));
        likenesses = found.length === 0 ? undefined : found;
        this.#remembered.set(hash, other, likenesses);
      }
      if (likenesses === undefined) continue;
      for (const { name, from, verified } of likenesses)
        keep({
          ...verified,
          name,
          start: hanAt[start + from]!,
          end: hanAt[at]! + 1,
          capital: true,
          quoted: false,
          form: true,
          isolated: true,
          titled: false,
          hints: 0,
          han: 'organisation',
        });
    }
  }

  /** Likenesses of the whole stretch, or else of what stands behind an organisation or a small word in it: 供应商为 | 华为技术有限公司. */
  #likenessesOf(stretch: string): readonly Likeness[] {
    const whole = this.#likenessesFrom(stretch, 0);
    if (whole.length > 0) return whole;
    for (const { index } of stretch.matchAll(STARTS)) {
      if (index < 1 || stretch.length - index < SHORTEST) continue;
      const rest = this.#likenessesFrom(stretch, index);
      if (rest.length > 0) return rest;
    }
    return [];
  }

  #likenessesFrom(whole: string, offset: number): readonly Likeness[] {
    const stretch = whole.slice(offset);
    const pieces = this.#pieces;
    const { words } = pieces;
    pieces.read(stretch);
    const best = new Map<number, Likeness>();
    let keys: readonly WordKeys[] | undefined;
    let begin = 0;
    for (let n = 0; n < words.words; n += 1) {
      if (pieces.mayBegin(n)) begin = n;
      const window = this.#candidates.at(words, n);
      for (const { name, first: from } of window.candidates) {
        if (from > begin || best.has(name)) continue;
        let may: boolean | undefined;
        for (const { first } of runsOfName(words, this.#entries, this.#codes.of(name), n, window)) {
          if (!pieces.mayBegin(first)) continue;
          keys ??= pieces.keys();
          if (!(may ??= this.#mayTell(keys, name))) break;
          const start = words.start[first]!;
          if (first > 0 && !this.#mayTell(keys.slice(first), name)) continue;
          const verified = this.#verifier.verify(stretch.slice(start), name);
          if (verified.score >= Math.max(HIT_THRESHOLD, LEAST_SCORE) && couldStand(verified) && isTelling(verified)) {
            best.set(name, { name, from: offset + start, verified });
            break;
          }
        }
      }
    }
    return [...best.values()];
  }

  /** A cheap look at what {@link isTelling} asks. */
  #mayTell(words: readonly WordKeys[], name: number): boolean {
    const { missing, places, trades, likely, bits } = this.#likeness.chances(words, name);
    if (missing > (places > 0 ? TRADE_WORD_BITS * 10 : 0)) return false;
    if (likely > 0 && missing === 0 && places >= 1 && trades >= 1 && bits >= WHOLE_BITS * 10) return true;
    return (likely > 0 && places + trades >= 1 && bits >= LEAST_BITS * 10) || (places >= 1 && places + trades >= 3);
  }
}

const OTHER_HASH = 0x5bd1e995;

/** Enough for names that only read alike. A trade word may be missing where a place agrees. */
function isTelling({ score, words, places, trades, bits, longest, missing }: Verified): boolean {
  if (words === 0) return missing === 0 && places >= 1 && places + trades >= 3;
  if (missing > (places > 0 ? TRADE_WORD_BITS : 0)) return false;
  if (missing === 0 && score >= WHOLE_SCORE && places >= 1 && trades >= 1 && longest >= 4 && bits >= WHOLE_BITS) return true;
  return longest >= 5 && places + trades >= 1 && bits >= LEAST_BITS;
}
