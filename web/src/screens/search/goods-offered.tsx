import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import { Button } from '../../parts/button.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './search-head.module.css';
import type { NamedGoods } from './use-named-goods.ts';

/** Words that are what the catalogue calls some goods find more as goods than as words: in whatever language a notice names them. */
export function GoodsOffered({ named, onGoods }: { readonly named: NamedGoods; readonly onGoods: (concept: string) => void }): ReactNode {
  const say = useWords('search');
  const language = useLanguage();
  const glossary = useGlossary();
  if (named.length === 0) return null;
  return (
    <div className={css.offered} role="group" aria-label={say('asGoods')}>
      <span>{say('asGoods')}</span>
      {named.map(({ concept, count }) => (
        <Button key={concept} onClick={() => onGoods(concept)}>
          {glossary.goods(concept)} <span className={css.count}>{new Intl.NumberFormat(language).format(count)}</span>
        </Button>
      ))}
    </div>
  );
}
