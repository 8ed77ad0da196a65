import type Database from 'better-sqlite3';
import type { NoticeId } from '../../model/ids.ts';
import type { LogRecord } from '../../model/log-record.ts';
import type { CaptureRow, ObservationRow } from '../../model/notice.ts';
import { screeningRecords } from './screening-evidence.ts';

type Screening = keyof ReturnType<typeof screeningRecords>;
type Kind = Exclude<LogRecord['type'], Screening>;
type RowOf = { readonly [K in Kind]: Omit<Extract<LogRecord, { type: K }>, 'type' | 'heads' | 'basis'> };

/** Of a query for rows of captures, up to its WHERE. */
export const CAPTURE_COLUMNS = `c.sha256, c.url, c.final_url AS finalUrl, c.at, c.status, c.ip, c.warc, c.payload, c.bytes, coalesce(m.kept, c.notice) AS noticeId, c.source AS sourceId,
  c.log_index AS logIndex, c.mode, f.at AS forgottenAt, f.why AS forgottenWhy FROM captures c LEFT JOIN merged m ON m.id = c.notice LEFT JOIN forgets f ON f.sha256 = c.sha256`;

/** Reads evidence rows back. */
export function evidenceViews(db: Database.Database) {
  const group = '(SELECT id FROM merged WHERE kept = @id UNION ALL SELECT @id)';
  const captures = db.prepare<{ id: string }, CaptureRow>(`SELECT ${CAPTURE_COLUMNS} WHERE c.notice IN ${group} ORDER BY c.log_index`);
  const from = db.prepare<[number, number], CaptureRow>(`SELECT ${CAPTURE_COLUMNS} WHERE c.log_index >= ? ORDER BY c.log_index LIMIT ?`);
  const observations = db.prepare<{ id: string }, ObservationRow>(
    `SELECT @id AS noticeId, url, at, state, reason, basis, removal_kind AS removalKind, capture, confirms, reading, log_index AS logIndex
     FROM observations WHERE notice IN ${group} ORDER BY log_index`,
  );
  const rows: { readonly [K in Kind]: Database.Statement<[number], RowOf[K]> } = {
    capture: db.prepare(
      'SELECT sha256, url, final_url AS finalUrl, at, status, ip, payload, bytes, notice, source, mode FROM captures WHERE log_index = ?',
    ),
    observation: db.prepare(
      'SELECT notice, url, at, state, reason, basis, removal_kind AS removalKind, capture, confirms, payload, reading FROM observations WHERE log_index = ?',
    ),
    check: db.prepare('SELECT source, url, at, outcome, capture, confirms, payload FROM checks WHERE log_index = ?'),
    probe: db.prepare('SELECT host, url, at, page, outcome, capture, payload FROM probes WHERE log_index = ?'),
    forget: db.prepare('SELECT sha256, why, who AS "by", at FROM forgets WHERE log_index = ?'),
    drop: db.prepare('SELECT sha256, kept_instead AS keptInstead, at, reason FROM drops WHERE log_index = ?'),
    merge: db.prepare('SELECT kept, merged, alias, at FROM merges WHERE log_index = ?'),
    event: db.prepare('SELECT event, at, detail FROM events WHERE log_index = ?'),
    oversight: db.prepare('SELECT link, publisher, overseer, why, who AS "by", at FROM oversights WHERE log_index = ?'),
  };

  const screening = screeningRecords(db);

  return {
    capturesOf: (id: NoticeId): readonly CaptureRow[] => captures.all({ id }),
    capturesFrom: (logIndex: number, limit: number): readonly CaptureRow[] => from.all(logIndex, limit),
    observationsOf: (id: NoticeId): readonly ObservationRow[] => observations.all({ id }),
    /** Heads are kept in the entry alone, so the entry's own stand in for them; everything else comes from the row. */
    asRecord(record: LogRecord, index: number): LogRecord | undefined {
      if (isScreening(record)) return screening[record.type](index);
      const row = rows[record.type as Kind].get(index);
      if (row === undefined) return undefined;
      const { basis = null, mode = null, ...rest } = row as typeof row & { readonly basis?: string | null; readonly mode?: string | null };
      return {
        type: record.type,
        ...rest,
        ...(basis !== null && { basis }),
        // Entries of plain visits have none.
        ...(mode !== null && { mode }),
        ...('heads' in record && { heads: record.heads }),
      } as LogRecord;
    },
  };
}

function isScreening(record: LogRecord): record is Extract<LogRecord, { type: Screening }> {
  return ['list', 'party-link', 'decision', 'screening'].includes(record.type);
}

export type EvidenceViews = ReturnType<typeof evidenceViews>;
