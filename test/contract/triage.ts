import { expect, test } from 'vitest';
import type { NoticeId } from '../../src/model/ids.ts';
import { newAlertRuleId, newCaseId, newSearchId } from '../../src/model/ids.ts';
import type { NoticeType } from '../../src/model/notice.ts';
import type { Store } from '../../src/store/port.ts';
import type { TriageDo } from '../../src/model/triage.ts';
import type { Bench } from './store.ts';
import { T0, all, capture, claimNotice, derived, iso, item, listed, summary, visit } from './watcher.ts';

/** What people make of notices, and the searches that they keep. */
export function triageContract({ store, place }: Bench): void {
  const act = async (notices: readonly string[], doing: TriageDo, why: string | null = null, at = T0) =>
    store().triage.act({ notices, act: doing, why, by: 'ann', at: iso(at) });

  test('a notice is new until somebody dismisses or escalates it; all that was done stays, with who, when and why', async () => {
    const [one, other] = await two();
    expect(await store().findNotice(one)).toMatchObject({ type: 'notice', triage: { state: 'new', assignee: null } });
    expect(await act([one, other], { do: 'dismiss' }, 'only spare parts')).toMatchObject([
      { notice: one, triage: { state: 'dismissed' }, act: { why: 'only spare parts', by: 'ann', at: iso(T0) } },
      { notice: other, triage: { state: 'dismissed' } },
    ]);
    await act([one], { do: 'escalate' }, 'seen on the front', T0 + 1);
    await act([one], { do: 'assign', assignee: 'bob' }, null, T0 + 2);
    expect((await store().findNotice(one))?.triage).toEqual({ state: 'escalated', assignee: 'bob' });
    expect((await store().triage.actsOf(one)).map(({ do: doing, after }) => [doing, after.state, after.assignee])).toEqual([
      ['dismiss', 'dismissed', null],
      ['escalate', 'escalated', null],
      ['assign', 'escalated', 'bob'],
    ]);
    const every = [...(await store().triage.actsOf(one)), ...(await store().triage.actsOf(other))].toSorted((a, b) => a.no - b.no);
    expect(every.map(({ notice }) => notice)).toEqual([one, other, one, one]);
    expect((await all(store().listNotices({}))).map(({ triage }) => triage.state).toSorted()).toEqual(['dismissed', 'escalated']);
  });

  test('acts are taken back one after the other, the latest first, and what changes nothing is not noted', async () => {
    const [one] = await two();
    await act([one], { do: 'dismiss' });
    await act([one], { do: 'assign', assignee: 'bob' });
    expect(await act([one], { do: 'dismiss' })).toMatchObject([{ act: null, triage: { state: 'dismissed', assignee: 'bob' } }]);
    expect(await act([one], { do: 'undo' }, 'mistaken')).toMatchObject([
      { triage: { state: 'dismissed', assignee: null }, act: { undoes: 2 } },
    ]);
    expect(await act([one], { do: 'undo' })).toMatchObject([{ triage: { state: 'new', assignee: null }, act: { undoes: 1 } }]);
    expect(await act([one], { do: 'undo' })).toMatchObject([{ triage: { state: 'new', assignee: null }, act: null }]);
    expect(await store().triage.actsOf(one)).toHaveLength(4);
    await act([one], { do: 'escalate' });
    expect(await act([one], { do: 'reopen' })).toMatchObject([{ triage: { state: 'new' } }]);
    expect(await act([one], { do: 'undo' })).toMatchObject([{ triage: { state: 'escalated' } }]);
  });

  test('what is taken back is what was meant, or nothing where somebody has acted since', async () => {
    const [one, other] = await two();
    const made = await act([one, other], { do: 'dismiss' });
    const of = made.map((each) => each.act?.no ?? 0);
    const [since] = await act([one], { do: 'escalate' });
    await expect(act([one, other], { do: 'undo', of })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(one) as string,
    });
    expect((await all(store().listNotices({}))).map(({ triage }) => triage.state).toSorted()).toEqual(['dismissed', 'escalated']);
    expect(await act([one], { do: 'undo', of: [...of, since?.act?.no ?? 0] })).toMatchObject([{ triage: { state: 'dismissed' } }]);
    expect(await act([one, other], { do: 'undo', of })).toMatchObject([{ triage: { state: 'new' } }, { triage: { state: 'new' } }]);
    expect(await act([one], { do: 'undo', of })).toMatchObject([{ act: null }]);
  });

  test('a reason may be given later, by the same act again, and is taken back like any other', async () => {
    const [one] = await two();
    await act([one], { do: 'escalate' });
    expect(await act([one], { do: 'escalate' }, 'named on the front line')).toMatchObject([
      { act: { do: 'escalate', why: 'named on the front line' } },
    ]);
    expect((await store().triage.actsOf(one)).map(({ why }) => why)).toEqual([null, 'named on the front line']);
    await act([one], { do: 'undo' });
    expect(await act([one], { do: 'undo' })).toMatchObject([{ triage: { state: 'new' } }]);
  });

  test('an act about many is done to all or to none, to each once', async () => {
    const [one, other] = await two();
    await expect(act([one, 'n0', other], { do: 'dismiss' })).rejects.toMatchObject({ code: 'not-found' });
    for (const id of [one, other]) expect(await store().triage.actsOf(id)).toEqual([]);
    expect(await act([one, one], { do: 'dismiss' })).toHaveLength(1);
  });

  test('an act about many notices of one case is noted there, in time that grows with them alone', async () => {
    const ids: NoticeId[] = [];
    for (let n = 0; n < 600; n += 1) ids.push((await claimNotice(store(), `http://many${n}.example/`, T0)).noticeId);
    const changes = ids.map((id) => ({ do: 'add', item: { kind: 'notice', id }, why: null }) as const);
    const { id, version } = await store().cases.open({ id: newCaseId(T0), title: 'many', changes, by: 'ann', at: iso(T0) });
    const began = process.cpuUsage().user;
    await act(ids, { do: 'dismiss' });
    // The case read anew for each took 4 s; read once, a tenth of a second.
    expect(process.cpuUsage().user - began).toBeLessThan(2_000_000);
    const noted = (await store().cases.actsOf(id, version, 1000)).map(({ done }) => done.do === 'triage' && done.notice);
    expect(noted).toEqual(ids);
  });

  test('of two notices that prove to be one, the latest word about either counts', async () => {
    const [one, other] = await two();
    await act([other], { do: 'escalate' }, 'why', T0);
    await act([other], { do: 'assign', assignee: 'bob' }, null, T0 + 1);
    const claim = await claimNotice(store(), 'http://w.example/a', T0 + 2);
    await store().recordVisits([visit(claim, T0 + 2, {}, { aliases: ['http://w.example/b'] })]);
    expect(await store().findNotice(other)).toMatchObject({ id: one, triage: { state: 'escalated', assignee: 'bob' } });
    expect(await act([other], { do: 'undo' })).toMatchObject([{ notice: one, triage: { state: 'escalated', assignee: null } }]);
    expect(await store().triage.actsOf(other)).toHaveLength(3);
  });

  test('a triage outlives another opening of the store', async () => {
    const [one] = await two();
    await act([one], { do: 'escalate' });
    const again = await place().open();
    expect((await again.findNotice(one))?.triage.state).toBe('escalated');
    await again.close();
  });

  test('a notice becomes a report where its address is captured as one, and stays so when it is merged', async () => {
    const [one, other] = await two();
    const answer = await store().claimAddress({ ...asked('http://w.example/b', T0 + 1), type: 'report' });
    if (!('claim' in answer)) throw new Error('the host is free');
    expect(answer.claim.type).toBe('report');
    await store().recordVisits([visit(answer.claim, T0 + 1)]);
    expect([(await store().findNotice(one))?.type, (await store().findNotice(other))?.type]).toEqual(['notice', 'report']);
    const claim = await claimNotice(store(), 'http://w.example/a', T0 + 2);
    const made = capture(claim, T0 + 2);
    await store().recordVisits([visit(claim, T0 + 2, { capture: made.record.sha256 }, { capture: made, aliases: ['http://w.example/b'] })]);
    expect(await store().findNotice(one)).toMatchObject({ id: one, type: 'report' });
  });

  test('a report has no publisher and no priority and is compared with nothing; said to be a notice after all it is read again', async () => {
    const [one, other] = await two();
    await readAs('http://w.example/a', one, undefined);
    await readAs('http://w.example/b', other, 'report');
    expect(await store().findNotice(other)).toMatchObject({ type: 'report', priority: 0, reasons: [], publisher: 'Daily' });
    expect((await store().publishers.list(9)).map(({ notices }) => notices)).toEqual([1]);
    expect((await store().copies.uncompared('c1', 9)).map(({ noticeId }) => noticeId)).toEqual([one]);
    expect(await store().cases.reports(9)).toEqual([other]);
    const texts = await store().copies.textsAfter(0, 9);
    expect((await store().copies.texts(texts.map(({ num }) => num))).map(({ noticeId }) => noticeId)).toEqual([one]);
    const answer = await store().claimAddress({ ...asked('http://w.example/b', T0 + 9), type: 'notice' });
    if (!('claim' in answer)) throw new Error('the host is free');
    expect(await store().cases.reports(9)).toEqual([]);
    expect((await store().underived('r1', 9)).map(({ noticeId }) => noticeId)).toEqual([other]);
    expect((await store().copies.uncompared('c1', 9)).map(({ noticeId }) => noticeId)).toEqual([one, other]);
  });

  test('what people do to a notice is a change for rules of alerts, told once for all that nobody was told of', async () => {
    const [one] = await two();
    const rule = {
      id: newAlertRuleId(T0),
      name: 'hot',
      channel: 'file',
      target: '/tmp/x',
      when: 'triage:escalated',
      allowPrivate: false,
    } as const;
    await act([one], { do: 'dismiss' });
    expect(await store().alerts.freshChanges(0, 9, iso(T0))).toEqual([]);
    await store().alerts.addAlertRule({ ...rule, createdAt: iso(T0) }, null);
    await act([one], { do: 'escalate' });
    await act([one], { do: 'assign', assignee: 'bob' });
    const changes = await store().alerts.freshChanges(0, 9, iso(T0));
    expect(changes).toMatchObject([{ noticeId: one, triage: true }]);
    await store().alerts.tellChanges({ changes: changes.map(({ seq }) => ({ seq, told: [], done: true })), deliveries: [], now: T0 });
    await act([one], { do: 'undo' });
    expect(await store().alerts.freshChanges(0, 9, iso(T0))).toHaveLength(1);
  });

  test('a search is kept under one name, and goes when asked', async () => {
    const search = {
      id: newSearchId(T0),
      name: 'jammers',
      query: 'goods:counter_uav_jam',
      sort: 'priority',
      owner: 'ann',
      createdAt: iso(T0),
    } as const;
    await store().searches.add(search);
    await store().searches.add({ ...search, id: newSearchId(T0), name: 'all', owner: 'bob' });
    await expect(store().searches.add({ ...search, id: newSearchId(T0) })).rejects.toMatchObject({ code: 'conflict' });
    expect((await store().searches.list()).map(({ name }) => name)).toEqual(['all', 'jammers']);
    expect(await store().searches.list('ann')).toEqual([search]);
    expect(await store().searches.find('jammers')).toEqual(search);
    expect(await store().searches.find(search.id)).toEqual(search);
    await store().searches.remove(search.id);
    expect(await store().searches.find('jammers')).toBeUndefined();
    await expect(store().searches.remove(search.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  function asked(url: string, now: number): Parameters<Store['claimAddress']>[0] {
    const worker = { id: 'tester', pid: process.pid };
    return { worker, url, aliases: [], host: 'w.example', paceMs: 0, now, random: () => 0.5, leaseMs: 60_000 };
  }

  async function readAs(url: string, id: NoticeId, type: NoticeType | undefined): Promise<void> {
    const answer = await store().claimAddress({ ...asked(url, T0 + 2), ...(type && { type }) });
    if (!('claim' in answer)) throw new Error('the host is free');
    const made = capture(answer.claim, T0 + 2);
    await store().recordVisits([visit(answer.claim, T0 + 2, { capture: made.record.sha256 }, { capture: made })]);
    const read = derived(id, made.record.sha256, 'title', '求购反无人机设备');
    const priority = { priority: 60, reasons: ['+60 goods'], publisher: 'Daily' };
    await store().recordReadings([{ ...read, reading: { ...read.reading, publisher: 'Daily' }, summary: summary('title', priority) }]);
  }

  /** The first is the older. */
  async function two(): Promise<readonly [NoticeId, NoticeId]> {
    const [one] = (await listed(store(), [item('http://w.example/a')])).ids;
    const [other] = (await listed(store(), [item('http://w.example/b')], T0 + 1)).ids;
    if (one === undefined || other === undefined) throw new Error('two notices were listed');
    return [one, other];
  }
}
