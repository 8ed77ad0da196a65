import type Database from 'better-sqlite3';
import type { NoticeId } from '../../model/ids.ts';
import { countVersions, mergeFollow, seenFirst } from '../merge-follow.ts';
import type { SeenReading } from '../merge-follow.ts';
import type { CopyRows } from './copy-rows.ts';
import type { EvidenceRows } from './evidence-rows.ts';
import { followOf } from './notice-rows.ts';
import type { NoticeRow, NoticeRows } from './notice-rows.ts';
import type { PublisherRows } from './publishers.ts';
import type { ReadingTable } from './readings.ts';
import type { ScheduleTable } from './schedule.ts';
import type { NoticeQueues } from './notice-queues.ts';
import type { SearchIndex } from './search.ts';
import type { TriageRows } from './triage-store.ts';
import type { UnlistedTable } from './unlisted.ts';

/**
 * Makes two notices one. The older id stays. Evidence rows keep the id they were logged with and are found through `merged`;
 * names and listings move to the older id, with the earlier time where both sides have one. Its matches stay until it is screened anew.
 */
export function noticeMerge(
  db: Database.Database,
  tables: {
    readonly notices: NoticeRows;
    readonly schedule: ScheduleTable;
    readonly evidence: EvidenceRows;
    readonly search: SearchIndex;
    readonly readings: ReadingTable;
    readonly queue: NoticeQueues;
    readonly copies: CopyRows;
    readonly publishers: PublisherRows;
    readonly unlisted: UnlistedTable;
    readonly triage: TriageRows;
  },
) {
  const { notices, schedule, evidence, search, readings, queue, copies, publishers, unlisted, triage } = tables;
  const moveAliases = db.prepare('UPDATE aliases SET notice = ? WHERE notice = ?');
  const moveMerged = db.prepare('UPDATE merged SET kept = ? WHERE kept = ?');
  const addMerged = db.prepare('INSERT INTO merged (id, kept) VALUES (?, ?)');
  const shared = db.prepare(
    'UPDATE sources SET notices = notices - 1 WHERE id IN (SELECT source FROM listings WHERE notice = ? INTERSECT SELECT source FROM listings WHERE notice = ?)',
  );
  const joinListings = db.prepare(
    `INSERT INTO listings (source, notice, published_at, first_seen_at) SELECT source, ?, published_at, first_seen_at FROM listings WHERE notice = ?
     ON CONFLICT (source, notice) DO UPDATE SET first_seen_at = min(first_seen_at, excluded.first_seen_at), published_at = coalesce(published_at, excluded.published_at)`,
  );
  const dropListings = db.prepare('DELETE FROM listings WHERE notice = ?');
  const dropNotice = db.prepare('DELETE FROM notices WHERE num = ?');
  const update = db.prepare(
    `UPDATE notices SET first_seen_at = min(first_seen_at, ?), first_present_at = ?, summary = ?, priority = ?, last_visit_at = ?, last_outcome = ? WHERE num = ?`,
  );
  const versions = db.prepare<{ id: string }, SeenReading>(
    `SELECT notice, state, reading FROM observations WHERE notice IN (SELECT id FROM merged WHERE kept = @id UNION ALL SELECT @id) AND reading IS NOT NULL AND state IN ('present', 'changed') ORDER BY log_index`,
  );

  return {
    versionsOf: (id: NoticeId): number => countVersions(versions.iterate({ id })),
    /** Merges and logs it; gives the id that stays. */
    merge(one: NoticeId, other: NoticeId, alias: string, at: string): NoticeId {
      const [kept, gone] = one < other ? [notices.require(one), notices.require(other)] : [notices.require(other), notices.require(one)];
      shared.run(kept.id, gone.id);
      moveAliases.run(kept.id, gone.id);
      joinListings.run(kept.id, gone.id);
      dropListings.run(gone.id);
      moveMerged.run(kept.id, gone.id);
      unlisted.move(kept.id, gone.id);
      addMerged.run(gone.id, kept.id);

      const keptSide = { follow: followOf(kept), firstPresentAt: kept.first_present_at };
      const goneSide = { follow: followOf(gone), firstPresentAt: gone.first_present_at };
      const base = seenFirst(keptSide, goneSide) ? kept : gone;
      const last = latestVisit(kept, gone);
      update.run(gone.first_seen_at, base.first_present_at, base.summary, base.priority, last.last_visit_at, last.last_outcome, kept.num);
      const joined = mergeFollow(keptSide, goneSide, this.versionsOf(kept.id));
      notices.putFollow(kept, joined, null);
      // No visit was made: what is asked of the next one stands.
      if (joined.forNext !== undefined) notices.putKept(notices.require(kept.id), joined);

      if (schedule.get(kept.id) === undefined) {
        const due = schedule.get(gone.id);
        if (due !== undefined)
          schedule.setDue(
            kept.id,
            kept.host,
            { at: due.due_at, class: 'follow', rank: due.rank, intervalMs: due.interval_ms },
            Date.parse(at),
          );
      }
      schedule.remove(gone.id);
      search.remove(gone.num);
      copies.move(gone.num, kept.num);
      queue.forget(gone.num);
      publishers.move(gone.num, kept.num, base === gone);
      triage.merged(kept);
      dropNotice.run(gone.num);
      readings.reindex(kept.id);
      readings.requeue(kept.id);
      // Only a person says that something is a report.
      if (gone.type === 'report') readings.retype(kept.id, gone.type);
      evidence.merge({ type: 'merge', kept: kept.id, merged: gone.id, alias, at });
      return kept.id;
    },
  };
}

export type NoticeMerge = ReturnType<typeof noticeMerge>;

function latestVisit(one: NoticeRow, other: NoticeRow): NoticeRow {
  return (one.last_visit_at ?? '') >= (other.last_visit_at ?? '') ? one : other;
}
