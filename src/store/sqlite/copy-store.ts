import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Mention } from '../../model/mention.ts';
import type { PageReading } from '../../model/reading.ts';
import type { ComparedNotice, CopyStore, NewCopy, NoticeText, NoticeToCompare } from '../copy-port.ts';
import type { Connection } from './connection.ts';
import type { CopyRows } from './copy-rows.ts';
import type { NoticeChanges } from './notice-changes.ts';
import type { NoticeRows } from './notice-rows.ts';
import type { ReadingTable } from './readings.ts';

interface TextRow {
  readonly num: number;
  readonly noticeId: NoticeId;
  readonly capture: Digest;
  readonly reading: string;
  readonly mentions: string;
}

interface QueueRow {
  readonly num: number;
  readonly noticeId: NoticeId;
  readonly stamp: number;
  readonly recipe: string | null;
}

const TEXT =
  'SELECT r.num, coalesce(m.kept, r.notice) AS noticeId, r.capture, r.reading, r.mentions FROM readings r LEFT JOIN merged m ON m.id = r.notice';
const WAITING = 'SELECT q.num, n.id AS noticeId, q.stamp, q.recipe FROM copy_queue q JOIN notices n ON n.num = q.num';

/** What the comparison of notices asks and finds, as acts of the store. */
export function copyStore(
  connection: Connection,
  tables: { readonly notices: NoticeRows; readonly readings: ReadingTable; readonly copies: CopyRows; readonly changes: NoticeChanges },
): CopyStore {
  const { db } = connection;
  const { notices, readings, copies, changes } = tables;
  const after = db.prepare<[number, number], TextRow>(`${TEXT} WHERE r.num > ? AND r.state = 'present' ORDER BY r.num LIMIT ?`);
  // Whoever writes about a notice and quotes it has not published it.
  const byNum = db.prepare<[number], TextRow>(
    `${TEXT} JOIN notices n ON n.id = coalesce(m.kept, r.notice) WHERE r.num = ? AND r.state = 'present' AND n.type = 'notice'`,
  );
  const ofCapture = db.prepare<{ id: string; capture: string }, TextRow>(
    `${TEXT} WHERE r.capture = @capture AND r.state = 'present' AND coalesce(m.kept, r.notice) = @id`,
  );
  const older = db.prepare<[string, number], QueueRow>(`${WAITING} WHERE q.recipe < ? ORDER BY q.recipe, q.num LIMIT ?`);
  const newer = db.prepare<[string, number], QueueRow>(`${WAITING} WHERE q.recipe > ? ORDER BY q.recipe, q.num LIMIT ?`);
  const queued = db.prepare<[number], QueueRow>(`${WAITING} WHERE q.num = ?`);
  const settle = db.prepare('UPDATE copy_queue SET recipe = ? WHERE num = ? AND stamp = ?');

  return {
    async uncompared(recipe: string, limit: number) {
      return connection.read(() => {
        const first = older.all(recipe, limit);
        return (first.length >= limit ? first : [...first, ...newer.all(recipe, limit - first.length)]).flatMap(toCompare);
      });
    },
    async noticeToCompare(id: NoticeId) {
      return connection.read(() => {
        const row = notices.get(id);
        const waiting = row && queued.get(row.num);
        return waiting === undefined || waiting.recipe === null ? undefined : toCompare(waiting)[0];
      });
    },
    async textsAfter(num: number, limit: number) {
      return connection.read(() => after.all(num, limit).map(textOfRow));
    },
    async texts(nums: readonly number[]) {
      return connection.read(() => nums.flatMap((num) => byNum.all(num)).map(textOfRow));
    },
    async textOf(id: NoticeId, capture: Digest) {
      return connection.read(() => ofCapture.all({ id: notices.resolve(id) ?? id, capture }).map(textOfRow)[0]);
    },
    async recordCopies(found: readonly ComparedNotice[], at: string) {
      return connection.write(() => {
        let kept = 0;
        const fresh: NewCopy[] = [];
        for (const one of found) {
          const row = notices.get(one.noticeId);
          if (row === undefined || row.id !== one.noticeId) continue;
          if (settle.run(one.recipe, row.num, one.stamp).changes === 0) continue;
          kept += 1;
          for (const { other, kind } of copies.replace(row.num, one.copies, (id) => notices.get(id))) {
            fresh.push({ noticeId: row.id, other, kind });
            changes.copy(row.id, at, other, kind);
            changes.copy(other, at, row.id, kind);
          }
        }
        return { kept, found: fresh };
      });
    },
    async copiesOf(id: NoticeId) {
      return connection.read(() => copies.of(notices.require(id).num));
    },
    async isCompared(id: NoticeId) {
      return connection.read(() => {
        const row = queued.get(notices.require(id).num);
        return row !== undefined && row.recipe !== null && row.recipe !== '';
      });
    },
  };

  function toCompare({ num, noticeId, stamp }: QueueRow): readonly NoticeToCompare[] {
    const speaks = readings.speakingOf(noticeId);
    const text = speaks === undefined ? undefined : byNum.get(speaks);
    return text === undefined ? [] : [{ noticeId, stamp, text: textOfRow(text), copies: copies.of(num) }];
  }
}

function textOfRow({ reading, mentions, ...row }: TextRow): NoticeText {
  return { ...row, reading: JSON.parse(reading) as PageReading, mentions: JSON.parse(mentions) as readonly Mention[] };
}
