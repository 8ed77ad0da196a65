import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/ask.ts';
import { answers, asking, forget } from '../../api/queries.ts';
import type { Demo } from '../../api/routes.gen.ts';
import { useWords } from '../../words/use-words.ts';
import css from './demo.module.css';

const POLL_MS = 1000;
const STEPS = {
  published: 'demoPublished',
  captured: 'demoCaptured',
  captcha: 'demoCaptcha',
  blocked: 'demoBlocked',
  deleted: 'demoDeleted',
  seemsGone: 'demoSeemsGone',
  removed: 'demoRemoved',
  sister: 'demoSister',
  copy: 'demoCopy',
  proved: 'demoProved',
} as const;
const NAMES = Object.keys(STEPS) as readonly (keyof typeof STEPS)[];

/** How far the demo is; asked again and again while it plays. */
export function useDemo(): Demo | undefined {
  return useQuery({
    ...asking('GET /api/v1/demo', {}),
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MS : false),
  }).data;
}

export function usePlayDemo(): UseMutationResult<Demo, Error, void> {
  return useMutation({
    mutationFn: () => ask('POST /api/v1/demo', {}),
    onSuccess(demo) {
      answers.setQueryData(asking('GET /api/v1/demo', {}).queryKey, demo);
      forget('GET /api/v1/desk', 'GET /api/v1/sources');
    },
  });
}

/** What the demo does just now, above the list in which its notices appear, and behind a click all that it has done; a line is left of it until it is closed. */
export function DemoStrip(): ReactNode {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  const demo = useDemo();
  const [seen, setSeen] = useState(false);
  const [closed, setClosed] = useState(false);
  // Whoever comes later is not told of it.
  if (demo?.state === 'running' && !seen) setSeen(true);
  if (demo === undefined || !seen || closed) return null;
  const { state, stage, of, step, why } = demo;
  const runs = state === 'running';
  const told = step === null ? [] : NAMES.slice(0, NAMES.indexOf(step) + 1);
  return (
    <section className={css.strip} aria-label={say('demo')} data-state={state}>
      <div className={css.line}>
        <strong>
          {!runs ? say(state === 'played' ? 'demoPlayed' : 'demo') : step === null ? say('demoBegins') : say('demoStep', { stage, of })}
        </strong>
        {!runs && (
          <button type="button" className={css.close} onClick={() => setClosed(true)} aria-label={shell('close')}>
            <X aria-hidden="true" />
          </button>
        )}
      </div>
      {runs && <progress className={css.bar} max={of} value={stage} aria-label={say('demo')} />}
      {/* Read out as it goes on; once played the list is what counts. */}
      <p role="status" className={runs ? css.now : 'visually-hidden'}>
        {step === null ? say('demoWaits') : say(STEPS[step])}
      </p>
      {state === 'failed' && <p role="alert">{say('demoFailed', { why: why ?? '' })}</p>}
      {told.length > 0 && (
        <details>
          <summary>{say('demoSteps')}</summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys */}
          <ol className={css.steps} tabIndex={0} aria-label={say('demoSteps')}>
            {told.map((name) => (
              <li key={name}>{say(STEPS[name])}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
