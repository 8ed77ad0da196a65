import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import type { Json } from '../../src/model/canonical-json.ts';
import { sha256 } from '../../src/model/digest.ts';
import type { LogRecord } from '../../src/model/log-record.ts';
import type { Store } from '../../src/store/port.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, addSource, all, capture, check, claimNotice, claimSource, iso, item, listed, visit, visitAt } from './watcher.ts';

const URL_1 = 'http://a.example/1';

/** The evidence log and the rows it speaks of. */
export function logContract({ store, place }: Bench): void {
  test('a visit logs its capture, then its observation, then what it dropped; every entry can be rebuilt from its rows', async () => {
    const source = await addSource(store(), 'http://a.example/feed');
    const claim = await claimSource(store(), source.id, T0);
    const feed = capture(claim, T0);
    await store().recordVisits([check(claim, T0, [item(URL_1)], { capture: feed })]);
    const first = await claimNotice(store(), URL_1, T0);
    const kept = capture(first, T0, { ip: null, status: null });
    await store().recordVisits([
      visit(first, T0, { capture: kept.record.sha256, reading: sha256('r'), heads: null, reason: 'why "求购"\u0000' }, { capture: kept }),
    ]);
    const second = await claimNotice(store(), URL_1, T0 + HOUR);
    const newer = capture(second, T0 + HOUR);
    const drop = { sha256: kept.record.sha256, keptInstead: newer.record.sha256, reason: 'equal reading' };
    const [recorded] = await store().recordVisits([visit(second, T0 + HOUR, { capture: newer.record.sha256 }, { capture: newer, drop })]);
    await store().recordEvent({ type: 'event', event: 'offline', at: iso(T0), detail: 'every host failed' });

    const records = await readRecords(store());
    expect(records.map(({ type }) => type)).toEqual([
      'capture',
      'check',
      'capture',
      'observation',
      'capture',
      'observation',
      'drop',
      'event',
    ]);
    expect(recorded).toEqual({ noticeId: first.noticeId, newNotices: [], logIndex: 5 });
    for (const [index, record] of records.entries()) expect(await store().rowsAsRecord(record, index)).toEqual(record);
    expect(await store().capturesOf(first.noticeId)).toMatchObject([
      { sha256: kept.record.sha256, warc: null, logIndex: 2 },
      { warc: newer.warc, logIndex: 4 },
    ]);
    expect(await store().findLogIndex(kept.record.sha256)).toBe(2);
    expect((await store().capturesFrom(1, 10)).map(({ logIndex }) => logIndex)).toEqual([2, 4]);
    expect(await store().observationsOf(first.noticeId)).toMatchObject([
      { capture: kept.record.sha256, logIndex: 3, reason: 'why "求购"\u0000' },
      { logIndex: 5 },
    ]);
  });

  test('entries are canonical JSON, found by their leaf hash (RFC 6962), and read in ranges', async () => {
    await listed(store(), [item(URL_1)]);
    for (let n = 0; n < 9; n += 1) await visitAt(store(), URL_1, T0 + n * HOUR);
    const entries = await store().readLog(3, 7);
    expect(entries.map(({ index }) => index)).toEqual([3, 4, 5, 6]);
    for (const { index, bytes } of entries) {
      expect(canonicalJson(JSON.parse(new TextDecoder().decode(bytes)) as Json)).toBe(new TextDecoder().decode(bytes));
      expect(await store().findLogIndex(sha256(Buffer.concat([Uint8Array.of(0), bytes])))).toBe(index);
    }
    expect(await store().readLog(8, 999)).toHaveLength(2);
    expect(await store().findLogIndex(sha256('nothing'))).toBeUndefined();
  });

  test('a row that says something else than its entry is told apart, and a missing one too', async () => {
    await listed(store(), [item(URL_1)]);
    await visitAt(store(), URL_1, T0);
    const [, observation] = await readRecords(store());
    if (observation?.type !== 'observation') throw new Error('an observation was logged');
    const edited: LogRecord = { ...observation, state: 'removed' };
    expect(await store().rowsAsRecord(edited, 1)).not.toEqual(edited);
    expect(await store().rowsAsRecord(observation, 7)).toBeUndefined();
    expect(await store().rowsAsRecord(observation, 0)).toBeUndefined();
  });

  test('a batch is recorded whole or not at all', async () => {
    await listed(store(), [item(URL_1), item('http://b.example/1')]);
    const [good, bad] = [await claimNotice(store(), URL_1, T0), await claimNotice(store(), 'http://b.example/1', T0)];
    const size = await store().logSize();
    const nothing = sha256('a capture that was never recorded');
    const visits = [visit(good, T0), visit(bad, T0, {}, { drop: { sha256: nothing, keptInstead: nothing, reason: 'x' } })];
    await expect(store().recordVisits(visits)).rejects.toThrow(nothing);
    expect(await store().logSize()).toBe(size);
    expect(await store().observationsOf(good.noticeId)).toEqual([]);
    expect((await store().followOf(good.noticeId))?.follow.visits).toBe(0);
    // The slots are still taken by the claims: the same visits can be recorded once they are right.
    await store().recordVisits([visit(good, T0), visit(bad, T0)]);
    expect(await store().logSize()).toBe(size + 2);
  });

  test('a file is recorded once', async () => {
    const claim = await claimNotice(store(), URL_1, T0);
    const made = capture(claim, T0);
    await store().recordVisits([visit(claim, T0, {}, { capture: made })]);
    const again = await claimNotice(store(), URL_1, T0 + HOUR);
    await expect(store().recordVisits([visit(again, T0 + HOUR, {}, { capture: made })])).rejects.toThrow(made.record.sha256);
  });

  test('two users of the data log side by side without gaps', async () => {
    const other = await place().open();
    const urls = Array.from({ length: 12 }, (_, n) => `http://h${n}.example/1`);
    await listed(
      store(),
      urls.map((url) => item(url)),
    );
    const claims = await Promise.all(urls.map((url) => claimNotice(store(), url, T0)));
    const recorded = await Promise.all(claims.map((claim, n) => (n % 2 === 0 ? store() : other).recordVisits([visit(claim, T0)])));
    expect(
      recorded
        .flat()
        .map(({ logIndex }) => logIndex)
        .toSorted((a, b) => a - b),
    ).toEqual(urls.map((_, n) => n + 1));
    await other.close();
  });

  test('a backup made while others write is one moment of the data, whole', async () => {
    const other = await place().open();
    await listed(store(), [item(URL_1)]);
    const writing = (async () => {
      for (let n = 0; n < 40; n += 1) await visitAt(other, URL_1, T0 + n * HOUR);
    })();
    await store().backup(place().backup.file);
    await writing;
    const copy = await place().backup.open();
    const records = await readRecords(copy);
    for (const [index, record] of records.entries()) expect(await copy.rowsAsRecord(record, index)).toEqual(record);
    const [notice] = await all(copy.listNotices({}));
    expect(await copy.observationsOf(await claimId(copy, URL_1))).toHaveLength(records.length - 1);
    expect(notice?.url).toBe(URL_1);
    await expect(copy.recordEvent({ type: 'event', event: 'offline', at: iso(T0), detail: '' })).rejects.toThrow();
    await copy.close();
    await other.close();
    await expect(store().backup(place().backup.file)).rejects.toMatchObject({ code: 'usage' });
  });
}

/** The whole log as records; throws where an index is missing. */
export async function readRecords(store: Store): Promise<readonly LogRecord[]> {
  const entries = await store.readLog(0, await store.logSize());
  return entries.map(({ index, bytes }, n) => {
    if (index !== n) throw new Error(`entry ${n} of the log has index ${index}`);
    return JSON.parse(new TextDecoder().decode(bytes)) as LogRecord;
  });
}

async function claimId(store: Store, url: string) {
  const found = await store.findNotice(url);
  if (found === undefined) throw new Error(`no notice ${url}`);
  return found.id;
}
