import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askingPages } from '../../api/queries.ts';
import type { Case } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Moment } from '../../parts/moment.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { useActWords } from './act-words.ts';

/** All that was ever done in a case, by whom and when; also the triage of its notices. It is only ever added to. */
export function CaseLog({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const who = useWho();
  const tell = useActWords(of);
  const query = useInfiniteQuery(askingPages('GET /api/v1/cases/:id/log', { params: { id: of.id }, query: { limit: 200 } }));
  return (
    <div className={css.body}>
      <Answered query={query}>
        {({ pages }) => (
          <DataTable
            label={say('log')}
            rows={pages.flatMap(({ items }) => items)}
            keyOf={({ no }) => String(no)}
            columns={[
              { id: 'no', label: say('number'), figures: true, cell: ({ no }) => no },
              { id: 'at', label: say('when'), cell: ({ at }) => <Moment at={at} /> },
              { id: 'by', label: say('who'), cell: ({ by }) => who(by) },
              { id: 'done', label: say('what'), cell: (act) => <ShownText text={tell(act)} /> },
            ]}
          />
        )}
      </Answered>
      <ShowMore query={query} />
    </div>
  );
}
