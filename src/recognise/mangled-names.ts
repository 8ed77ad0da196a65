import type { Catalogue, Term } from '../catalogue/catalogue.ts';
import { foldText } from '../text/fold.ts';
import type { FoundTerm } from './candidates.ts';
import { foldedAt } from './folded-at.ts';
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

/** Words that may be names: with a capital first, or with digits or letters of two alphabets inside. */
const NAME =
  /(?<![\p{L}\d])(?=\p{Lu}|[\p{L}\d]{0,12}(?:\p{L}\d\p{L}|[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]))[\p{Script=Latin}\p{Script=Cyrillic}\d]{4,18}(?![\p{L}\d])/gu;
/** Something is counted in pieces. */
const COUNTED = /\d\s?(?:pcs|pieces|ea\b|units|sets|шт|компл|台|套|架|个|只|件|片|支)/i;
const DESIGNATION = /^[ -]?\p{Lu}{0,3}\d/u;

interface Name {
  readonly skeleton: string;
  readonly plain: string;
  readonly term: Term;
}

/** The table is made for the first text that may need it. */
export function createMangledNames(catalogue: Catalogue): MangledNames {
  let table: ReadonlyMap<string, readonly Name[]> | undefined;
  return {
    find(walkedText, found, isWanted) {
      const { text } = walkedText;
      const isTrade = isWanted || COUNTED.test(text);
      if (!isTrade && found.length === 0) return [];
      table ??= tableOf(catalogue);
      const near: FoundTerm[] = [];
      const slips: FoundTerm[] = [];
      NAME.lastIndex = 0;
      let looked = 0;
      let lower: string | undefined;
      for (let match = NAME.exec(text); match !== null && looked < MOST; match = NAME.exec(text)) {
        looked += 1;
        const [word] = match;
        const skeleton = nameSkeleton(word);
        if (skeleton.length < LEAST_EQUAL) continue;
        const place = { from: match.index, to: match.index + word.length };
        const make = ({ term, plain }: Name): FoundTerm => ({
          ...place,
          start: foldedAt(walkedText, place.from),
          end: foldedAt(walkedText, place.to),
          term: { ...term, note: `disguised: "${word}" for ${plain}` },
        });
        const name = nameOf(skeleton, foldText(word).text, table);
        if (name === null || !allows(name.term, (lower ??= text.toLowerCase()))) continue;
        if (name.skeleton === skeleton) near.push(make(name));
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

/** The name that a word mangles, or null: where it is a name as it should be, its guards have had their say. */
function nameOf(skeleton: string, folded: string, table: ReadonlyMap<string, readonly Name[]>): Name | null {
  let slip: Name | null = null;
  for (const key of skeleton.length < LEAST_SLIP ? [skeleton] : withoutOne(skeleton))
    for (const name of table.get(key) ?? []) {
      if (name.plain.toLowerCase() === folded) return null;
      if (name.skeleton === skeleton) return name;
      if (skeleton.length >= LEAST_SLIP && name.skeleton.length >= LEAST_SLIP && isOneSlip(name.skeleton, skeleton)) slip ??= name;
    }
  return slip;
}

/** Guards in plain: what must stand in the text does, and what must not, does not. `plain`: the text in lower case. */
function allows({ guards }: Term, plain: string): boolean {
  const has = (word: string): boolean => plain.includes(word.toLowerCase());
  return (guards.needs.length === 0 || guards.needs.some(has)) && !guards.notBefore.some(has) && !guards.notAfter.some(has);
}

function tableOf({ terms }: Catalogue): ReadonlyMap<string, readonly Name[]> {
  const table = new Map<string, Name[]>();
  for (const term of terms) {
    if (term.kind !== 'tradeName' || term.concept === null) continue;
    const plain = term.text.replaceAll('|', '');
    // a name of one word: of others only all words together say whose it is
    if (!/^[\p{Script=Latin}\p{Script=Cyrillic}]{5,18}(?:[ -]?\d{1,3})?$/u.test(plain)) continue;
    const word = /^\p{L}+/u.exec(plain)?.[0] ?? '';
    const name = { skeleton: nameSkeleton(word), plain: word, term: { ...term, strength: 'soft' as const, matchCase: false } };
    if (name.skeleton.length < LEAST_EQUAL) continue;
    for (const key of name.skeleton.length < LEAST_SLIP ? [name.skeleton] : withoutOne(name.skeleton))
      table.set(key, [...(table.get(key) ?? []), name]);
  }
  return table;
}
