import type Database from 'better-sqlite3';
import type { AlertRuleId, NoticeId } from '../../model/ids.ts';
import type { ObservationState } from '../../model/observation.ts';
import type { PendingChange } from '../alert-port.ts';
import type { NoticeRows } from './notice-rows.ts';

interface Row {
  readonly seq: number;
  readonly notice: NoticeId;
  readonly at: string;
  readonly from_state: ObservationState | null;
  readonly to_state: ObservationState;
  readonly copy: NoticeId | null;
  readonly copy_kind: string | null;
  readonly told: string;
  readonly triage: number;
  readonly waits: number;
}

/** Changes of notices that rules of alerts are asked about. Without a rule none is noted. */
export function noticeChanges(db: Database.Database, notices: NoticeRows) {
  const insert = db.prepare(
    `INSERT INTO notice_changes (notice, at, from_state, to_state, copy, copy_kind, triage)
     SELECT @notice, @at, @from, @to, @copy, @kind, @triage WHERE EXISTS (SELECT 1 FROM alert_rules)`,
  );
  const waiting = db.prepare<[string], number>('SELECT 1 FROM notice_changes WHERE notice = ? AND triage = 1 AND asked = 0').pluck();
  /** Screening may have more to say of the notice. */
  const waits = `EXISTS (SELECT 1 FROM notices n JOIN notice_matches s ON s.num = n.num WHERE n.id = coalesce(m.kept, c.notice) AND s.recipe = '')
    AND EXISTS (SELECT 1 FROM list_versions WHERE state = 'current')`;
  const columns = 'c.seq, coalesce(m.kept, c.notice) AS notice, c.at, c.from_state, c.to_state, c.copy, c.copy_kind, c.triage, c.told';
  // A page that was not read yet says nothing.
  const fresh = db.prepare<{ after: number; limit: number; waitsSince: string }, Row>(
    `SELECT ${columns}, ${waits} AS waits FROM notice_changes c LEFT JOIN merged m ON m.id = c.notice
     WHERE c.asked = 0 AND c.seq > @after
       AND NOT EXISTS (SELECT 1 FROM captures p INDEXED BY captures_unread WHERE p.recipe = '' AND p.warc IS NOT NULL AND p.notice = c.notice)
       AND NOT EXISTS (SELECT 1 FROM captures p INDEXED BY captures_unread WHERE p.recipe = '' AND p.warc IS NOT NULL AND p.notice = m.kept)
       AND NOT (c.copy IS NULL AND c.to_state <> 'removed' AND c.at > @waitsSince AND EXISTS (
         SELECT 1 FROM notices n JOIN copy_queue q ON q.num = n.num WHERE n.id = coalesce(m.kept, c.notice) AND q.recipe = ''))
     ORDER BY c.seq LIMIT @limit`,
  );
  const screened = db.prepare<{ after: number; limit: number }, Row>(
    `SELECT ${columns}, 0 AS waits FROM notice_changes c LEFT JOIN merged m ON m.id = c.notice
     WHERE c.asked = 1 AND c.seq > @after AND NOT (${waits}) ORDER BY c.seq LIMIT @limit`,
  );
  const seenBefore = db
    .prepare<[string, number], ObservationState>(
      `SELECT state FROM observations WHERE notice = ? AND log_index < ? AND state <> 'removed' ORDER BY log_index DESC LIMIT 1`,
    )
    .pluck();
  const toldOf = db.prepare<[number], string>('SELECT told FROM notice_changes WHERE seq = ?').pluck();
  const tell = db.prepare('UPDATE notice_changes SET told = ?, asked = 1 WHERE seq = ?');
  const remove = db.prepare('DELETE FROM notice_changes WHERE seq = ?');
  const clear = db.prepare('DELETE FROM notice_changes WHERE NOT EXISTS (SELECT 1 FROM alert_rules)');

  return {
    /** `from` null: the notice was never visited before. */
    state(notice: NoticeId, at: string, from: ObservationState | null, to: ObservationState): void {
      insert.run({ notice, at, from, to, copy: null, kind: null, triage: 0 });
    },
    /** What the last visit before this entry of the log showed that did not see it removed. */
    seenBeforeRemoval: (notice: NoticeId, logIndex: number): ObservationState | undefined => seenBefore.get(notice, logIndex),
    /** A copy of the notice was found. */
    copy(notice: NoticeId, at: string, other: NoticeId, kind: string): void {
      const state = notices.get(notice)?.state;
      if (state !== undefined) insert.run({ notice, at, from: state, to: state, copy: other, kind, triage: 0 });
    },
    /** A person has dismissed, escalated or assigned it; what they did before and nobody was told of is told with it. */
    triage(notice: NoticeId, at: string, state: ObservationState): void {
      if (waiting.get(notice) === undefined) insert.run({ notice, at, from: state, to: state, copy: null, kind: null, triage: 1 });
    },
    fresh: (after: number, limit: number, waitsSince: string): readonly PendingChange[] =>
      fresh.all({ after, limit, waitsSince }).map(pendingOf),
    screened: (after: number, limit: number): readonly PendingChange[] => screened.all({ after, limit }).map(pendingOf),
    /** Undefined where the change is gone. */
    told: (seq: number): readonly AlertRuleId[] | undefined => {
      const told = toldOf.get(seq);
      return told === undefined ? undefined : rulesOf(told);
    },
    tell: (seq: number, told: readonly AlertRuleId[]): void => void tell.run(JSON.stringify(told), seq),
    remove: (seq: number): void => void remove.run(seq),
    clearWithoutRules: (): void => void clear.run(),
  };

  function pendingOf(row: Row): PendingChange {
    return {
      seq: row.seq,
      noticeId: row.notice,
      at: row.at,
      change: { from: row.from_state, to: row.to_state },
      copy: row.copy === null ? null : { other: notices.resolve(row.copy) ?? row.copy, kind: row.copy_kind ?? '' },
      triage: row.triage === 1,
      told: rulesOf(row.told),
      settled: row.waits === 0,
    };
  }
}

export type NoticeChanges = ReturnType<typeof noticeChanges>;

function rulesOf(told: string): readonly AlertRuleId[] {
  return JSON.parse(told) as readonly AlertRuleId[];
}
