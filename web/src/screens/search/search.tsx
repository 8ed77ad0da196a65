import { useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { leaveBehind } from '../../acts/done.ts';
import { useKeys } from '../../acts/keys.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { withValue } from '../../parts/filter-text.ts';
import { useColumns } from '../../parts/use-columns.ts';
import { useWords } from '../../words/use-words.ts';
import { Facets } from './facets.tsx';
import { GoodsOffered } from './goods-offered.tsx';
import { KeepSearch } from './keep-search.tsx';
import { OpenedHit } from './opened-hit.tsx';
import { Results } from './results.tsx';
import { focusWords, SearchHead } from './search-head.tsx';
import { useFound } from './use-found.ts';
import css from './search.module.css';

/** Full text of all notices, narrowed by facets; what is opened stands beside the results. */
export function SearchScreen(): ReactNode {
  const say = useWords('search');
  const address = useSearch({ from: '/search' });
  const navigate = useNavigate({ from: '/search' });
  const isWide = useColumns() === 3;
  const [keeping, setKeeping] = useState(false);
  const { q = '', filter = '', notice = null } = address;
  const isAsked = q !== '' || filter !== '';
  const { hits, asked, named, asGoods } = useFound(q, filter);
  const go = (next: typeof address, replace = false): void => void navigate({ search: next, replace, resetScroll: false });
  const open = (id: string | null): void => {
    go({ ...address, notice: id ?? undefined }, notice !== null && id !== null);
    if (id !== notice) leaveBehind();
  };
  const step = (by: 1 | -1): void => {
    const at = hits.items.findIndex((hit) => hit.notice.id === notice);
    const next = hits.items[at < 0 ? 0 : at + by];
    if (next !== undefined) open(next.notice.id);
    else if (by > 0) hits.more();
  };
  useKeys('here', [
    { key: '/', label: say('keyWords'), run: focusWords },
    { key: 'j', label: say('keyNext'), repeats: true, run: () => step(1) },
    { key: 'k', label: say('keyBefore'), repeats: true, run: () => step(-1) },
    { key: 'Enter', label: say('keyOpen'), run: () => step(1) },
    { key: 'Escape', label: say('keyClose'), run: () => open(null) },
    // Not w, which says why a notice was judged here too.
    { key: 'b', label: say('keep'), run: () => isAsked && setKeeping(true) },
  ]);
  // Nothing to narrow, and nothing that narrows.
  const isBare = hits.total === 0 && filter === '';
  const folded = isBare || !isWide || notice !== null;
  // What is looked for as goods is ticked as goods: a tick more or less goes on from there.
  const narrow = (next: string): void => go(asGoods ? { filter: next } : { ...address, filter: next });
  const facets = <Facets asked={asked} filter={asGoods ? asked.filter : filter} onFilter={narrow} folded={folded} />;
  const opened = notice !== null && (
    <OpenedHit id={notice} alone={!isWide} tab={address.tab} onTab={(tab) => go({ ...address, tab }, true)} />
  );
  return (
    <div className={css.screen} data-open={notice !== null} data-wide={isWide}>
      {(isWide || notice === null) && (
        <section className={css.found} aria-label={say('results')}>
          <SearchHead
            q={q}
            filter={filter}
            problem={hits.error}
            total={isAsked ? hits.total : null}
            onWords={(words, replace) => go({ ...address, q: words, notice: replace ? address.notice : undefined }, replace)}
            onFilter={(next) => go({ ...address, filter: next })}
            onKeep={() => setKeeping(true)}
          />
          {isAsked && <GoodsOffered named={named} onGoods={(concept) => go({ filter: withValue(filter, 'goods', concept, true) })} />}
          {isAsked ? (
            <div className={css.body} data-folded={folded} data-bare={isBare}>
              {!isBare && facets}
              <Results hits={hits} asGoods={asGoods} q={q} filter={filter} chosen={notice} onOpen={open} onLoosen={(next) => go(next)} />
            </div>
          ) : (
            <Empty title={say('startTitle')} acts={<Button onClick={focusWords}>{say('startButton')}</Button>}>
              {say('startText')}
            </Empty>
          )}
        </section>
      )}
      {opened !== false && !isWide && (
        <div className={css.back}>
          <Button kind="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={() => open(null)}>
            {say('backToResults')}
          </Button>
        </div>
      )}
      {opened}
      <KeepSearch {...asked} open={keeping} onClose={() => setKeeping(false)} />
    </div>
  );
}
