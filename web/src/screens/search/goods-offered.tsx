import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askingLabels, useGlossary } from '../../api/glossary.ts';
import { asking } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { LANGUAGES, type Language } from '../../words/start-words.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { namedGoods } from './named-goods.ts';
import { wordsOf } from './search-query.ts';
import css from './search-head.module.css';

const IN_ALL = Object.keys(LANGUAGES) as readonly Language[];

/** Words that are what the catalogue calls some goods find more as goods than as words: in whatever language a notice names them. */
export function GoodsOffered({ q, onGoods }: { readonly q: string; readonly onGoods: (concept: string) => void }): ReactNode {
  const say = useWords('search');
  const language = useLanguage();
  const glossary = useGlossary();
  const labels = useQueries({
    queries: IN_ALL.map((lang) => ({ ...askingLabels(lang), enabled: q !== '' })),
    combine: (answers) => answers.flatMap(({ data }) => (data === undefined ? [] : [data.goods])),
  });
  const concepts = namedGoods(wordsOf(q), labels);
  const counts = useQuery({
    ...asking('GET /api/v1/search', { query: { filter: 'priority>=0', facets: ['goods'], limit: 1 } }),
    enabled: concepts.length > 0,
    staleTime: 60_000,
  });
  const counted = new Map(counts.data?.facets.goods?.map(({ value, count }) => [value, count]));
  const offered = concepts.filter((concept) => (counted.get(concept) ?? 0) > 0);
  if (offered.length === 0) return null;
  return (
    <div className={css.offered} role="group" aria-label={say('asGoods')}>
      <span>{say('asGoods')}</span>
      {offered.map((concept) => (
        <Button key={concept} onClick={() => onGoods(concept)}>
          {glossary.goods(concept)} <span className={css.count}>{new Intl.NumberFormat(language).format(counted.get(concept) ?? 0)}</span>
        </Button>
      ))}
    </div>
  );
}
