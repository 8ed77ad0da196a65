import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useListsKept } from '../../api/lists-kept.ts';
import type { Publisher } from '../../api/routes.gen.ts';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { Moment } from '../../parts/moment.tsx';
import { NameReading } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './publishers.module.css';

export function PublisherTable({ publishers }: { readonly publishers: readonly Publisher[] }): ReactNode {
  const shell = useWords('shell');
  const say = useWords('publishers');
  const notice = useWords('notice');
  const unscreened = useListsKept() === false;
  const count = (value: number, beside?: string): ReactNode => (
    <>
      <span data-none={value === 0} className={css.count}>
        {value}
      </span>
      {beside !== undefined && value > 0 && <span className={css.beside}>{beside}</span>}
    </>
  );
  const columns: readonly Column<Publisher>[] = [
    {
      id: 'publisher',
      label: say('publisher'),
      cell: ({ id, name, host }) => (
        <>
          <Link from="/publishers" to="/publishers" search={(before) => ({ ...before, publisher: id })} className={css.name}>
            <ShownText text={name} />
          </Link>
          <NameReading name={name} below />
          <span className={css.beside}>{host}</span>
        </>
      ),
    },
    {
      id: 'removed',
      label: say('removed'),
      figures: true,
      cell: ({ removed, removedByPublisher }) => count(removed, say('byItself', { count: removedByPublisher })),
    },
    { id: 'edited', label: say('edited'), figures: true, cell: ({ edited, edits }) => count(edited, say('editsOf', { edits })) },
    { id: 'copied', label: say('copied'), figures: true, cell: ({ copied }) => count(copied) },
    {
      id: 'listed',
      label: say('listed'),
      figures: true,
      cell: ({ listed }) => (unscreened ? <abbr title={notice('notScreened')}>–</abbr> : count(listed)),
    },
    { id: 'notices', label: say('notices'), figures: true, cell: ({ notices }) => notices },
    { id: 'latest', label: say('latest'), cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} about /> },
  ];
  return (
    <>
      <DataTable label={shell('publishers')} columns={columns} rows={publishers} keyOf={({ id }) => id} />
      {unscreened && (
        <p className={css.unscreened}>
          {notice('notScreened')} <Link to="/lists">{notice('toLists')}</Link>
        </p>
      )}
    </>
  );
}
