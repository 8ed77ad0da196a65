import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { askingPages } from '../../api/queries.ts';
import type { List, ListVersion } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Moment } from '../../parts/moment.tsx';
import { PROPERTY_WORDS } from '../../parts/party-words.ts';
import { ShowMore } from '../../parts/show-more.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './lists.module.css';

const SHOWN_BAD = 20;
const STATES = { current: 'versionCurrent', held: 'versionHeld', superseded: 'versionSuperseded' } as const;

/** Each download that was other than the one before, with its digest, its counts, and the rows that could not be read. */
export function ListVersions({ list }: { readonly list: List }): ReactNode {
  const query = useInfiniteQuery(askingPages('GET /api/v1/lists/:name/versions', { params: { name: list.name }, query: { limit: 50 } }));
  return (
    <>
      <Answered query={query}>{({ pages }) => <Versions name={list.name} rows={pages.flatMap(({ items }) => items)} />}</Answered>
      <ShowMore query={query} />
    </>
  );
}

function Versions({ name, rows }: { readonly name: string; readonly rows: readonly ListVersion[] }): ReactNode {
  const say = useWords('lists');
  const words = useWords('screening');
  const unread = rows.find(({ unreadValues }) => unreadValues.length > 0);
  const bad = rows.find(({ badRows }) => badRows.length > 0);
  return (
    <>
      <DataTable<ListVersion>
        label={say('tabVersions')}
        rows={rows}
        keyOf={({ version }) => String(version)}
        columns={[
          {
            id: 'version',
            label: say('version'),
            cell: ({ version, state }) => (
              <>
                <Link to="/lists" search={{ list: name, tab: 'changes', to: version }}>
                  {version}
                </Link>{' '}
                <span className={css.soft}>{say(STATES[state])}</span>
              </>
            ),
          },
          ...(rows.some(({ publishedAt }) => publishedAt !== null)
            ? [{ id: 'published', label: say('published'), cell: ({ publishedAt }: ListVersion) => <Moment at={publishedAt} /> }]
            : []),
          {
            id: 'fetched',
            label: say('fetched'),
            cell: ({ fetchedAt }) => (
              <span className={css.when}>
                <Moment at={fetchedAt} />
              </span>
            ),
          },
          { id: 'listings', label: say('listings'), figures: true, cell: ({ counts }) => counts.listings },
          { id: 'added', label: say('countAdded'), figures: true, cell: ({ counts }) => counts.added },
          { id: 'changed', label: say('countChanged'), figures: true, cell: ({ counts }) => counts.changed },
          { id: 'removed', label: say('countRemoved'), figures: true, cell: ({ counts }) => counts.removed },
          { id: 'bad', label: say('countBad'), figures: true, cell: ({ counts }) => counts.bad },
          {
            id: 'sha256',
            label: say('digest'),
            cell: ({ sha256 }) => (
              <span className={css.whole}>
                <Digest value={sha256} />
              </span>
            ),
          },
          { id: 'log', label: say('logIndex'), figures: true, cell: ({ logIndex }) => logIndex },
        ]}
      />
      {bad !== undefined && (
        <section className={css.bad}>
          <h2>{say('badTitle', { version: bad.version })}</h2>
          <ul>
            {bad.badRows.slice(0, SHOWN_BAD).map(({ line, why, kept }) => (
              <li key={`${line} ${why}`}>
                {say('lineNumber', { line })} · <span lang="en">{why}</span>
                {kept !== undefined && (
                  <>
                    {' '}
                    · <bdi>{kept.name}</bdi>: {say('keptAsOf', { version: kept.version })}
                  </>
                )}
              </li>
            ))}
            {bad.counts.bad > SHOWN_BAD && <li>{say('andMore', { count: bad.counts.bad - SHOWN_BAD })}</li>}
          </ul>
        </section>
      )}
      {unread !== undefined && (
        <section className={css.bad}>
          <h2>{say('unreadTitle', { version: unread.version })}</h2>
          <ul>
            {unread.unreadValues.slice(0, SHOWN_BAD).map(({ file, line, property, value }) => {
              const word = PROPERTY_WORDS[property];
              return (
                <li key={`${file} ${line} ${property} ${value}`}>
                  {say('lineNumber', { line })} · {word === undefined ? property : words(word)}: <bdi>{value}</bdi>
                </li>
              );
            })}
            {(unread.counts.unread ?? 0) > SHOWN_BAD && <li>{say('andMore', { count: (unread.counts.unread ?? 0) - SHOWN_BAD })}</li>}
          </ul>
        </section>
      )}
    </>
  );
}
