import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { askingPages } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Field } from '../../../parts/field.tsx';
import { Pending } from '../../../parts/pending.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';
import { AuditTable } from './audit-table.tsx';
import { AuditVerification } from './audit-verification.tsx';
import css from '../settings.module.css';

const route = getRouteApi('/settings');

/** Who did what, newest first, by whom or what it is about; and whether the log still holds. */
export function AuditTab(): ReactNode {
  const shell = useWords('shell');
  const say = useWords('settings');
  const navigate = route.useNavigate();
  const { about } = route.useSearch();
  const query = useInfiniteQuery(askingPages('GET /api/v1/audit', { query: { limit: 100, about } }));
  const entries = query.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <p className={css.lead}>{say('auditLead')}</p>
      <AuditVerification />
      <AboutForm
        key={about ?? ''}
        about={about ?? ''}
        onAsk={(wanted) => void navigate({ search: { tab: 'audit', ...(wanted === '' ? {} : { about: wanted }) } })}
      />
      {query.isPending && <Pending />}
      {query.error !== null && entries === undefined && <ProblemNote error={query.error} again={() => void query.refetch()} />}
      {entries?.length === 0 && <p role="status">{say(about === undefined ? 'auditEmpty' : 'auditNoMatch')}</p>}
      {entries !== undefined && entries.length > 0 && <AuditTable entries={entries} />}
      {query.hasNextPage && (
        <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {shell('showMore')}
        </Button>
      )}
    </>
  );
}

function AboutForm({ about, onAsk }: { readonly about: string; readonly onAsk: (about: string) => void }): ReactNode {
  const shell = useWords('shell');
  const say = useWords('settings');
  const [typed, setTyped] = useState(about);
  return (
    <form
      className={css.beside}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(typed.trim());
      }}
    >
      <Field
        label={say('auditAbout')}
        hint={say('auditAboutHint')}
        type="search"
        maxLength={300}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{shell('search')}</Button>
    </form>
  );
}
