import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sayDone } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { forget } from '../../../api/queries.ts';
import type { AlertRuleInUse } from '../../../api/routes.gen.ts';
import { Button } from '../../../parts/button.tsx';
import { Acts } from '../../../parts/form.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';
import { channelWord } from './channels.ts';
import css from '../settings.module.css';

/** The alerts, each with what was sent, what waits and what went wrong last. */
export function AlertList({
  alerts,
  onRemove,
}: {
  readonly alerts: readonly AlertRuleInUse[];
  readonly onRemove: (alert: AlertRuleInUse) => void;
}): ReactNode {
  return (
    <ul className={css.lines}>
      {alerts.map((alert) => (
        <AlertLine key={alert.id} alert={alert} onRemove={() => onRemove(alert)} />
      ))}
    </ul>
  );
}

function AlertLine({ alert, onRemove }: { readonly alert: AlertRuleInUse; readonly onRemove: () => void }): ReactNode {
  const say = useWords('settings');
  const { id, name, channel, target, when, sent, waiting, failed, lastSentAt, lastError } = alert;
  const test = useMutation({
    mutationFn: () => ask('POST /api/v1/alerts/:id/test', { params: { id } }),
    onSuccess: () => sayDone(say('testTaken', { target })),
    onSettled: () => forget('GET /api/v1/alerts'),
  });
  // A rule without a name is called by its id.
  const called = name === id ? target : name;
  return (
    <li className={css.line} aria-label={called}>
      <div className={css.lineHead}>
        <strong>{called}</strong>
        <span className={css.aside}>
          {say(channelWord(channel))}
          {called !== target && (
            <>
              {' · '}
              <bdi>{target}</bdi>
            </>
          )}
        </span>
      </div>
      <code className={css.predicate}>{when}</code>
      <p className={css.aside}>
        {say('sent')}: {sent} · {say('waiting')}: {waiting} · {say('failed')}: {failed} · {say('lastSent')}:{' '}
        {lastSentAt === null ? say('neverUsed') : <Moment at={new Date(lastSentAt).toISOString()} about />}
      </p>
      {lastError !== null && (
        <p className={css.wrong} lang="en">
          {lastError}
        </p>
      )}
      <ProblemLine error={test.error} />
      <Acts>
        <Button disabled={test.isPending} onClick={() => test.mutate()}>
          {test.isPending ? say('testing') : say('test')}
        </Button>
        <Button kind="quiet" onClick={onRemove} aria-label={say('removeAlertTitle', { name: called })}>
          {say('remove')}…
        </Button>
      </Acts>
    </li>
  );
}
