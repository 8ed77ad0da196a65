import { HIT_THRESHOLD } from '../../model/match.ts';
import { hanSurname } from '../../text/readings/surnames.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { asWritten } from '../name/as-written.ts';
import { readingsFor } from '../name/readings-for.ts';
import { DOT, isTranscribed, maySpell, onlySpells } from '../name/transcribed.ts';
import { FAMILIES } from '../score/encoded-name.ts';
import { AskedSpans, type Likeness, type NameSearch } from './asked-spans.ts';
import { HanPersons } from './han-persons.ts';
import type { Hit } from './hit.ts';
import type { ListedNames } from './listed-names.ts';
import { ownSlice } from './own-slice.ts';
import type { SpanVerifier } from './span-verifier.ts';
import type { TextWords } from './text-words.ts';

/** Characters of one word of a foreign name, and words. */
const LONGEST_WORD = 8;
const MOST_WORDS = 4;
/** Characters that spell foreign names and are small words of Chinese. */
const SMALL = /[于因让曾]/;
/** Characters behind a foreign name that may be a word of Chinese. */
const MOST_TRIMMED = 2;
const LEAST_WORD = 2;
/** Least score of a Chinese by how the name reads: what many are called is nobody's beside a title either. */
const LEAST_CHINESE = 0.9;
const LEAST_BRAND = 0.85;
const LEAST_BRAND_WORD = 3;
/** Rows of one party beside a name that are looked at. */
const MOST_NAMES = 50;

/**
 * Finds those listed in Latin or Cyrillic letters whom a Han text names by how they sound, where it says by itself that a name stands there: foreign persons with a dot between their words
 * (谢尔盖·拉夫罗夫), Chinese where {@link HanPersons} has them, companies with a foreign brand (图波列夫公司). The index is asked as for a query, for each once.
 */
export class HanSpoken {
  readonly #words: TextWords;
  readonly #names: ListedNames;
  readonly #spans: AskedSpans;
  readonly #verifier: SpanVerifier;
  readonly #knowledge: NameKnowledge;
  readonly #isKnown: (key: string) => boolean;
  readonly #persons: HanPersons;

  constructor(
    words: TextWords,
    names: ListedNames,
    search: NameSearch,
    verifier: SpanVerifier,
    knowledge: NameKnowledge,
    isKnown: (key: string) => boolean,
    wanted: Uint8Array | undefined,
  ) {
    this.#words = words;
    this.#names = names;
    this.#spans = new AskedSpans(search, wanted);
    this.#verifier = verifier;
    this.#knowledge = knowledge;
    this.#isKnown = isKnown;
    this.#persons = new HanPersons(words, knowledge);
  }

  find(text: string, keep: (hit: Hit) => void): void {
    if (this.#knowledge.off.has('readings')) return;
    const { han, hanUnit, hanAt } = this.#words;
    this.#spans.begin();
    this.#persons.begin();
    const ask = (start: number, end: number): boolean => this.#keepLike(text, start, end, 'Person', LEAST_CHINESE, keep);
    for (let at = 0; at < han;) {
      if (hanUnit[at] === 0) {
        at += 1;
        continue;
      }
      const first = at;
      let company = -1;
      for (at += 1; at < han && hanUnit[at] !== 0 && hanAt[at] === hanAt[at - 1]! + 1; at += 1)
        if (hanUnit[at] === COMPANY_END && hanUnit[at - 1] === COMPANY) company = at + 1;
      const start = hanAt[first]!;
      const end = hanAt[at - 1]! + 1;
      if (at < han && hanAt[at] === end + 1 && hanUnit[at] !== 0 && DOT.test(text.charAt(end))) {
        const to = dottedEnd(text, end);
        if (to > end) {
          this.#foreigner(text, start, end, to, keep);
          while (at < han && hanAt[at]! < to) at += 1;
          continue;
        }
      }
      this.#persons.find(text, { first, last: at - 1, start, end }, ask);
      if (company >= 0) this.#branded(text, Math.max(first, company - LONGEST_RUN), company, keep);
    }
  }

  /** `end`: of the first word; `to`: of the last one with what follows it. */
  #foreigner(text: string, start: number, end: number, to: number, keep: (hit: Hit) => void): void {
    let from = end;
    while (from > start && end - from < LONGEST_WORD && maySpell(text.charAt(from - 1))) from -= 1;
    let behind = text.slice(end, to).search(LAST_WORD) + end;
    const last = behind;
    while (behind < to && behind - last < LONGEST_WORD && maySpell(text.charAt(behind))) behind += 1;
    // Words that are known may hold characters that spell no others: 大卫·休斯敦.
    const given = longest((length) => end - length >= start && this.#isGiven(text.slice(end - length, end)));
    const surname = longest((length) => last + length <= to && this.#knowledge.foreignSurnames.has(text.slice(last, last + length)));
    if (given > 0 && surname > 0 && this.#keepLike(text, end - given, last + surname, 'Person', HIT_THRESHOLD, keep)) return;
    from = Math.min(from, end - given);
    behind = Math.max(behind, last + surname);
    if (behind - last < LEAST_WORD || from === end) return;
    // 谢尔盖·拉夫罗夫 | 于.
    if (
      behind - last > LEAST_WORD &&
      SMALL.test(text.charAt(behind - 1)) &&
      this.#keepLike(text, from, behind - 1, 'Person', HIT_THRESHOLD, keep)
    )
      return;
    if (this.#keepLike(text, from, behind, 'Person', HIT_THRESHOLD, keep)) return;
    // 谢尔盖·拉夫罗夫 | 日前: what stands in words of Chinese too.
    for (
      let right = behind - 1;
      right - last >= LEAST_WORD && behind - right <= MOST_TRIMMED && !onlySpells(text.charAt(right));
      right -= 1
    )
      if (this.#keepLike(text, from, right, 'Person', HIT_THRESHOLD, keep)) return;
    // 于 | 谢尔盖·拉夫罗夫.
    if (from + 1 < end && SMALL.test(text.charAt(from))) this.#keepLike(text, from + 1, behind, 'Person', HIT_THRESHOLD, keep);
  }

  #isGiven(word: string): boolean {
    return this.#knowledge.givenNames.has(asWritten(word));
  }

  /** Are surname and given name of a Chinese such as listed names have, read in one way? */
  #isListed(span: string): boolean {
    if (hanSurname(span) === undefined) return false;
    const readings = readingsFor(span, 'Person', this.#knowledge);
    return readings.some(({ parts }) => parts.every(({ keys }) => keys.some((key) => this.#isKnown(key))));
  }

  /** A brand that spells a foreign word, before what companies are called: 俄罗斯 | 图波列夫 | 公司, 上海 | 威洱斯泰 | 电子贸易有限公司. `first`, `last`: among the Han of the text. */
  #branded(text: string, first: number, last: number, keep: (hit: Hit) => void): void {
    const { hanUnit, hanAt } = this.#words;
    const run = String.fromCharCode(...hanUnit.subarray(first, last));
    const start = hanAt[first]!;
    let behind = run.length;
    for (let length = this.#wordBefore(run, behind); length > 0; length = this.#wordBefore(run, behind)) behind -= length;
    if (behind < LEAST_BRAND_WORD || !maySpell(run.charAt(behind - 1))) return;
    let from = behind;
    while (from > 0 && maySpell(run.charAt(from - 1))) from -= 1;
    from = this.#behindPlace(run, from, behind - LEAST_BRAND_WORD);
    if (behind - from < LEAST_BRAND_WORD || !isTranscribed(run.slice(from, behind))) return;
    const place = this.#placeBefore(run, from);
    const end = start + run.length;
    if (place > 0 && this.#keepLike(text, start + from - place, end, 'Organization', LEAST_BRAND, keep)) return;
    this.#keepLike(text, start + from, end, 'Organization', LEAST_BRAND, keep);
  }

  /** Behind a place that begins the run, or that reaches into what may spell a brand; `from` where none does, at most `to`. */
  #behindPlace(run: string, from: number, to: number): number {
    for (let at = Math.min(to, from + LONGEST_PLACE); at > from; at -= 1) {
      const length = this.#placeBefore(run, at);
      if (length > 0 && (length === at || at - length < from)) return at;
    }
    return from;
  }

  #placeBefore(run: string, end: number): number {
    for (let length = Math.min(LONGEST_PLACE, end); length > 1; length -= 1)
      if (this.#knowledge.han.get(run.slice(end - length, end))?.kind === 'place') return length;
    return 0;
  }

  /** Length of the longest form, trade word or place of the glossary that ends at a place (股份有限公司, 国际贸易); 0 where none does. */
  #wordBefore(run: string, end: number): number {
    for (let length = Math.min(LONGEST_FORM, end); length > 1; length -= 1) {
      const kind = this.#knowledge.han.get(run.slice(end - length, end))?.kind;
      if (kind === 'form' || kind === 'trade' || kind === 'place') return length;
    }
    return 0;
  }

  #keepLike(text: string, start: number, end: number, schema: 'Person' | 'Organization', least: number, keep: (hit: Hit) => void): boolean {
    const span = ownSlice(text, start, end);
    const judge = (name: number): Likeness | undefined => {
      const likest = this.#likest(span, name, schema);
      const { score, missing, rarest, words } = likest.verified;
      return score >= least && missing <= rarest && words >= (schema === 'Person' ? 2 : 1) ? likest : undefined;
    };
    const likenesses = this.#spans.likenesses(span, schema, least, judge, () => least !== LEAST_CHINESE || this.#isListed(span));
    for (const { name, verified } of likenesses) keep({ ...verified, ...LOOKS, name, start, end });
    return likenesses.length > 0;
  }

  /** The name, or of the names of its party that are read as persons' the likest: where a list leaves open what a party is, each is read as both. */
  #likest(span: string, name: number, schema: 'Person' | 'Organization'): Likeness {
    const { party, count, data, offsets } = this.#names;
    let best: Likeness = { name, verified: this.#verifier.verify(span, name) };
    if (schema !== 'Person' || best.verified.person) return best;
    let first = name;
    while (first > 0 && name - first < MOST_NAMES && party[first - 1] === party[name]) first -= 1;
    for (let row = first; row < count && row - name < MOST_NAMES && party[row] === party[name]; row += 1) {
      if (FAMILIES[data[offsets[row]!]! >>> 16] !== 'person') continue;
      const verified = this.#verifier.verify(span, row);
      if (verified.score > best.verified.score) best = { name: row, verified };
    }
    return best;
  }
}

/** Length of the longest word, of two characters at least, for which `holds`; 0 where none is. */
function longest(holds: (length: number) => boolean): number {
  for (let length = LONGEST_WORD; length >= LEAST_WORD; length -= 1) if (holds(length)) return length;
  return 0;
}

const LOOKS = { capital: true, quoted: false, form: true, isolated: true, titled: true, hints: 0, han: 'spoken' } as const;

/** Behind further words with dots between them, if what follows the first dot is in Han. */
function dottedEnd(text: string, end: number): number {
  const [more = ''] = MORE_WORDS.exec(text.slice(end, end + MOST_WORDS * (LONGEST_WORD + 1))) ?? [];
  return end + more.length;
}

const DOTS = DOT.source;
const MORE_WORDS = new RegExp(`^(?:${DOTS}[\\u3400-\\u9fff]+){1,${MOST_WORDS - 1}}`);
const LAST_WORD = /[\u3400-\u9fff]+$/;
const COMPANY = '公'.charCodeAt(0);
const COMPANY_END = '司'.charCodeAt(0);
const LONGEST_FORM = 8;
const LONGEST_PLACE = 4;
/** Characters before the end of a company that are read. */
const LONGEST_RUN = 40;
