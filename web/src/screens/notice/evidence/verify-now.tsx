import { useMutation } from '@tanstack/react-query';
import { Check, CircleDashed, LoaderCircle, Minus, ShieldQuestion, X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { ask } from '../../../api/ask.ts';
import type { NoticeInFull, NoticeVerdict } from '../../../api/routes.gen.ts';
import { Button } from '../../../parts/button.tsx';
import { Digest } from '../../../parts/digest.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords, type WordKey } from '../../../words/use-words.ts';
import { useAllOpen } from '../all-open.ts';
import { captureName } from './capture-names.ts';
import css from './evidence-list.module.css';

type CheckName = NoticeVerdict['checks'][number]['name'];
const CHECKS = ['captures', 'readings', 'entries', 'log', 'checkpoint', 'timestamp'] as const satisfies readonly CheckName[];
const WORDS = {
  captures: 'checkCaptures',
  readings: 'checkReadings',
  entries: 'checkEntries',
  log: 'checkLog',
  checkpoint: 'checkCheckpoint',
  timestamp: 'checkTimestamp',
} as const satisfies Record<CheckName, WordKey<'notice'>>;
const ICONS = { pass: Check, fail: X, absent: Minus, untrusted: ShieldQuestion } as const;
const STATUS = { pass: 'checkPass', fail: 'checkFail', absent: 'checkAbsent', untrusted: 'checkUntrusted' } as const;

/** Proves what is kept of the notice anew, now, in front of whoever asks: each check with what came of it. */
export function VerifyNow({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const run = useMutation({
    mutationFn: async () => ({
      verdict: await ask('POST /api/v1/notices/:id/verification', { params: { id: notice.id } }),
      at: new Date().toISOString(),
    }),
  });
  const { verdict, at } = run.data ?? {};
  const atOnce = useAllOpen();
  const { mutate } = run;
  useEffect(() => {
    if (atOnce) mutate();
  }, [atOnce, mutate]);
  return (
    <section className={css.part} aria-label={say('verification')}>
      <header>
        <h3>{say('verification')}</h3>
        <Button className="no-print" kind={verdict === undefined ? 'main' : 'plain'} disabled={run.isPending} onClick={() => run.mutate()}>
          {say(run.isPending ? 'verifying' : 'verifyNow')}
        </Button>
      </header>
      <div role="status">
        {verdict !== undefined && !run.isPending && (
          <>
            <p className={css.verdict} data-ok={verdict.ok}>
              {say(verdict.ok ? 'verifiedOk' : 'verifiedBad')} <Moment at={at} />
            </p>
            <p className={css.soft}>{say('verifiedEntries', { count: verdict.entries.checked, all: verdict.entries.of })}</p>
          </>
        )}
      </div>
      {verdict === undefined && <p className={css.soft}>{say('verifyHint')}</p>}
      <ProblemLine error={run.error} />
      <ul className={css.checks} aria-busy={run.isPending}>
        {CHECKS.map((name) => (
          <CheckRow key={name} name={name} running={run.isPending} verdict={run.isPending ? undefined : verdict} />
        ))}
      </ul>
      {verdict !== undefined && <Found notice={notice} verdict={verdict} />}
    </section>
  );
}

function CheckRow({
  name,
  running,
  verdict,
}: {
  readonly name: CheckName;
  readonly running: boolean;
  readonly verdict: NoticeVerdict | undefined;
}): ReactNode {
  const say = useWords('notice');
  const results = verdict?.checks.filter((check) => check.name === name) ?? [];
  const worst = results.find(({ status }) => status === 'fail') ?? results.find(({ status }) => status === 'untrusted') ?? results[0];
  const Icon = running ? LoaderCircle : worst === undefined ? CircleDashed : ICONS[worst.status];
  return (
    <li data-status={worst?.status ?? 'open'}>
      <Icon aria-hidden="true" />
      <span>
        {say(WORDS[name])}
        {worst !== undefined && <b>{` · ${say(STATUS[worst.status])}`}</b>}
        {results.map(
          ({ where, why }) =>
            why !== undefined && (
              <span key={`${where ?? ''} ${why}`} className={css.why}>
                <ShownText text={where === undefined ? why : `${where}: ${why}`} />
              </span>
            ),
        )}
      </span>
    </li>
  );
}

const STATES = {
  whole: 'fileWhole',
  altered: 'fileAltered',
  dropped: 'fileDropped',
  forgotten: 'fileForgotten',
  unchecked: 'fileUnchecked',
} as const;

function Found({ notice, verdict: { captures, stamps } }: { readonly notice: NoticeInFull; readonly verdict: NoticeVerdict }): ReactNode {
  const say = useWords('notice');
  return (
    <ol className={css.rows} aria-label={say('captures')}>
      {captures.map(({ sha256, at, logIndex, state }) => (
        <li key={sha256}>
          <div className={`${css.line} ${css.apart}`}>
            <span>{say(captureName(sha256, notice.observations, notice.captures))}</span>
            <b>{say(STATES[state])}</b>
          </div>
          <span className={css.soft}>
            <Moment at={at} /> · <Digest value={sha256} /> · {say('captureEntry', { index: logIndex })}
          </span>
        </li>
      ))}
      {stamps.map(({ authority, at, size, trusted }) => (
        <li key={`${authority} ${at}`}>
          <div className={css.line}>
            <span>{say('stampBy', { authority })}</span>
            <Moment at={at} />
          </div>
          <span className={css.soft}>
            {say('stampCovers', { size })} · {say(trusted ? 'stampTrusted' : 'stampUntrusted')}
          </span>
        </li>
      ))}
    </ol>
  );
}
