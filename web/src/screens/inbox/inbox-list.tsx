import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { filterProblem } from '../../parts/filter-problem.ts';
import { Pending } from '../../parts/pending.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { DEFAULT_FILTER } from './default-filter.ts';
import { useDemo } from './demo.tsx';
import { DemoBegins, FirstRun, useFirstRun } from './first-run.tsx';
import { NoticeList } from './notice-list.tsx';
import type { Sheet } from './sheet.ts';
import type { InboxState } from './use-inbox.ts';
import css from './inbox.module.css';

/** The rows, or why there are none and what to do about it. */
export function InboxList({
  filter,
  sheet,
  error,
  state,
}: {
  readonly filter: string;
  readonly sheet: Sheet;
  readonly error: unknown;
  readonly state: InboxState;
}): ReactNode {
  const say = useWords('inbox');
  const shell = useWords('shell');
  const router = useRouter();
  const address = useSearch({ from: '/inbox' });
  const firstRun = useFirstRun(sheet.total === 0);
  const demo = useDemo();
  const hrefOf = (id: string): string => router.buildLocation({ to: '/inbox', search: { ...address, notice: id } }).href;
  const { total } = sheet;
  if (error !== null && (total === null || filterProblem(error) !== null))
    return filterProblem(error) === null ? (
      <ProblemNote error={error} again={() => sheet.again()} />
    ) : (
      <Empty title={say('filterProblem')} acts={<Clear to={DEFAULT_FILTER} label={shell('filterClear')} />}>
        {filterProblem(error)}
      </Empty>
    );
  if (total === null) return <Pending lines={9} />;
  if (total === 0 && demo?.state === 'running') return <DemoBegins />;
  if (total === 0 && firstRun !== false) return firstRun === undefined ? <Pending lines={3} /> : <FirstRun />;
  if (total === 0) return <Nothing filter={filter} />;
  return (
    <>
      <NoticeList
        sheet={sheet}
        total={total}
        at={state.at}
        selection={state.selection}
        hrefOf={hrefOf}
        onOpen={state.open}
        onSelect={state.select}
      />
      {error !== null && (
        <p className={css.failed} role="alert">
          {say('notLoaded')}
          <Button kind="quiet" onClick={() => sheet.again()}>
            {shell('tryAgain')}
          </Button>
        </p>
      )}
    </>
  );
}

function Nothing({ filter }: { readonly filter: string }): ReactNode {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  if (filter === DEFAULT_FILTER)
    return (
      <Empty title={say('emptyNewTitle')} acts={<Clear to="" label={say('showAll')} />}>
        {say('emptyNew')}
      </Empty>
    );
  if (filter === '')
    return (
      <Empty title={say('emptyAllTitle')} acts={<Sources />}>
        {say('emptyAll')}
      </Empty>
    );
  return (
    <Empty
      title={say('emptyTitle')}
      acts={
        <>
          <Clear to={DEFAULT_FILTER} label={shell('filterClear')} />
          <Clear to="" label={say('showAll')} />
        </>
      }
    >
      {say('empty', { filter })}
    </Empty>
  );
}

function Clear({ to, label }: { readonly to: string; readonly label: string }): ReactNode {
  const navigate = useNavigate();
  return <Button onClick={() => void navigate({ to: '/inbox', search: { q: to } })}>{label}</Button>;
}

function Sources(): ReactNode {
  const say = useWords('inbox');
  const navigate = useNavigate();
  return <Button onClick={() => void navigate({ to: '/sources' })}>{say('toSources')}</Button>;
}
