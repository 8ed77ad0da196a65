import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import { asking } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { namedGoods } from './named-goods.ts';
import { wordsOf } from './search-query.ts';
import css from './search-head.module.css';

const LANGUAGES = ['en', 'zh', 'uk', 'ru'] as const;

/** Words that are what the catalogue calls some goods find more as goods than as words: in whatever language a notice names them. */
export function GoodsOffered({ q, onGoods }: { readonly q: string; readonly onGoods: (concept: string) => void }): ReactNode {
  const say = useWords('search');
  const language = useLanguage();
  const glossary = useGlossary();
  const labels = useQueries({
    queries: LANGUAGES.map((lang) => ({ ...asking('GET /api/v1/glossary', { query: { lang } }), staleTime: Infinity, enabled: q !== '' })),
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
