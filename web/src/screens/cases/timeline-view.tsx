import { memo, useMemo, type ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { Empty } from '../../parts/empty.tsx';
import { inFull } from '../../parts/moment.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { GatheringNote } from './gathering-note.tsx';
import { useGathered, type Gathered } from './gathered.ts';
import { byDay, timelineOf, type TimelineEntry } from './timeline.ts';
import { TimelineRow } from './timeline-row.tsx';
import time from './timeline.module.css';

/** What happened, in order: of all notices, reports and claims of a case. */
export function TimelineView({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const gathering = useGathered(of);
  const entries = useTimeline(gathering.data);
  return (
    <div className={css.body}>
      <GatheringNote gathering={gathering} />
      {entries.length === 0 && !gathering.isPending && gathering.error === null && (
        <Empty title={say('noTimeline')}>{say('noTimelineText')}</Empty>
      )}
      <Days entries={entries} />
    </div>
  );
}

/** What was gathered, in order. */
export function useTimeline(data: Gathered): readonly TimelineEntry[] {
  return useMemo(() => timelineOf({ ...data, claims: data.claims.map(({ claim }) => claim) }), [data]);
}

export const Days = memo(function Days({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactNode {
  const language = useLanguage();
  return byDay(entries).map(([day, of]) => (
    <section key={day} className={time.day} aria-label={inFull(day, language)}>
      <h3>{inFull(day, language)}</h3>
      <ol>
        {of.map((entry) => (
          <TimelineRow key={entry.key} entry={entry} />
        ))}
      </ol>
    </section>
  ));
});
