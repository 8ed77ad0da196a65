import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { Moment } from '../../parts/moment.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import { judgedBy } from './evidence/told-acts.ts';
import css from './reader.module.css';

/** Who judged a notice, when, and why, at its head; nothing where it waits for somebody to do so. */
export function Judged({ notice: { id, triage } }: { readonly notice: NoticeInFull }): ReactNode {
  return triage.state === 'new' ? null : <By id={id} state={triage.state} />;
}

function By({ id, state }: { readonly id: string; readonly state: 'dismissed' | 'escalated' }): ReactNode {
  const say = useWords('notice');
  const who = useWho();
  const { data } = useQuery(askingActs(id));
  const act = judgedBy(data?.items ?? [], state);
  if (act === undefined) return null;
  return (
    <p className={css.judged}>
      <b>{say(state === 'dismissed' ? 'actDismiss' : 'actEscalate', { by: who(act.by) })}</b> <Moment at={act.at} about />
      {act.why !== null && (
        <>
          {': '}
          <q>
            <ShownText text={act.why} />
          </q>
        </>
      )}
    </p>
  );
}

/** What was done with a notice. */
export function askingActs(id: string) {
  return asking('GET /api/v1/notices/:id/triage', { params: { id }, query: { limit: 200 } });
}
