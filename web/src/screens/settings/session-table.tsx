import type { ReactNode } from 'react';
import type { Session } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/use-words.ts';
import { browserName } from './browser-name.ts';
import css from './settings.module.css';

/** Sessions with the browser, the address and the time of each; `onEnd` where one may be ended. */
export function SessionTable({
  sessions,
  onEnd,
}: {
  readonly sessions: readonly Session[];
  readonly onEnd?: (session: Session) => void;
}): ReactNode {
  const say = useWords('settings');
  if (sessions.length === 0) return <p>{say('noSessions')}</p>;
  const columns: readonly Column<Session>[] = [
    {
      id: 'browser',
      label: say('browser'),
      cell: ({ agent, current }) => (
        <>
          <span title={agent ?? undefined}>{browserName(agent) ?? say('unknownBrowser')}</span>
          {current && <span className={css.aside}>{say('thisOne')}</span>}
        </>
      ),
    },
    { id: 'address', label: say('address'), cell: ({ address }) => <bdi>{address ?? '–'}</bdi> },
    { id: 'lastUsed', label: say('lastUsed'), cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} about /> },
    { id: 'began', label: say('began'), cell: ({ createdAt }) => <Moment at={createdAt} about /> },
  ];
  const act: Column<Session> = {
    id: 'act',
    label: say('acts'),
    cell: (session) =>
      session.current ? null : (
        <Button kind="quiet" onClick={() => onEnd?.(session)}>
          {say('endSession')}
        </Button>
      ),
  };
  return (
    <DataTable label={say('browser')} columns={onEnd === undefined ? columns : [...columns, act]} rows={sessions} keyOf={({ id }) => id} />
  );
}
