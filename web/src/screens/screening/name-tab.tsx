import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { dropDrafts } from '../../acts/drafts.ts';
import { dropAsked, useAsked } from '../../acts/last-asked.ts';
import { ask, Refused, type Answer } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import { useListsKept } from '../../api/lists-kept.ts';
import type { NameQuery } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { Empty } from '../../parts/empty.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { FirstList } from './first-list.tsx';
import { NameForm } from './name-form.tsx';
import { NameResults } from './name-results.tsx';
import css from './screening.module.css';

const KEY = ['screening', 'names'];
type Screened = Answer<'POST /api/v1/screen'>;

/** Names pasted in: who of them matches a listed party, with the reasons. The last answer stays while the page is open. */
export function NameTab(): ReactNode {
  const say = useWords('screening');
  const may = useMay('analyst');
  const waits = useListsKept() === false;
  const [form, setForm] = useState(0);
  const found = useRef<HTMLDivElement>(null);
  const screen = useMutation({
    mutationKey: KEY,
    mutationFn: (queries: readonly NameQuery[]) => ask('POST /api/v1/screen', { body: { queries } }),
    onSuccess: () => forget('GET /api/v1/receipts'),
    // After a list was added its index is built within seconds.
    retry: (times, error) => times < 20 && error instanceof Refused && error.problem.code === 'store-busy',
    retryDelay: 2000,
    gcTime: Infinity,
  });
  const asked = useAsked<Screened, readonly NameQuery[]>(KEY).at(-1);
  const clear = (): void => {
    dropAsked(KEY);
    dropDrafts('names ');
    setForm((before) => before + 1);
  };
  if (!may) return <Empty title={say('analystsTitle')}>{say('analysts')}</Empty>;
  return (
    <div className={css.sides}>
      <div className={`${css.ask} no-print`}>
        <NameForm
          key={form}
          first={asked?.about}
          busy={asked?.status === 'pending'}
          waits={waits}
          onAsk={(queries) => {
            dropAsked(KEY);
            screen.mutate(queries, { onSuccess: () => bringToSight(found.current) });
          }}
        />
        <ProblemLine error={asked?.error} />
      </div>
      <div ref={found} className={css.found} aria-live="polite" aria-busy={asked?.status === 'pending'}>
        {waits ? (
          <FirstList />
        ) : asked?.answer === undefined ? (
          <p className={css.hint}>{asked?.status === 'pending' ? say('screeningNow') : say('nameHint')}</p>
        ) : (
          <NameResults found={asked.answer} acts={<Button onClick={clear}>{say('clear')}</Button>} />
        )}
      </div>
    </div>
  );
}

/** Where the page is narrow the answer stands under the form, and may be under the edge of the screen. */
function bringToSight(found: HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (found !== null && found.getBoundingClientRect().top > window.innerHeight * 0.7) found.scrollIntoView({ block: 'start' });
  });
}
