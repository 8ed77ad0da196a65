import type { ReactNode } from 'react';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Moment } from '../../parts/moment.tsx';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWords } from '../../words/use-words.ts';

const MOST = 60;

/** Every visit of a notice: when, what it showed and by what sign, the digest of what was received, its entry of the log. The first and the last where there are many. */
export function ObservationsTable({ notice: { id, title, observations } }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('cases');
  const some = observations.length > MOST ? [...observations.slice(0, MOST / 2), ...observations.slice(-MOST / 2)] : observations;
  return (
    <>
      <DataTable
        label={`${say('visits')}: ${shownString(title ?? '')} ${id}`}
        rows={some}
        keyOf={({ logIndex }) => String(logIndex)}
        columns={[
          { id: 'at', label: say('when'), cell: ({ at }) => <Moment at={at} /> },
          { id: 'state', label: say('state'), cell: ({ state }) => <StateMark state={state} /> },
          { id: 'basis', label: say('basis'), cell: ({ basis, reason }) => basis ?? reason ?? '–' },
          { id: 'digest', label: say('digest'), cell: ({ capture, confirms }) => <code>{capture ?? confirms ?? '–'}</code> },
          { id: 'log', label: say('logEntry'), figures: true, cell: ({ logIndex }) => logIndex },
        ]}
      />
      {observations.length > some.length && <p>{say('visitsLeft', { count: observations.length - some.length })}</p>}
    </>
  );
}
