import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askingPages } from '../../api/queries.ts';
import type { Case } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Pending } from '../../parts/pending.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWho } from '../../parts/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { useActWords } from './act-words.ts';

/** All that was ever done in a case, by whom and when; also the triage of its notices. It is only ever added to. */
export function CaseLog({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const who = useWho();
  const frame = useWords('shell');
  const tell = useActWords(of);
  const query = useInfiniteQuery(askingPages('GET /api/v1/cases/:id/log', { params: { id: of.id }, query: { limit: 200 } }));
  if (query.isPending) return <Pending />;
  if (query.data === undefined) return <ProblemNote error={query.error} again={() => void query.refetch()} />;
  const acts = query.data.pages.flatMap(({ items }) => items);
  return (
    <div className={css.body}>
      <DataTable
        label={say('log')}
        rows={acts}
        keyOf={({ no }) => String(no)}
        columns={[
          { id: 'no', label: say('number'), figures: true, cell: ({ no }) => no },
          { id: 'at', label: say('when'), cell: ({ at }) => <Moment at={at} /> },
          { id: 'by', label: say('who'), cell: ({ by }) => who(by) },
          { id: 'done', label: say('what'), cell: tell },
        ]}
      />
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          {frame('showMore')}
        </Button>
      )}
    </div>
  );
}
