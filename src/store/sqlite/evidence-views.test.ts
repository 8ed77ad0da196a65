import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../model/digest.ts';
import type { SourceId } from '../../model/ids.ts';
import type { CheckRecord } from '../../model/log-record.ts';
import { wellFormed } from '../log-leaf.ts';
import { evidenceRows } from './evidence-rows.ts';
import { evidenceViews } from './evidence-views.ts';
import { logTable } from './log.ts';
import { migrate } from './schema/migrate.ts';

function evidence() {
  const db = new Database(':memory:');
  migrate(db, ':memory:');
  const log = logTable(db);
  return { db, log, rows: evidenceRows(db, log), views: evidenceViews(db) };
}

const CHECK: CheckRecord = {
  type: 'check',
  source: 's1' as SourceId,
  url: 'http://a.example/',
  at: '2026-01-01T00:00:00.000Z',
  outcome: 'ok',
  capture: sha256('c'),
  confirms: null,
  payload: sha256('p'),
  heads: null,
};

test.each(['source', 'url', 'at', 'outcome', 'capture', 'confirms', 'payload'])(
  'an edit of the column %s shows against the entry',
  (column) => {
    const { db, rows, views } = evidence();
    rows.check(CHECK);
    expect(views.asRecord(CHECK, 0)).toEqual(CHECK);
    db.exec(`UPDATE checks SET ${column} = 'edited'`);
    expect(views.asRecord(CHECK, 0)).not.toEqual(CHECK);
  },
);

test('whatever text a record holds, row and entry say the same', () => {
  const { log, rows, views } = evidence();
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\ud800', '\udfff', 'a', '\u0000', '求', '\\', '"') }),
      (outcome, url) => {
        const index = rows.check({ ...CHECK, outcome, url });
        const [entry] = log.read(index, index + 1);
        const logged = JSON.parse(new TextDecoder().decode(entry?.bytes)) as CheckRecord;
        expect(logged).toEqual(wellFormed({ ...CHECK, outcome, url }));
        expect(views.asRecord(logged, index)).toEqual(logged);
      },
    ),
  );
});

test('a record longer than the log can hold is refused', () => {
  const { log, rows } = evidence();
  expect(() => rows.event({ type: 'event', event: 'offline', at: CHECK.at, detail: 'x'.repeat(70_000) })).toThrow(/at most 65535/);
  expect(log.size()).toBe(0);
});
