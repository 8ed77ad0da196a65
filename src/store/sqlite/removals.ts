import type Database from 'better-sqlite3';
import type { NoticeId } from '../../model/ids.ts';
import type { EventRecord } from '../../model/log-record.ts';
import type { FollowState } from '../../model/notice.ts';
import type { EvidenceRows } from './evidence-rows.ts';
import type { NoticeChanges } from './notice-changes.ts';
import { followOf } from './notice-rows.ts';
import type { NoticeRow, NoticeRows } from './notice-rows.ts';
import type { ScheduleTable } from './schedule.ts';

/** So many ids stand in one log entry: an entry of the log holds at most 65,535 bytes. */
const IDS_IN_ENTRY = 1000;

/** Removals of a host that wait for a person. */
export function removalTable(
  db: Database.Database,
  tables: {
    readonly notices: NoticeRows;
    readonly changes: NoticeChanges;
    readonly evidence: EvidenceRows;
    readonly schedule: ScheduleTable;
  },
) {
  const { notices, changes, evidence, schedule } = tables;
  // The state is `removed` where a removal is certain.
  const outcomes = db.prepare<{ host: string; since: string; countedSince: string; except: string }, { visited: number; gone: number }>(
    `SELECT count(*) AS visited, coalesce(sum(last_outcome = 'removed' AND json_extract(follow, '$.removal.firstSeenGoneAt') >= @countedSince), 0) AS gone
     FROM notices WHERE host = @host AND last_visit_at >= @since AND state <> 'removed' AND id <> @except`,
  );
  const standing = db.prepare<[string, string, string], { url: string; at: string }>(
    `SELECT url, last_visit_at AS at FROM notices
     WHERE host = ? AND last_visit_at >= ? AND last_outcome IN ('present', 'changed') AND id <> ? AND json_extract(follow, '$.reason') IS NULL
     ORDER BY last_visit_at DESC LIMIT 1`,
  );
  const believedAt = db.prepare<[string], string | null>('SELECT removals_believed_at FROM hosts WHERE host = ?').pluck();
  const believe = db.prepare('UPDATE hosts SET removals_held_since = NULL, removals_believed_at = ? WHERE host = ?');
  const held = db.prepare<[string], string | null>('SELECT removals_held_since FROM hosts WHERE host = ?').pluck();
  const hold = db.prepare('UPDATE hosts SET removals_held_since = ? WHERE host = ?');
  const waiting = db.prepare<[string], NoticeRow>('SELECT * FROM notices WHERE host = ? AND removal_waits = 1 ORDER BY num');

  return {
    outcomes(host: string, since: string, except: NoticeId | undefined) {
      const believed = believedAt.get(host) ?? '';
      const countedSince = believed > since ? believed : since;
      const counted = outcomes.get({ host, since, countedSince, except: except ?? '' });
      return { visited: counted?.visited ?? 0, gone: counted?.gone ?? 0, countedSince };
    },
    standing: (host: string, since: string, except: NoticeId) => standing.get(host, since, except),
    held: (host: string): boolean => typeof held.get(host) === 'string',
    hold(host: string, nowIso: string, detail: string): void {
      if (this.held(host)) return;
      schedule.makeHost(host);
      hold.run(nowIso, host);
      evidence.event({ type: 'event', event: 'removals-held', at: nowIso, detail });
    },
    confirm(target: NoticeId | { readonly host: string }, nowIso: string, detail: string): readonly NoticeId[] {
      const rows = typeof target === 'string' ? [notices.require(target)] : waiting.all(target.host);
      const confirmed = rows.filter((row) => confirmOne(row, nowIso)).map((row) => row.id);
      const lifted = typeof target !== 'string' && this.held(target.host);
      if (confirmed.length === 0 && !lifted) return [];
      if (typeof target !== 'string') believe.run(nowIso, target.host);
      for (let at = 0; at === 0 || at < confirmed.length; at += IDS_IN_ENTRY) {
        const ids = confirmed.slice(at, at + IDS_IN_ENTRY);
        const event: EventRecord = { type: 'event', event: 'removals-confirmed', at: nowIso, detail: [detail, ...ids].join(' ') };
        evidence.event(event);
      }
      return confirmed;
    },
  };

  function confirmOne(row: NoticeRow, nowIso: string): boolean {
    const follow = followOf(row);
    if (follow.removal === null || !follow.removalWaits) return false;
    const stands: FollowState = {
      ...follow,
      state: 'removed',
      reason: follow.goneReason,
      removalWaits: false,
      removal: { ...follow.removal, confirmedAt: nowIso },
      lastChangeAt: nowIso,
    };
    notices.putFollow(row, stands, null);
    changes.state(row.id, nowIso, row.state, 'removed');
    return true;
  }
}
