import { useQueries, useQuery } from '@tanstack/react-query';
import { askingLabels } from '../../api/glossary.ts';
import { asking } from '../../api/queries.ts';
import { LANGUAGES, type Language } from '../../words/start-words.ts';
import { namedGoods } from './named-goods.ts';
import { wordsOf } from './search-query.ts';

const IN_ALL = Object.keys(LANGUAGES) as readonly Language[];

/** Goods of the catalogue with how many notices name them. */
export type NamedGoods = readonly { readonly concept: string; readonly count: number }[];

/** Goods that the words name, in whatever language, and that some notice has; undefined while that is not known. */
export function useNamedGoods(q: string): NamedGoods | undefined {
  const labels = useQueries({
    queries: IN_ALL.map((lang) => ({ ...askingLabels(lang), enabled: q !== '' })),
    combine: (answers) => ({
      known: answers.flatMap(({ data }) => (data === undefined ? [] : [data.goods])),
      pending: answers.some(({ isLoading }) => isLoading),
    }),
  });
  const concepts = namedGoods(wordsOf(q), labels.known);
  const counts = useQuery({
    ...asking('GET /api/v1/search', { query: { filter: 'priority>=0', facets: ['goods'], limit: 1 } }),
    enabled: concepts.length > 0,
    staleTime: 60_000,
  });
  if (labels.pending || counts.isLoading) return undefined;
  const counted = new Map(counts.data?.facets.goods?.map(({ value, count }) => [value, count]));
  return concepts.map((concept) => ({ concept, count: counted.get(concept) ?? 0 })).filter(({ count }) => count > 0);
}
