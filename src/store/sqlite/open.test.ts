import { closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EventRecord } from '../../model/log-record.ts';
import type { Store } from '../port.ts';
import { Connection } from './connection.ts';
import { openSqliteStore } from './open.ts';
import { configureWriter } from './pragmas.ts';
import { SqliteStore } from './store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-open-'));
  file = join(folder, 'dualwatch.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const event = (detail: string): EventRecord => ({ type: 'event', event: 'offline', at: '2026-01-01T00:00:00Z', detail });

async function fill(store: Store, entries: number, detail = 'x'.repeat(2000)): Promise<void> {
  for (let n = 0; n < entries; n += 1) await store.recordEvent(event(detail));
}

test('a file is made only when asked for, private, with its write-ahead files', async () => {
  await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'home-missing', message: expect.stringContaining(file) as string });
  const store = await openSqliteStore(file, { create: true });
  await fill(store, 1);
  for (const name of ['', '-wal', '-shm']) expect(statSync(file + name).mode & 0o777).toBe(0o600);
  await store.close();
  await (await openSqliteStore(file)).close();
});

test('a commit waits for the disk, into a write-ahead log, with references checked', () => {
  const db = new Database(file);
  configureWriter(db);
  expect(['journal_mode', 'synchronous', 'foreign_keys'].map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1]);
  db.close();
});

test('several may open a new file at once', async () => {
  const stores = await Promise.all(Array.from({ length: 4 }, async () => openSqliteStore(file, { create: true })));
  for (const store of stores) await fill(store, 1);
  expect(await stores[0]?.logSize()).toBe(4);
  for (const store of stores) await store.close();
});

test('a file of a newer version is refused, untouched', async () => {
  await (await openSqliteStore(file, { create: true })).close();
  const raw = new Database(file);
  raw.pragma('user_version = 99');
  raw.close();
  await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'home-newer' });
  await expect(openSqliteStore(file, { readonly: true })).rejects.toMatchObject({ code: 'home-newer' });
});

test.each([
  ['something else', () => writeFileSync(file, 'this is no database, '.repeat(500))],
  ['cut short', () => truncateSync(file, 5000)],
  ['overwritten inside', () => overwrite(file, 4096)],
])('a file that is %s is damaged, and named', async (_, damage) => {
  const store = await openSqliteStore(file, { create: true });
  await fill(store, 20);
  await store.close();
  damage();
  const use = async () => {
    const damaged = await openSqliteStore(file);
    try {
      await damaged.readLog(0, 20);
      await damaged.listSources();
      await fill(damaged, 1);
    } finally {
      await damaged.close();
    }
  };
  await expect(use()).rejects.toMatchObject({ code: 'store-damaged', message: expect.stringContaining(file) as string });
});

test('a writer that waits too long is told that the store is busy; readers go on', async () => {
  const store = await openSqliteStore(file, { create: true, busyTimeoutMs: 50 });
  await fill(store, 1);
  const raw = new Database(file);
  raw.exec('BEGIN IMMEDIATE');
  await expect(fill(store, 1)).rejects.toMatchObject({ code: 'store-busy', retry: 'later' });
  expect(await store.logSize()).toBe(1);
  raw.exec('ROLLBACK');
  await fill(store, 1);
  raw.close();
  await store.close();
});

test('a full disk is told, nothing of the act is there, and the store goes on when there is room', async () => {
  // /dev/full and quotas need rights; SQLite says the same of a database that may not grow.
  await (await openSqliteStore(file, { create: true })).close();
  const db = new Database(file);
  const store = new SqliteStore(new Connection(db, file));
  await fill(store, 1);
  const pages = Number(db.pragma('page_count', { simple: true }));
  db.pragma(`max_page_count = ${pages + 2}`);
  let written = 1;
  const full = async () => {
    for (;;) {
      await fill(store, 1, 'y'.repeat(9000));
      written += 1;
    }
  };
  await expect(full()).rejects.toMatchObject({ code: 'disk-full', retry: 'later' });
  expect(await store.logSize()).toBe(written);
  db.pragma('max_page_count = 1000000');
  await fill(store, 1);
  expect((await store.readLog(0, 99)).length).toBe(written + 1);
  await store.close();
});

test('opened for reading only, it reads what others write and writes nothing', async () => {
  const store = await openSqliteStore(file, { create: true });
  const reader = await openSqliteStore(file, { readonly: true });
  await fill(store, 2);
  expect(await reader.logSize()).toBe(2);
  await expect(fill(reader, 1)).rejects.toMatchObject({ code: 'input-unreadable' });
  await reader.close();
  await store.close();
});

function overwrite(path: string, from: number): void {
  const handle = openSync(path, 'r+');
  const length = statSync(path).size - from;
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(handle);
}
