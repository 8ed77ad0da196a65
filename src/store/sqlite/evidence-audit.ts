import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { LogRecord } from '../../model/log-record.ts';
import type { PageReading } from '../../model/reading.ts';
import { leafHash } from '../log-leaf.ts';
import type { Contradiction, EvidenceRow, NoticeHistory, PagesReading } from '../evidence-port.ts';
import type { EvidenceViews } from './evidence-views.ts';
import { followOf } from './notice-rows.ts';
import type { NoticeRow } from './notice-rows.ts';
import { SCREENING_RULES } from './screening-rules.ts';

const TABLES = {
  capture: 'captures',
  observation: 'observations',
  check: 'checks',
  probe: 'probes',
  drop: 'drops',
  forget: 'forgets',
  merge: 'merges',
  event: 'events',
  list: 'list_records',
  'party-link': 'party_links',
  oversight: 'oversights',
  decision: 'decisions',
  screening: 'receipts',
} as const satisfies Record<LogRecord['type'], string>;
const KINDS = Object.keys(TABLES) as readonly (keyof typeof TABLES)[];

const EVERY_ROW = `(${KINDS.map((type) => `SELECT log_index AS "index", '${type}' AS type, ${type === 'capture' ? 'warc, sha256 IN (SELECT sha256 FROM forgets)' : 'NULL AS warc, 0'} AS forgotten FROM ${TABLES[type]}`).join(' UNION ALL ')})`;
const isNotice = (column: string): string => `(${column} IN (SELECT id FROM notices) OR ${column} IN (SELECT id FROM merged))`;

/** Pairs of tables that must agree whatever the log says; each gives the first row that does not. They go through whole tables: for verification alone. */
const RULES: readonly (readonly [sql: string, why: string])[] = [
  [
    `SELECT "index", type AS what FROM ${EVERY_ROW} WHERE "index" NOT IN (SELECT idx FROM entries) LIMIT 1`,
    'the log has no such entry, and the database has a row for it in the table of',
  ],
  [
    `SELECT log_index AS "index", sha256 AS what FROM captures WHERE warc IS NULL AND sha256 NOT IN (SELECT sha256 FROM drops) AND sha256 NOT IN (SELECT sha256 FROM forgets) ORDER BY log_index LIMIT 1`,
    'the database says that its file was dropped, and no entry says so: capture',
  ],
  [
    `SELECT f.log_index AS "index", f.sha256 AS what FROM forgets f LEFT JOIN captures c ON c.sha256 = f.sha256 WHERE c.sha256 IS NULL OR c.warc IS NOT NULL ORDER BY f.log_index LIMIT 1`,
    'it forgets a capture that the database says is there:',
  ],
  [
    `SELECT f.log_index AS "index", f.sha256 AS what FROM forgets f JOIN readings r ON r.capture = f.sha256 ORDER BY f.log_index LIMIT 1`,
    'the database still has a reading of what was to be forgotten; "dualwatch forget" again takes it away: capture',
  ],
  [
    `SELECT d.log_index AS "index", d.sha256 AS what FROM drops d LEFT JOIN captures c ON c.sha256 = d.sha256 WHERE c.sha256 IS NULL OR c.warc IS NOT NULL ORDER BY d.log_index LIMIT 1`,
    'it drops a capture that the database says is there:',
  ],
  [
    `SELECT g.log_index AS "index", g.merged AS what FROM merges g LEFT JOIN merged m ON m.id = g.merged LEFT JOIN merged k ON k.id = g.kept WHERE m.kept IS NOT coalesce(k.kept, g.kept) ORDER BY g.log_index LIMIT 1`,
    'the database does not join what it joins: notice',
  ],
  [
    `SELECT NULL AS "index", id AS what FROM merged WHERE id NOT IN (SELECT merged FROM merges) LIMIT 1`,
    'the database joins a notice with another, and no entry says so: notice',
  ],
  [
    `SELECT NULL AS "index", id AS what FROM merged WHERE kept NOT IN (SELECT id FROM notices) OR id IN (SELECT id FROM notices) LIMIT 1`,
    'the database has lost a notice or kept one that was joined to another: notice',
  ],
  [
    `SELECT log_index AS "index", notice AS what FROM observations WHERE NOT ${isNotice('notice')} ORDER BY log_index LIMIT 1`,
    'the database has no such notice any more:',
  ],
  [
    `SELECT log_index AS "index", notice AS what FROM captures WHERE notice IS NOT NULL AND NOT ${isNotice('notice')} ORDER BY log_index LIMIT 1`,
    'the database has no such notice any more:',
  ],
  [
    `SELECT log_index AS "index", source AS what FROM checks WHERE source NOT IN (SELECT id FROM sources) ORDER BY log_index LIMIT 1`,
    'the database has no such source any more:',
  ],
  [
    `SELECT NULL AS "index", notice AS what FROM listings WHERE (source, first_seen_at) NOT IN (SELECT source, at FROM checks) LIMIT 1`,
    'the database says that a source lists it since a time at which the log has no check of that source: notice',
  ],
  [
    `SELECT NULL AS "index", s.id AS what FROM sources s WHERE s.notices <> (SELECT count(*) FROM listings l WHERE l.source = s.id) LIMIT 1`,
    'the database has not as many notices of it as its checks found: source',
  ],
  [
    `SELECT NULL AS "index", capture AS what FROM readings WHERE capture NOT IN (SELECT sha256 FROM captures) LIMIT 1`,
    'the database has a reading of a capture that is not in the log:',
  ],
  [
    `SELECT log_index AS "index", capture AS what FROM probes WHERE capture IS NOT NULL AND capture NOT IN (SELECT sha256 FROM captures) ORDER BY log_index LIMIT 1`,
    'the database has no such capture any more:',
  ],
  [
    `SELECT NULL AS "index", capture AS what FROM learned_pages WHERE capture NOT IN (SELECT sha256 FROM captures) LIMIT 1`,
    'the database has learned a page from a capture that is not in the log:',
  ],
  ...SCREENING_RULES,
];

interface ReadingRow {
  readonly num: number;
  readonly capture: Digest;
  readonly state: string;
  readonly reading: string;
  readonly readingIndex: number;
  readonly captureIndex: number;
  readonly warc: string | null;
  readonly url: string;
  readonly recipe: string;
  readonly sameNotice: number;
  readonly origin: string;
  readonly logged: Digest | null;
}

/** What `log verify` asks of the tables. */
export function evidenceAudit(db: Database.Database, views: EvidenceViews) {
  const rowsIn = db.prepare<{ from: number; to: number }, Omit<EvidenceRow, 'forgotten'> & { readonly forgotten: number }>(
    `SELECT "index", type, warc, forgotten FROM ${EVERY_ROW} WHERE "index" >= @from AND "index" < @to ORDER BY "index"`,
  );
  const leaves = db.prepare<[number, number], { index: number; leaf: Buffer; bytes: Buffer }>(
    'SELECT idx AS "index", leaf, bytes FROM entries WHERE idx >= ? AND idx < ? ORDER BY idx',
  );
  const nextNotice = db.prepare<[string], NoticeRow & { removal_waits: number }>('SELECT * FROM notices WHERE id > ? ORDER BY id LIMIT 1');
  const mergedInto = db.prepare<[string], NoticeId>('SELECT id FROM merged WHERE kept = ? ORDER BY id').pluck();
  const drops = db.prepare<{ id: string }, { sha256: Digest; keptInstead: Digest; index: number }>(
    `SELECT d.sha256, d.kept_instead AS keptInstead, d.log_index AS "index" FROM observations o JOIN drops d ON d.log_index = o.log_index + 1
     WHERE o.notice IN (SELECT id FROM merged WHERE kept = @id UNION ALL SELECT @id) ORDER BY d.log_index`,
  );
  const confirmed = db.prepare<[string], string>(`SELECT detail FROM events WHERE event = 'removals-confirmed' AND at = ?`).pluck();
  const readings = db.prepare<[number, number], ReadingRow>(
    `SELECT r.num, r.capture, r.state, r.reading, r.log_index AS readingIndex, c.log_index AS captureIndex, c.warc, c.url, c.recipe, r.origin,
       coalesce(m.kept, r.notice) IS coalesce(n.kept, c.notice) AS sameNotice,
       (SELECT o.reading FROM observations o WHERE o.notice = c.notice AND o.log_index > c.log_index AND o.capture = c.sha256 ORDER BY o.log_index LIMIT 1) AS logged
     FROM readings r JOIN captures c ON c.sha256 = r.capture LEFT JOIN merged m ON m.id = r.notice LEFT JOIN merged n ON n.id = c.notice
     WHERE r.num > ? AND c.notice IS NOT NULL ORDER BY r.num LIMIT ?`,
  );

  return {
    rows: (from: number, to: number): readonly EvidenceRow[] =>
      rowsIn.all({ from, to }).map((row) => ({ ...row, forgotten: row.forgotten === 1 })),
    wrongLeaf: (from: number, to: number): number | undefined =>
      leaves.all(from, to).find(({ leaf, bytes }) => !leafHash(bytes).equals(leaf))?.index,
    contradictions: (): readonly Contradiction[] =>
      RULES.flatMap(([sql, why]) => {
        const found = db.prepare<[], { index: number | null; what: string }>(sql).get();
        return found === undefined ? [] : [{ index: found.index, why: `${why} ${found.what}` }];
      }),
    historyAfter(id: NoticeId | null): NoticeHistory | undefined {
      const row = nextNotice.get(id ?? '');
      if (row === undefined) return undefined;
      const ids = [row.id, ...mergedInto.all(row.id)];
      const follow = followOf(row);
      const confirmedAt = follow.removal?.confirmedAt ?? null;
      return {
        id: row.id,
        ids,
        url: row.url,
        firstSeenAt: row.first_seen_at,
        firstPresentAt: row.first_present_at,
        follow,
        columnsHold: row.state === follow.state && row.removal_waits === (follow.removalWaits ? 1 : 0),
        observations: views.observationsOf(row.id),
        drops: drops.all({ id: row.id }),
        confirmedByPerson: confirmedAt !== null && confirmed.all(confirmedAt).some((detail) => ids.some((one) => detail.includes(one))),
      };
    },
    readings: (after: number, limit: number): readonly PagesReading[] =>
      readings.all(after, limit).map(({ sameNotice, origin, state, reading: text, readingIndex, ...row }) => {
        const reading = parsed(text);
        return {
          ...row,
          reading,
          columnsHold: sameNotice === 1 && origin === 'page' && state === reading?.state && readingIndex === row.captureIndex,
        };
      }),
  };

  function parsed(text: string): PageReading | null {
    try {
      return JSON.parse(text) as PageReading;
    } catch {
      return null;
    }
  }
}
