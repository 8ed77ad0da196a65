import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FolderPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useKeys } from '../../acts/keys.ts';
import { askingPages } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { Steps } from '../../parts/steps.tsx';
import { useWords } from '../../words/use-words.ts';
import { CaseRow } from './case-row.tsx';
import css from './cases.module.css';
import { NewCase } from './new-case.tsx';
import { useStepping } from './use-stepping.ts';

const STATES = ['open', 'closed', 'all'] as const;
const STATE_WORDS = { open: 'openCases', closed: 'closedCases', all: 'allCases' } as const;
const PAGE = 50;

/** All cases, the latest changed first. */
export function Cases(): ReactNode {
  const say = useWords('cases');
  const frame = useWords('shell');
  const { state = 'open', add } = useSearch({ from: '/cases' });
  const navigate = useNavigate({ from: '/cases' });
  const mayChange = useMay('analyst');
  const query = useInfiniteQuery(askingPages('GET /api/v1/cases', { query: { limit: PAGE, ...(state === 'all' ? {} : { state }) } }));
  const { list, step } = useStepping();
  const openNew = (): void => void navigate({ search: (now) => ({ ...now, add: true as const }) });
  const closeNew = (): void => void navigate({ search: ({ add: _, ...now }) => now, replace: true });
  useKeys('here', [
    ...(mayChange ? [{ key: 'n', label: say('newCase'), run: openNew }] : []),
    { key: 'j', label: say('keyNext'), repeats: true, run: () => step(1) },
    { key: 'k', label: say('keyBefore'), repeats: true, run: () => step(-1) },
  ]);
  const newButton = (
    <AnalystButton kind="main" hotkey="n" icon={<FolderPlus aria-hidden="true" />} onClick={openNew}>
      {say('newCase')}
    </AnalystButton>
  );
  return (
    <Page title={frame('cases')} lead={say('lead')} acts={newButton}>
      <div className={css.states}>
        <Steps
          label={say('which')}
          steps={STATES.map((one) => [one, say(STATE_WORDS[one])])}
          at={state}
          onStep={(one) => void navigate({ search: one === 'open' ? {} : { state: one } })}
        />
      </div>
      <Answered query={query}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <Empty title={say(state === 'closed' ? 'noneClosed' : 'none')} acts={state === 'closed' ? undefined : newButton}>
              {say(state === 'closed' ? 'noneClosedText' : 'noneText')}
            </Empty>
          ) : (
            <ul className={css.list} ref={list} aria-label={frame('cases')}>
              {pages.flatMap(({ items }) => items.map((one) => <CaseRow key={one.id} of={one} />))}
            </ul>
          )
        }
      </Answered>
      <ShowMore query={query} />
      <NewCase open={add === true && mayChange} onClose={closeNew} />
    </Page>
  );
}
