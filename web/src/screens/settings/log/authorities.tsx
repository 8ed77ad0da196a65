import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone, sayRefused } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { asking, forget } from '../../../api/queries.ts';
import type { Authority } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { ConfirmPanel } from '../../../parts/confirm.tsx';
import { Acts } from '../../../parts/form.tsx';
import { inFull } from '../../../parts/moment.tsx';
import { Section } from '../../../parts/page.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useLanguage, useWords } from '../../../words/use-words.ts';
import { AuthorityForm } from './authority-form.tsx';
import css from '../settings.module.css';

const STATES = { new: 'stateNew', anchored: 'stateAnchored', pending: 'statePending', failing: 'stateFailing' } as const;

/** Time-stamping authorities that vouch for when the log was as it is. */
export function Authorities({ mayChange }: { readonly mayChange: boolean }): ReactNode {
  const say = useWords('settings');
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const query = useQuery(asking('GET /api/v1/anchors', { query: { limit: 100 } }));
  return (
    <Section title={say('authorities')} acts={mayChange && <Button onClick={() => setAdding(true)}>{say('addAuthority')}</Button>}>
      <p className={css.hint}>{say('authoritiesHint')}</p>
      <Answered query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say('noAuthorities')}</p>
          ) : (
            <ul className={css.lines}>
              {items.map((authority) => (
                <AuthorityLine
                  key={authority.name}
                  authority={authority}
                  onRemove={mayChange ? () => setRemoving(authority.name) : undefined}
                />
              ))}
            </ul>
          )
        }
      </Answered>
      {adding && <AuthorityForm onClose={() => setAdding(false)} />}
      {removing !== null && (
        <ConfirmPanel
          title={say('removeAuthorityTitle', { name: removing })}
          label={say('remove')}
          onClose={() => setRemoving(null)}
          act={async () => {
            await ask('DELETE /api/v1/anchors/:name', { params: { name: removing } });
            forget('GET /api/v1/anchors');
            sayDone(say('authorityRemoved', { name: removing }));
          }}
        >
          <p>{say('removeAuthority')}</p>
        </ConfirmPanel>
      )}
    </Section>
  );
}

function AuthorityLine({ authority, onRemove }: { readonly authority: Authority; readonly onRemove: (() => void) | undefined }): ReactNode {
  const say = useWords('settings');
  const language = useLanguage();
  const { name, url, state, newest, warnings, lastError, errorStreak } = authority;
  const stamp = useMutation({
    mutationFn: () => ask('POST /api/v1/anchors/:name/stamp', { params: { name } }),
    onSuccess: ({ items }) => {
      const [one] = items;
      if (one === undefined) sayDone(say('nothingToStamp', { name }));
      else if (one.stampedAt === null) sayRefused(say('notStamped', { name, why: one.why ?? '' }));
      else sayDone(say('stamped', { name }));
    },
    onSettled: () => forget('GET /api/v1/anchors', 'GET /api/v1/log/checkpoint'),
  });
  return (
    <li className={css.line} aria-label={name}>
      <div className={css.lineHead}>
        <strong>{name}</strong>
        <span>{say(STATES[state])}</span>
        <span className={css.aside}>
          <bdi>{url}</bdi>
        </span>
      </div>
      {newest !== null && (
        <p className={css.aside}>
          {say('stampedUpTo', { size: newest.size, at: inFull(newest.at, language) })} · {newest.authority} ·{' '}
          {say(newest.trusted ? 'trusted' : 'untrusted')}
        </p>
      )}
      {[...warnings, ...(errorStreak > 0 && lastError !== null ? [lastError] : [])].map((text) => (
        <p key={text} className={css.wrong} lang="en">
          {text}
        </p>
      ))}
      <ProblemLine error={stamp.error} />
      {onRemove !== undefined && (
        <Acts>
          <Button disabled={stamp.isPending} onClick={() => stamp.mutate()}>
            {say('stamp')}
          </Button>
          <Button kind="quiet" onClick={onRemove} aria-label={say('removeAuthorityTitle', { name })}>
            {say('remove')}…
          </Button>
        </Acts>
      )}
    </li>
  );
}
