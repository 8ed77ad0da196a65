import type { ReactNode } from 'react';
import { useSearch } from '@tanstack/react-router';
import type { Asking } from '../../parts/asked-about.tsx';
import { FilterLine } from '../../parts/filter-line.tsx';
import { filterProblem } from '../../parts/filter-problem.ts';
import { useWords } from '../../words/use-words.ts';
import { BulkBar } from './bulk-bar.tsx';
import { DemoStrip } from './demo.tsx';
import { Filters } from './filters.tsx';
import { useFirstRun } from './first-run.tsx';
import type { Sheet } from './sheet.ts';
import type { Sort } from './sort.ts';
import type { InboxState } from './use-inbox.ts';
import { isGiven } from './views.ts';
import { ViewsMenu } from './views-menu.tsx';
import css from './inbox-head.module.css';

const FILTER_ID = 'inbox-filter';

/** What list this is, how long, what it asks for, and what came in meanwhile. */
export function InboxHead({
  filter,
  sort,
  sheet,
  pending,
  error,
  state,
  onAsk,
}: {
  readonly filter: string;
  readonly sort: Sort;
  readonly sheet: Sheet;
  /** The list of this filter is not there yet. */
  readonly pending: boolean;
  readonly error: unknown;
  readonly state: InboxState;
  readonly onAsk: (what: Asking) => void;
}): ReactNode {
  const say = useWords('inbox');
  const { q, view } = useSearch({ from: '/inbox' });
  const ask = (wanted: string): void => state.go({ q: wanted, ...(sort === 'priority' ? {} : { sort }) });
  const order = (by: Sort): void => state.go({ q, view, ...(by === 'priority' && view === undefined ? {} : { sort: by }) });
  const { total, news } = sheet;
  // Nothing to filter yet.
  const bare = useFirstRun(total === 0) === true;
  return (
    <header className={css.head}>
      <div className={css.line}>
        <ViewsMenu filter={filter} sort={sort} onChoose={(to) => state.go(to)} />
        <div className={css.count} aria-live="polite" aria-busy={pending}>
          {total !== null && <span>{say('notices', { count: total })}</span>}
          {total !== null && sort === 'firstSeen' && <span>{say('newestFirst')}</span>}
        </div>
      </div>
      {!bare && (
        <div className={css.line}>
          <FilterLine
            id={FILTER_ID}
            label={say('filterLabel')}
            placeholder={say('filterHint')}
            filter={filter}
            named={isGiven(filter)}
            problem={filterProblem(error)}
            onApply={ask}
          />
          <Filters filter={filter} onChange={ask} sort={sort} onSort={order} />
        </div>
      )}
      <DemoStrip />
      {state.selection.size > 0 && <BulkBar total={total ?? 0} state={state} onAsk={onAsk} />}
      {news !== null && (
        <button type="button" className={css.news} onClick={() => void sheet.renew()}>
          {news.more > 0 ? say('news', { count: news.more }) : say('newsOrder')}
          <span>{say('newsShow')}</span>
        </button>
      )}
    </header>
  );
}
