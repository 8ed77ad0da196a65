import { PART_KIND } from '../score/alignment.ts';
import { FAMILIES, jointsIn } from '../score/encoded-name.ts';
import { OPEN_WORDS, isTelling } from '../score/features.ts';
import { glossaryMayTell } from '../score/glossary-shares.ts';
import { leastCostOfLeft } from '../score/left-words.ts';
import { logitOfShares, weightsFor } from '../score/model.ts';
import type { FinderTables } from './finder-file.ts';
import { initialCode } from './initial-codes.ts';
import type { ListedNames } from './listed-names.ts';
import type { ReadRun } from './read-runs.ts';
import type { Verified } from './span-verifier.ts';
import type { UnitLooks } from './unit-looks.ts';
import type { WordKeys } from './word-keys.ts';

/** How the parts of a listed name fare among words of a text, bits in tenths. */
interface Chances {
  /** Bits of the rarest part that has nothing like it there, and of the rarest that may have. */
  readonly missing: number;
  readonly rarest: number;
  /** Words and trade words that may be there; places and numbers. */
  readonly likely: number;
  /** Those that may be more than a trade word which tells nothing apart. */
  readonly telling: number;
  readonly places: number;
  /** Trade words among them. */
  readonly trades: number;
  /** Bits of all parts that may be there, in tenths. */
  readonly bits: number;
}

/** What words of a text may at most have in common with a name, before they are verified. */
export type Possible = Pick<Verified, 'person' | 'words' | 'places' | 'trades' | 'bits' | 'longest'>;

/**
 * Tells cheaply that words of a text cannot be a listed name, whatever `SpanVerifier` would make of them: a part of the name that is rarer than all that they
 * may correspond to has nothing like it among them. Never says so of words that could be the name, but for words torn apart.
 */
export class SpanLikeness {
  readonly #names: ListedNames;
  readonly #tables: FinderTables;
  readonly #looks: UnitLooks;
  /** The words that each part of the name that was looked at last may be, a bit each, of parts that {@link chances} counts. */
  readonly #like = new Int32Array(256);

  constructor(names: ListedNames, tables: FinderTables, looks: UnitLooks) {
    this.#names = names;
    this.#tables = tables;
    this.#looks = looks;
  }

  /** At most what `SpanVerifier` may find that the words and the name have in common; undefined where they are surely not the name, or stay below these log odds. */
  possible(run: ReadRun, name: number, floor: number): Possible | undefined {
    const { words } = run;
    const { missing, rarest, likely, telling, places, trades, bits } = this.chances(words, name);
    const person = FAMILIES[this.#names.data[this.#names.offsets[name]!]! >>> 16] === 'person';
    if (missing > 0 && (missing > rarest || !(likely >= 2 || (!person && likely === 1 && places > 0)))) return undefined;
    if (!this.#reaches(run, name, floor)) return undefined;
    let longest = 0;
    for (const { plain, text } of words) {
      if (trades > 0 && text.length > longest) longest = text.length;
      for (let n = 0; n < plain.length; n += 1) if (plain[n]!.length > longest) longest = plain[n]!.length;
    }
    return { person, words: telling, places, trades, bits: bits / 10, longest };
  }

  /**
   * Asked behind {@link chances}: false where the words surely stay below these log odds: what `PairScorer` asks before it pairs anything, of all parts that may be alike, with each word
   * counted for what it weighs by itself, at most where something is like it and at least where nothing is. */
  #reaches({ words, weights: weightsOf }: ReadRun, name: number, floor: number): boolean {
    const { data, offsets } = this.#names;
    const head = data[offsets[name]!]!;
    const parts = head & 0xff;
    const joints = jointsIn(head);
    const family = FAMILIES[head >>> 16]!;
    if (words.length > MOST_WORDS) return true;
    const which = family === 'person' ? 0 : 1;
    let initials = false;
    for (const { letters } of words) if (letters <= MOST_INITIALS) initials = true;
    let mask = 0;
    let listed = 0;
    let at = offsets[name]! + 1;
    for (let j = 0; j < parts; j += 1) {
      const keys = (data[at]! >>> 4) & 0xf;
      const kind = data[at]! & 0xf;
      // Initials may stand for whatever begins so.
      const like = kind === PART_KIND.initial ? -1 : isCounted(kind) ? this.#like[j]! : this.#likeTo(words, at + 1, keys);
      mask |= like;
      if (like === 0 && which === 0 && initials && kind === PART_KIND.word) mask |= this.#initialsLike(words, at + 1);
      if (like !== 0 || (kind === PART_KIND.word && initials)) listed |= 1 << j;
      at += 1 + keys;
    }
    // Words that may be two of the name's, written together.
    let joined = 0;
    for (let n = 0; n < joints; n += 1, at += 2) {
      const like = this.#likeTo(words, at + 1, 1);
      mask |= like;
      joined |= like;
      if (like !== 0) listed |= ((1 << (data[at]! >>> 8)) - 1) << (data[at]! & 0xff);
    }
    let theirs = 0;
    let total = 0;
    let theirsLeft = 0;
    let theirWords = 0;
    at = offsets[name]! + 1;
    for (let j = 0; j < parts; j += 1) {
      const part = data[at]!;
      const kind = part & 0xf;
      const weight = ((part >>> 8) & 0xff) / 200;
      total += weight;
      if (isTelling(kind, weight)) theirWords += 1;
      if ((listed & (1 << j)) !== 0 || kind === PART_KIND.form) theirs += weight;
      else if (kind === PART_KIND.word) theirsLeft += weight;
      at += 1 + ((part >>> 4) & 0xf);
    }
    let mine = 0;
    let left = 0;
    let mineLeft = 0;
    let bits = 0;
    let matched = 0;
    let plains = 0;
    let rest = 0;
    for (const word of words) {
      const { common, plain } = word.weights();
      if (!common || plain) rest += 1;
    }
    const apart = family === 'organisation' ? weightsOf() : undefined;
    for (let w = 0; w < words.length; w += 1) {
      const { letters } = words[w]!;
      const weights = words[w]!.weights();
      if (weights.plain) plains += 1;
      if ((mask & (1 << w)) !== 0) {
        mine += apart?.most[w] ?? weights.most[which];
        bits += apart?.bits[w] ?? weights.bits[which];
        // The glossary is of organisations: Vladimir, which is a town too, is a person's name like another.
        const isCommon = which === 1 && weights.common && rest > 0;
        const most = (joined & (1 << w)) !== 0 ? 2 : Math.max(1, weights.most[which]);
        matched += letters === 1 ? 0.5 : isCommon ? 0 : most;
      } else {
        const weight = apart?.least[w] ?? weights.least[which];
        left += weight;
        if (apart === undefined ? weights.plain : (apart.own & (1 << w)) !== 0) mineLeft += weight;
      }
    }
    const a = mine / Math.max(mine + left, 0.05);
    const b = theirs / Math.max(total, 0.05);
    // Whether a word of its own corresponds is not known yet: it may stand for one of the glossary.
    if (glossaryMayTell(a, b, SLACK)) return true;
    const weights = weightsFor(family, family);
    const lone = Math.max(plains, theirWords) > 1 ? weights[16]! * Math.min(1, Math.max(0, 2 * (1.5 - matched))) : 0;
    const contradiction = mineLeft > 0 && theirsLeft > 0 ? Math.max(which === 0 ? OPEN_WORDS : 0, Math.min(mineLeft, theirsLeft)) : 0;
    const cost = leastCostOfLeft(weights, which === 0, contradiction, Math.max(mineLeft, theirsLeft));
    return logitOfShares(weights, a, b, bits) - cost + lone >= floor - SLACK;
  }

  /** At most these: what is counted as likely may yet be found to be another word. */
  chances(words: readonly WordKeys[], name: number): Chances {
    const { data, offsets } = this.#names;
    let at = offsets[name]!;
    const parts = data[at]! & 0xff;
    at += 1;
    const person = FAMILIES[data[at - 1]! >>> 16] === 'person';
    let missing = 0;
    let rarest = 0;
    let likely = 0;
    let telling = 0;
    let places = 0;
    let trades = 0;
    let sum = 0;
    for (let n = 0; n < parts; n += 1) {
      const part = data[at]!;
      const keys = (part >>> 4) & 0xf;
      const kind = part & 0xf;
      const bits = (part >>> 16) & 0xff;
      if (isCounted(kind)) {
        const isTrade = kind === PART_KIND.trade && !isTelling(kind, ((part >>> 8) & 0xff) / 200);
        const like = this.#isAmong(words, n, at + 1, keys, isTrade);
        if (like !== NOT) {
          rarest = Math.max(rarest, bits);
          sum += bits;
          if (kind === PART_KIND.word || kind === PART_KIND.trade) likely += 1;
          else places += 1;
          if ((kind === PART_KIND.word || kind === PART_KIND.trade) && like !== COMMON) telling += 1;
          if (kind === PART_KIND.trade) trades += 1;
        } else if (person && this.#initialsLike(words, at + 1) !== 0) sum += Math.min(bits, INITIAL_BITS);
        else missing = Math.max(missing, bits);
      } else sum += bits;
      at += 1 + keys;
    }
    return { missing, rarest, likely, telling, places, trades, bits: sum };
  }

  /** Whether one of the words may be part `n`, with these keys. `apart`: and whether more than a word of the glossary that tells nothing apart. */
  #isAmong(words: readonly WordKeys[], n: number, from: number, keys: number, apart: boolean): number {
    if (words.length <= MOST_WORDS) {
      const mask = (this.#like[n] = this.#likeTo(words, from, keys));
      if (mask === 0) return NOT;
      if (!apart) return TELLING;
      for (let w = 0; w < words.length; w += 1) if ((mask & (1 << w)) !== 0 && !words[w]!.weights().common) return TELLING;
      return COMMON;
    }
    let like = NOT;
    for (let w = 0; w < words.length; w += 1) {
      if (!this.#isLike(words[w]!, from, keys)) continue;
      if (!apart || !words[w]!.weights().common) return TELLING;
      like = COMMON;
    }
    return like;
  }

  /** A bit for each word that may be the part with these keys. */
  #likeTo(words: readonly WordKeys[], from: number, keys: number): number {
    let mask = 0;
    for (let w = 0; w < words.length; w += 1) if (this.#isLike(words[w]!, from, keys)) mask |= 1 << w;
    return mask;
  }

  /** A bit for each word that is an initial of the word whose keys begin at `from`. */
  #initialsLike(words: readonly WordKeys[], from: number): number {
    const { data, unitBytes, unitOffsets } = this.#names;
    const code = initialCode(unitBytes, unitOffsets[data[from]!]!);
    let mask = 0;
    if (code === 0) return 0;
    for (let w = 0; w < words.length && w < MOST_WORDS; w += 1) {
      const { codes } = words[w]!;
      for (let n = 0; n < codes.length; n += 1) if (codes[n] === code) mask |= 1 << w;
    }
    return mask;
  }

  #isLike({ plain, signatures, units, codes, sounds, soundMask }: WordKeys, from: number, keys: number): boolean {
    const { data } = this.#names;
    const looks = this.#looks;
    for (let k = from; k < from + keys; k += 1) {
      const unit = data[k]!;
      if (looks.isWord(unit)) {
        for (let n = 0; n < plain.length; n += 1) if (looks.isLike(unit, plain[n]!, signatures[n]!)) return true;
        if (sounds.length > 0 && looks.soundsLike(unit, sounds, soundMask)) return true;
      } else {
        const code = this.#tables.unitCode[unit]!;
        if (code !== 0) for (let n = 0; n < codes.length; n += 1) if (codes[n] === code) return true;
        for (let n = 0; n < units.length; n += 1) if (units[n] === unit) return true;
      }
    }
    return false;
  }
}

/** Kinds of parts that say something. */
function isCounted(kind: number): boolean {
  return kind === PART_KIND.word || kind === PART_KIND.place || kind === PART_KIND.number || kind === PART_KIND.trade;
}

/** How a part of a name fares among words. */
const [NOT, COMMON, TELLING] = [0, 1, 2];
/** Letters, with full stops, of initials that are one word. */
const MOST_INITIALS = 3;
/** What an initial is worth at most, in tenths of bits. */
const INITIAL_BITS = 50;
/** Words that have a bit each. */
const MOST_WORDS = 30;
/** What rounding may make of a sum. */
const SLACK = 0.01;
