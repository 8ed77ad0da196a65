import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useKeys } from '../../acts/keys.ts';
import { useLive } from '../../api/live.ts';
import { forgetSoon } from '../../api/queries.ts';
import type { Case } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { Views } from '../../parts/views.tsx';
import { useWords } from '../../words/use-words.ts';
import { CASE_TABS, type CaseTab } from './address.ts';
import { CaseClaims } from './case-claims.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseLog } from './case-log.tsx';
import css from './case.module.css';
import { CaseWork } from './case-work.tsx';
import { Dossier } from './dossier.tsx';
import { NetworkView } from './network-view.tsx';
import { NumbersOfCase } from './numbers.tsx';
import { Overview } from './overview.tsx';
import { Suggestions } from './suggestions.tsx';
import { suggestionsQuery } from './suggestions-query.ts';
import { TimelineView } from './timeline-view.tsx';
import { useCase } from './use-case.ts';

const CONTENT: Readonly<Record<CaseTab, (given: { readonly of: Case }) => ReactNode>> = {
  overview: Overview,
  timeline: TimelineView,
  network: NetworkView,
  claims: CaseClaims,
  suggestions: Suggestions,
  work: CaseWork,
  log: CaseLog,
  dossier: Dossier,
};

/** One case: what it holds in one place, seen in several ways; the address says which. */
export function CasePage(): ReactNode {
  const { id } = useParams({ from: '/cases/$id' });
  const say = useWords('shell');
  const query = useCase(id);
  useLive((heard) => {
    // What was done to a notice of the case elsewhere stands in its log too, what it has become in its row, and a copy of it is a suggestion.
    const holds = heard.kind === 'change' && query.data?.items.some((item) => item.id === heard.change.notice) === true;
    if (holds || heard.kind === 'reset') forgetSoon('GET /api/v1/cases/:id', 'GET /api/v1/cases/:id/log');
    if (holds && heard.change.kind === 'copy') forgetSoon('GET /api/v1/cases/:id/suggestions');
  });
  return (
    <div className={css.page}>
      {query.data === undefined && <h1 className={query.isError ? undefined : 'visually-hidden'}>{say('cases')}</h1>}
      <Answered query={query}>{(of) => <Whole of={of} />}</Answered>
    </div>
  );
}

function Whole({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const { tab = 'overview' } = useSearch({ from: '/cases/$id' });
  const navigate = useNavigate({ from: '/cases/$id' });
  const choose = (next: CaseTab): void => void navigate({ search: next === 'overview' ? {} : { tab: next } });
  useKeys(
    'here',
    CASE_TABS.map((one, place) => ({ key: String(place + 1), label: say('keyTab', { tab: say(one) }), run: () => choose(one) })),
  );
  const suggested = useQuery(suggestionsQuery(of, tab === 'suggestions'));
  const held = new Set(of.items.map(({ id }) => id));
  const counts: Partial<Record<CaseTab, number>> = {
    overview: of.items.length,
    claims: of.items.filter(({ kind }) => kind === 'claim').length,
    suggestions: suggested.data?.items.filter(({ id }) => !held.has(id)).length,
    work: of.tasks.filter(({ done }) => done === null).length,
  };
  return (
    <NumbersOfCase of={of}>
      <CaseHead of={of} />
      <div className={css.tabs}>
        <Views
          label={say('views')}
          value={tab}
          onChoose={(one) => choose(CASE_TABS.find((known) => known === one) ?? 'overview')}
          views={CASE_TABS.map((one) => {
            const Content = CONTENT[one];
            return {
              id: one,
              label: say(one),
              count: counts[one],
              content: (
                <TabContent title={say(one)}>
                  <Content of={of} />
                </TabContent>
              ),
            };
          })}
        />
      </div>
    </NumbersOfCase>
  );
}

/** What a tab shows, under the name of the tab for whoever goes by headings. */
function TabContent({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <h2 className="visually-hidden">{title}</h2>
      {children}
    </>
  );
}
