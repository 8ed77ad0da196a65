import type { ReactNode } from 'react';
import type { WatchedSource } from '../../api/routes.gen.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { duration, Moment } from '../../parts/moment.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { HealthMark } from './health-mark.tsx';
import { adviceOf, inOrder, passes, type Health } from './source-health.ts';
import css from './sources.module.css';

type Row = readonly [WatchedSource, Health];

export function SourceTable({
  sources,
  onOpen,
}: {
  readonly sources: readonly WatchedSource[];
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const say = useWords('sources');
  const language = useLanguage();
  const now = useNow();
  return (
    <DataTable<Row>
      label={say('table')}
      rows={inOrder(sources, now)}
      keyOf={([{ id }]) => id}
      columns={[
        {
          id: 'name',
          label: say('name'),
          cell: ([source]) => (
            <div className={css.name}>
              <button type="button" onClick={() => onOpen(source.id)}>
                <bdi>{source.name}</bdi>
              </button>
              {source.name !== source.url && <bdi className={css.address}>{source.url}</bdi>}
            </div>
          ),
        },
        {
          id: 'health',
          label: say('health'),
          cell: ([source, health]) => (
            <div className={css.state}>
              <HealthMark health={health} />
              <Trouble source={source} health={health} />
            </div>
          ),
        },
        { id: 'last', label: say('lastVisit'), cell: ([{ health }]) => <Moment at={health.lastCheckAt} about /> },
        { id: 'next', label: say('nextCheck'), cell: ([{ health }]) => <Moment at={health.nextCheckAt} about /> },
        {
          id: 'lag',
          label: say('lag'),
          figures: true,
          cell: ([{ health }]) => (health.lagSeconds === null ? '–' : duration(health.lagSeconds, language)),
        },
        { id: 'notices', label: say('notices'), figures: true, cell: ([{ health }]) => health.notices },
        { id: 'kind', label: say('kind'), cell: ([{ kind }]) => say(KINDS[kind]) },
      ]}
    />
  );
}

export const KINDS = { feed: 'kindFeed', page: 'kindPage', folder: 'kindFolder' } as const;

/** In a line what is wrong, and what to do. */
function Trouble({ source, health }: { readonly source: WatchedSource; readonly health: Health }): ReactNode {
  const say = useWords('sources');
  const { host } = source;
  if (health === 'failing') {
    const advice = adviceOf(source.health.lastError ?? '');
    return (
      <p className={css.soft}>
        {say(advice)} {passes(advice) && say('againByItself')} {say('timesInRow', { count: source.health.errorStreak })}
      </p>
    );
  }
  if (health === 'waiting') return <p className={css.soft}>{say('removalsWait', { count: host.removalsHeld, host: host.host })}</p>;
  if (health === 'held')
    return (
      <p className={css.soft}>
        {say('heldUntil', { host: host.host })} <Moment at={host.heldUntil} />
      </p>
    );
  if (health === 'overdue') return <p className={css.soft}>{say('overdueAdvice')}</p>;
  return null;
}
