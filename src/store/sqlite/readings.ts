import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Mention } from '../../model/mention.ts';
import type { NoticeSummary, NoticeType, StoredReading } from '../../model/notice.ts';
import { publisherOf } from '../../model/publisher.ts';
import type { PageReading } from '../../model/reading.ts';
import type { DerivedReading, Underived } from '../port.ts';
import { summaryOf } from './notice-rows.ts';
import { NOT_READ } from './evidence-rows.ts';
import type { NoticeRows } from './notice-rows.ts';
import type { PublisherRows } from './publishers.ts';
import type { ScheduleTable } from './schedule.ts';
import type { NoticeQueues } from './notice-queues.ts';
import type { SearchIndex } from './search.ts';

interface ReadingRow {
  readonly capture: Digest;
  readonly recipe: string;
  readonly reading: string;
  readonly mentions: string;
}

/** What was derived from captures; all of it can be derived again. */
export function readingTable(
  db: Database.Database,
  tables: {
    readonly notices: NoticeRows;
    readonly schedule: ScheduleTable;
    readonly search: SearchIndex;
    readonly queue: NoticeQueues;
    readonly publishers: PublisherRows;
  },
) {
  const { notices, schedule, search, queue, publishers } = tables;
  const put = db.prepare(
    `INSERT INTO readings (capture, notice, origin, state, log_index, recipe, reading, mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (capture, notice) DO UPDATE SET origin = excluded.origin, state = excluded.state, recipe = excluded.recipe, reading = excluded.reading, mentions = excluded.mentions`,
  );
  const logIndexOf = db.prepare<[string], number>('SELECT log_index FROM captures WHERE sha256 = ?').pluck();
  const forgotten = db.prepare<[string], number>('SELECT 1 FROM forgets WHERE sha256 = ?').pluck();
  const mark = db.prepare<[string, string, string]>('UPDATE captures SET recipe = ? WHERE sha256 = ? AND recipe <> ?');
  const group = '(SELECT id FROM merged WHERE kept = @id UNION ALL SELECT @id)';
  const latest = db.prepare<{ id: string; origin: string }, ReadingRow>(
    `SELECT capture, recipe, reading, mentions FROM readings WHERE notice IN ${group} AND origin = @origin AND state = 'present' ORDER BY log_index DESC LIMIT 1`,
  );
  const speaking = db
    .prepare<{ id: string; origin: string }, number>(
      `SELECT num FROM readings WHERE notice IN ${group} AND origin = @origin AND state = 'present' ORDER BY log_index DESC LIMIT 1`,
    )
    .pluck();
  const stored = db.prepare<[string, string], { readonly num: number; readonly reading: string }>(
    'SELECT num, reading FROM readings WHERE capture = ? AND notice = ?',
  );
  const unread = db.prepare(`UPDATE captures SET recipe = '' WHERE notice IN ${group} AND recipe < '${NOT_READ}'`);
  const underivedColumns =
    'sha256 AS capture, warc, url, coalesce(m.kept, c.notice) AS noticeId, source AS sourceId FROM captures c LEFT JOIN merged m ON m.id = c.notice';
  const older = db.prepare<[string, number], Underived>(
    `SELECT ${underivedColumns} WHERE warc IS NOT NULL AND recipe < ? ORDER BY recipe, log_index LIMIT ?`,
  );
  const newer = db.prepare<[string, number], Underived>(
    `SELECT ${underivedColumns} WHERE warc IS NOT NULL AND recipe > ? AND recipe < '${NOT_READ}' ORDER BY recipe, log_index LIMIT ?`,
  );

  const speakingOf = (id: NoticeId): number | undefined => speaking.get({ id, origin: 'page' }) ?? speaking.get({ id, origin: 'feed' });
  const readingOf = (id: NoticeId): ReadingRow | undefined => latest.get({ id, origin: 'page' }) ?? latest.get({ id, origin: 'feed' });
  return {
    /** Captures never read come first (their recipe is the empty string), then those of other recipes. */
    underived(recipe: string, limit: number): readonly Underived[] {
      const first = older.all(recipe, limit);
      return first.length >= limit ? first : [...first, ...newer.all(recipe, limit - first.length)];
    },
    mark: (capture: Digest, recipe: string): void => void mark.run(recipe, capture, recipe),
    record(derived: DerivedReading): void {
      // Whoever read it before it was forgotten comes too late.
      if (forgotten.get(derived.capture) !== undefined) return;
      const row = notices.require(derived.noticeId);
      const spoken = derived.summary !== null && !(derived.from === 'feed' && latest.get({ id: row.id, origin: 'page' }) !== undefined);
      const { capture, recipe, reading, mentions } = derived;
      const text = JSON.stringify(reading);
      const spoke = speakingOf(row.id);
      const before = stored.get(capture, derived.noticeId);
      const logIndex = logIndexOf.get(capture) ?? -1;
      put.run(capture, derived.noticeId, derived.from, reading.state, logIndex, recipe, text, JSON.stringify(mentions));
      // A feed has a text for each of many notices; whoever stored them all marks it.
      if (derived.from === 'page') this.mark(capture, recipe);
      // The same words need not be screened and compared again.
      if (spoke !== speakingOf(row.id) || (spoke === before?.num && text !== before?.reading)) this.requeue(row.id);
      if (spoken && derived.summary !== null) {
        notices.putSummary(row, derived.summary);
        // A newspaper publishes no notices.
        const publisher = row.type === 'report' ? undefined : publisherOf({ ...reading, publisher: derived.summary.publisher }, row.host);
        publishers.put(row.num, publisher);
        search.put(row.num, derived.summary.title ?? reading.title ?? '', reading.text);
      }
      if (derived.rank !== null) schedule.moveRank(row.id, row.type === 'report' ? 0 : derived.rank);
    },
    speakingOf,
    /** Another reading speaks for the notice, or says something else: it is screened and compared again. */
    requeue(id: NoticeId): void {
      const { num, type } = notices.require(id);
      if (speakingOf(id) === undefined) queue.silence(num);
      else queue.wait(num);
      if (type === 'report') queue.leaveUncompared(num);
    },
    /** A person says that it is a report, which is no copy, has no publisher and no priority; or that it is a notice after all: it is read again. */
    retype(id: NoticeId, type: NoticeType): void {
      const row = notices.require(id);
      if (row.type === type) return;
      notices.setType(row.id, type);
      if (type === 'report') {
        publishers.forget(row.num);
        schedule.moveRank(row.id, 0);
        notices.putSummary({ ...row, type }, summaryOf(row));
      } else unread.run({ id: row.id });
      this.requeue(row.id);
    },
    resummarise(id: NoticeId, summary: NoticeSummary, rank: number): void {
      const row = notices.require(id);
      notices.putSummary(row, summary);
      schedule.moveRank(row.id, row.type === 'report' ? 0 : rank);
      if (summary.title !== summaryOf(row).title) this.reindex(row.id);
    },
    of(id: NoticeId): StoredReading | undefined {
      const row = readingOf(notices.resolve(id) ?? id);
      if (row === undefined) return undefined;
      return {
        capture: row.capture,
        recipe: row.recipe,
        reading: JSON.parse(row.reading) as PageReading,
        mentions: JSON.parse(row.mentions) as readonly Mention[],
      };
    },
    /** Puts a notice into the search index anew, from its summary and the reading that speaks for it. */
    reindex(id: NoticeId): void {
      const row = notices.require(id);
      const reading = readingOf(id);
      search.put(row.num, summaryOf(row).title ?? '', reading === undefined ? '' : (JSON.parse(reading.reading) as PageReading).text);
    },
  };
}

export type ReadingTable = ReturnType<typeof readingTable>;
