import { expect, test } from 'vitest';
import { sha256 } from '../../src/model/digest.ts';
import type { Digest } from '../../src/model/digest.ts';
import type { NoticeId } from '../../src/model/ids.ts';
import type { TextMatch } from '../../src/model/match.ts';
import type { Bench } from './store.ts';
import { readRecords } from './log.ts';
import { HOUR, T0, capture, claimNotice, derived, item, listed, visit } from './watcher.ts';

/** What removing the bytes of a capture by order asks of the store. */
export function forgetContract({ store, place }: Bench): void {
  test('what was read from a forgotten capture is gone, and the log says that it was there, why it went and by whose order', async () => {
    const [id, other] = await twoNotices();
    const made = await read(id, 'http://w.example/a', T0, '求购', '反无人机设备');
    await read(other, 'http://w.example/b', T0 + 1, '求购', '光学瞄准镜');
    expect(await found('无人机')).toEqual([id]);
    const before = await store().logSize();

    expect(await store().forgetting.forget(order(made))).toEqual({
      logIndex: before,
      already: false,
      url: 'http://w.example/a',
      readings: 1,
      notices: [id],
    });
    const records = await readRecords(store());
    expect(records[before]).toEqual({ type: 'forget', ...order(made) });
    expect(await store().rowsAsRecord(records[before] ?? never(), before)).toEqual(records[before]);
    expect(await found('无人机')).toEqual([]);
    expect(await found('瞄准镜')).toEqual([other]);
    expect(await store().readingOf(id)).toBeUndefined();
    expect(await store().findNotice(id)).toMatchObject({ title: null, goods: [], priority: 0, state: 'present' });
    expect(await store().capturesOf(id)).toMatchObject([
      { sha256: made, warc: null, forgottenAt: order(made).at, forgottenWhy: order(made).why },
    ]);
    expect(await store().evidenceRows(0, before + 1)).toContainEqual({
      index: expect.any(Number),
      type: 'capture',
      warc: null,
      forgotten: true,
    });
    expect((await store().packages.evidenceOf(id)).entries).toContain(before);
    expect((await store().packages.evidenceOf(other)).entries).not.toContain(before);
    expect(await store().contradictions()).toEqual([]);
  });

  test('the same order again logs nothing; a reading that comes too late is not taken', async () => {
    const [id] = await twoNotices();
    const made = await read(id, 'http://w.example/a', T0, '求购', '反无人机设备');
    await store().forgetting.forget(order(made));
    const size = await store().logSize();
    await store().recordReadings([derived(id, made, '求购', '反无人机设备')]);
    expect(await store().readingOf(id)).toBeUndefined();
    expect(await found('无人机')).toEqual([]);
    expect(await store().forgetting.forget({ ...order(made), why: 'another' })).toMatchObject({
      already: true,
      logIndex: size - 1,
      readings: 0,
    });
    expect(await store().logSize()).toBe(size);
    expect((await store().capturesOf(id))[0]?.forgottenWhy).toBe(order(made).why);
    await expect(store().forgetting.forget(order(sha256('none')))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('its file is unerased until it is said to be gone, after a restart too', async () => {
    const [id] = await twoNotices();
    const made = await read(id, 'http://w.example/a', T0, '求购', '甲');
    await store().forgetting.forget(order(made));
    const again = await place().open();
    try {
      expect(await again.forgetting.unerased()).toEqual([made]);
      await again.forgetting.markErased(made);
      expect(await again.forgetting.unerased()).toEqual([]);
      expect(await again.forgetting.forgottenAfter(-1, 10)).toEqual([{ sha256: made, logIndex: (await again.logSize()) - 1 }]);
    } finally {
      await again.close();
    }
    await store().forgetting.forget(order(made));
    expect(await store().forgetting.unerased()).toEqual([made]);
    expect(await store().forgetting.wipeDeleted()).toBe(true);
  });

  test('an earlier version speaks again, and waits to be screened and compared', async () => {
    const [id] = await twoNotices();
    const older = await read(id, 'http://w.example/a', T0, '求购', '甲标的');
    const newer = await read(id, 'http://w.example/a', T0 + HOUR, '求购', '乙标的');
    expect(await found('乙标的')).toEqual([id]);
    await store().forgetting.forget(order(newer));
    expect((await store().readingOf(id))?.capture).toBe(older);
    expect(await found('乙标的')).toEqual([]);
    expect(await found('甲标的')).toEqual([id]);
    const waiting = await store().unscreened('r', 10);
    expect(waiting.map(({ noticeId, capture: of, matches }) => [noticeId, of, matches])).toEqual([[id, older, []]]);
    await store().forgetting.forget(order(older));
    expect(await store().unscreened('r', 10)).toEqual([]);
  });

  test('matches that wait to be told, or to be made anew, hold no words of a capture that is forgotten, and what is new is told all the same', async () => {
    const [id, other] = await twoNotices();
    const older = await read(id, 'http://w.example/a', T0, '求购', '甲标的');
    const first = await read(other, 'http://w.example/b', T0 + 1, '求购', '丙标的');
    await screened(id, 's1', [matched('甲标的')]);
    await screened(id, 's2', [{ ...matched('甲标的'), score: 0.8 }]);
    expect(await store().untoldMatches(0, 9)).toMatchObject([{ told: [{ text: '甲标的' }] }]);
    await read(id, 'http://w.example/a', T0 + HOUR, '求购', '乙标的');
    expect(await store().readingToScreen(id)).toMatchObject({ recipe: '', matches: [{ text: '甲标的' }] });
    await store().forgetting.forget(order(older));
    expect(await store().readingToScreen(id)).toMatchObject({ recipe: '', matches: [] });
    await screened(id, 's2', [matched('乙标的')]);
    expect(await store().untoldMatches(0, 9)).toMatchObject([{ told: [], matches: [{ text: '乙标的' }] }]);

    await screened(other, 's1', [matched('丙标的')]);
    await read(other, 'http://w.example/b', T0 + 2 * HOUR, '求购', '丁标的');
    await screened(other, 's2', [matched('丁标的')], false);
    await store().forgetting.forget(order(first));
    expect((await store().untoldMatches(0, 9)).map(({ noticeId }) => noticeId)).toEqual([id]);
    expect(await store().matchesOf(other)).toMatchObject({ matches: [{ text: '丁标的' }] });
  });

  async function screened(id: NoticeId, recipe: string, matches: readonly TextMatch[], untold = recipe !== 's1'): Promise<void> {
    const one = (await store().readingToScreen(id)) ?? never();
    await store().recordNoticeMatches([{ noticeId: id, stamp: one.stamp, recipe, matches, listed: [], untold }]);
  }

  async function twoNotices(): Promise<readonly [NoticeId, NoticeId]> {
    const { ids } = await listed(store(), [item('http://w.example/a'), item('http://w.example/b')]);
    const [one, two] = ids;
    return one === undefined || two === undefined ? never() : [one, two];
  }

  async function read(id: NoticeId, url: string, atMs: number, title: string, text: string): Promise<Digest> {
    const claim = await claimNotice(store(), url, atMs);
    const made = capture(claim, atMs);
    await store().recordVisits([visit(claim, atMs, { capture: made.record.sha256, reading: sha256(text) }, { capture: made })]);
    await store().recordReadings([derived(id, made.record.sha256, title, text)]);
    return made.record.sha256;
  }

  async function found(query: string): Promise<readonly NoticeId[]> {
    const ids: NoticeId[] = [];
    for await (const notice of store().listNotices({ query })) ids.push(notice.id);
    return ids;
  }
}

function order(capture256: Digest): { sha256: Digest; why: string; by: string; at: string } {
  return { sha256: capture256, why: 'order of a court, 4 O 12/26', by: 'desk', at: '2026-11-26T00:00:00.000Z' };
}

function matched(text: string): TextMatch {
  const explanation = { text: '', alignment: [], for: [], against: [] };
  const party = { key: 'k', id: 'sdn:1', list: 'sdn', listing: 'sdn:1', caption: 'Beta', matchedName: 'Beta' };
  return { ...party, score: 0.95, explanation, start: 0, end: text.length, text };
}

function never(): never {
  throw new Error('this is there');
}
