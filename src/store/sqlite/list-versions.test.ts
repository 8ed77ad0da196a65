import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listSettings, listVersion, listing, namesIn, takeIn, takeInRows } from '../../../test/contract/listed.ts';
import { Connection } from './connection.ts';
import { migrate } from './schema/migrate.ts';
import { SqliteStore } from './store.ts';

const AT = '2026-03-01T00:00:00.000Z';

let db: Database.Database;
let store: SqliteStore;
beforeEach(async () => {
  db = new Database(':memory:');
  migrate(db, ':memory:');
  store = new SqliteStore(new Connection(db, ':memory:'));
  await store.addList(listSettings('a'), AT, null);
  await store.addList(listSettings('b'), AT, null);
});
afterEach(() => store.close());

const entities = () => db.prepare<[], string>('SELECT entity FROM party_entities').pluck().all().length;
const many = (list: string, count: number, name: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => listing(list, String(n), name(n)));

test('an update that comes too late, or is held back, leaves nothing of its listings, and takes none of another list', async () => {
  await takeIn(store, 'a', { 1: 'One' });
  let quick: Promise<unknown> | undefined;
  const late = store.recordListVersion({
    list: 'a',
    rows: many('a', 2500, (n) => `late ${n}`),
    version: () => listVersion('late'),
    // Runs before the entities are put in their place, some at a time, between which the others come.
    hold: () => {
      quick = Promise.all([
        takeIn(store, 'a', { 1: 'Uno' }),
        takeInRows(
          store,
          'b',
          many('b', 1500, (n) => `b ${n}`),
        ),
      ]);
      return false;
    },
  });
  await expect(late).rejects.toMatchObject({ code: 'store-busy' });
  await quick;
  expect(entities()).toBe(2 + 1500);
  await takeInRows(store, 'a', many('a', 1200, String), true);
  expect(entities()).toBe(2 + 1500);
  expect(await namesIn(store, 'a')).toEqual({ 1: 'Uno' });
  expect(Object.values(await namesIn(store, 'b')).every((name) => name.startsWith('b '))).toBe(true);
  expect(await store.contradictions()).toEqual([]);
  expect(db.prepare("SELECT name FROM temp.sqlite_schema WHERE type = 'table'").pluck().all()).toEqual([]);
});

test('of a version in which little changed little is kept, wherever it stands in the file', async () => {
  const changed = new Set([0, 999, 1000, 1001, 2499]);
  await takeInRows(store, 'a', many('a', 2500, String));
  await takeInRows(
    store,
    'a',
    many('a', 2500, (n) => (changed.has(n) ? `changed ${n}` : String(n))),
  );
  expect(entities()).toBe(2505);
  const names = await namesIn(store, 'a');
  expect(Object.entries(names).filter(([n, name]) => name !== (changed.has(Number(n)) ? `changed ${n}` : n))).toEqual([]);
});
