import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AuditEntry } from '../../../api/routes.gen.ts';
import { DataTable, type Column } from '../../../parts/data-table.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import css from '../settings.module.css';

export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }): ReactNode {
  const say = useWords('settings');
  const shell = useWords('shell');
  const about = (text: string, shown: string): ReactNode => (
    <Link to="/settings" search={{ tab: 'audit', about: text }} className={css.plainLink}>
      <ShownText text={shown} />
    </Link>
  );
  const columns: readonly Column<AuditEntry>[] = [
    { id: 'num', label: say('number'), figures: true, cell: ({ num, hash }) => <span title={hash}>{num}</span> },
    {
      id: 'at',
      label: say('whenDone'),
      cell: ({ at }) => (
        <span className={css.whole}>
          <Moment at={at} />
        </span>
      ),
    },
    {
      id: 'who',
      label: say('who'),
      cell: ({ actor, address }) => (
        <div className={css.whole}>
          {about(actor.name, actor.kind === 'local' ? shell('localUser') : actor.name)}
          {address !== null && <p className={css.aside}>{address}</p>}
        </div>
      ),
    },
    { id: 'act', label: say('act'), cell: ({ act }) => about(act, act) },
    {
      id: 'subject',
      label: say('subject'),
      cell: ({ subject, detail }) => (
        <>
          <ShownText text={subject} />
          <Details detail={detail} />
        </>
      ),
    },
  ];
  return <DataTable label={say('tabAudit')} columns={columns} rows={entries} keyOf={({ num }) => String(num)} />;
}

function Details({ detail }: { readonly detail: AuditEntry['detail'] }): ReactNode {
  const told = Object.entries(detail);
  if (told.length === 0) return null;
  return (
    <code className={css.aside}>
      <ShownText text={told.map(([key, value]) => `${key}=${String(value)}`).join(' ')} />
    </code>
  );
}
