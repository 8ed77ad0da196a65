import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sayDone } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { asking, forget } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Acts } from '../../../parts/form.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';
import { SessionTable } from '../session-table.tsx';
import css from '../settings.module.css';

/** Where somebody is logged in, and an end to all of it. */
export function SessionsPanel({
  id,
  mail,
  onClose,
}: {
  readonly id: string;
  readonly mail: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords('settings');
  const query = useQuery(asking('GET /api/v1/users/:id/sessions', { params: { id } }));
  const end = useMutation({
    mutationFn: () => ask('DELETE /api/v1/users/:id/sessions', { params: { id } }),
    onSuccess: () => {
      forget('GET /api/v1/users/:id/sessions');
      sayDone(say('sessionsEnded', { mail }));
      onClose();
    },
  });
  return (
    <Panel open onClose={onClose} title={say('sessionsOf', { mail })} wide>
      <div className={css.form}>
        <Answered query={query} lines={3}>
          {({ items }) => <SessionTable sessions={items} />}
        </Answered>
        <ProblemLine error={end.error} />
        <Acts end>
          <Button disabled={end.isPending || query.data?.items.length === 0} onClick={() => end.mutate()}>
            {say('endSessions')}
          </Button>
        </Acts>
      </div>
    </Panel>
  );
}
