import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../../api/queries.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { useMay } from '../../../api/who.ts';
import { Button } from '../../../parts/button.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useExport } from './export-made.ts';
import css from './evidence-list.module.css';

/** The page as it was, in a viewer that the administrator has provided; nothing where there is none. */
export function Replay({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const { data } = useQuery({ ...asking('GET /api/v1/desk', {}), staleTime: 60_000 });
  const may = useMay('analyst');
  const made = useExport(notice.id);
  const viewer = data?.home?.replay ?? null;
  if (viewer === null || !may) return null;
  return (
    <section className={`${css.part} no-print`} aria-label={say('replay')}>
      <header>
        <h3>{say('replay')}</h3>
        {made.data === undefined && (
          <Button disabled={made.isPending} onClick={() => made.mutate(true)}>
            {say(made.isPending ? 'exporting' : 'replayNow')}
          </Button>
        )}
      </header>
      <ProblemLine error={made.error} />
      {made.data === undefined ? (
        <p className={css.soft}>{say('replayHint')}</p>
      ) : (
        <>
          {/* Scripts of strangers run in it, at an origin of their own, which they may not leave: no other page in place of ours, no windows, no forms. */}
          <iframe
            className={css.frame}
            title={say('replay')}
            sandbox="allow-scripts allow-same-origin"
            src={viewOf(viewer, made.data.id, notice)}
          />
          <a href={viewOf(viewer, made.data.id, notice)} target="_blank" rel="noopener noreferrer">
            {say('replayAlone')}
          </a>
        </>
      )}
    </section>
  );
}

/** The package in the viewer, at the page that the text is from. */
function viewOf(viewer: string, made: string, { url, captures, reading }: NoticeInFull): string {
  const shown = captures.find(({ sha256 }) => sha256 === reading?.capture);
  const query = new URLSearchParams({ export: made, url: shown?.url ?? url });
  if (shown !== undefined) query.set('ts', shown.at.replace(/\D/g, '').slice(0, 14));
  return `${viewer}?${query.toString()}`;
}
