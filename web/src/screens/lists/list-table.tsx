import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { List } from '../../api/routes.gen.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/use-words.ts';
import { ListOrigin } from './list-origin.tsx';
import { ListState } from './list-state.tsx';
import css from './lists.module.css';

/** Lists that need somebody first, then as they were added. */
export function ListTable({ lists }: { readonly lists: readonly List[] }): ReactNode {
  const say = useWords('lists');
  const rank = ({ held, lastError }: List): number => (held !== null ? 0 : lastError !== null ? 1 : 2);
  return (
    <DataTable
      label={say('table')}
      rows={lists.toSorted((a, b) => rank(a) - rank(b) || a.order - b.order)}
      keyOf={({ name }) => name}
      columns={[
        {
          id: 'name',
          label: say('name'),
          cell: ({ name, address }) => (
            <div className={css.name}>
              <Link to="/lists" search={{ list: name }}>
                {name}
              </Link>
              <ListOrigin address={address} />
            </div>
          ),
        },
        { id: 'state', label: say('state'), cell: (list) => <ListState list={list} /> },
        { id: 'version', label: say('version'), figures: true, cell: ({ current }) => current?.version ?? '–' },
        { id: 'listings', label: say('listings'), figures: true, cell: ({ current }) => current?.counts.listings ?? '–' },
        {
          id: 'published',
          label: say('published'),
          cell: ({ current }) => <Moment at={current?.publishedAt ?? current?.fetchedAt} about />,
        },
        { id: 'checked', label: say('lastCheck'), cell: ({ lastCheckAt }) => <Moment at={lastCheckAt} about /> },
        { id: 'next', label: say('nextCheck'), cell: ({ nextCheckAt }) => <Moment at={nextCheckAt} about /> },
      ]}
    />
  );
}
