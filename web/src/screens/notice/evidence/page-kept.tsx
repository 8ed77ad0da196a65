import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../../api/queries.ts';
import type { Capture, NoticeInFull } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { useWords } from '../../../words/use-words.ts';
import { CaptureRow } from './capture-row.tsx';
import { Replay } from './replay.tsx';
import { Screenshot } from './screenshot.tsx';
import css from './evidence-list.module.css';

/** The page as it was kept: replayed where a viewer is there, as picture, and each capture with what can be had of it. */
export function PageKept({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const query = useQuery(asking('GET /api/v1/notices/:id/captures', { params: { id: notice.id }, query: { limit: 200 } }));
  return <Answered query={query}>{({ items }) => <Kept notice={notice} captures={items} />}</Answered>;
}

function Kept({ notice, captures }: { readonly notice: NoticeInFull; readonly captures: readonly Capture[] }): ReactNode {
  const say = useWords('notice');
  const shown = captures.findLast(({ mode, warc }) => (mode === 'browser' || mode === 'rendered') && warc !== null);
  return (
    <>
      <Replay notice={notice} />
      <section className={css.part} aria-label={say('asPicture')}>
        <h3>{say('asPicture')}</h3>
        {shown === undefined ? <p className={css.nothing}>{say('noPicture')}</p> : <Screenshot capture={shown} />}
      </section>
      <section className={css.part} aria-label={say('captures')}>
        <h3>{say('captures')}</h3>
        <ol className={css.rows}>
          {captures.map((capture) => (
            <CaptureRow key={capture.sha256} capture={capture} />
          ))}
        </ol>
      </section>
    </>
  );
}
