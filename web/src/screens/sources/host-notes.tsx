import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import type { WatchedSource } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './sources.module.css';

/** What holds for all of a host: that it asked to be left alone, that it is asked too often for its pace, that many removals wait for a person. */
export function HostNotes({ source }: { readonly source: WatchedSource }): ReactNode {
  const say = useWords('sources');
  const language = useLanguage();
  const may = useMay('analyst');
  const { host } = source;
  const confirm = useMutation({
    mutationFn: () => ask('POST /api/v1/hosts/:host/confirm-removals', { params: { host: host.host } }),
    onSuccess: ({ confirmed }) => {
      forget('GET /api/v1/sources', 'GET /api/v1/notices');
      sayDone(say('removalsConfirmed', { count: confirmed.length }));
    },
  });
  return (
    <>
      {host.removalsHeldSince !== null && (
        <section className={css.hold}>
          <h3>{say('removalsTitle', { count: host.removalsHeld })}</h3>
          <p>{say('removalsText', { host: host.host })}</p>
          <p className={css.soft}>
            {say('since')} <Moment at={host.removalsHeldSince} />
          </p>
          {may && (
            <Button kind="grave" onClick={() => confirm.mutate()} disabled={confirm.isPending}>
              {say('confirmRemovals')}
            </Button>
          )}
          <ProblemLine error={confirm.error} />
        </section>
      )}
      {host.heldUntil !== null && (
        <p className={css.soft}>
          {say('heldUntil', { host: host.host })} <Moment at={host.heldUntil} />
          {host.heldReason !== null && (
            <>
              {' · '}
              <span lang="en">{host.heldReason}</span>
            </>
          )}
        </p>
      )}
      {host.stretch > 1.05 && (
        <p className={css.soft}>
          {say('stretched', { host: host.host, times: host.stretch.toLocaleString(language, { maximumFractionDigits: 1 }) })}
        </p>
      )}
    </>
  );
}
