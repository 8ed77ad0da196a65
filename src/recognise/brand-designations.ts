import type { Brand } from '../catalogue/brands.ts';
import type { Catalogue, Term } from '../catalogue/catalogue.ts';
import type { FoundTerm } from './candidates.ts';
import { isDesignation, plainDesignation, tokensOf } from './designations.ts';
import type { Token } from './designations.ts';
import { foundAt } from './found-at.ts';
import { isWithin, slipsAllowed, soundOfHan, soundOfName } from './sound-of-name.ts';
import type { WalkedText } from './verify.ts';

/** Finds makers and products by how their names sound, with a designation behind: `发纳科Oi-MF`, `Роди Шварс ФСВ-13`. */
export interface BrandDesignations {
  /** `isTrade`: the text says that something is bought or counted; then names that need no designation count too. Finds in the order of the text. */
  find(walkedText: WalkedText, isTrade: () => boolean): readonly FoundTerm[];
}

/** Texts that are looked at whole, and how much of longer ones, in UTF-16 units. */
const MOST = 1500;
const BEGINNING = 500;
/** How many tokens before a designation its name may begin. */
const BACK = 3;
const LONGEST_NAME = 24;
const LONGEST_HAN = 6;
const LEAST_ALONE = 6;
/** A name so long tells enough with any number behind it. */
const LONG_NAME = 8;

interface Sounding {
  readonly brand: Brand;
  readonly sound: string;
}

/** The tables are made for the first text that may need them. */
export function createBrandDesignations({ brands }: Catalogue): BrandDesignations {
  let tables: { readonly letters: ReadonlyMap<string, readonly Sounding[]>; readonly han: ReadonlyMap<string, Brand> } | undefined;
  return {
    find(walkedText, isTrade) {
      const { length } = walkedText.text;
      const text = walkedText.text.slice(0, length > MOST ? BEGINNING : MOST);
      if (!MAY_HAVE.test(text) && !(SOME_CAPITAL.test(text) && isTrade())) return [];
      tables ??= tablesOf(brands);
      const { letters, han } = tables;
      const tokens = tokensOf(text);
      const finds: FoundTerm[] = [];
      let reached = -1;
      const take = (from: number, to: number, brand: Brand, isSure: boolean): void => {
        if (from < reached) return;
        reached = to;
        finds.push({ ...foundAt(walkedText, from, to), term: termOf(brand, text.slice(from, to), isSure) });
      };
      for (const [at, token] of tokens.entries()) {
        if (HAN.test(token.text)) {
          const next = tokens[at + 1];
          if (next?.isNext !== true || !/[A-Za-z]/.test(next.text) || !isDesignation(next.text)) continue;
          const hit = hanName(token, text.slice(next.from), han);
          if (hit !== null) take(hit.from, next.to, hit.brand, true);
          continue;
        }
        const named = nameFrom(tokens, at, letters, text, isTrade);
        if (named !== null) take(token.from, named.to, named.brand, named.isSure);
      }
      return finds;
    },
  };
}

const DIGIT = /\d/;
/** Quick looks: letters that touch digits or are typed for them, a number behind a capitalised word; a capital at all. */
const MAY_HAVE = /[A-Za-z\u0400-\u04ff]-?\d|\d-?[A-Z\u0410-\u042f]|O[Oi]-|[A-Z\u0410-\u042f][a-z\u0430-\u044f]{2,20}[ -]\d{2}/;
const SOME_CAPITAL = /[A-Z\u0401-\u042f]/;
const HAN = /^\p{Script=Han}/u;
const CAPITAL = /^\p{Lu}/u;

/** The name that a Han token ends in. */
function hanName(token: Token, rest: string, han: ReadonlyMap<string, Brand>): { readonly from: number; readonly brand: Brand } | null {
  for (let length = Math.min(LONGEST_HAN, token.text.length); length >= 2; length -= 1) {
    const sound = soundOfHan(token.text.slice(-length));
    const brand = sound === '' ? undefined : han.get(sound);
    if (brand !== undefined && fits(brand, rest)) return { from: token.to - length, brand };
  }
  return null;
}

function fits({ designation }: Brand, rest: string): boolean {
  return designation === null || designation.test(plainDesignation(rest.slice(0, 40)));
}

interface Named {
  readonly to: number;
  readonly brand: Brand;
  readonly isSure: boolean;
}

/** The name that one or two tokens from `at` on sound like, with its designation within a few tokens, or one that needs none. */
function nameFrom(
  tokens: readonly Token[],
  at: number,
  letters: ReadonlyMap<string, readonly Sounding[]>,
  text: string,
  isTrade: () => boolean,
): Named | null {
  const token = tokens[at];
  if (token === undefined || !CAPITAL.test(token.text) || DIGIT.test(token.text)) return null;
  for (const count of [2, 1]) {
    const last = tokens[at + count - 1];
    if (last === undefined || (count === 2 && (!last.isNext || DIGIT.test(last.text) || HAN.test(last.text)))) continue;
    const name = text.slice(token.from, last.to);
    if (name.length > LONGEST_NAME) continue;
    const sound = soundOfName(name);
    const behind = designationBehind(tokens, at + count);
    for (const { brand, sound: wanted } of letters.get(sound.charAt(0)) ?? []) {
      const isSame = sound === wanted;
      if (!isSame && (behind === null || !isWithin(sound, wanted, slipsAllowed(Math.min(name.length, brand.name.length))))) continue;
      if (behind !== null && fits(brand, text.slice(last.to).trimStart()) && (wanted.length > 4 || isTelling(behind.text)))
        return { to: behind.to, brand, isSure: wanted.length >= LONG_NAME || (wanted.length > 4 && isTelling(behind.text)) };
      if (isSame && brand.alone && isTrade() && wanted.length >= LEAST_ALONE)
        return { to: last.to, brand, isSure: wanted.length >= LONG_NAME };
    }
  }
  return null;
}

/** Letters with digits, or a long number: a short name wants more. */
function isTelling(designation: string): boolean {
  return (/\p{L}/u.test(designation) && DIGIT.test(designation)) || designation.length >= 3;
}

/** The designation that stands behind a name, a word of the product or a digit perhaps between. */
function designationBehind(tokens: readonly Token[], from: number): Token | null {
  for (let at = from; at < Math.min(tokens.length, from + BACK); at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.isNext || HAN.test(token.text)) return null;
    if (isDesignation(token.text)) return token;
    if (!CAPITAL.test(token.text) && !/^\d$/.test(token.text)) return null;
  }
  return null;
}

function tablesOf(brands: readonly Brand[]) {
  const letters = new Map<string, Sounding[]>();
  const han = new Map<string, Brand>();
  for (const brand of brands) {
    if (HAN.test(brand.name)) {
      const sound = soundOfHan(brand.name);
      if (sound.includes(' ')) han.set(sound, han.get(sound) ?? brand);
      continue;
    }
    const sound = soundOfName(brand.name);
    if (sound.length < 3) continue;
    const first = sound.charAt(0);
    letters.set(first, [...(letters.get(first) ?? []), { brand, sound }]);
  }
  return { letters, han };
}

function termOf({ concept, name }: Brand, written: string, isSure: boolean): Term {
  const isPlain = written.toLowerCase().startsWith(name.toLowerCase());
  return {
    concept,
    kind: 'tradeName',
    text: name,
    lang: /\p{Script=Han}/u.test(name) ? 'zh' : /\p{Script=Cyrillic}/u.test(name) ? 'ru' : 'en',
    strength: isSure ? 'hard' : 'soft',
    matchCase: false,
    guards: { notBefore: [], notAfter: [], needs: [] },
    ...(isPlain ? {} : { note: `disguised: "${written}" for ${name}` }),
  };
}
