import type { Span } from '../../model/span.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { latinise } from '../name/latinise.ts';
import { isPatronymic } from '../name/patronymic.ts';
import { phraseAt } from '../name/phrases.ts';
import { tokensOf } from '../name/tokens.ts';
import { skeletonOf } from '../name/word-part.ts';
import { Recent } from '../recent.ts';
import type { LaterName } from './called-later.ts';
import { baseForms } from './case-endings.ts';
import { codesFrom, type Codes } from './codes-of-names.ts';
import type { GlossaryWords } from './glossary-words.ts';
import { initialsAgree } from './initials-agree.ts';
import { codeOfKey } from './key-code.ts';
import { isOffice } from './offices.ts';
import { ownSlice } from './own-slice.ts';

/** Where a text has the words of a later name. `told`: with initials or a given name that agree, or in quotes of its own, so that it is sure whoever else is called so. */
export interface LaterPlace extends Span {
  readonly name: LaterName;
  readonly told: boolean;
}

/** Calls `visit` with where each word of a text begins that has one of the codes, in their order, as the text was read for names. */
export type EachWord = (codes: Codes, visit: (start: number) => void) => void;

interface Read {
  readonly text: string;
  readonly latin: string;
  /** As it stands, and what it may be in the nominative. */
  readonly keys: readonly string[];
}

/** Finds names of parties that a text names elsewhere in full, by their surname, initials with it, or brand. Linear in the text. */
export class LaterWords {
  readonly #knowledge: NameKnowledge;
  readonly #glossary: GlossaryWords;
  /** Words that a name of a text may have begun with, and those beside them. */
  readonly #known = new Recent<string, Read>(MOST_REMEMBERED);

  constructor(knowledge: NameKnowledge, glossary: GlossaryWords) {
    this.#knowledge = knowledge;
    this.#glossary = glossary;
  }

  /** Places outside those that are `taken`, in their order: bare names only where nobody else in the text is called so, and no common word is spelled so. */
  find(text: string, names: readonly LaterName[], eachWord: EachWord, isTaken: (span: Span) => boolean): readonly LaterPlace[] {
    if (names.length === 0) return [];
    const byFirst = Map.groupBy(names, ({ words }) => words[0]?.[0] ?? '');
    const shared = new Set<LaterName>();
    const places: LaterPlace[] = [];
    eachWord(codesFrom([...byFirst.keys()].map(codeOf)), (start) => {
      const word = wordAt(text, start);
      for (const key of this.#wordOf(word).keys) {
        for (const name of byFirst.get(key) ?? []) {
          const end = this.#endOf(text, name, start, word);
          if (end === undefined || isTaken({ start, end })) continue;
          // Of a word that stands in small letters too nothing is told by its capital.
          if (!CAPITAL.test(word)) shared.add(name);
          else {
            const place =
              name.person === undefined ? this.#brandAt(text, name, start, end) : this.#surnameAt(text, name, start, end, name.person);
            if (place === 'other') shared.add(name);
            else if (place !== undefined && !isTaken(place)) places.push(place);
          }
        }
      }
    });
    return places.filter(({ told, name }) => told || !shared.has(name));
  }

  /** Where the words of a name end that begins at `start`; undefined where something else stands there. */
  #endOf(text: string, { words }: LaterName, start: number, first: string): number | undefined {
    let end = start + first.replace(POSSESSIVE, '').length;
    for (const [key] of words.slice(1)) {
      const next = NEXT.exec(text.slice(end, end + REACH));
      if (next === null || key === undefined || !this.#wordOf(next[2]!).keys.includes(key)) return undefined;
      end += next[0].replace(POSSESSIVE, '').length;
    }
    return end;
  }

  #surnameAt(
    text: string,
    name: LaterName,
    start: number,
    end: number,
    { initials, keys }: NonNullable<LaterName['person']>,
  ): LaterPlace | 'other' | undefined {
    const article = ARTICLE.exec(text.slice(Math.max(0, start - REACH), start))?.[1];
    if (article !== undefined && this.#knowledge.particles.has(article.toLowerCase())) {
      const from = start - article.length - 1;
      const given = BEFORE.exec(text.slice(Math.max(0, from - REACH), from))?.[1];
      if (given !== undefined) {
        const read = this.#wordOf(given);
        return this.#isName(read) && !this.#mean(read).some((key) => keys.includes(key)) ? 'other' : undefined;
      }
      // A hospital or a street that is named so is none who bears the name.
      if (isHyphened(text, end, end) || BEHIND.test(text.slice(end, end + REACH))) return undefined;
      return name.rare ? { start: from, end, name, told: false } : undefined;
    }
    if (isHyphened(text, start, end)) return undefined;
    const head = text.slice(Math.max(0, start - REACH), start);
    const tail = text.slice(end, end + REACH);
    const before = INITIALS_BEFORE.exec(head);
    const behind = INITIALS_BEHIND.exec(tail);
    if (before !== null || behind !== null) {
      const letters = [...(before ?? behind)![0].matchAll(/\p{Lu}/gu)].map(([letter]) => letter.toLowerCase());
      if (!initialsAgree(letters, initials)) return 'other';
      return { start: start - (before?.[0].length ?? 0), end: end + (before === null ? (behind?.[0].length ?? 0) : 0), name, told: true };
    }
    const beside = [BEFORE.exec(head)?.[1], BEHIND.exec(tail)?.[1]];
    for (const [n, word] of beside.entries()) {
      if (word === undefined) continue;
      const read = this.#wordOf(word);
      if (this.#isName(read)) {
        if (!this.#mean(read).some((key) => keys.includes(key))) return 'other';
        return n === 0
          ? { start: start - word.length - 1, end, name, told: true }
          : { start, end: end + word.length + 1, name, told: true };
      }
      if (!this.#isTitle(word) && !(n === 0 && opensSentence(head, word))) return undefined;
    }
    if (!name.rare && !(beside[0] !== undefined && this.#isTitle(beside[0]))) return undefined;
    return { start, end, name, told: false };
  }

  #brandAt(text: string, name: LaterName, start: number, end: number): LaterPlace | 'other' | undefined {
    if (isHyphened(text, start, end)) return 'other';
    const opened = OPENING.test(text.charAt(start - 1));
    const closed = CLOSING.test(text.charAt(end));
    if (opened && closed) return { start, end, name, told: false };
    if (opened || closed) return opened ? 'other' : undefined;
    const head = text.slice(Math.max(0, start - REACH), start);
    const [before, behind] = [BEFORE.exec(head)?.[1], BEHIND.exec(text.slice(end, end + REACH))?.[1]];
    if (behind !== undefined && !this.#isForm(behind)) return 'other';
    if (before !== undefined && !opensSentence(head, before) && !this.#isKnown(before)) return 'other';
    return name.rare ? { start, end, name, told: false } : undefined;
  }

  /** A given name or a patronymic. */
  #isName(read: Read): boolean {
    const { givenNames } = this.#knowledge;
    return (
      read.keys.some((key) => givenNames.has(key)) ||
      isPatronymic(read.latin) ||
      baseForms(read.text).some((form) => isPatronymic(latinise(form)))
    );
  }

  #mean({ keys }: Read): readonly string[] {
    return [...keys, ...keys.flatMap((key) => this.#knowledge.givenNames.get(key) ?? [])];
  }

  #isTitle(part: string): boolean {
    const word = ownSlice(part, 0, part.length);
    const [token] = tokensOf(word);
    return token !== undefined && (this.#knowledge.titles.has(token.text) || this.#kindsOf(word).includes('title'));
  }

  #isForm(word: string): boolean {
    return this.#kindsOf(word).includes('form');
  }

  #isKnown(word: string): boolean {
    return this.#kindsOf(word).some((kind) => kind === 'form' || kind === 'trade' || kind === 'title');
  }

  #kindsOf(word: string): readonly string[] {
    const tokens = tokensOf(this.#glossary.normalise(ownSlice(word, 0, word.length)));
    const units = tokens.length === 0 ? [] : (phraseAt(tokens, 0, this.#knowledge)?.units ?? []);
    return units.map((unit) => (isOffice(unit) ? 'title' : unit.kind));
  }

  #wordOf(word: string): Read {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const own = ownSlice(word, 0, word.length);
    return this.#known.set(own, this.#read(own));
  }

  #read(word: string): Read {
    const text = tokensOf(word.replace(POSSESSIVE, ''))[0]?.text ?? '';
    const latin = latinise(text);
    const forms = CYRILLIC.test(text) ? baseForms(text) : [];
    const keys = [...new Set([latin, ...forms.map(latinise)].map((form) => skeletonOf(form, this.#knowledge)))].filter(
      (key) => key.length > 1,
    );
    return { text, latin, keys };
  }
}

/** Code of a word with this key, as a text has it: of a number that of the number. */
function codeOf(key: string): number {
  return codeOfKey(NUMBER.test(key) ? `=${key.replace(LEADING, '')}` : key);
}

/** The word that begins at `start`; empty where that is inside one. */
function wordAt(text: string, start: number): string {
  if (INSIDE.test(text.charAt(start - 1))) return '';
  WORD.lastIndex = start;
  return WORD.exec(text)?.[0] ?? '';
}

/** A hyphen makes a part of a longer name of it. */
function isHyphened(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}][-‐‑]$/u.test(text.slice(Math.max(0, start - 2), start)) || /^[-‐‑][\p{L}\p{N}]/u.test(text.slice(end, end + 2));
}

/** Is the last word before something the first of its sentence, which any word may be? */
function opensSentence(head: string, word: string): boolean {
  const rest = head.trimEnd().slice(0, -word.length);
  return /\n\s*$/.test(rest) || /^$|[.!?…:;•"«“(—–]$/u.test(rest.trimEnd());
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’](?=\p{L}))*/uy;
const INSIDE = /[\p{L}\p{M}\p{N}]/u;
const NUMBER = /^\d+$/;
const LEADING = /^0+(?=\d)/;
const POSSESSIVE = /['’]s$/;
const CAPITAL = /^\p{Lu}/u;
const CYRILLIC = /[\u0400-\u052f]/;
const NEXT = /^(\s?[-‐‑–—]\s?|\s)([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’ʼ](?=\p{L}))*)/u;
const INITIALS_BEFORE = /(?<![\p{L}\p{N}.])\p{Lu}\.(?:[\s-]?\p{Lu}\.)?\s?$/u;
const INITIALS_BEHIND = /^\s\p{Lu}\.(?:\s?-?\p{Lu}\.)?/u;
/** Before Mirzabi: Al-. */
const ARTICLE = /(?<![\p{L}\p{N}])(\p{L}{2,3})[-‐‑]$/u;
/** A capitalised word that nothing parts from the name. */
const BEFORE = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{M}'’ʼ-]*)\s$/u;
const BEHIND = /^\s(\p{Lu}[\p{L}\p{M}'’ʼ-]*)/u;
const OPENING = /["«“„‟]/;
const CLOSING = /["»”“]/;
/** Characters on either side that are looked at. */
const REACH = 40;
const MOST_REMEMBERED = 5_000;
