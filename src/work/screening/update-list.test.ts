import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { diffHeld } from './diff-held.ts';
import { addList, removeList, requireList } from './keep-lists.ts';
import { rowsOfListings } from './rows-of-listing.ts';
import { updateList, type ListUpdate, type UpdateParts } from './update-list.ts';

let home: string;
let store: Store;
let parts: UpdateParts;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'dualwatch-update-'));
  store = await openSqliteStore(join(home, 'dualwatch.db'), { create: true });
  const client = { get: () => Promise.reject(new Error('a file needs no network')) };
  parts = { store, home, client, clock: { now: () => Date.parse('2026-01-01T00:00:00Z'), monotonic: () => 0 } };
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

const path = (): string => join(home, 'made.json');
const party = (n: number): string => `${JSON.stringify({ id: `p${n}`, schema: 'Company', properties: { name: [`Party ${n}`] } })}\n`;
const write = (count: number): void => writeFileSync(path(), Array.from({ length: count }, (_, n) => party(n)).join(''));

async function added(): Promise<ListUpdate> {
  return addList(parts, { name: 'made', address: path(), companions: [], format: null, mapping: null, everyMs: null });
}

const update = async (accept = false): Promise<ListUpdate> => updateList(parts, await requireList(store, 'made'), { accept });

it('lets a version that is held back go once the list is as long as before', async () => {
  write(20);
  await added();
  write(10);
  expect(await update()).toMatchObject({ outcome: 'held', version: { version: 2, counts: { removed: 10 } } });
  expect(await update()).toMatchObject({ outcome: 'held', version: { version: 2 } });
  write(20);
  expect(await update()).toMatchObject({ outcome: 'updated', version: { version: 3, counts: { added: 0, changed: 0, removed: 0 } } });
  expect(await requireList(store, 'made')).toMatchObject({ held: null, current: { version: 3 } });
  expect(await update()).toMatchObject({ outcome: 'unchanged', version: { version: 3 } });
  expect(await update(true)).toMatchObject({ outcome: 'unchanged', version: { version: 3, counts: { listings: 20 } } });
  expect(await store.contradictions()).toEqual([]);
});

it('leaves the listing of a row that is cut as it was, and takes another row of that party for it', async () => {
  const rows = ['id,name,country,dob', '1,Alpha Borvel,RU,1961', '2,Beta Zankur,CN,1970', '3,Gamma Midtol,AE,1980'];
  const table = (lines: readonly string[], end = '\n'): void => writeFileSync(path(), lines.join('\n') + end);
  table(rows);
  await added();
  table(['id,name,country,dob', '1,Alpha Borvel,RU,1961', '2,Beta Zankur,CN,1970', '3,Gam'], '');
  const cut = await update();
  expect(cut.version).toMatchObject({
    counts: { listings: 3, bad: 1, added: 0, changed: 0, removed: 0 },
    badRows: [{ line: 4, why: expect.stringContaining('what the list has of 3 stays') as unknown }],
  });
  expect(await store.listingById('made:3')).toMatchObject({
    line: 4,
    sinceVersion: 1,
    untilVersion: null,
    entity: { caption: 'Gamma Midtol' },
  });
  table([...rows.slice(0, 3), '3,Gam', '3,Gamma Gripash,AE,1980']);
  expect((await update()).version).toMatchObject({ counts: { listings: 3, bad: 1, changed: 1, removed: 0 } });
  expect(await store.listingById('made:3')).toMatchObject({ entity: { caption: 'Gamma Gripash' } });
  table([...rows.slice(0, 2), '3,Gam'], '');
  expect((await update()).version).toMatchObject({ state: 'held' });
  expect(await diffed()).toEqual(['removed made:2']);
  expect(await store.contradictions()).toEqual([]);
});

it('finds by the kept files of a version every record that a listing was made of, with its names', async () => {
  writeFileSync(path(), 'id,name,country\n1,Alpha Borvel,RU\n2,Beta,CN\n1,Альфа Борвель,RU\n');
  expect(await added()).toMatchObject({ folded: 1 });
  const rowsOf = rowsOfListings(parts);
  expect(await rowsOf({ id: 'made:1', list: 'made', sinceVersion: 1 })).toEqual([
    { file: 'made.json', line: 2, names: ['Alpha Borvel'] },
    { file: 'made.json', line: 4, names: ['Альфа Борвель'] },
  ]);
  expect(await rowsOf({ id: 'made:2', list: 'made', sinceVersion: 1 })).toEqual([]);
  for (const { files } of await store.listVersions('made')) for (const file of files) rmSync(join(home, file));
  expect(await rowsOfListings(parts)({ id: 'made:1', list: 'made', sinceVersion: 1 })).toEqual([]);
});

async function diffed(): Promise<readonly string[]> {
  const list = await requireList(store, 'made');
  if (list.held === null) throw new Error('nothing is held back');
  const changes: string[] = [];
  for await (const { id, change } of diffHeld(parts, list, list.held)) changes.push(`${change} ${id}`);
  return changes;
}

it('shows what a version that is held back would change, and what it is compared with', async () => {
  write(20);
  await added();
  writeFileSync(path(), Array.from({ length: 12 }, (_, n) => (n === 3 ? party(n).replace('Party', 'Other') : party(n + 6))).join(''));
  await update();
  const list = await requireList(store, 'made');
  if (list.held === null) throw new Error('nothing is held back');
  const changes = await diffed();
  const { added: come, changed, removed } = list.held.counts;
  const count = (kind: string): number => changes.filter((one) => one.startsWith(kind)).length;
  expect([count('added'), count('changed'), count('removed')]).toEqual([come, changed, removed]);
  expect(changes).toContain('removed made:p0');
});

it('takes in what is fetched where a list is added again that had a version held back', async () => {
  write(20);
  await added();
  write(10);
  await update();
  await removeList(store, await requireList(store, 'made'), '2026-01-02T00:00:00Z');
  write(30);
  expect(await added()).toMatchObject({ outcome: 'updated', version: { version: 3, counts: { listings: 30 } } });
});

it('says of a list that grows beyond every bound how large it may be', async () => {
  writeFileSync(path(), gzipSync(Buffer.alloc(501 * 1024 * 1024), { level: 1 }));
  await expect(added()).rejects.toMatchObject({ code: 'input-too-large', message: expect.stringContaining('decompressed') as unknown });
});
