import { HIT_THRESHOLD } from '../../model/match.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { analyseName } from '../name/analyse.ts';
import { knownAt, PRIVATE } from '../name/called-in-words.ts';
import type { KnownWord } from '../name/known-words.ts';
import { phraseAt } from '../name/phrases.ts';
import { tokensOf, type NameToken } from '../name/tokens.ts';
import { AskedSpans, isCalledSo, type Likeness, type NameSearch } from './asked-spans.ts';
import { bearsNameBehind, bearsNameBefore, isOfSubject, quotesAround } from './bears-name.ts';
import type { GlossaryWords } from './glossary-words.ts';
import type { Hit } from './hit.ts';
import { saidOf } from './said-acronym.ts';
import { ownSlice } from './own-slice.ts';
import type { SpanVerifier } from './span-verifier.ts';
import type { TextWords } from './text-words.ts';

const LEAST_SCORE = Math.max(HIT_THRESHOLD, 0.85);
/** Characters of the longest name with whose name it bears, and of what stands beside it on its line. */
const LONGEST = 120;
const BESIDE = 80;
/** Characters of the pieces of a text of which one beside a name has a place of the body, where others bear its name; and by which they overlap. */
const NEAR = 200;
const OVERLAP = 40;

/**
 * Finds bodies that texts call by acronyms and short names of their own, as the catalogue has them (МФТИ, МГТУ им. Баумана, Бауманке, BUAA), and that are listed by
 * their names in Latin letters. Names of firms, clubs and streets that only bear such a name are none. The index is asked as for a query, for each body once.
 */
export class KnownInWords {
  readonly #words: TextWords;
  readonly #spans: AskedSpans;
  readonly #verifier: SpanVerifier;
  readonly #glossary: GlossaryWords;
  readonly #knowledge: NameKnowledge;
  /** Keys of the places in the names of bodies, by these. */
  readonly #places = new Map<string, readonly string[]>();
  /** Of the pieces of a text, by number, the keys of the places in them. */
  readonly #keys = new Map<number, readonly string[]>();
  /** What the text has acronyms stand for: the whole of it is looked through, once for each. */
  readonly #said = new Map<string, string | undefined>();

  constructor(
    words: TextWords,
    search: NameSearch,
    verifier: SpanVerifier,
    glossary: GlossaryWords,
    knowledge: NameKnowledge,
    wanted: Uint8Array | undefined,
  ) {
    this.#words = words;
    this.#spans = new AskedSpans(search, wanted);
    this.#verifier = verifier;
    this.#glossary = glossary;
    this.#knowledge = knowledge;
  }

  /** Reads the piece of a text whose words were read last. */
  find(text: string, keep: (hit: Hit) => void): void {
    const { known } = this.#words;
    if (known.length === 0) return;
    this.#spans.begin();
    let behind = 0;
    for (const start of known) if (start >= behind) behind = this.#at(text, start, keep);
    this.#keys.clear();
  }

  /** Another text begins. */
  begin(): void {
    this.#said.clear();
  }

  /** Keeps what the word at `start` is; gives where the name ends that begins there, if one does. */
  #at(text: string, start: number, keep: (hit: Hit) => void): number {
    // Names begin with capitals: ни is no НИ.
    if (text.charAt(start) === text.charAt(start).toLowerCase()) return start;
    const window = text.slice(start, start + LONGEST);
    const tokens = tokensOf(window);
    const found = knownAt(tokens, 0, window, this.#knowledge);
    if (found === undefined) return start;
    const { known } = found;
    const end = start + tokens[found.to - 1]!.end;
    if (!isSpelled(window.slice(tokens[0]!.start, tokens[0]!.end), known)) return start;
    const before = onLine(text.slice(Math.max(0, start - BESIDE), start), -1);
    const after = onLine(text.slice(end, end + BESIDE), 0);
    const around = quotesAround(before, after);
    if (around === 'other' || bearsNameBehind(after, known.spelled) || (known.near && isOfSubject(after))) return end;
    const lead = around === undefined ? before : before.slice(0, before.length - around.before);
    if (bearsNameBefore(lead, known.spelled)) return end;
    const form = this.#formBefore(lead);
    if (form?.isPrivate === true || (known.quoted && around === undefined && form === undefined && end === start + tokens[0]!.end))
      return end;
    const from = form === undefined ? start - (around?.before ?? 0) : start - before.length + form.start;
    const inside = window.slice(0, end - start);
    const to = around === undefined && OPEN.test(inside) && CLOSES.test(after) ? end + 1 : end + (around?.after ?? 0);
    const said = this.#saidOf(window.slice(0, end - start), text);
    for (const names of known.bodies) {
      if (known.near && !this.#isNear(names, text, start, end)) continue;
      for (const latin of names) if (this.#keepLike(latin, said, from, to, keep)) break;
    }
    return end;
  }

  #saidOf(name: string, text: string): string | undefined {
    if (!this.#said.has(name)) {
      const said = saidOf(name, text);
      this.#said.set(ownSlice(name, 0, name.length), said && ownSlice(said, 0, said.length));
    }
    return this.#said.get(name);
  }

  /** The legal form right before a name: where it begins on the line, and whether no such body has it. */
  #formBefore(before: string): { readonly start: number; readonly isPrivate: boolean } | undefined {
    const tokens = tokensOf(before);
    for (let at = Math.max(0, tokens.length - LONGEST_FORM); at < tokens.length; at += 1) {
      const phrase = phraseAt(tokens, at, this.#knowledge);
      if (phrase === undefined || at + phrase.tokens !== tokens.length || !phrase.units.some(({ kind }) => kind === 'form')) continue;
      if (!/^[\s«"“„]*$/u.test(before.slice(tokens.at(-1)!.end))) return undefined;
      return { start: tokens[at]!.start, isPrivate: phrase.units.some(({ key }) => PRIVATE.has(key)) };
    }
    return undefined;
  }

  /** Does a place stand near that is in the name of a body, or in the country that is? */
  #isNear(names: readonly string[], text: string, start: number, end: number): boolean {
    const places = names.flatMap((latin) => this.#places.get(latin) ?? this.#placesOf(latin));
    const { countryOf } = this.#knowledge;
    const near: string[] = [];
    for (let block = Math.max(0, Math.floor(start / NEAR) - 1); block <= Math.floor(end / NEAR) + 1; block += 1)
      near.push(...this.#keysIn(text, block));
    return places.some((place) => near.some((key) => key === place || (NATIONS.has(place) && countryOf.get(key) === countryOf.get(place))));
  }

  #placesOf(latin: string): readonly string[] {
    const { parts } = analyseName(latin, 'organisation', this.#knowledge);
    const places = parts.flatMap(({ kind, keys }) => (kind === 'place' ? keys.slice(0, 1) : []));
    this.#places.set(latin, places);
    return places;
  }

  #keysIn(text: string, block: number): readonly string[] {
    let keys = this.#keys.get(block);
    if (keys === undefined) this.#keys.set(block, (keys = this.#keysOf(text.slice(block * NEAR, (block + 1) * NEAR + OVERLAP))));
    return keys;
  }

  /** Keys of the places that a text names. */
  #keysOf(text: string): readonly string[] {
    const tokens: readonly NameToken[] = tokensOf(this.#glossary.normalise(text));
    const keys: string[] = [];
    for (let at = 0; at < tokens.length;) {
      const phrase = phraseAt(tokens, at, this.#knowledge);
      for (const { kind, key } of phrase?.units ?? []) if (kind === 'place') keys.push(key);
      at += phrase?.tokens ?? 1;
    }
    return keys;
  }

  /** `said`: what the text has the acronym stand for. */
  #keepLike(latin: string, said: string | undefined, start: number, end: number, keep: (hit: Hit) => void): boolean {
    const judge = (name: number): Likeness | undefined => {
      const verified = this.#verifier.verify(latin, name);
      return isCalledSo(verified, LEAST_SCORE) ? { name, verified } : undefined;
    };
    const likenesses = this.#spans.likenesses(latin, 'Organization', HIT_THRESHOLD, judge);
    for (const { name, verified } of likenesses)
      if (said === undefined || this.#verifier.verify(said, name).score >= HIT_THRESHOLD) keep({ ...verified, ...LOOKS, name, start, end });
    return likenesses.length > 0;
  }
}

/** Found as names in Han are that stand for others: they need nothing near. */
const LOOKS = {
  capital: true,
  quoted: false,
  form: true,
  isolated: true,
  titled: false,
  hints: 0,
  han: 'organisation',
  called: true,
} as const;
const LONGEST_FORM = 6;
/** Quotes that open in a name and close right behind it: СПбГЭТУ «ЛЭТИ». */
const OPEN = /[«“„"][^»”"]*$/u;
const CLOSES = /^[»”“"]/u;
const NATIONS: ReadonlySet<string> = new Set(['#belarus', '#ukraine', '#russia', '#china', '#kazakhstan']);

/** With capitals where the name has them, and the ending of an acronym in small letters. */
function isSpelled(written: string, { spelled, ending }: KnownWord): boolean {
  if (written.length !== spelled.length) return false;
  const stem = spelled.length - ending;
  for (let at = 0; at < written.length; at += 1) {
    const [is, should] = [written.charAt(at), spelled.charAt(at)];
    if (at >= stem ? is !== is.toLowerCase() : should !== should.toLowerCase() && is === is.toLowerCase()) return false;
  }
  return true;
}

/** The last (-1) or first (0) line of a piece of text. */
function onLine(piece: string, which: -1 | 0): string {
  return piece.split('\n').at(which) ?? '';
}
