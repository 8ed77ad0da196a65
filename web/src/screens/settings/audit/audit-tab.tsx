import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { askingPages } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Field } from '../../../parts/field.tsx';
import { OneLine } from '../../../parts/form.tsx';
import { ShowMore } from '../../../parts/show-more.tsx';
import { useWords } from '../../../words/use-words.ts';
import { AuditTable } from './audit-table.tsx';
import { AuditVerification } from './audit-verification.tsx';
import css from '../settings.module.css';

const route = getRouteApi('/settings');

/** Who did what, newest first, by whom or what it is about; and whether the log still holds. */
export function AuditTab(): ReactNode {
  const say = useWords('settings');
  const navigate = route.useNavigate();
  const { about } = route.useSearch();
  const query = useInfiniteQuery(askingPages('GET /api/v1/audit', { query: { limit: 100, about } }));
  return (
    <>
      <p className={css.lead}>{say('auditLead')}</p>
      <AuditVerification />
      <AboutForm
        key={about ?? ''}
        about={about ?? ''}
        onAsk={(wanted) => void navigate({ search: { tab: 'audit', ...(wanted === '' ? {} : { about: wanted }) } })}
      />
      <Answered query={query}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <p role="status">{say(about === undefined ? 'auditEmpty' : 'auditNoMatch')}</p>
          ) : (
            <AuditTable entries={pages.flatMap(({ items }) => items)} />
          )
        }
      </Answered>
      <ShowMore query={query} />
    </>
  );
}

function AboutForm({ about, onAsk }: { readonly about: string; readonly onAsk: (about: string) => void }): ReactNode {
  const shell = useWords('shell');
  const say = useWords('settings');
  const [typed, setTyped] = useState(about);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(typed.trim());
      }}
    >
      <OneLine>
        <Field
          label={say('auditAbout')}
          hint={say('auditAboutHint')}
          type="search"
          maxLength={300}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{shell('search')}</Button>
      </OneLine>
    </form>
  );
}
