import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import type { LogRecord } from '../../model/log-record.ts';
import { entryBytes, leafHash } from '../log-leaf.ts';
import type { LogEntry } from '../evidence-port.ts';

/** The evidence log: entries are only ever added, each in the transaction of the rows it speaks of. */
export function logTable(db: Database.Database) {
  const size = db.prepare<[], number>('SELECT coalesce(max(idx) + 1, 0) FROM entries').pluck();
  const insert = db.prepare<[number, Buffer, Buffer]>('INSERT INTO entries (idx, leaf, bytes) VALUES (?, ?, ?)');
  const range = db.prepare<[number, number], { index: number; bytes: Buffer }>(
    'SELECT idx AS "index", bytes FROM entries WHERE idx >= ? AND idx < ? ORDER BY idx',
  );
  const byLeaf = db.prepare<[Buffer], number>('SELECT idx FROM entries WHERE leaf = ? ORDER BY idx LIMIT 1').pluck();
  const byCapture = db.prepare<[string], number>('SELECT log_index FROM captures WHERE sha256 = ?').pluck();

  return {
    size: (): number => size.get() ?? 0,
    /** Adds a record and gives its index. Inside the transaction of its rows. */
    append(record: LogRecord): number {
      const index = size.get() ?? 0;
      const bytes = entryBytes(record);
      insert.run(index, leafHash(bytes), bytes);
      return index;
    },
    read: (from: number, to: number): readonly LogEntry[] => range.all(from, to),
    find: (digest: Digest): number | undefined => byCapture.get(digest) ?? byLeaf.get(Buffer.from(digest, 'hex')),
  };
}

export type LogTable = ReturnType<typeof logTable>;
