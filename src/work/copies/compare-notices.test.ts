import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { capture, claimNotice, derived, HOUR, item, listed, T0, visit } from '../../../test/contract/watcher.ts';
import { eraseForgotten } from '../forget/erase-forgotten.ts';
import { NoticeComparer } from './compare-notices.ts';

let home = '';
let store: Store;
let notes: string[] = [];
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'dualwatch-copies-'));
  store = await openSqliteStore(join(home, 'dualwatch.db'), { create: true });
  notes = [];
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

const clock = { now: () => Date.parse('2026-01-01T00:00:00Z'), monotonic: () => 0 };
const comparer = (id = 'w'): NoticeComparer =>
  new NoticeComparer({ store, home, worker: { id, pid: process.pid }, clock, note: (_, message) => notes.push(message) });

const WANTED =
  '现有哈萨克斯坦客户求购干扰发生器、无人机探测器（商标名BorisTone、Assel Labs、Bulat）或其他类似技术方案，无人机压制器，通信频段干扰器。有意向的企业请于5月31日前将产品资料发送至协会邮箱，并注明交货期和付款方式。';
const BALLS =
  '现有白俄罗斯客户求购足球、篮球和排球各五百个，要求真皮材质，六月底前交货至明斯克仓库。有意向的企业请将报价单发送至协会邮箱。';
const ROADS = '滨江路沥青路面养护工程竞争性磋商公告，养护里程十二公里，工期六十天，磋商文件每套售价三百元，售后不退。';

it('finds who else published a text, in another layout and inside a digest, and leaves others alone', async () => {
  const [first, other, sister, digest] = await notices([
    WANTED,
    BALLS,
    `云浮市国际贸易促进会\n${WANTED.replaceAll('，', '， ')}`,
    `${ROADS}\n${WANTED}\n${BALLS}`,
  ]);
  expect(await comparer().run()).toMatchObject({ notices: 4, free: true });
  const kinds = new Map((await copies(first)).map(({ other: id, kind }) => [id, kind]));
  expect(kinds.get(id(digest))).toBe('partial');
  expect(['verbatim', 'edited']).toContain(kinds.get(id(sister)));
  expect(kinds.has(id(other))).toBe(false);
  expect((await copies(other)).map((copy) => copy.other)).toEqual([digest]);
  expect(await comparer().run()).toMatchObject({ notices: 0, found: 0 });
});

it('finds an old digest for a notice that comes later, from an index that was put away', async () => {
  const [digest] = await notices([`${ROADS}\n${WANTED}\n${BALLS}`, ROADS]);
  const before = comparer();
  await before.run();
  await before.save(true);
  const [late] = await notices([WANTED], 2);
  expect(await comparer().run()).toMatchObject({ notices: 1, found: 1 });
  expect(await copies(late)).toMatchObject([{ other: digest, kind: 'partial' }]);
});

it.each([
  ['without its manifest', (folder: string) => rmSync(join(folder, 'index.json'))],
  ['with a manifest that is no JSON', (folder: string) => writeFileSync(join(folder, 'index.json'), '{"format":1')],
  ['without a file', (folder: string) => rmSync(join(folder, binary(folder)))],
  ['with another bit in a file', (folder: string) => flip(join(folder, binary(folder)))],
  ['gone', (folder: string) => rmSync(folder, { recursive: true })],
])('builds an index %s again from the store', async (_, damage) => {
  const [first] = await notices([WANTED, BALLS]);
  const before = comparer();
  await before.run();
  await before.save(true);
  damage(join(home, 'indexes/copies'));
  const [second] = await notices([WANTED], 2);
  await comparer().run();
  expect((await copies(second)).map(({ other }) => other)).toEqual([first]);
});

it('keeps a copy that was found though the notice was edited beyond recognition since', async () => {
  const [first, sister] = await notices([WANTED, WANTED]);
  await comparer().run();
  await read(0, '本协会说明：此前发布的信息有误，所涉产品为儿童玩具。');
  expect(await comparer().run()).toMatchObject({ notices: 1, found: 0 });
  expect((await copies(first)).map(({ other }) => other)).toEqual([sister]);
  // Who publishes the earlier text later is found too.
  const [late] = await notices([WANTED], 2);
  await comparer().run();
  expect(new Set((await copies(late)).map(({ other }) => other))).toEqual(new Set([first, sister]));
});

it('keeps nothing of a forgotten text in the index, and finds the same words of a capture that is kept', async () => {
  const [first] = await notices([BALLS]);
  const forgotten = await read(0, WANTED);
  await read(0, WANTED);
  const running = comparer();
  await running.run();
  await running.save(true);
  const [late] = await notices([ROADS], 2);
  await store.forgetting.forget({ sha256: forgotten, why: 'an order', by: 'a court', at: '2026-01-02T00:00:00Z' });
  await read(2, WANTED);
  await running.run();
  expect((await copies(late)).map(({ other }) => other)).toEqual([first]);
  await eraseForgotten(store, home);
  expect(existsSync(join(home, 'indexes/copies'))).toBe(false);
});

it('builds an index again that another process left from before an order to forget', async () => {
  const [first] = await notices([BALLS]);
  const forgotten = await read(0, WANTED);
  await read(0, WANTED);
  const before = comparer();
  await before.run();
  await before.save(true);
  await store.forgetting.forget({ sha256: forgotten, why: 'an order', by: 'a court', at: '2026-01-02T00:00:00Z' });
  const [late] = await notices([WANTED], 2);
  await comparer().run();
  expect((await copies(late)).map(({ other }) => other)).toEqual([first]);
});

it('leaves the work to the process that is at it, and to the next one once it is done', async () => {
  await notices([WANTED, WANTED]);
  const [one, two] = await Promise.all([comparer('one').run(), comparer('two').run()]);
  expect([one.free, two.free]).toEqual([true, false]);
  expect((await comparer('two').run()).free).toBe(true);
});

const id = (notice: NoticeId | undefined): NoticeId => notice ?? ('' as NoticeId);
const copies = (notice: NoticeId | undefined): ReturnType<Store['copies']['copiesOf']> => store.copies.copiesOf(id(notice));
const url = (n: number): string => `http://h${n}.example/1`;
const binary = (folder: string): string => readdirSync(folder).find((file) => file.startsWith('words-')) ?? '';

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** Lists notices with these texts, the first at the address of number `from`. */
async function notices(texts: readonly string[], from = 0): Promise<readonly NoticeId[]> {
  const { ids } = await listed(
    store,
    texts.map((_, n) => item(url(from + n))),
    T0 + from,
  );
  for (const [n, text] of texts.entries()) await read(from + n, text);
  return ids;
}

let visits = 0;

async function read(n: number, text: string): Promise<Digest> {
  visits += 1;
  const claim = await claimNotice(store, url(n), T0 + visits * HOUR);
  const made = capture(claim, T0 + visits * HOUR);
  await store.recordVisits([visit(claim, T0 + visits * HOUR, { capture: made.record.sha256 }, { capture: made })]);
  await store.recordReadings([derived(claim.noticeId, made.record.sha256, '供求信息', text)]);
  return made.record.sha256;
}
