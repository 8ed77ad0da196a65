import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import type { Upload } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import css from './screening.module.css';
import { Share } from './share.tsx';

export const JOB_STATES = { waiting: 'jobWaiting', running: 'jobRunning', done: 'jobDone', failed: 'jobFailed' } as const;

export function isUnderWay({ state }: Pick<Upload, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** Files that were sent within the last day, and how far they have come. */
export function UploadTable(): ReactNode {
  const say = useWords('screening');
  const who = useWho();
  const query = useQuery({
    ...asking('GET /api/v1/screen/uploads', { query: { limit: 100 } }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? 1500 : 30_000),
  });
  return (
    <Section title={say('sentFiles')}>
      <Answered query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.soft}>{say('noneSent')}</p>
          ) : (
            <DataTable<Upload>
              label={say('sentTable')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  id: 'name',
                  label: say('receiptFile'),
                  cell: ({ id, name }) => (
                    <Link to="/screening" search={{ tab: 'list', upload: id }}>
                      <bdi>{name}</bdi>
                    </Link>
                  ),
                },
                {
                  id: 'state',
                  label: say('jobState'),
                  cell: (job) =>
                    isUnderWay(job) ? <Share value={job.share} label={say(JOB_STATES[job.state])} /> : say(JOB_STATES[job.state]),
                },
                { id: 'rows', label: say('receiptRows'), figures: true, cell: ({ rows }) => rows },
                { id: 'hits', label: say('receiptHits'), figures: true, cell: ({ hits }) => hits },
                { id: 'by', label: say('sentBy'), cell: ({ by }) => who(by) },
                { id: 'at', label: say('sentAt'), cell: ({ createdAt }) => <Moment at={createdAt} about /> },
                { id: 'until', label: say('expires'), cell: ({ expiresAt }) => <Moment at={expiresAt} about /> },
              ]}
            />
          )
        }
      </Answered>
    </Section>
  );
}
