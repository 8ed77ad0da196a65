import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Candidates, FoundTerm } from './candidates.ts';
import { createBrandDesignations } from './brand-designations.ts';
import { createCalques } from './calques.ts';
import { createMangledNames, isCounted } from './mangled-names.ts';
import { createInitialsFinder } from './pinyin-initials.ts';
import { createPinyinWords } from './pinyin-words.ts';
import { createRomanisedRussian } from './romanised-russian.ts';
import type { WalkedText } from './verify.ts';

/** Finds terms of the catalogue in spellings that hide them; each find says in its note what it is disguised as. */
export interface Disguises {
  /** Soft finds; `candidates`: what was found as the catalogue has it. */
  find(walkedText: WalkedText, candidates: Candidates): readonly FoundTerm[];
}

export function createDisguises(catalogue: Catalogue): Disguises {
  const initials = createInitialsFinder(catalogue);
  const words = createPinyinWords(catalogue);
  const names = createMangledNames(catalogue);
  const russian = createRomanisedRussian(catalogue);
  const calques = createCalques(catalogue);
  const brands = createBrandDesignations(catalogue);
  return {
    find(walkedText, { terms: found, refused, intents }) {
      const isWanted = intents.some(({ named }) => named.id === 'buy');
      return [
        ...initials.find(walkedText, isWanted),
        ...words.find(walkedText, isWanted),
        ...russian.find(walkedText.text, intents),
        ...names.find(walkedText, found, isWanted),
        ...calques.find(walkedText, found, refused),
        ...brands.find(walkedText, () => isWanted || isCounted(walkedText.text)).filter(agreesWith(found)),
      ];
    },
  };
}

/** Where goods are named in words of the trade, a maker's name says whose they are, or what they go with: it adds no goods of another concept. */
function agreesWith(found: readonly FoundTerm[]): (name: FoundTerm) => boolean {
  const hard = new Set(found.flatMap(({ term }) => (term.concept !== null && term.strength === 'hard' ? [term.concept] : [])));
  return ({ term }) => hard.size === 0 || (term.concept !== null && hard.has(term.concept));
}
