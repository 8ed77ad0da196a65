import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { FIRST } from './migrations/001-first.ts';
import { HURRIED_AND_BELIEVED } from './migrations/002-hurried-and-believed.ts';

const NEXT = 'ALTER TABLE sources ADD COLUMN colour TEXT';

/** A file as the first version left it, with data in it. */
function versionOne(): Database.Database {
  const db = new Database(':memory:');
  migrate(db, 'old.db', [FIRST]);
  db.exec(
    "INSERT INTO sources (id, url, host, name, settings, created_at) VALUES ('s1', 'http://a.example/', 'a.example', 'A', '{}', '2026-01-01T00:00:00Z')",
  );
  db.exec("INSERT INTO entries (idx, leaf, bytes) VALUES (0, x'00', x'7b7d')");
  return db;
}

test('an old file goes to the newest schema, each step once, and keeps its data', () => {
  const db = versionOne();
  migrate(db, 'old.db');
  migrate(db, 'old.db', [...MIGRATIONS, NEXT]);
  migrate(db, 'old.db', [...MIGRATIONS, NEXT]);
  expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length + 1);
  expect(db.prepare('SELECT version FROM migrations ORDER BY version').pluck().all()).toEqual([...MIGRATIONS, NEXT].map((_, n) => n + 1));
  expect(db.prepare('SELECT id, name, colour FROM sources').get()).toEqual({ id: 's1', name: 'A', colour: null });
  expect(db.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(1);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('an old file migrated has the schema of a new one', () => {
  const schema = (db: Database.Database) =>
    db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'search%' ORDER BY type, name").all();
  const [old, fresh] = [versionOne(), new Database(':memory:')];
  migrate(old, 'old.db');
  migrate(fresh, 'new.db');
  expect(schema(old)).toEqual(schema(fresh));
});

test('notices that were read before screening came wait to be screened, those that were merged as one', () => {
  const db = new Database(':memory:');
  migrate(db, 'old.db', [FIRST, HURRIED_AND_BELIEVED]);
  for (const id of ['read', 'unread', 'merged-into'])
    db.exec(
      `INSERT INTO notices (id, url, host, first_seen_at, state, priority, follow, summary) VALUES ('${id}', '', '', '', 'present', 1, '{}', '{"title":"T"}')`,
    );
  db.exec("INSERT INTO merged (id, kept) VALUES ('younger', 'merged-into')");
  const reading = (notice: string, state: string) =>
    db.exec(
      `INSERT INTO readings (capture, notice, origin, state, log_index, recipe, reading, mentions) VALUES ('${notice}${state}', '${notice}', 'page', '${state}', 1, 'r', '{}', '[]')`,
    );
  reading('read', 'present');
  reading('read', 'removed');
  reading('unread', 'removed');
  reading('younger', 'present');
  migrate(db, 'old.db');
  expect(db.prepare('SELECT n.id, m.recipe, n.listed FROM notice_matches m JOIN notices n ON n.num = m.num ORDER BY n.id').all()).toEqual([
    { id: 'merged-into', recipe: '', listed: '[]' },
    { id: 'read', recipe: '', listed: '[]' },
  ]);
});

test('a step that fails changes nothing, and is taken again by the next start', () => {
  const db = versionOne();
  expect(() => migrate(db, 'old.db', [FIRST, `${NEXT}; SELECT no_such_function();`])).toThrow(/no_such_function/);
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(db.prepare("SELECT count(*) FROM pragma_table_info('sources') WHERE name = 'colour'").pluck().get()).toBe(0);
  migrate(db, 'old.db', [FIRST, NEXT]);
  expect(db.pragma('user_version', { simple: true })).toBe(2);
});

test('a newer file is refused and named', () => {
  const db = versionOne();
  db.pragma('user_version = 99');
  expect(() => migrate(db, '/home/ann/dualwatch.db')).toThrow(
    expect.objectContaining({ code: 'home-newer', message: expect.stringContaining('/home/ann/dualwatch.db') as string }),
  );
});
