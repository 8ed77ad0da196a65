import { useGlossary } from '../api/glossary.ts';
import { useLanguage, useWords, type WordKey } from '../words/use-words.ts';
import { LANGUAGE_WORDS, STATE_WORDS } from './term-keys.ts';

export const FACETS = ['state', 'lang', 'goods', 'control', 'place', 'party', 'source', 'published'] as const;
export type Facet = (typeof FACETS)[number];

export const FACET_WORDS = {
  state: 'byState',
  lang: 'byLang',
  goods: 'byGoods',
  control: 'byControl',
  place: 'byPlace',
  party: 'byParty',
  source: 'bySource',
  published: 'byPublished',
} as const satisfies Readonly<Record<Facet, WordKey<'terms'>>>;

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly name?: string;
}

/** What a value of a facet is called in the reader's language. */
export function useFacetNames(): (facet: Facet, value: FacetValue) => string {
  const terms = useWords('terms');
  const glossary = useGlossary();
  const language = useLanguage();
  return (facet, { value, name }) => {
    switch (facet) {
      case 'state':
        return value in STATE_WORDS ? terms(STATE_WORDS[value as keyof typeof STATE_WORDS]) : value;
      case 'lang':
        return value in LANGUAGE_WORDS ? terms(LANGUAGE_WORDS[value as keyof typeof LANGUAGE_WORDS]) : value;
      case 'goods':
        return glossary.goods(value);
      case 'control': {
        const at = value.indexOf(' ');
        return at < 0 ? value : `${glossary.list(value.slice(0, at))} ${value.slice(at + 1)}`;
      }
      case 'place':
        return value.length > 2 ? `${glossary.country(value.slice(0, 2))} (${value})` : glossary.country(value);
      case 'published':
        return monthOf(value, language);
      case 'party':
      case 'source':
        return name ?? value;
    }
  };
}

function monthOf(value: string, language: string): string {
  const at = new Date(`${value}-01T00:00:00Z`);
  return Number.isNaN(at.getTime())
    ? value
    : new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(at);
}
