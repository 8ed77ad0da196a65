import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useEffect, type ReactNode } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { Pending } from '../../parts/pending.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Tab } from '../notice/address.ts';
import { useMatchKeys } from '../notice/match-keys.ts';
import { noticeQuery } from '../notice/use-notice.ts';
import css from './inbox.module.css';

const readReader = () => import('../notice/reader.tsx');
const readEvidence = () => import('../notice/evidence.tsx');
/** The list stands before what shows one of it is loaded. */
const Reader = lazy(async () => ({ default: (await readReader()).Reader }));
const Evidence = lazy(async () => ({ default: (await readEvidence()).Evidence }));

/** The notice that is open, with its evidence beside it or under it. While somebody runs through the list, only where they stop is drawn. */
export function Opened({
  id,
  tab,
  onTab,
  columns,
  acts,
  neighbours,
  some,
}: {
  readonly id: string | null;
  readonly tab: Tab | undefined;
  readonly onTab: (tab: Tab) => void;
  readonly columns: 1 | 2 | 3;
  readonly acts: ReactNode;
  /** What is likely to be opened next; it is read ahead. */
  readonly neighbours: readonly string[];
  /** There are notices to choose from. */
  readonly some: boolean;
}): ReactNode {
  const say = useWords('inbox');
  const shown = useDeferredValue(id);
  useReadAhead(neighbours);
  useMatchKeys(tab, onTab, id !== null);
  if (shown === null || id === null)
    return columns === 1 ? null : (
      <div className={css.reader}>{some && <Empty title={say('chooseNotice')}>{say('chooseNoticeHint')}</Empty>}</div>
    );
  const reader = (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
    <section className={css.reader} data-pane="reader" tabIndex={0} aria-label={say('reader')}>
      <Suspense fallback={<Pending />}>
        <Reader key={shown} id={shown} onTab={onTab} acts={acts} heading={columns === 1 ? 'h1' : 'h2'} />
      </Suspense>
    </section>
  );
  const evidence = (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same
    <aside className={css.evidence} tabIndex={0} aria-label={say('evidence')}>
      <Suspense fallback={<Pending />}>
        <Evidence id={shown} tab={tab} onTab={onTab} />
      </Suspense>
    </aside>
  );
  return columns === 2 ? (
    <div className={css.under}>
      {reader}
      {evidence}
    </div>
  ) : (
    <>
      {reader}
      {evidence}
    </>
  );
}

/** Reads the notices before and after once nothing else is asked for, so that the next key shows one that is here. */
function useReadAhead(ids: readonly string[]): void {
  const client = useQueryClient();
  const wanted = ids.join(' ');
  useEffect(() => {
    void Promise.all([readReader(), readEvidence()]).catch(() => undefined);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const id of wanted.split(' ')) if (id !== '') client.query({ ...noticeQuery(id), staleTime: 60_000 }).catch(() => undefined);
    }, 120);
    return () => clearTimeout(timer);
  }, [client, wanted]);
}
