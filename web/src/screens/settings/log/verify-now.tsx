import { useMutation, useQuery } from '@tanstack/react-query';
import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ask } from '../../../api/ask.ts';
import { asking, forget } from '../../../api/queries.ts';
import type { HomeVerdict } from '../../../api/routes.gen.ts';
import { Button } from '../../../parts/button.tsx';
import { Acts } from '../../../parts/form.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Section } from '../../../parts/page.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';
import css from '../settings.module.css';

const LOOK_MS = 700;

/** Has everything computed anew, in front of the user. It goes on when they leave, and is found again. */
export function VerifyNow(): ReactNode {
  const say = useWords('settings');
  const begin = useMutation({
    mutationFn: () => ask('POST /api/v1/log/verification', {}),
    onMutate: () => setTimeout(() => forget('GET /api/v1/log/verification'), 50),
    onSettled: () => forget('GET /api/v1/log/verification'),
  });
  const { data } = useQuery({
    ...asking('GET /api/v1/log/verification', {}),
    staleTime: 0,
    refetchInterval: ({ state }) => (begin.isPending || (state.data?.underWay ?? null) !== null ? LOOK_MS : false),
  });
  const isUnderWay = begin.isPending || (data?.underWay ?? null) !== null;
  const last = data?.last ?? null;
  const share = data?.underWay?.share ?? 0;
  return (
    <Section title={say('verifyTitle')}>
      <p className={css.hint}>{say('verifyHint')}</p>
      {isUnderWay ? (
        <div className={css.progress}>
          <progress value={share} max={1} aria-label={say('verifyTitle')} />
          <span role="status">{say('verifying', { percent: Math.floor(share * 100) })}</span>
        </div>
      ) : (
        <Acts>
          <Button onClick={() => begin.mutate()}>{say('verifyNow')}</Button>
        </Acts>
      )}
      <ProblemLine error={begin.error} />
      {!isUnderWay && last !== null && <Verdict verdict={last.verdict} at={last.endedAt} />}
    </Section>
  );
}

function Verdict({ verdict, at }: { readonly verdict: HomeVerdict; readonly at: string }): ReactNode {
  const say = useWords('settings');
  const { ok, index, why, entries = 0, captures = 0, dropped = 0, forgotten = 0, anchors } = verdict;
  return (
    <div className={css.holds} role="status">
      {ok ? (
        <>
          <p className={css.good}>
            <Check aria-hidden="true" />
            {say('verifyOk')}
          </p>
          <p>{say('verifyCounts', { entries, captures, dropped, forgotten, anchors: anchors?.count ?? 0 })}</p>
        </>
      ) : (
        <>
          <p className={css.wrong}>
            <TriangleAlert aria-hidden="true" />
            {say('verifyFails')}
            {index !== undefined && index !== null && ` (${say('verifyAt', { index })})`}
          </p>
          <p lang="en">{why}</p>
        </>
      )}
      <p className={css.aside}>
        <Moment at={at} />
      </p>
    </div>
  );
}
