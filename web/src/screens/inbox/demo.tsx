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

/** What the demo does just now, above the list in which its notices appear; gone once it is over and read. */
export function DemoStrip(): ReactNode {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  const demo = useDemo();
  const [seen, setSeen] = useState(false);
  const [closed, setClosed] = useState(false);
  // Whoever comes later is not told of it.
  if (demo?.state === 'running' && !seen) setSeen(true);
  if (demo === undefined || !seen || closed) return null;
  const { state, stage, of, step, why } = demo;
  const text = state === 'failed' ? say('demoFailed', { why: why ?? '' }) : step === null ? say('demoBegins') : say(STEPS[step]);
  return (
    <section className={css.strip} aria-label={say('demo')} data-state={state}>
      <div className={css.line}>
        <strong>{state === 'running' ? say('demoStep', { stage, of }) : state === 'played' ? say('demoPlayed') : say('demo')}</strong>
        {state !== 'running' && (
          <button type="button" className={css.close} onClick={() => setClosed(true)} aria-label={shell('close')}>
            <X aria-hidden="true" />
          </button>
        )}
      </div>
      {state === 'running' && <progress className={css.bar} max={of} value={stage} aria-label={say('demo')} />}
      <p role="status">{text}</p>
    </section>
  );
}
