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
  const home: object | null = data?.home ?? null;
  if (home === null || !('replay' in home) || home.replay !== true || !may) return null;
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
        <iframe className={css.frame} title={say('replay')} src={`/replay/view?export=${encodeURIComponent(made.data.id)}`} />
      )}
    </section>
  );
}
