import type { ReactNode } from 'react';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Moment } from '../../parts/moment.tsx';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWords } from '../../words/use-words.ts';
import { Basis } from '../notice/basis.tsx';
import { visitRunsOf, type VisitRow } from './visit-runs.ts';

const MOST = 60;

/** Every visit of a notice: when, what it showed and by what sign, the digest of what was received, its entry of the log. The first and the last where there are many. */
export function ObservationsTable({ notice: { id, title, observations, captures } }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('cases');
  const rows = visitRunsOf(observations);
  const some = rows.length > MOST ? [...rows.slice(0, MOST / 2), ...rows.slice(-MOST / 2)] : rows;
  const told = some.reduce((sum, row) => sum + ('visit' in row ? 1 : row.more), 0);
  const entries = new Map(captures.map(({ sha256, logIndex }) => [sha256, logIndex]));
  const ofVisit = (cell: (visit: NoticeInFull['observations'][number]) => ReactNode) =>
    function Cell(row: VisitRow): ReactNode {
      return 'visit' in row ? cell(row.visit) : null;
    };
  return (
    <>
      <DataTable
        label={`${say('visits')}: ${shownString(title ?? '')} ${id}`}
        rows={some}
        keyOf={(row) => ('visit' in row ? String(row.visit.logIndex) : `after ${String(row.after.logIndex)}`)}
        columns={[
          {
            id: 'at',
            label: say('when'),
            cell: (row) => ('visit' in row ? <Moment at={row.visit.at} /> : say('visitsLike', { count: row.more })),
          },
          { id: 'state', label: say('state'), cell: ofVisit(({ state }) => <StateMark state={state} />) },
          { id: 'basis', label: say('basis'), cell: ofVisit((visit) => <Basis of={visit} />) },
          { id: 'digest', label: say('digest'), cell: ofVisit((visit) => <Brought visit={visit} entries={entries} />) },
          { id: 'log', label: say('logEntry'), cell: ofVisit(({ logIndex }) => logIndex) },
        ]}
      />
      {observations.length > told && <p>{say('visitsLeft', { count: observations.length - told })}</p>}
    </>
  );
}

/** The digest of what a visit received, and where its bytes stand in the log. */
function Brought({
  visit: { capture, confirms },
  entries,
}: {
  readonly visit: NoticeInFull['observations'][number];
  readonly entries: ReadonlyMap<string, number>;
}): ReactNode {
  const say = useWords('cases');
  const sha256 = capture ?? confirms;
  if (sha256 === null) return '–';
  const index = entries.get(sha256);
  return (
    <>
      <code>{sha256}</code> {index !== undefined && <small>{say('captureIndex', { index })}</small>}
    </>
  );
}
