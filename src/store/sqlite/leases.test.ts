import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../port.ts';
import { openSqliteStore } from './open.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-leases-'));
  store = await openSqliteStore(join(folder, 'dualwatch.db'), { create: true });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function known(): unknown {
  const db = new Database(join(folder, 'dualwatch.db'), { readonly: true });
  const ids = db.prepare('SELECT id FROM workers ORDER BY id').pluck().all();
  db.close();
  return ids;
}

test('who only holds a lease is known while it does, whoever registers stays', async () => {
  const { pid } = process;
  await store.register({ id: 'watch', pid });
  for (let n = 0; n < 20; n += 1) {
    const act = { id: `act ${n}`, pid };
    expect(await store.lease('log', act, 1_000, 60_000)).toBe(true);
    expect(await store.lease('log', { id: `late ${n}`, pid }, 1_000, 60_000)).toBe(false);
    expect(await store.lease('anchor', act, 1_000, 60_000)).toBe(true);
    expect(known()).toEqual([`act ${n}`, 'watch']);
    await store.lease('log', act, 1_000, 0);
    expect(known()).toEqual([`act ${n}`, 'watch']);
    await store.lease('anchor', act, 1_000, 0);
    expect(known()).toEqual(['watch']);
  }
  await store.lease('log', { id: 'watch', pid }, 1_000, 60_000);
  await store.lease('log', { id: 'watch', pid }, 1_000, 0);
  expect(known()).toEqual(['watch']);
});
