import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asking } from '../../../api/queries.ts';
import type { Capture, NoticeInFull } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { useWords } from '../../../words/use-words.ts';
import { CaptureRow } from './capture-row.tsx';
import { Replay } from './replay.tsx';
import { Screenshot } from './screenshot.tsx';
import { VisitRows } from './visit-rows.tsx';
import { visitsOf } from './visits.ts';
import css from './evidence-list.module.css';

/** The page as it was kept: replayed where a viewer is there, as picture, and each capture with what can be had of it. */
export function PageKept({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const query = useQuery(asking('GET /api/v1/notices/:id/captures', { params: { id: notice.id }, query: { limit: 200 } }));
  return <Answered query={query}>{({ items }) => <Kept notice={notice} captures={items} />}</Answered>;
}

function Kept({ notice, captures }: { readonly notice: NoticeInFull; readonly captures: readonly Capture[] }): ReactNode {
  const say = useWords('notice');
  const { visits, beside } = visitsOf(notice.observations, captures);
  const shown = captures.findLast(({ mode, warc }) => (mode === 'browser' || mode === 'rendered') && warc !== null);
  return (
    <>
      <Replay notice={notice} />
      <section className={css.part} aria-label={say('asPicture')}>
        <h3>{say('asPicture')}</h3>
        {shown === undefined ? <NoPicture notice={notice} /> : <Screenshot capture={shown} />}
      </section>
      <section className={css.part} aria-label={say('timeline')}>
        <h3>{say('timeline')}</h3>
        <VisitRows notice={notice} visits={visits} />
      </section>
      {beside.length > 0 && (
        <section className={css.part} aria-label={say('captures')}>
          <h3>{say('captures')}</h3>
          <ol className={css.rows}>
            {beside.map((capture) => (
              <CaptureRow key={capture.sha256} capture={capture} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** No browser was sent to the page; where that is set. */
function NoPicture({ notice: { sources } }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const source = sources[0];
  return (
    <p className={css.nothing}>
      {say('noPicture')}{' '}
      {source !== undefined && (
        <Link to="/sources" search={{ source: source.id }} className="no-print">
          {say('toSource')}
        </Link>
      )}
    </p>
  );
}
