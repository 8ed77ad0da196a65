import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimNotice, followed, HOUR, iso, item, listed, T0, visit } from '../../test/contract/watcher.ts';
import type { Store } from '../store/port.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { removalsWait } from './removals-wait.ts';

const MINUTE = 60_000;
const HOST = 'h.example';
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-wait-'));
  store = await openSqliteStore(join(folder, 'dualwatch.db'), { create: true });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const url = (n: number): string => `http://${HOST}/${n}`;
const list = (count: number) =>
  listed(
    store,
    Array.from({ length: count }, (_, n) => item(url(n))),
  );

/** A visit that finds the notice gone; whether it must wait for a person. */
async function gone(n: number, atMs: number, confirmed = false): Promise<boolean> {
  const claim = await claimNotice(store, url(n), atMs);
  const waits = await removalsWait({ store }, claim, iso(atMs));
  const made = visit(claim, atMs, { state: 'removed', removalKind: 'status' });
  const { removal } = followed(claim.follow, made.observation);
  const certain =
    confirmed && removal !== null
      ? { state: 'removed' as const, removal: { ...removal, confirmedAt: iso(atMs) } }
      : { removalWaits: waits };
  await store.recordVisits([{ ...made, follow: { ...made.follow, ...certain } }]);
  return waits;
}

async function rounds(notices: readonly number[], atMs: number): Promise<readonly boolean[]> {
  const waits: boolean[] = [];
  for (const n of notices) waits.push(await gone(n, atMs + n * 1000));
  return waits;
}

const SIX = [0, 1, 2, 3, 4, 5];

test('the fifth of six that begin to seem gone within an hour makes them wait; the entry counts each notice once', async () => {
  await list(6);
  for (const n of SIX) await store.recordVisits([visit(await claimNotice(store, url(n), T0), T0)]);
  expect(await rounds(SIX, T0 + MINUTE)).toEqual([false, false, false, false, true, true]);
  const entries = await store.readLog(0, await store.logSize());
  expect(entries.map(({ bytes }) => Buffer.from(bytes).toString()).filter((entry) => entry.includes('removals-held'))).toEqual([
    expect.stringContaining('"detail":"5 of 6 notices visited within an hour seem gone"'),
  ]);
});

test('once a person lets them stand, further visits of the same notices hold nothing', async () => {
  await list(6);
  await rounds(SIX, T0);
  await rounds(SIX, T0 + 10 * MINUTE);
  expect(await store.confirmRemovals({ host: HOST }, iso(T0 + 11 * MINUTE), 'Ann')).toHaveLength(6);
  expect(await rounds(SIX, T0 + 12 * MINUTE)).toEqual(SIX.map(() => false));
  expect(await store.removalsHeld(HOST)).toBe(false);
});

test('nor do those that were seen gone once before the person said so', async () => {
  await list(6);
  await rounds(SIX, T0);
  expect(await store.removalsHeld(HOST)).toBe(true);
  await store.confirmRemovals({ host: HOST }, iso(T0 + MINUTE), 'Ann');
  expect(await rounds(SIX, T0 + 10 * MINUTE)).toEqual(SIX.map(() => false));
});

test('removals that became certain one after another are no mass removal, whoever visits them again', async () => {
  await list(8);
  for (const n of SIX) {
    await gone(n, T0 + n * 2 * HOUR);
    await gone(n, T0 + n * 2 * HOUR + 10 * MINUTE, true);
  }
  expect(await rounds(SIX, T0 + 20 * HOUR)).toEqual(SIX.map(() => false));
  expect(await gone(6, T0 + 20 * HOUR + MINUTE)).toBe(false);
  expect(await gone(7, T0 + 20 * HOUR + 2 * MINUTE)).toBe(false);
});

test('first sightings more than an hour apart are not counted together', async () => {
  await list(6);
  for (const n of SIX) expect(await gone(n, T0 + n * 30 * MINUTE)).toBe(false);
  // All of them are looked at again within minutes, before any is certain.
  expect(await rounds(SIX, T0 + 151 * MINUTE)).toEqual(SIX.map(() => false));
});
