import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { diffHeld } from './diff-held.ts';
import { diffOfList } from './diff-of-list.ts';
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
    badRows: [{ line: 4, why: expect.stringContaining('cells') as unknown, kept: { id: 'made:3', name: 'Gamma Midtol', version: 1 } }],
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

it('keeps what it had of a party whose row can be read no more, as of the version that could, until a row or its absence says otherwise', async () => {
  const table = (lines: readonly string[]): void => writeFileSync(path(), `${['id,name,country', ...lines].join('\n')}\n`);
  const keptIn = ({ version }: ListUpdate): unknown => version.badRows.map(({ line, kept }) => [line, kept?.id, kept?.version]);
  table(['1,Alpha Borvel,RU', '2,Beta Zankur,CN', '3,Gamma Midtol,AE', '4,"Delta Ltd",AE']);
  await added();
  table(['1,,RU', '2,Beta Zankur,IR', '3,Gamma Midtol,AE', '4,"Delta Ltd,AE']);
  const second = await update();
  expect(second.version.counts).toEqual({ listings: 4, bad: 2, added: 0, changed: 1, removed: 0, kept: 2 });
  expect(keptIn(second)).toEqual([
    [5, 'made:4', 1],
    [2, 'made:1', 1],
  ]);
  table(['1,,RU', '2,Beta Zankur,CN', '3,Gamma Midtol,AE']);
  const third = await update(true);
  expect(keptIn(third)).toEqual([[2, 'made:1', 1]]);
  expect(third.version.counts).toMatchObject({ listings: 3, removed: 1, kept: 1 });
  const told: unknown[] = [];
  for await (const change of (await diffOfList(parts, await requireList(store, 'made'), {})).changes)
    told.push([change.id, change.change, change.change === 'kept' ? change.row.version : null]);
  expect(told).toEqual([
    ['made:2', 'changed', null],
    ['made:4', 'removed', null],
    ['made:1', 'kept', 1],
  ]);
  table(['1,Alpha Borvel Trading,RU', '2,Beta Zankur,CN', '3,Gamma Midtol,AE']);
  expect((await update()).version).toMatchObject({ counts: { listings: 3, bad: 0, changed: 1, removed: 0 }, badRows: [] });
  expect(await store.contradictions()).toEqual([]);
});

it('knows by its number the party of a row whose name is gone, where the list gives no ids, unless another row has that number', async () => {
  const table = (lines: readonly string[]): void => writeFileSync(path(), `${['name,INN,country', ...lines].join('\n')}\n`);
  table(['Alpha Borvel,7704548269,RU', 'Beta Zankur,7707083893,RU']);
  await added();
  table([',7704548269,RU', 'Beta Zankur,7707083893,RU']);
  expect((await update()).version).toMatchObject({
    counts: { listings: 2, removed: 0, kept: 1 },
    badRows: [{ line: 2, why: expect.stringContaining('has no name') as unknown, kept: { name: 'Alpha Borvel', version: 1 } }],
  });
  table([',7704548269,RU', 'Alpha Borvel Trading,7704548269,RU', 'Beta Zankur,7707083893,RU']);
  expect((await update(true)).version).toMatchObject({ counts: { listings: 2, added: 1, removed: 1 } });
});

it('knows by what is whole of it the party of a row with an open quote, or that is cut, where the list gives no ids', async () => {
  const table = (lines: readonly string[]): void => writeFileSync(path(), `${['name,INN,country', ...lines].join('\n')}\n`);
  table(['Alpha Borvel,7704548269,RU', 'Beta Zankur,7707083893,RU', 'Gamma Midtol,,AE']);
  await added();
  table(['Alpha Borvel,7704548269,"RU', 'Beta Zankur,7707083893,RU', 'Gamma Midtol,']);
  expect((await update()).version).toMatchObject({
    counts: { listings: 3, bad: 2, removed: 0, kept: 2 },
    badRows: [
      { line: 2, kept: { name: 'Alpha Borvel', version: 1 } },
      { line: 4, kept: { name: 'Gamma Midtol', version: 1 } },
    ],
  });
});

it('knows the party of a line of JSON that is broken by its id', async () => {
  write(3);
  await added();
  writeFileSync(path(), party(0) + party(1).replace('"properties":{', '"properties":') + party(2).replace('Company', 'Firm'));
  expect((await update()).version).toMatchObject({
    counts: { listings: 3, bad: 2, removed: 0, kept: 2 },
    badRows: [
      { line: 2, kept: { id: 'made:p1', version: 1 } },
      { line: 3, kept: { id: 'made:p2', version: 1 } },
    ],
  });
});

it('counts and tells dates and countries that are not understood, in the version too', async () => {
  writeFileSync(path(), 'id,name,country,dob\n1,Alpha,Narnia,\n2,Beta,CN,31.02.1970\n3,Gamma,unknown,-\n');
  const { version } = await added();
  expect(version).toMatchObject({
    counts: { listings: 3, bad: 0, unread: 2 },
    unreadValues: [
      { file: 'made.json', line: 2, property: 'country', value: 'Narnia' },
      { line: 3, property: 'birthDate', value: '31.02.1970' },
    ],
  });
  expect((await requireList(store, 'made')).current?.unreadValues).toEqual(version.unreadValues);
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
}, 120_000);
