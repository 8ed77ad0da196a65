import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { askingPages } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterLine } from '../../parts/filter-line.tsx';
import { filterProblem } from '../../parts/filter-problem.ts';
import { MatchList } from '../../parts/match-list.tsx';
import { Priority } from '../../parts/priority.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark, type State } from '../../parts/state-mark.tsx';
import { useWords } from '../../words/use-words.ts';
import { Rescreen } from './rescreen.tsx';
import css from './screening.module.css';

const here = getRouteApi('/screening');
const FILTER_ID = 'matches-filter';
const STATES: ReadonlySet<string> = new Set(['present', 'changed', 'removed', 'blocked', 'unreachable']);

/** Notices that name listed parties, the most important first, each match with its decision; and what the latest lists changed. */
export function MatchesTab(): ReactNode {
  const say = useWords('screening');
  const { q } = here.useSearch();
  const navigate = here.useNavigate();
  const query = useInfiniteQuery(askingPages('GET /api/v1/matches', { query: { limit: 20, ...(q === undefined ? {} : { query: q }) } }));
  // What of the filter cannot be read is said under it.
  const problem = filterProblem(query.error);
  return (
    <div className={css.stack}>
      <Rescreen />
      <div className={css.find}>
        <label htmlFor={FILTER_ID}>{say('filterMatches')}</label>
        <FilterLine
          id={FILTER_ID}
          label={say('filterMatches')}
          placeholder={say('filterExample')}
          filter={q ?? ''}
          problem={problem}
          onApply={(filter) => void navigate({ search: { tab: 'matches', ...(filter === '' ? {} : { q: filter }) } })}
        />
      </div>
      {problem === null && (
        <Answered query={query}>
          {({ pages }) =>
            pages[0]?.items.length === 0 ? (
              <Empty title={q === undefined ? say('noMatchesTitle') : say('noMatchesFor', { q })}>{say('noMatches')}</Empty>
            ) : (
              <>
                <h2 className="visually-hidden">{say('tabMatches')}</h2>
                <MatchList
                  groups={pages
                    .flatMap(({ items }) => items)
                    .map(({ notice, matches }) => ({
                      id: notice.id,
                      notice: notice.id,
                      matches,
                      head: (
                        <h3 className={css.noticeHead}>
                          <Priority value={notice.priority} />
                          <Link to="/notices/$id" params={{ id: notice.id }} search={{ tab: 'matches' }}>
                            <ShownText text={notice.title ?? notice.url} />
                          </Link>
                          <StateMark state={STATES.has(notice.state) ? (notice.state as State) : null} />
                        </h3>
                      ),
                    }))}
                />
              </>
            )
          }
        </Answered>
      )}
      <ShowMore query={query} />
    </div>
  );
}
