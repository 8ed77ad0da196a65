import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { ForgetRecord } from '../../model/log-record.ts';
import type { ForgetStore, Forgotten } from '../forget-port.ts';
import { summaryOfItem } from '../item-summary.ts';
import type { ClaimRows } from './claim-store.ts';
import type { Connection } from './connection.ts';
import type { CopyRows } from './copy-rows.ts';
import type { EvidenceRows } from './evidence-rows.ts';
import type { NoticeQueues } from './notice-queues.ts';
import type { NoticeRows } from './notice-rows.ts';
import type { PublisherRows } from './publishers.ts';
import type { ReadingTable } from './readings.ts';
import { wipeDeleted } from './wipe-deleted.ts';

interface Tables {
  readonly evidence: EvidenceRows;
  readonly notices: NoticeRows;
  readonly readings: ReadingTable;
  readonly queue: NoticeQueues;
  readonly copies: CopyRows;
  readonly publishers: PublisherRows;
  readonly claims: ClaimRows;
}

/** The part of the store that forgets, as acts of the store. */
export function forgetStore(connection: Connection, tables: Tables): ForgetStore {
  const { db } = connection;
  const captured = db.prepare<[string], { url: string; notice: NoticeId | null }>('SELECT url, notice FROM captures WHERE sha256 = ?');
  const known = db.prepare<[string], number>('SELECT log_index FROM forgets WHERE sha256 = ?').pluck();
  const again = db.prepare('UPDATE forgets SET erased = 0 WHERE sha256 = ?');
  const unerased = db.prepare<[], Digest>('SELECT sha256 FROM forgets WHERE erased = 0 ORDER BY log_index').pluck();
  const erased = db.prepare('UPDATE forgets SET erased = 1 WHERE sha256 = ?');
  const after = db.prepare<[number, number], { sha256: Digest; logIndex: number }>(
    'SELECT sha256, log_index AS logIndex FROM forgets WHERE log_index > ? ORDER BY log_index LIMIT ?',
  );
  const forgetDerived = derivedOf(db, tables);
  return {
    async forget(order: Omit<ForgetRecord, 'type'>): Promise<Forgotten> {
      // What is deleted from now on is written over, and not only left out.
      db.pragma('secure_delete = ON');
      return connection.write(() => {
        const row = captured.get(order.sha256);
        if (row === undefined) throw new DualwatchError('not-found', `there is no capture ${order.sha256}`);
        const before = known.get(order.sha256);
        const logIndex = before ?? tables.evidence.forget({ type: 'forget', ...order });
        if (before !== undefined) again.run(order.sha256);
        return { logIndex, already: before !== undefined, url: row.url, ...forgetDerived(order.sha256, row.notice) };
      });
    },
    async unerased() {
      return connection.read(() => unerased.all());
    },
    async markErased(capture: Digest) {
      connection.write(() => erased.run(capture));
    },
    async forgottenAfter(index: number, limit: number) {
      return connection.read(() => after.all(index, limit));
    },
    async wipeDeleted() {
      return wipeDeleted(connection);
    },
  };
}

function derivedOf(db: Database.Database, { notices, readings, queue, copies, publishers, claims }: Tables) {
  const read = db.prepare<[string], { num: number; notice: NoticeId }>('SELECT num, notice FROM readings WHERE capture = ?');
  const drop = db.prepare('DELETE FROM readings WHERE num = ?');
  const unlearn = db.prepare('DELETE FROM learned_pages WHERE capture = ?');
  const unsent = db.prepare('DELETE FROM alert_deliveries WHERE instr(body, ?) > 0');
  // What was to be kept beside the visit would bring the page back.
  const unwant = db.prepare('DELETE FROM extras WHERE capture = ?');
  const silent = summaryOfItem(null);

  return (capture: Digest, of: NoticeId | null): Pick<Forgotten, 'readings' | 'notices'> => {
    const found = read.all(capture);
    const own = of === null ? undefined : notices.resolve(of);
    const ids = new Set<NoticeId>(own === undefined ? [] : [own]);
    for (const { num, notice } of found) {
      const id = notices.resolve(notice);
      const spoke = id !== undefined && readings.speakingOf(id) === num;
      drop.run(num);
      if (id === undefined) continue;
      ids.add(id);
      const row = notices.require(id);
      copies.forgetCapture(row.num, capture);
      queue.forgetCapture(row.num, capture);
      unsent.run(id);
      if (!spoke) continue;
      // Whatever speaks now is summarised, screened and compared anew by whoever asked for this.
      notices.putSummary(row, silent);
      publishers.forget(row.num);
      queue.silence(row.num);
      if (readings.speakingOf(id) !== undefined) queue.wait(row.num);
      readings.reindex(id);
    }
    claims.forgetCapture(capture);
    unlearn.run(capture);
    unwant.run(capture);
    return { readings: found.length, notices: [...ids] };
  };
}
