import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Language } from '../words/start-words.ts';
import { useLanguage } from '../words/use-words.ts';
import type { Answer } from './ask.ts';
import { asking } from './queries.ts';

type Labels = Pick<Answer<'GET /api/v1/glossary'>, 'goods' | 'intents' | 'indicators' | 'lists'>;

const NONE: Labels = { goods: {}, intents: {}, indicators: {}, lists: {} };

export interface Glossary {
  readonly goods: (concept: string) => string;
  readonly intent: (id: string) => string;
  readonly indicator: (id: string) => string;
  readonly list: (id: string) => string;
  readonly country: (code: string) => string;
}

/** What the catalogue calls things in a language; it comes with the program, and stays as long as the page. */
export function askingLabels(lang: Language) {
  return { ...asking('GET /api/v1/glossary', { query: { lang } }), staleTime: Infinity };
}

/** What the catalogue calls goods, intents and red flags in the reader's language: a gloss, not a translation. The id itself stands where it has no word. */
export function useGlossary(): Glossary {
  const language = useLanguage();
  const { data: labels = NONE } = useQuery(askingLabels(language));
  return useMemo(() => glossaryOf(labels, language), [labels, language]);
}

function glossaryOf(labels: Labels, language: string): Glossary {
  const plain = (id: string): string => id.replaceAll('_', ' ');
  const regions = new Intl.DisplayNames(language, { type: 'region' });
  return {
    goods: (concept) => labels.goods[concept] ?? plain(concept),
    intent: (id) => labels.intents[id] ?? plain(id),
    indicator: (id) => labels.indicators[id] ?? id,
    list: (id) => labels.lists[id] ?? id,
    country: (code) => countryName(code, regions),
  };
}

function countryName(code: string, regions: Intl.DisplayNames): string {
  try {
    return regions.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}
