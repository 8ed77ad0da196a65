import type { Catalogue, Term } from '../catalogue/catalogue.ts';
import { foldText } from '../text/fold.ts';
import type { FoundTerm } from './candidates.ts';
import { foundAt } from './found-at.ts';
import { nameLikeWords } from './name-like-words.ts';
import { isOneSlip, nameSkeleton, withoutOne } from './name-skeleton.ts';
import type { WalkedText } from './verify.ts';

/** Finds trade names of the catalogue that are misspelled or written in another alphabet. */
export interface MangledNames {
  /** `found`: terms found as they are written. `isWanted`: the text says that something is bought or counted. Gives soft finds in the order of the text. */
  find(walkedText: WalkedText, found: readonly FoundTerm[], isWanted: boolean): readonly FoundTerm[];
}

/** Fewest letters of a skeleton that must agree wholly, and with one slip. */
const LEAST_EQUAL = 5;
const LEAST_SLIP = 6;
/** Words looked at in one text. */
const MOST = 400;

/** Lengths of words that are looked at. */
const SHORTEST = 4;
const LONGEST = 18;
/** Answers kept: texts repeat their words. */
const MOST_KEPT = 20_000;

/** Something is counted in pieces. */
const COUNTED = /\d\s?(?:pcs|pieces|ea\b|units|sets|шт|компл|к-т|од\.|одиниц|екз|台|套|架|个|只|件|片|支)/i;
export function isCounted(text: string): boolean {
  return COUNTED.test(text);
}

const DESIGNATION = /^[ -]?\p{Lu}{0,3}\d/u;

interface Name {
  readonly skeleton: string;
  readonly plain: string;
  readonly term: Term;
  /** One word of a name of several: only letters of two alphabets or digits for letters make it out, no mere likeness. */
  readonly isPart: boolean;
}

/** The table is made for the first text that may need it. */
export function createMangledNames(catalogue: Catalogue): MangledNames {
  let table: ReadonlyMap<string, readonly Name[]> | undefined;
  const kept = new Map<string, Name | null>();
  return {
    find(walkedText, found, isWanted) {
      const { text } = walkedText;
      const isTrade = isWanted || isCounted(text);
      if (!isTrade && found.length === 0) return [];
      table ??= tableOf(catalogue);
      const near: FoundTerm[] = [];
      const slips: FoundTerm[] = [];
      let lower: string | undefined;
      for (const place of nameLikeWords(text, SHORTEST, LONGEST, MOST)) {
        const word = text.slice(place.from, place.to);
        let name = kept.get(word);
        if (name === undefined) {
          name = nameOf(word, table);
          if (word.length < 13 && kept.size < MOST_KEPT) kept.set(word, name);
        }
        const make = ({ term, plain }: Name): FoundTerm => ({
          ...foundAt(walkedText, place.from, place.to),
          term: { ...term, note: `disguised: "${word}" for ${plain}` },
        });
        if (name === null || !allows(name.term, (lower ??= text.toLowerCase()))) continue;
        if (name.skeleton === nameSkeleton(word)) near.push(make(name));
        else if (isTrade && DESIGNATION.test(text.slice(place.to, place.to + 6))) near.push(make(name));
        else slips.push(make(name));
      }
      if (near.length + slips.length === 0) return [];
      // a slip of the pen is believed where the text names such goods besides
      const concepts = new Set([...found, ...near].map(({ term }) => term.concept));
      const believed = slips.filter(({ term }) => concepts.has(term.concept));
      return [...near.filter(({ term }) => isTrade || found.some((one) => one.term.concept === term.concept)), ...believed];
    },
  };
}

/** Letters of two alphabets, or digits among letters. */
const HIDDEN = /[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]|\p{L}\d\p{L}/u;

/** The name that a word mangles, or null: where it is a name as it should be, its guards have had their say. */
function nameOf(word: string, table: ReadonlyMap<string, readonly Name[]>): Name | null {
  const skeleton = nameSkeleton(word);
  if (skeleton.length < LEAST_EQUAL) return null;
  const folded = foldText(word).text;
  let slip: Name | null = null;
  for (const key of skeleton.length < LEAST_SLIP ? [skeleton] : withoutOne(skeleton))
    for (const name of table.get(key) ?? []) {
      if (name.plain.toLowerCase() === folded) return null;
      if (name.isPart) {
        if (name.skeleton === skeleton && HIDDEN.test(word)) slip ??= name;
        continue;
      }
      if (name.skeleton === skeleton) return name;
      if (skeleton.length >= LEAST_SLIP && name.skeleton.length >= LEAST_SLIP && isSlipOf(name.skeleton, skeleton)) slip ??= name;
    }
  return slip;
}

/** A slip of the pen; hardly one is in the first letter, where it makes another name: Линтекс is no Kintex. */
function isSlipOf(name: string, skeleton: string): boolean {
  return name.startsWith(skeleton.charAt(0)) && isOneSlip(name, skeleton);
}

/** Guards in plain: what must stand in the text does, and what must not, does not. `plain`: the text in lower case. */
function allows({ guards }: Term, plain: string): boolean {
  const has = (word: string): boolean => plain.includes(word.toLowerCase());
  return (guards.needs.length === 0 || guards.needs.some(has)) && !guards.notBefore.some(has) && !guards.notAfter.some(has);
}

const ONE_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}]{5,18}(?:[ -]?\d{1,3})?$/u;

function tableOf({ terms }: Catalogue): ReadonlyMap<string, readonly Name[]> {
  const table = new Map<string, Name[]>();
  for (const term of terms) {
    if (term.kind !== 'tradeName' || term.concept === null) continue;
    const plain = term.text.replaceAll('|', '');
    const isPart = !ONE_WORD.test(plain);
    // of a name of several words only its first says whose it is
    const word =
      /^[\p{Script=Latin}\p{Script=Cyrillic}]{5,18}(?![\p{L}])/u.exec(isPart ? plain.replace(/^\p{Lu}{2,4} /u, '') : plain)?.[0] ?? '';
    const name = { skeleton: nameSkeleton(word), plain: word, isPart, term: { ...term, strength: 'soft' as const, matchCase: false } };
    if (name.skeleton.length < LEAST_EQUAL) continue;
    for (const key of name.skeleton.length < LEAST_SLIP ? [name.skeleton] : withoutOne(name.skeleton))
      table.set(key, [...(table.get(key) ?? []), name]);
  }
  return table;
}
