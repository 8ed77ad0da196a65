import type { Term } from '../../api/routes.gen.ts';
import type { WordKey } from '../../words/use-words.ts';
import { plainTerm } from './plain-term.ts';

export const KINDS: { readonly [Kind in Term['kind']]: WordKey<'catalogue'> } = {
  term: 'kindTerm',
  translationese: 'kindTranslationese',
  abbreviation: 'kindAbbreviation',
  slang: 'kindSlang',
  designation: 'kindDesignation',
  tradeName: 'kindTradeName',
  partNumber: 'kindPartNumber',
};

/** Terms that have the words in their text or note, of a language and kind; empty asks for all. Upright bars, which end a stem, do not count. */
export function filterTerms(
  terms: readonly Term[],
  { words, lang, kind }: { readonly words: string; readonly lang: string; readonly kind: string },
): readonly Term[] {
  const wanted = words.normalize('NFKC').toLowerCase().trim();
  return terms.filter(
    (term) =>
      (lang === '' || term.lang === lang) &&
      (kind === '' || term.kind === kind) &&
      (wanted === '' || `${plainTerm(term)}\n${term.note ?? ''}`.toLowerCase().includes(wanted)),
  );
}

/** How many there are of each, most first. */
export function countBy<Key extends 'lang' | 'kind'>(terms: readonly Term[], key: Key): readonly (readonly [Term[Key], number])[] {
  const counts = [...Map.groupBy(terms, (term) => term[key])].map(([one, { length }]) => [one, length] as const);
  return counts.toSorted((a, b) => b[1] - a[1]);
}
