import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asking, askingPages } from '../../api/queries.ts';
import type { Receipt } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { useWords } from '../../words/use-words.ts';
import { isByHand } from './by-hand.ts';
import { ReceiptPaper } from './receipt-paper.tsx';

const here = getRouteApi('/screening');

/** Receipts, the newest first; one of them as a page to print. */
export function ReceiptsTab(): ReactNode {
  const { receipt } = here.useSearch();
  return receipt === undefined ? <ReceiptTable /> : <OneReceipt id={receipt} />;
}

function OneReceipt({ id }: { readonly id: string }): ReactNode {
  const found = useQuery(asking('GET /api/v1/receipts/:id', { params: { id } }));
  return <Answered query={found}>{(receipt) => <ReceiptPaper receipt={receipt} />}</Answered>;
}

function ReceiptTable(): ReactNode {
  const query = useInfiniteQuery(askingPages('GET /api/v1/receipts', { query: { limit: 50 } }));
  return (
    <>
      <Answered query={query}>{({ pages }) => <Receipts rows={pages.flatMap(({ items }) => items)} />}</Answered>
      <ShowMore query={query} />
    </>
  );
}

function Receipts({ rows }: { readonly rows: readonly Receipt[] }): ReactNode {
  const say = useWords('screening');
  if (rows.length === 0) return <Empty title={say('noReceiptsTitle')}>{say('noReceipts')}</Empty>;
  return (
    <DataTable
      label={say('tabReceipts')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'at',
          label: say('receiptAt'),
          cell: ({ id, at }) => (
            <Link to="/screening" search={{ tab: 'receipts', receipt: id }}>
              <Moment at={at} />
            </Link>
          ),
        },
        {
          id: 'what',
          label: say('receiptWhat'),
          cell: (receipt) => (isByHand(receipt) ? say('byHand', { count: receipt.counts.rows }) : receipt.file?.name),
        },
        { id: 'rows', label: say('receiptRows'), figures: true, cell: ({ counts }) => counts.rows },
        { id: 'hits', label: say('receiptHits'), figures: true, cell: ({ counts }) => counts.hits },
        { id: 'unreadable', label: say('receiptUnreadable'), figures: true, cell: ({ counts }) => counts.unreadable },
        {
          id: 'lists',
          label: say('receiptLists'),
          cell: ({ lists }) => lists.map(({ list, version }) => `${list} ${version}`).join(', '),
        },
      ]}
    />
  );
}
