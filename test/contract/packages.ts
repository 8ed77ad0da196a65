import { expect, test } from 'vitest';
import { sha256 } from '../../src/model/digest.ts';
import type { Digest } from '../../src/model/digest.ts';
import type { Bench } from './store.ts';
import { readRecords } from './log.ts';
import { HOUR, T0, addSource, capture, check, claimNotice, claimSource, derived, item, listed, visit, visitAt } from './watcher.ts';

const SHORT = 'http://w.example/s/abc';
const LONG = 'http://w.example/s?id=1';

/** What a package of evidence asks of the store. */
export function packageContract({ store }: Bench): void {
  test('the evidence of a notice is all that the log says of it, merged ones too, and nothing of others', async () => {
    const source = await addSource(store(), 'http://feeds.example/1');
    const asked = await claimSource(store(), source.id, T0);
    const feed = capture(asked, T0);
    const checked = check(asked, T0, [item(SHORT), item('http://other.example/1')], { capture: feed });
    await store().recordVisits([{ ...checked, check: { ...checked.check, capture: feed.record.sha256 } }]);
    const { ids } = await listed(store(), [item(LONG, { aliases: ['long'] })], T0 + 1);
    const short = await store().findNotice(SHORT);
    if (short === undefined || ids[0] === undefined) throw new Error('two notices were listed');
    await store().recordReadings([derived(short.id, feed.record.sha256, '求购', '在列表中', { from: 'feed' })]);
    await visitAt(store(), 'http://other.example/1', T0 + 2);

    const kept = await visitWith(LONG, T0 + HOUR);
    const claim = await claimNotice(store(), LONG, T0 + 2 * HOUR);
    const newer = capture(claim, T0 + 2 * HOUR);
    const drop = { sha256: kept, keptInstead: newer.record.sha256, reason: 'equal reading' };
    await store().recordVisits([visit(claim, T0 + 2 * HOUR, { capture: newer.record.sha256 }, { capture: newer, drop })]);
    await visitAt(store(), SHORT, T0 + 3 * HOUR, { confirms: newer.record.sha256 }, { aliases: ['long'] });
    await store().recordEvent({ type: 'event', event: 'offline', at: new Date(T0).toISOString(), detail: short.id });
    await store().recordEvent({ type: 'event', event: 'removals-confirmed', at: new Date(T0).toISOString(), detail: `x ${ids[0]}` });
    await store().recordEvent({ type: 'event', event: 'removals-confirmed', at: new Date(T0).toISOString(), detail: 'n0' });

    const evidence = await store().packages.evidenceOf(ids[0]);
    expect(evidence.ids).toEqual([short.id, ids[0]]);
    expect(evidence.captures.map(({ sha256: digest, warc }) => [digest, warc])).toEqual([
      [feed.record.sha256, feed.warc],
      [kept, null],
      [newer.record.sha256, newer.warc],
    ]);
    const records = await readRecords(store());
    const spoken = records.flatMap((record, index) => {
      const text = JSON.stringify(record);
      const about = evidence.ids.some((id) => text.includes(id)) || evidence.captures.some((each) => text.includes(each.sha256));
      return about && !text.includes('"offline"') ? [index] : [];
    });
    expect(evidence.entries).toEqual(spoken);
    expect(new Set(evidence.entries.map((index) => records[index]?.type))).toEqual(
      new Set(['capture', 'check', 'observation', 'drop', 'merge', 'event']),
    );
    await expect(store().packages.evidenceOf('n0' as typeof short.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('readings of a capture are those for the notice, under either id', async () => {
    const { ids } = await listed(store(), [item(SHORT), item(LONG)]);
    const made = await visitWith(SHORT, T0);
    const [one, other] = ids;
    if (one === undefined || other === undefined) throw new Error('two notices were listed');
    await store().recordReadings([derived(one, made, '求购', '甲'), derived(other, made, '求购', '乙')]);
    const texts = async (id: typeof one) => (await store().packages.readingsOf(made, id)).map(({ reading }) => reading.text);
    expect(await texts(one)).toEqual(['求购\n甲']);
    expect(await store().packages.readingsOf(sha256('no capture'), one)).toEqual([]);
    await listed(store(), [item(SHORT, { aliases: [LONG] })], T0 + HOUR);
    expect(await texts(one)).toHaveLength(2);
    expect(await texts(other)).toEqual(await texts(one));
  });

  async function visitWith(url: string, atMs: number): Promise<Digest> {
    const claim = await claimNotice(store(), url, atMs);
    const made = capture(claim, atMs);
    await store().recordVisits([visit(claim, atMs, { capture: made.record.sha256, reading: sha256(url) }, { capture: made })]);
    return made.record.sha256;
  }
}
