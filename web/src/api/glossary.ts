import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../words/use-words.ts';

interface Labels {
  readonly goods: Readonly<Record<string, string>>;
  readonly intents: Readonly<Record<string, string>>;
  readonly indicators: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, string>>;
}

const NONE: Labels = { goods: {}, intents: {}, indicators: {}, lists: {} };

export interface Glossary {
  readonly goods: (concept: string) => string;
  readonly intent: (id: string) => string;
  readonly indicator: (id: string) => string;
  readonly list: (id: string) => string;
  readonly country: (code: string) => string;
}

/** What the catalogue calls goods, intents and red flags in the reader's language: a gloss, not a translation. The id itself stands where it has no word. */
export function useGlossary(): Glossary {
  const language = useLanguage();
  const { data: labels = NONE } = useQuery({
    queryKey: ['GET /api/v1/glossary', language],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Labels> => {
      const response = await fetch(`/api/v1/glossary?lang=${language}`, { signal });
      return response.ok ? ((await response.json()) as Labels) : NONE;
    },
  });
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
