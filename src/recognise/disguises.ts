import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FoundNamed, FoundTerm } from './candidates.ts';
import { createMangledNames } from './mangled-names.ts';
import { createInitialsFinder } from './pinyin-initials.ts';
import { createPinyinWords } from './pinyin-words.ts';
import { createRomanisedRussian } from './romanised-russian.ts';
import type { WalkedText } from './verify.ts';

/** Finds terms of the catalogue in spellings that hide them; each find says in its note what it is disguised as. */
export interface Disguises {
  /** Soft finds; `found`: terms found as the catalogue has them. */
  find(walkedText: WalkedText, found: readonly FoundTerm[], intents: readonly FoundNamed[]): readonly FoundTerm[];
}

export function createDisguises(catalogue: Catalogue): Disguises {
  const initials = createInitialsFinder(catalogue);
  const words = createPinyinWords(catalogue);
  const names = createMangledNames(catalogue);
  const russian = createRomanisedRussian(catalogue);
  return {
    find(walkedText, found, intents) {
      const isWanted = intents.some(({ named }) => named.id === 'buy');
      return [
        ...initials.find(walkedText, isWanted),
        ...words.find(walkedText, isWanted),
        ...russian.find(walkedText.text, intents),
        ...names.find(walkedText, found, isWanted),
      ];
    },
  };
}
