import { HIT_THRESHOLD } from '../../model/match.ts';
import { hanSurname } from '../../text/readings/surnames.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { isOtherBody } from '../name/called-in-latin.ts';
import { segmentHan } from '../name/han-segments.ts';
import { LONGEST_BEGINNING, knownFrom } from '../name/known-han.ts';
import { AskedSpans, isCalledSo, type Likeness, type NameSearch } from './asked-spans.ts';
import type { HanEndings } from './han-endings.ts';
import { hanHash } from './han-key.ts';
import type { Hit } from './hit.ts';
import { ownSlice } from './own-slice.ts';
import type { SpanVerifier } from './span-verifier.ts';
import type { TextWords } from './text-words.ts';

/** A name that begins somewhere. */
interface Known {
  readonly length: number;
  /** A university: what follows may be a part of it. */
  readonly isSchool: boolean;
}

const LEAST_SCORE = Math.max(HIT_THRESHOLD, 0.85);
/** Characters behind a name within which the organisation ends, and before it for a place. */
const LONGEST_TAIL = 24;
const LONGEST_PLACE = 4;
/** Ends of an organisation that are tried, the last first. */
const MOST_ENDS = 3;
/** Names of fewer characters are words too (联想): alone they count where no other Han stands beside them. */
const SURE_ALONE = 3;
/** Shorter names are part of a longer one, where no word ends or begins before them: 新 | 中兴通讯. */
const SURE_WITHIN = 4;
/** Small words and verbs before a name, and those with which what follows is about something else. */
const BEFORE = /[由与和及向给为被对是的在从到于、单位商人请经按以等]$/u;
const BREAK = /[由与和及向给为被对是的在从到于、将已拟对]/u;
/** An institute by its number: 中国电科38所. */
const NUMBERED = /^\s?(?:第\s?)?\d{1,4}\s?(?:研究所|研究院|所|院|厂)/u;

const SCHOOL = /universit|institute of technology/iu;
const STREET = /^[路街站桥区]/u;
/** What bears the name of a university and is another body. */
const COMPANY = /公司|集团|股份|医院|附属|附中|附小|附院|[中小]学(?!生)|幼儿园|出版社|[厂店]/u;
/** Behind these stands what a body buys. */
const BUYS = /采购|购置/u;
/** Words that the last character of a name begins: 中科 | 大厦. */
const OTHER_WORD = /^大(?:厦|巴|街|道(?![路桥]))/u;

/**
 * Finds bodies that Chinese calls by names of its own, as the catalogue has them (哈尔滨工业大学, 中电科三十八所, 海康威视), and that are listed in Latin letters: alone or with what follows to
 * the end of the organisation's name. The index is asked as for a query, for each once.
 */
export class HanCalled {
  readonly #words: TextWords;
  readonly #spans: AskedSpans;
  readonly #verifier: SpanVerifier;
  readonly #knowledge: NameKnowledge;
  readonly #endings: HanEndings;
  /** By a hash of two characters: may a name begin with them, or be these? */
  readonly #begins = new Uint8Array(1 << 16);
  /** By a hash of three characters: may a name begin with them? */
  readonly #goesOn = new Uint8Array(1 << 16);

  constructor(
    words: TextWords,
    search: NameSearch,
    verifier: SpanVerifier,
    endings: HanEndings,
    knowledge: NameKnowledge,
    wanted: Uint8Array | undefined,
  ) {
    this.#words = words;
    this.#spans = new AskedSpans(search, wanted);
    this.#verifier = verifier;
    this.#knowledge = knowledge;
    this.#endings = endings;
    for (const [name] of [...knowledge.knownNames.names.values()].flat()) {
      const units = Uint16Array.from(name.slice(0, 3), (char) => char.charCodeAt(0));
      this.#begins[beginning(units, 2)]! |= units.length === 2 ? WHOLE : BEGINS;
      if (units.length > 2) this.#goesOn[beginning(units, 3)] = 1;
    }
  }

  find(text: string, keep: (hit: Hit) => void): void {
    const { han, hanUnit } = this.#words;
    this.#spans.begin();
    for (let at = 0; at + 1 < han; at += 1) {
      if (hanUnit[at] === 0) continue;
      const begins = this.#begins[beginning(hanUnit, 2, at)]!;
      if (begins === 0 || (begins === BEGINS && (at + 2 >= han || this.#goesOn[beginning(hanUnit, 3, at)] === 0))) continue;
      const known = this.#knownAt(at);
      if (known !== undefined) at = Math.max(at, this.#called(text, at, known, keep) - 1);
    }
  }

  /** The longest known name that begins at a character. */
  #knownAt(at: number): Known | undefined {
    const { hanUnit } = this.#words;
    const beginning = String.fromCharCode(...hanUnit.subarray(at, at + LONGEST_BEGINNING));
    for (const [known, [latin = '']] of knownFrom(beginning, 0, this.#knowledge.knownNames)) {
      let same = 0;
      while (same < known.length && hanUnit[at + same] === known.charCodeAt(same)) same += 1;
      if (same === known.length) return { length: same, isSchool: SCHOOL.test(latin) };
    }
    return undefined;
  }

  /** Keeps what a known name that begins at `from` is; returns the character behind the span that was found, or behind the name. */
  #called(text: string, from: number, { length, isSchool }: Known, keep: (hit: Hit) => void): number {
    const { han, hanUnit, hanAt } = this.#words;
    const to = from + length;
    const run = this.#runAround(from, to);
    if (isOtherBody(run.behind) || OTHER_WORD.test(text.charAt(hanAt[to - 1]!) + run.behind)) return to;
    const { place, isApart } = this.#before(run.before, length);
    // 杭州 | 海康威视: a place may belong to the name or say where it is.
    const keepTo = (end: number, bare?: string): boolean =>
      this.#keepLike(text, hanAt[from - place]!, end, bare, keep) || (place > 0 && this.#keepLike(text, hanAt[from]!, end, bare, keep));
    const end = hanAt[to - 1]! + 1;
    const stop = run.behind.search(BREAK);
    const last = Math.min(han, to + (stop < 0 ? run.behind.length : stop));
    let ends = 0;
    for (let at = last - 1; at >= to && ends < MOST_ENDS; at -= 1) {
      if (this.#endings.at(hanUnit, at) === 0 || this.#endings.goesOn(hanUnit, at, last)) continue;
      ends += 1;
      const isOthers = isSchool && COMPANY.test(run.behind.slice(0, at + 1 - to));
      if (keepTo(hanAt[at]! + 1, isOthers ? ownSlice(text, hanAt[from], end) : undefined)) return at + 1;
    }
    if (!isApart) return to;
    const numbered = NUMBERED.exec(text.slice(end, end + 12))?.[0].length ?? 0;
    const [behind = ''] = run.behind.slice(0, last - to).split(BUYS);
    const isWhole = isSchool ? this.#isPart(behind) : ends === 0;
    const isParted = to >= han || hanUnit[to] === 0 || hanAt[to] !== end;
    const isAlone = run.before.length === place && (isParted || (isSchool && !STREET.test(run.behind)));
    if (numbered > 0) keepTo(end + numbered);
    else if (isWhole && (length >= SURE_ALONE || (isAlone && !this.#isOfPerson(from, length)))) keepTo(end);
    return to;
  }

  /** May a word of two characters be a person's name as tables set it: 王 成飞, 成 飞? */
  #isOfPerson(from: number, length: number): boolean {
    const { hanUnit, hanAt } = this.#words;
    const isParted = (at: number): boolean => at < 1 || hanUnit[at - 1] === 0 || hanAt[at - 1] !== hanAt[at]! - 1;
    if (hanAt[from + length - 1] !== hanAt[from]! + length - 1) return true;
    if (from < 1 || hanUnit[from - 1] === 0 || !isParted(from - 1)) return false;
    return hanSurname(String.fromCharCode(...hanUnit.subarray(from - 1, from + length)))?.length === 1;
  }

  /** Is what follows the name of a university a part of it? Its namesakes elsewhere are colleges of their own: 电子科技大学 | 中山学院. */
  #isPart(behind: string): boolean {
    if (COMPANY.test(behind)) return false;
    const { han, longestHan } = this.#knowledge;
    return segmentHan(behind.slice(0, LONGEST_PLACE), han, longestHan)[0]?.word?.kind !== 'place';
  }

  /** The Han before and behind a name without a break. */
  #runAround(from: number, to: number): { readonly before: string; readonly behind: string } {
    const { han, hanUnit, hanAt } = this.#words;
    let first = from;
    while (first > 0 && from - first < LONGEST_PLACE && hanUnit[first - 1] !== 0 && hanAt[first - 1] === hanAt[first]! - 1) first -= 1;
    let last = to;
    while (last < han && last - to < LONGEST_TAIL && hanUnit[last] !== 0) last += 1;
    return {
      before: String.fromCharCode(...hanUnit.subarray(first, from)),
      behind: String.fromCharCode(...hanUnit.subarray(to, last)),
    };
  }

  /** Length of the place right before a name of `length` characters, and whether the name may begin there. */
  #before(before: string, length: number): { readonly place: number; readonly isApart: boolean } {
    if (before === '') return { place: 0, isApart: true };
    const word = segmentHan(before, this.#knowledge.han, this.#knowledge.longestHan).at(-1);
    const place = word?.word?.kind === 'place' ? word.end - word.start : 0;
    return { place, isApart: word?.word !== undefined || length >= SURE_WITHIN || BEFORE.test(before) };
  }

  /** `bare`: the name of a university of which the span bears the name: what is called so is another. */
  #keepLike(text: string, start: number, end: number, bare: string | undefined, keep: (hit: Hit) => void): boolean {
    const others = bare === undefined ? [] : this.#likenesses(bare);
    const likenesses = this.#likenesses(ownSlice(text, start, end)).filter((one) => !others.some(({ name }) => name === one.name));
    for (const { name, verified } of likenesses) keep({ ...verified, ...LOOKS, name, start, end });
    return likenesses.length > 0;
  }

  #likenesses(span: string): readonly Likeness[] {
    const judge = (name: number): Likeness | undefined => {
      const verified = this.#verifier.verify(span, name);
      return isCalledSo(verified, LEAST_SCORE) ? { name, verified } : undefined;
    };
    return this.#spans.likenesses(span, 'Organization', HIT_THRESHOLD, judge);
  }
}

const LOOKS = { capital: true, quoted: false, form: true, isolated: true, titled: false, hints: 0, han: 'organisation' } as const;

const BEGINS = 1;
const WHOLE = 2;

/** Of so many characters at a place, 16 bits. */
function beginning(units: Uint16Array, length: number, at = 0): number {
  return hanHash(units, at, length) & 0xffff;
}
