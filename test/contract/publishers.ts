import { expect, test } from 'vitest';
import type { NoticeId } from '../../src/model/ids.ts';
import type { PageReading } from '../../src/model/reading.ts';
import type { Store } from '../../src/store/port.ts';
import type { Bench } from './store.ts';
import { capture, claimNotice, derived, iso, item, listed, summary, T0, visit, visitAt } from './watcher.ts';

/** Whose notices they are, and who oversees whom. */
export function publisherContract({ store }: Bench): void {
  test('notices are counted for the publisher that their page names, with what was removed and edited', async () => {
    await published(store(), 'http://a.example/1', 'One  Association');
    await published(store(), 'http://a.example/2', 'one association');
    await published(store(), 'http://a.example/3', null);
    await published(store(), 'http://b.example/1', 'One Association');
    const gone = { kind: 'publisher', firstSeenGoneAt: iso(T0), confirmedAt: iso(T0 + 9), evidence: [] } as const;
    const id = (await store().findNotice('http://a.example/2'))?.id;
    const follow = id && (await store().followOf(id))?.follow;
    if (!follow) throw new Error('no notice');
    await visitAt(
      store(),
      'http://a.example/2',
      T0 + 9,
      { state: 'removed' },
      { follow: { ...follow, state: 'removed', versions: 3, removal: gone } },
    );
    expect(await store().publishers.list(10)).toMatchObject([
      {
        key: 'a.example/one association',
        name: 'one association',
        notices: 2,
        removed: 1,
        removedByPublisher: 1,
        edited: 1,
        edits: 2,
        listed: 0,
      },
      { key: 'b.example/one association', name: 'One Association', notices: 1, removed: 0, edited: 0, edits: 0 },
    ]);
    expect((await store().publishers.list(1)).map(({ host }) => host)).toEqual(['a.example']);
    const [one] = await store().publishers.find('a.example/one association');
    expect((await store().publishers.noticesOf(one?.id ?? (id as never), 10)).map(({ url }) => url)).toEqual([
      'http://a.example/2',
      'http://a.example/1',
    ]);
    expect((await store().publishers.textsOf(one?.id ?? (id as never), 1)).map(({ text }) => text)).toEqual([
      'title\nbody of http://a.example/2',
    ]);
    expect(await store().publishers.find('nobody')).toEqual([]);
  });

  test('an account is told by its key and keeps its id under another name; a notice goes with its newest reading', async () => {
    const fields = { biz: 'MzA5' };
    await published(store(), 'http://mp.weixin.qq.com/s/1', 'Old name', { site: 'wechat', fields });
    await published(store(), 'http://mp.weixin.qq.com/s/2', 'New name', { site: 'wechat', fields });
    expect(await store().publishers.list(10)).toMatchObject([{ key: 'wechat:MzA5', name: 'New name', notices: 2 }]);
    await published(store(), 'http://mp.weixin.qq.com/s/2', 'Another', { site: 'wechat', fields: { biz: 'MzA6' } });
    expect((await store().publishers.list(10)).map(({ key, notices }) => [key, notices])).toEqual([
      ['wechat:MzA5', 1],
      ['wechat:MzA6', 1],
    ]);
  });

  test('a publisher goes with its last notice, and comes again under its id', async () => {
    await published(store(), 'http://a.example/1', 'One');
    const [one] = await store().publishers.find('One');
    await published(store(), 'http://a.example/1', 'Two');
    expect(await store().publishers.find('One')).toEqual([]);
    const link = {
      link: 'link',
      publisher: one?.id ?? ('' as never),
      overseer: 'Department',
      why: 'charter',
      by: 'me',
      at: iso(T0),
    } as const;
    await expect(store().publishers.recordOversight(link)).rejects.toThrow('there is no publisher');
    await published(store(), 'http://a.example/2', 'One');
    expect(await store().publishers.find('One')).toMatchObject([{ id: one?.id, notices: 1 }]);
  });

  test('who oversees whom is logged, the latest word counts, and both sides are found', async () => {
    await published(store(), 'http://a.example/1', 'One');
    const [one] = await store().publishers.find('One');
    if (one === undefined) throw new Error('no publisher');
    const link = { link: 'link', publisher: one.id, overseer: 'Department', why: 'charter', by: 'me', at: iso(T0) } as const;
    const said = await store().publishers.recordOversight(link);
    expect(await store().publishers.oversightOf(one.id)).toEqual([{ ...link, logIndex: said.logIndex }]);
    expect(await store().rowsAsRecord({ type: 'oversight', ...link }, said.logIndex)).toEqual({ type: 'oversight', ...link });
    await store().publishers.recordOversight({ ...link, link: 'unlink', at: iso(T0 + 1) });
    expect((await store().publishers.oversightOf(one.id)).map((each) => each.link)).toEqual(['unlink']);
    await expect(store().publishers.recordOversight({ ...link, publisher: 'p0' as never })).rejects.toThrow('there is no publisher p0');
  });
}

async function published(store: Store, url: string, publisher: string | null, more: Partial<PageReading> = {}): Promise<NoticeId> {
  const known = await store.findNotice(url);
  const id = known?.id ?? (await listed(store, [item(url)])).ids[0];
  if (id === undefined) throw new Error('no notice');
  const claim = await claimNotice(store, url, T0 + 1);
  const kept = capture(claim, T0 + 1);
  await store.recordVisits([visit(claim, T0 + 1, { capture: kept.record.sha256 }, { capture: kept })]);
  const base = derived(id, kept.record.sha256, 'title', `body of ${url}`);
  await store.recordReadings([{ ...base, reading: { ...base.reading, publisher, ...more }, summary: summary('title', { publisher }) }]);
  return id;
}
