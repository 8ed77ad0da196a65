import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { MatchList } from '../../parts/match-list.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './screening.module.css';

/** Names that have matches first, each with its matches; then those without, in one paragraph; and the receipt. */
export function NameResults({ found, acts }: { readonly found: Answer<'POST /api/v1/screen'>; readonly acts: ReactNode }): ReactNode {
  const say = useWords('screening');
  const { results, receipt } = found;
  const hits = results.filter(({ matches }) => matches.length > 0);
  const none = results.filter(({ matches }) => matches.length === 0);
  return (
    <div className={css.results}>
      <header className={css.resultsHead}>
        <h2>
          {hits.length === 0 ? say('nothingFound', { count: results.length }) : say('foundOf', { count: hits.length, all: results.length })}
        </h2>
        <div className={`${css.acts} no-print`}>{acts}</div>
      </header>
      <p className={css.soft}>
        {say('against', { lists: receipt.lists.map(({ list, version }) => `${list} ${version}`).join(', ') })}{' '}
        <Link to="/screening" search={{ tab: 'receipts', receipt: receipt.id }}>
          {say('toReceipt')}
        </Link>
      </p>
      <MatchList
        groups={hits.map(({ row, query, matches }) => ({
          id: String(row),
          matches,
          head: (
            <h3 className={css.askedName}>
              <bdi>{query.name}</bdi>
            </h3>
          ),
        }))}
      />
      {hits.length > 0 && none.length > 0 && (
        <section>
          <h3>{say('withoutMatch', { count: none.length })}</h3>
          <ul className={css.plainNames}>
            {none.map(({ row, query }) => (
              <li key={row}>
                <bdi>{query.name}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
