import { beforeEach, expect, test } from 'vitest';
import { newAlertId, newAlertRuleId, type AlertRuleId, type NoticeId } from '../../src/model/ids.ts';
import type { AlertRule } from '../../src/model/alert.ts';
import type { AlertStore, DeliveryOutcome } from '../../src/store/alert-port.ts';
import type { Store } from '../../src/store/port.ts';
import { listSettings, takeIn } from './listed.ts';
import type { Bench } from './store.ts';
import { capture, claimNotice, derived, HOUR, iso, item, listed, T0, visit, visitAt, WORKER } from './watcher.ts';

const URL_1 = 'http://a.example/1';
const LEASE = 60_000;

/** Rules of alerts, changes and deliveries. */
export function alertContract({ store }: Bench): void {
  const alerts = (): AlertStore => store().alerts;
  beforeEach(async () => store().register(WORKER));
  const claim = async (now: number) =>
    (await alerts().claimDeliveries({ worker: WORKER, now, rules: 10, perRule: 1, leaseMs: LEASE })).flat();

  test('a rule is found by id and name, its name is its own, and its secret comes back only where it is asked for', async () => {
    const one = await add(store(), 'one', 's3cret');
    await expect(add(store(), 'one')).rejects.toThrow('there is a rule one already');
    expect(await alerts().findAlertRule('one')).toEqual({ rule: one, secret: 's3cret' });
    expect(await alerts().findAlertRule(one.id)).toEqual({ rule: one, secret: 's3cret' });
    expect(await alerts().findAlertRule('two')).toBeUndefined();
    expect(await alerts().alertRules()).toEqual([{ ...one, sent: 0, waiting: 0, failed: 0, lastSentAt: null, lastError: null }]);
  });

  test('without a rule no change is noted; with one the first visit, each other state and each version is', async () => {
    await notice(store());
    await visitAt(store(), URL_1, T0 + 1);
    await add(store(), 'one');
    const seen = async (
      at: number,
      ...given: Parameters<typeof visitAt> extends [unknown, unknown, unknown, ...infer Rest] ? Rest : never
    ) => visitAt(store(), URL_1, T0 + at, ...given);
    await seen(2);
    await seen(3, { state: 'blocked', reason: 'captcha' }, { follow: { ...(await followOf(store())), state: 'blocked' } });
    await seen(4);
    await seen(5, { state: 'changed' }, { follow: { ...(await followOf(store())), state: 'changed', versions: 2 } });
    await seen(6, { state: 'changed' }, { follow: { ...(await followOf(store())), state: 'changed', versions: 3 } });
    await seen(7, {}, { follow: { ...(await followOf(store())), state: 'changed', versions: 3 } });
    await listed(store(), [item('http://a.example/2')]);
    await visitAt(store(), 'http://a.example/2', T0 + 8);
    const changes = await alerts().freshChanges(0, 10, '9');
    expect(changes.map(({ change, at }) => [change.from, change.to, Date.parse(at) - T0])).toEqual([
      ['present', 'blocked', 3],
      ['blocked', 'present', 4],
      ['present', 'changed', 5],
      ['changed', 'changed', 6],
      [null, 'present', 8],
    ]);
    expect(changes.every(({ copy, told, settled }) => copy === null && told.length === 0 && settled)).toBe(true);
    expect((await alerts().freshChanges(changes[2]?.seq ?? 0, 1, '9')).map(({ seq }) => seq)).toEqual([changes[3]?.seq]);
  });

  test('a removal that a person lets stand is a change', async () => {
    await add(store(), 'one');
    const id = await notice(store());
    await visitAt(store(), URL_1, T0 + 1);
    const gone = { kind: 'publisher', firstSeenGoneAt: iso(T0 + 2), confirmedAt: null, evidence: [] } as const;
    await visitAt(
      store(),
      URL_1,
      T0 + 2,
      { state: 'removed', removalKind: 'publisher' },
      { follow: { ...(await followOf(store())), removal: gone, removalWaits: true } },
    );
    await store().confirmRemovals(id, iso(T0 + 3), 'by hand');
    expect((await alerts().freshChanges(0, 10, '9')).map(({ change }) => change)).toEqual([
      { from: null, to: 'present' },
      { from: 'present', to: 'removed' },
    ]);
  });

  test('a change waits until its page is read', async () => {
    await add(store(), 'one');
    const id = await notice(store());
    const claimed = await claimNotice(store(), URL_1, T0 + 1);
    const kept = capture(claimed, T0 + 1);
    await store().recordVisits([visit(claimed, T0 + 1, { capture: kept.record.sha256 }, { capture: kept })]);
    expect(await alerts().freshChanges(0, 10, '9')).toEqual([]);
    await store().recordReadings([derived(id, kept.record.sha256, '求购', '无人机干扰器')]);
    expect(await alerts().freshChanges(0, 10, '9')).toHaveLength(1);
    expect(await alerts().noticeHasWords(id, '干扰器')).toBe(true);
    expect(await alerts().noticeHasWords(id, '干扰器 雷达')).toBe(false);
    expect(await alerts().noticeHasWords(id, '…')).toBe(false);
  });

  test('a change is told of once, to each rule, whoever tells it; what is done is gone', async () => {
    const [one, two] = [await add(store(), 'one'), await add(store(), 'two')];
    await notice(store());
    await visitAt(store(), URL_1, T0 + 1);
    const [change] = await alerts().freshChanges(0, 10, '9');
    const seq = change?.seq ?? -1;
    const tell = async (rule: AlertRuleId, done: boolean) =>
      alerts().tellChanges({
        changes: [{ seq, told: [rule], done }],
        deliveries: [{ id: newAlertId(T0), rule, body: '{}', of: [seq] }],
        now: T0 + 5,
      });
    await tell(one.id, false);
    expect(await alerts().freshChanges(0, 10, '9')).toEqual([]);
    expect((await alerts().screenedChanges(0, 10))[0]?.told).toEqual([one.id]);
    await tell(one.id, false);
    await tell(two.id, true);
    await tell(two.id, true);
    expect(await alerts().screenedChanges(0, 10)).toEqual([]);
    expect((await alerts().alertRules()).map(({ waiting }) => waiting)).toEqual([1, 1]);
  });

  test('each rule is sent its alerts in order, one at a time; a lease that ends makes one due again', async () => {
    const [one, two] = [await add(store(), 'one', 'k'), await add(store(), 'two')];
    const [first, second, other] = await queue(store(), [one.id, one.id, two.id], T0);
    expect(await alerts().nextDeliveryInMs(T0)).toBe(0);
    const taken = await claim(T0);
    expect(taken.map(({ id, to, secret, attempts, createdAt }) => [id, to.name, secret, attempts, createdAt])).toEqual([
      [first, 'one', 'k', 0, T0],
      [other, 'two', null, 0, T0],
    ]);
    expect(await claim(T0 + 1)).toEqual([]);
    expect(await alerts().nextDeliveryInMs(T0)).toBe(LEASE);
    await settle(first, { sent: true, at: T0 + 9 });
    expect((await claim(T0 + 10)).map(({ id }) => id)).toEqual([second]);
    expect((await claim(T0 + LEASE)).map(({ id }) => id)).toEqual([other]);
    expect((await alerts().alertRules())[0]).toMatchObject({ sent: 1, waiting: 1, lastSentAt: iso(T0 + 9), lastError: null });
  });

  test('a receiver that fails is left alone with all that waits for it, then tried again; what is given up is kept and counted', async () => {
    const one = await add(store(), 'one');
    const [first, second] = await queue(store(), [one.id, one.id], T0);
    await claim(T0);
    await settle(first, { sent: false, error: 'status 500', retryAt: T0 + HOUR });
    expect(await claim(T0 + 1)).toEqual([]);
    expect(await alerts().nextDeliveryInMs(T0)).toBe(HOUR);
    expect((await alerts().alertRules())[0]).toMatchObject({ waiting: 2, lastError: 'status 500' });
    expect((await claim(T0 + HOUR)).map(({ id, attempts }) => [id, attempts])).toEqual([[first, 1]]);
    await settle(first, { sent: false, error: 'status 410', retryAt: null });
    expect((await claim(T0 + HOUR)).map(({ id }) => id)).toEqual([second]);
    expect((await alerts().alertRules())[0]).toMatchObject({ waiting: 1, failed: 1 });
  });

  test('what a clock that was far ahead held back is due again when it is right', async () => {
    const [one, two] = [await add(store(), 'one'), await add(store(), 'two')];
    const [first, other] = await queue(store(), [one.id, two.id], T0);
    const ahead = T0 + 9000 * HOUR;
    await claim(ahead);
    await settle(first, { sent: false, error: 'status 500', retryAt: ahead + HOUR });
    expect(await claim(T0 + 1)).toEqual([]);
    await store().clampFuture(T0 + 1);
    expect((await claim(T0 + 1)).map(({ id }) => id)).toEqual([first, other]);
    // A receiver that asked for a day gets it.
    await settle(first, { sent: false, error: 'status 503', retryAt: T0 + 24 * HOUR });
    await store().clampFuture(T0 + 1);
    expect(await claim(T0 + 2)).toEqual([]);
  });

  test('a change whose notice waits to be screened is asked about, then again when it is screened, and no more in between', async () => {
    const one = await add(store(), 'one');
    await store().addList(listSettings('sdn'), iso(T0), null);
    await takeIn(store(), 'sdn', { '1': 'Acme' });
    const id = await notice(store());
    const claimed = await claimNotice(store(), URL_1, T0 + 1);
    const kept = capture(claimed, T0 + 1);
    await store().recordVisits([visit(claimed, T0 + 1, { capture: kept.record.sha256 }, { capture: kept })]);
    await store().recordReadings([derived(id, kept.record.sha256, '求购', 'Acme')]);
    const [change] = await alerts().freshChanges(0, 10, '9');
    expect(change).toMatchObject({ noticeId: id, settled: false });
    await alerts().tellChanges({ changes: [{ seq: change?.seq ?? -1, told: [one.id], done: false }], deliveries: [], now: T0 + 2 });
    expect(await alerts().freshChanges(0, 10, '9')).toEqual([]);
    expect(await alerts().screenedChanges(0, 10)).toEqual([]);
    const waiting = await store().readingToScreen(id);
    await store().recordNoticeMatches([{ noticeId: id, stamp: waiting?.stamp ?? -1, recipe: 'e1', matches: [], listed: [] }]);
    expect(await alerts().screenedChanges(0, 10)).toEqual([{ ...change, told: [one.id], settled: true }]);
  });

  test('several alerts of a rule are claimed together, in order; what was not attempted is due again at once', async () => {
    const [one, two] = [await add(store(), 'one'), await add(store(), 'two')];
    const [first, second, third, other] = await queue(store(), [one.id, one.id, one.id, two.id], T0);
    const claimed = await alerts().claimDeliveries({ worker: WORKER, now: T0, rules: 10, perRule: 2, leaseMs: LEASE });
    expect(claimed.map((batch) => batch.map(({ id }) => id))).toEqual([[first, second], [other]]);
    expect(await claim(T0)).toEqual([]);
    await settle(first, { sent: true, at: T0 });
    await settle(second, null);
    expect((await claim(T0)).map(({ id, attempts }) => [id, attempts])).toEqual([[second, 0]]);
    await settle(second, { sent: true, at: T0 });
    expect((await claim(T0)).map(({ id }) => id)).toEqual([third]);
  });

  test('what a program had begun that is gone is due at once', async () => {
    const one = await add(store(), 'one');
    const [first] = await queue(store(), [one.id], T0);
    const gone = { id: 'gone', pid: 999_999_999 };
    await alerts().claimDeliveries({ worker: gone, now: T0, rules: 1, perRule: 1, leaseMs: LEASE });
    expect(await alerts().nextDeliveryInMs(T0)).toBe(0);
    expect((await claim(T0)).map(({ id }) => id)).toEqual([first]);
    expect(await claim(T0)).toEqual([]);
  });

  test('a rule goes with what waits for it, and the last one with the changes', async () => {
    const [one, two] = [await add(store(), 'one'), await add(store(), 'two')];
    await notice(store());
    await visitAt(store(), URL_1, T0 + 1);
    await queue(store(), [one.id], T0);
    await alerts().removeAlertRule(one.id);
    expect(await alerts().nextDeliveryInMs(T0)).toBeUndefined();
    expect(await alerts().freshChanges(0, 10, '9')).not.toEqual([]);
    await alerts().removeAlertRule(two.id);
    expect(await alerts().freshChanges(0, 10, '9')).toEqual([]);
  });

  async function settle(id: Awaited<ReturnType<typeof queue>>[number] | undefined, outcome: DeliveryOutcome | null) {
    if (id === undefined) throw new Error('there is no such delivery');
    await alerts().settleDeliveries([{ id, outcome }]);
  }
}

async function add(store: Store, name: string, secret: string | null = null): Promise<AlertRule> {
  const rule: AlertRule = {
    id: newAlertRuleId(T0),
    name,
    channel: 'webhook',
    target: 'https://hooks.example/1',
    when: 'removed',
    allowPrivate: false,
    createdAt: iso(T0),
  };
  await store.alerts.addAlertRule(rule, secret);
  return rule;
}

async function notice(store: Store): Promise<NoticeId> {
  const { ids } = await listed(store, [item(URL_1)]);
  const [id] = ids;
  if (id === undefined) throw new Error('no notice');
  return id;
}

async function followOf(store: Store) {
  const found = await store.findNotice(URL_1);
  const kept = found && (await store.followOf(found.id));
  if (kept === undefined) throw new Error('no notice');
  return kept.follow;
}

/** Queues an empty alert for each of these rules, in order. */
async function queue(store: Store, rules: readonly AlertRuleId[], now: number) {
  const found = await listed(store, [item(`http://queue.example/${Math.random()}`)]);
  const [id] = found.ids;
  await visitAt(store, (await store.findNotice(id ?? ''))?.url ?? '', now);
  const changes = await store.alerts.freshChanges(0, 1000, '9');
  const seq = changes.at(-1)?.seq ?? -1;
  const ids = rules.map(() => newAlertId(now));
  for (const [at, rule] of rules.entries()) {
    const delivery = { id: ids[at] ?? newAlertId(now), rule, body: '{}', of: [seq] };
    await store.alerts.tellChanges({ changes: [{ seq, told: [], done: false }], deliveries: [delivery], now });
  }
  return ids;
}
