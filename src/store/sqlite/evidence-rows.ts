import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type {
  CaptureMode,
  CaptureRecord,
  CheckRecord,
  DropRecord,
  EventRecord,
  ForgetRecord,
  MergeRecord,
  ObservationRecord,
  OversightRecord,
  ProbeRecord,
} from '../../model/log-record.ts';
import { wellFormed } from '../log-leaf.ts';
import type { LogTable } from './log.ts';
import { screeningEvidence } from './screening-evidence.ts';

/** In place of the recipe of a capture that is not read as a page, or not yet: it comes behind every recipe, so that those who look for unread ones do not pass it. */
export const NOT_READ = '~';

/** Writes records: the log entry and, under its index, the row that holds the same values. Every function gives the index. */
export function evidenceRows(db: Database.Database, log: LogTable) {
  const capture = db.prepare(
    `INSERT INTO captures (log_index, sha256, url, final_url, at, status, ip, payload, bytes, notice, source, warc, mode, recipe)
     VALUES (@index, @sha256, @url, @finalUrl, @at, @status, @ip, @payload, @bytes, @notice, @source, @warc, @mode, @recipe)`,
  );
  const captured = db.prepare<[string], number>('SELECT log_index FROM captures WHERE sha256 = ?').pluck();
  const readNow = db.prepare<[string, string]>(
    `UPDATE captures SET recipe = '' WHERE sha256 = ? AND recipe = '${NOT_READ}' AND notice IS NULL AND source IS NOT NULL AND mode IS NULL AND at <= ?`,
  );
  const observation = db.prepare(
    `INSERT INTO observations (log_index, notice, url, at, state, reason, basis, removal_kind, capture, confirms, payload, reading)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const check = db.prepare(
    'INSERT INTO checks (log_index, source, url, at, outcome, capture, confirms, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const probe = db.prepare(
    'INSERT INTO probes (log_index, host, url, at, page, outcome, capture, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const drop = db.prepare('INSERT INTO drops (log_index, sha256, kept_instead, at, reason) VALUES (?, ?, ?, ?, ?)');
  const lose = db.prepare<[string]>('UPDATE captures SET warc = NULL WHERE sha256 = ?');
  const forget = db.prepare('INSERT INTO forgets (log_index, sha256, why, who, at) VALUES (@index, @sha256, @why, @by, @at)');
  const merge = db.prepare('INSERT INTO merges (log_index, kept, merged, alias, at) VALUES (?, ?, ?, ?, ?)');
  const event = db.prepare('INSERT INTO events (log_index, event, at, detail) VALUES (?, ?, ?, ?)');

  const oversight = db.prepare(
    'INSERT INTO oversights (log_index, link, publisher, overseer, why, who, at) VALUES (@index, @link, @publisher, @overseer, @why, @by, @at)',
  );

  return {
    ...screeningEvidence(db, log),
    /** `later`: it is not to be read before {@link readNow}. */
    capture(given: CaptureRecord, warc: string, later = false): number {
      const record = wellFormed(given);
      if (captured.get(record.sha256) !== undefined)
        throw new DualwatchError('internal', `capture ${record.sha256} is already recorded; a file is recorded once`);
      const index = log.append(record);
      const { mode = null } = record;
      capture.run({ ...record, index, warc, mode, recipe: isRead(mode) && !later ? '' : NOT_READ });
      return index;
    },
    /** The capture, made at `until` or before, of a list whose notices are all there now; any other stays as it is. */
    readNow: (digest: Digest, until: string): void => void readNow.run(digest, until),
    observation(given: ObservationRecord): number {
      const record = wellFormed(given);
      const index = log.append(record);
      const { notice, url, at, state, reason, basis = null, removalKind, confirms, payload, reading } = record;
      observation.run(index, notice, url, at, state, reason, basis, removalKind, record.capture, confirms, payload, reading);
      return index;
    },
    check(given: CheckRecord): number {
      const record = wellFormed(given);
      const index = log.append(record);
      check.run(index, record.source, record.url, record.at, record.outcome, record.capture, record.confirms, record.payload);
      return index;
    },
    probe(given: ProbeRecord): number {
      const record = wellFormed(given);
      const index = log.append(record);
      probe.run(index, record.host, record.url, record.at, record.page, record.outcome, record.capture, record.payload);
      return index;
    },
    drop(given: DropRecord): number {
      const record = wellFormed(given);
      requireCapture(record.sha256);
      requireCapture(record.keptInstead);
      const index = log.append(record);
      drop.run(index, record.sha256, record.keptInstead, record.at, record.reason);
      lose.run(record.sha256);
      return index;
    },
    forget(given: ForgetRecord): number {
      const record = wellFormed(given);
      requireCapture(record.sha256);
      const index = log.append(record);
      forget.run({ ...record, index });
      lose.run(record.sha256);
      return index;
    },
    merge(given: MergeRecord): number {
      const record = wellFormed(given);
      const index = log.append(record);
      merge.run(index, record.kept, record.merged, record.alias, record.at);
      return index;
    },
    oversight(given: OversightRecord): number {
      const record = wellFormed(given);
      const index = log.append(record);
      oversight.run({ ...record, index });
      return index;
    },
    event(given: EventRecord): number {
      const record = wellFormed(given);
      const index = log.append(record);
      event.run(index, record.event, record.at, record.detail);
      return index;
    },
  };

  /** What stands beside a visit is never read for its notice. */
  function isRead(mode: CaptureMode | null): boolean {
    return mode === null || mode === 'rendered';
  }

  function requireCapture(digest: Digest): void {
    if (captured.get(digest) === undefined)
      throw new DualwatchError('internal', `there is no capture ${digest} to drop, to keep instead or to forget`);
  }
}

export type EvidenceRows = ReturnType<typeof evidenceRows>;
