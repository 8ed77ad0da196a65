import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { asking, forget } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { ConfirmPanel } from '../../parts/confirm.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './lists.module.css';

/** Sets of customers that are kept, so that a change of a list tells who of them it touches. */
export function SetTable(): ReactNode {
  const say = useWords('lists');
  const may = useMay('analyst');
  const query = useQuery(asking('GET /api/v1/sets', { query: { limit: 200 } }));
  const [removing, setRemoving] = useState<{ readonly name: string; readonly rows: number } | null>(null);
  if (query.data === undefined || query.data.items.length === 0) return null;
  return (
    <Section title={say('sets')}>
      <p className={css.lead}>{say('setsText')}</p>
      <DataTable
        label={say('setTable')}
        rows={query.data.items}
        keyOf={({ name }) => name}
        columns={[
          { id: 'name', label: say('setName'), cell: ({ name }) => <bdi>{name}</bdi> },
          { id: 'rows', label: say('setRows'), figures: true, cell: ({ rows }) => rows },
          { id: 'at', label: say('setSince'), cell: ({ createdAt }) => <Moment at={createdAt} about /> },
          ...(may
            ? [
                {
                  id: 'act',
                  label: say('setActs'),
                  cell: (set: { readonly name: string; readonly rows: number }) => (
                    <Button onClick={() => setRemoving(set)} aria-label={`${say('setRemove')}: ${set.name}`}>
                      {say('setRemove')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {removing !== null && (
        <ConfirmPanel
          title={say('setRemove')}
          label={say('removeReally')}
          keep={say('keepIt')}
          onClose={() => setRemoving(null)}
          act={async () => {
            await ask('DELETE /api/v1/sets/:name', { params: { name: removing.name } });
            forget('GET /api/v1/sets');
            sayDone(say('setGone', { name: removing.name }));
          }}
        >
          <p>{say('setRemoveText', { name: removing.name, count: removing.rows })}</p>
        </ConfirmPanel>
      )}
    </Section>
  );
}
