import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { dropAsked, useAsked } from '../../acts/last-asked.ts';
import { ask, type Answer } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './screening.module.css';

const KEY = ['screening', 'rescreen'];
type Told = Answer<'POST /api/v1/rescreen'>;
type Part = 'added' | 'changed' | 'removed' | 'lapsed';
const PARTS = ['added', 'changed', 'removed', 'lapsed'] as const;
const WORDS = { added: 'matchAdded', changed: 'matchChanged', removed: 'matchRemoved', lapsed: 'matchLapsed' } as const;

/** Sets notices and kept customers against what changed in the lists, and tells whose matches are other than they were. */
export function Rescreen(): ReactNode {
  const say = useWords('screening');
  const may = useMay('analyst');
  const rescreen = useMutation({
    mutationKey: KEY,
    mutationFn: () => ask('POST /api/v1/rescreen', { body: { all: false } }),
    onSuccess: () => forget('GET /api/v1/matches'),
    gcTime: Infinity,
  });
  const last = useAsked<Told, void>(KEY).at(-1);
  if (!may) return null;
  const busy = last?.status === 'pending';
  return (
    <section className={css.told} aria-label={say('rescreen')}>
      <div className={css.resultsHead}>
        <p className={css.soft}>{say('rescreenText')}</p>
        <Button
          icon={<RefreshCw aria-hidden="true" />}
          onClick={() => {
            dropAsked(KEY);
            rescreen.mutate();
          }}
          disabled={busy}
        >
          {busy ? say('screeningNow') : say('rescreen')}
        </Button>
      </div>
      <ProblemLine error={last?.error} />
      {last?.answer !== undefined && <ToldChanges told={last.answer} />}
    </section>
  );
}

function ToldChanges({ told: { notices, customers } }: { readonly told: Told }): ReactNode {
  const say = useWords('screening');
  return (
    <div role="status">
      <p>
        {say('rescreened', {
          notices: notices.screened,
          changedNotices: notices.changed,
          customers: customers.screened,
          changedCustomers: customers.changed,
        })}
      </p>
      <ul>
        {notices.told.map(({ notice, title, ...parts }) => (
          <li key={notice}>
            <Link to="/notices/$id" params={{ id: notice }} search={{ tab: 'matches' }}>
              <ShownText text={title ?? notice} />
            </Link>
            <Parts parts={parts} />
          </li>
        ))}
        {customers.told.map(({ set, key, name, ...parts }) => (
          <li key={`${set} ${key}`}>
            <strong>
              <bdi>
                <ShownText text={name} />
              </bdi>
            </strong>{' '}
            <span className={css.soft}>
              {set} · {key}
            </span>
            <Parts parts={parts} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Parts({
  parts,
}: {
  readonly parts: Readonly<Record<Part, readonly { readonly key: string; readonly caption: string }[]>>;
}): ReactNode {
  const say = useWords('screening');
  return PARTS.map(
    (part) =>
      parts[part].length > 0 && (
        <p key={part} className={css.soft}>
          {say(WORDS[part])} <ShownText text={parts[part].map(({ caption }) => caption).join(', ')} />
        </p>
      ),
  );
}
