import { expect, test } from 'vitest';
import type { Digest } from '../../src/model/digest.ts';
import type { NoticeId } from '../../src/model/ids.ts';
import type { ComparedNotice, FoundCopy, NoticeToCompare } from '../../src/store/copy-port.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, all, capture, claimNotice, derived, iso, item, listed, visit } from './watcher.ts';

const URLS = ['http://a.example/1', 'http://b.example/1', 'http://c.example/1', 'http://d.example/1'];

/** Copies of notices, and which notices wait to be compared. */
export function copyContract({ store }: Bench): void {
  test('a text waits until its notice is compared under this recipe as it is now', async () => {
    const ids = await three();
    expect(await waiting('c1')).toEqual(ids);
    const [first, second] = await store().copies.uncompared('c1', 9);
    expect(first).toMatchObject({ noticeId: ids[0], text: { noticeId: ids[0], reading: { text: 'A\none' } }, copies: [] });
    expect(await store().copies.noticeToCompare(idOf(ids[0]))).toEqual(first);
    expect(await store().copies.uncompared('c1', 1)).toHaveLength(1);
    expect(await store().copies.recordCopies([compared(first), compared(second)], iso(T0))).toEqual({ kept: 2, found: [] });
    expect(await waiting('c1')).toEqual([ids[2]]);
    expect(await store().copies.isCompared(idOf(ids[0]))).toBe(true);
    expect(await store().copies.isCompared(idOf(ids[2]))).toBe(false);
    expect(new Set(await waiting('c2'))).toEqual(new Set(ids));

    // The same words read again change nothing; other words wait, and what was found in the earlier ones comes too late.
    const { capture: of = '' as Digest } = first?.text ?? {};
    await store().recordReadings([derived(idOf(ids[0]), of, 'A', 'one', { recipe: 'r2' })]);
    expect(await waiting('c1')).toEqual([ids[2]]);
    await store().recordReadings([derived(idOf(ids[0]), of, 'A', 'other', { recipe: 'r3' })]);
    expect(await waiting('c1')).toEqual([ids[0], ids[2]]);
    expect(await store().copies.recordCopies([compared(first)], iso(T0))).toEqual({ kept: 0, found: [] });
    expect(await waiting('c1')).toEqual([ids[0], ids[2]]);
  });

  test('a pair is seen alike from both sides, counted, and told of once', async () => {
    const ids = await three();
    const [a, b, c] = await store().copies.uncompared('c1', 9);
    expect(
      await store().copies.recordCopies(
        [compared(a, copyOf(b, { otherCapture: DIGEST }), copyOf(c, { kind: 'translated', score: 0.7 }))],
        iso(T0),
      ),
    ).toEqual({
      kept: 1,
      found: [
        { noticeId: ids[0], other: ids[1], kind: 'edited' },
        { noticeId: ids[0], other: ids[2], kind: 'translated' },
      ],
    });
    expect((await store().copies.copiesOf(idOf(ids[0]))).map(({ other }) => other)).toEqual([ids[1], ids[2]]);
    const [seen] = await store().copies.copiesOf(idOf(ids[1]));
    expect(seen).toEqual({ ...copyOf(a), other: ids[0], capture: DIGEST, otherCapture: CAPTURE });
    expect(await store().findNotice(URLS[0] ?? '')).toMatchObject({ copies: 2, copiesStanding: 1, copiesBefore: 0 });
    // The later of two is the copy; a candidate in another language is of no other.
    expect(await store().findNotice(URLS[1] ?? '')).toMatchObject({ copies: 1, copiesBefore: 1 });
    expect(await store().findNotice(URLS[2] ?? '')).toMatchObject({ copies: 1, copiesBefore: 0 });
    expect((await all(store().listNotices({}))).map(({ copies }) => copies).toSorted((a, b) => a - b)).toEqual([1, 1, 2]);

    // Found again from the other side: the same pair. What is no copy any more goes.
    expect(
      await store().copies.recordCopies([compared(b, copyOf(a, { kind: 'partial', foundAt: iso(T0 + HOUR) }))], iso(T0 + HOUR)),
    ).toEqual({ kept: 1, found: [] });
    expect(await store().copies.copiesOf(idOf(ids[0]))).toMatchObject([{ kind: 'partial', foundAt: iso(T0) }, { kind: 'translated' }]);
    expect((await store().copies.recordCopies([compared(c)], iso(T0))).kept).toBe(1);
    expect(await store().copies.copiesOf(idOf(ids[2]))).toEqual([]);
  });

  test('another stage of a purchase, and what is gone, do not stand elsewhere', async () => {
    await three();
    const [a, b, c] = await store().copies.uncompared('c1', 9);
    await store().copies.recordCopies([compared(a, copyOf(b, { otherStage: true }), copyOf(c))], iso(T0));
    expect(await store().findNotice(URLS[0] ?? '')).toMatchObject({ copies: 2, copiesStanding: 1 });
    const gone = visit(await claimNotice(store(), URLS[2] ?? '', T0 + HOUR), T0 + HOUR, { state: 'removed', removalKind: 'publisher' });
    await store().recordVisits([{ ...gone, follow: { ...gone.follow, state: 'removed' } }]);
    expect(await store().findNotice(URLS[0] ?? '')).toMatchObject({ copies: 2, copiesStanding: 0 });
  });

  test('of two notices that are one the older has the copies of both, and is no copy of itself', async () => {
    const ids = await three();
    const { ids: last } = await listed(store(), [item(URLS[3] ?? '', { aliases: ['same'] })], T0 + 1000);
    await read(URLS[3] ?? '', 'D', 'four');
    const [a, b, c, d] = await store().copies.uncompared('c1', 9);
    await store().copies.recordCopies([compared(d, copyOf(a), copyOf(b), copyOf(c)), compared(a, copyOf(d), copyOf(b))], iso(T0));
    await store().recordVisits([
      visit(await claimNotice(store(), URLS[0] ?? '', T0 + HOUR), T0 + HOUR, {}, { aliases: ['same', URLS[3] ?? ''] }),
    ]);
    const kept = (await store().copies.copiesOf(idOf(last[0]))).map(({ other }) => other);
    expect(new Set(kept)).toEqual(new Set([ids[1], ids[2]]));
    expect(await waiting('c1')).toContain(ids[0]);
    expect(await store().copies.recordCopies([compared(a, copyOf(b)), compared(d)], iso(T0))).toEqual({ kept: 0, found: [] });
  });

  test('texts of all versions come in order, under the notice that has them now', async () => {
    const ids = await three();
    const again = await read(URLS[0] ?? '', 'A', 'second', T0 + HOUR);
    const texts = await store().copies.textsAfter(0, 9);
    expect(texts.map(({ noticeId, reading }) => [noticeId, reading.text])).toEqual([
      [ids[0], 'A\none'],
      [ids[1], 'B\ntwo'],
      [ids[2], 'C\nthree'],
      [ids[0], 'A\nsecond'],
    ]);
    expect(await store().copies.textsAfter(texts[1]?.num ?? 0, 1)).toEqual([texts[2]]);
    expect(await store().copies.texts([texts[3]?.num ?? 0, 999])).toEqual([texts[3]]);
    expect(await store().copies.textOf(idOf(ids[0]), again)).toEqual(texts[3]);
    expect(await store().copies.textOf(idOf(ids[1]), again)).toBeUndefined();
  });

  test('a copy that is found is a change of both notices, where somebody wants to be told', async () => {
    const ids = await three();
    await store().alerts.addAlertRule(RULE, null);
    const [a, b] = await store().copies.uncompared('c1', 9);
    await store().copies.recordCopies([compared(a, copyOf(b))], iso(T0));
    await store().copies.recordCopies([compared(b, copyOf(a))], iso(T0));
    expect((await store().alerts.freshChanges(0, 9, '9')).map(({ noticeId, copy }) => [noticeId, copy])).toEqual([
      [ids[0], { other: ids[1], kind: 'edited' }],
      [ids[1], { other: ids[0], kind: 'edited' }],
    ]);
  });

  test('a copy that is found again after a capture of its notice was forgotten is no change: it was told', async () => {
    const ids = await three();
    await store().alerts.addAlertRule(RULE, null);
    const again = await read(URLS[0] ?? '', 'A', 'second', T0 + HOUR);
    const [a, b] = await byNotice(ids);
    await store().copies.recordCopies([compared(a, copyOf(b, { capture: again }))], iso(T0));
    const told = (await store().alerts.freshChanges(0, 99, '9')).length;
    await store().forgetting.forget({ sha256: again, why: 'order of a court', by: 'desk', at: iso(T0 + HOUR) });
    expect(await store().copies.copiesOf(idOf(ids[0]))).toEqual([]);
    const [older, , third] = await byNotice(ids);
    expect(await store().copies.recordCopies([compared(older, copyOf(b), copyOf(third))], iso(T0 + 2 * HOUR))).toEqual({
      kept: 1,
      found: [{ noticeId: ids[0], other: ids[2], kind: 'edited' }],
    });
    expect(new Set((await store().copies.copiesOf(idOf(ids[0]))).map(({ other }) => other))).toEqual(new Set([ids[1], ids[2]]));
    const changes = await store().alerts.freshChanges(0, 99, '9');
    expect(changes.slice(told).map(({ copy }) => copy?.other)).toEqual([ids[2], ids[0]]);
  });

  test('a copy whose other side is compared before it is found again is no change either', async () => {
    const ids = await three();
    const again = await read(URLS[0] ?? '', 'A', 'second', T0 + HOUR);
    const [a, b] = await byNotice(ids);
    await store().copies.recordCopies([compared(a, copyOf(b, { capture: again }))], iso(T0));
    await store().forgetting.forget({ sha256: again, why: 'order of a court', by: 'desk', at: iso(T0 + HOUR) });
    const [, corrected] = await byNotice(ids);
    expect(await store().copies.recordCopies([compared(corrected)], iso(T0 + 2 * HOUR))).toEqual({ kept: 1, found: [] });
    const [older, other] = await byNotice(ids);
    expect(await store().copies.recordCopies([compared(older, copyOf(other))], iso(T0 + 3 * HOUR))).toEqual({ kept: 1, found: [] });
    // Found again, and then no copy any more: from now on it would be one.
    const [, gone] = await byNotice(ids);
    await store().copies.recordCopies([compared(gone)], iso(T0 + 4 * HOUR));
    const [once, more] = await byNotice(ids);
    expect((await store().copies.recordCopies([compared(once, copyOf(more))], iso(T0 + 5 * HOUR))).found).toHaveLength(1);
  });

  async function byNotice(ids: readonly NoticeId[]): Promise<readonly (NoticeToCompare | undefined)[]> {
    const found: (NoticeToCompare | undefined)[] = [];
    for (const id of ids) found.push(await store().copies.noticeToCompare(id));
    return found;
  }

  async function three(): Promise<readonly NoticeId[]> {
    const { ids } = await listed(
      store(),
      URLS.slice(0, 3).map((url) => item(url)),
    );
    await read(URLS[0] ?? '', 'A', 'one');
    await read(URLS[1] ?? '', 'B', 'two');
    await read(URLS[2] ?? '', 'C', 'three');
    return ids;
  }

  async function waiting(recipe: string): Promise<readonly NoticeId[]> {
    return (await store().copies.uncompared(recipe, 9)).map(({ noticeId }) => noticeId);
  }

  /** A visit whose page is read; gives its capture. */
  async function read(url: string, title: string, body: string, atMs = T0): Promise<Digest> {
    const claim = await claimNotice(store(), url, atMs);
    const made = capture(claim, atMs);
    await store().recordVisits([visit(claim, atMs, { capture: made.record.sha256 }, { capture: made })]);
    await store().recordReadings([derived(claim.noticeId, made.record.sha256, title, body)]);
    return made.record.sha256;
  }
}

const CAPTURE = 'a'.repeat(64) as Digest;
const DIGEST = 'b'.repeat(64) as Digest;
const RULE = {
  id: 'rule-1',
  name: 'copies',
  channel: 'file',
  target: '/tmp/alerts',
  when: 'copies>0',
  allowPrivate: false,
  createdAt: iso(T0),
} as unknown as Parameters<ReturnType<Bench['store']>['alerts']['addAlertRule']>[0];

function copyOf(one: NoticeToCompare | undefined, more: Partial<FoundCopy> = {}): FoundCopy {
  if (one === undefined) throw new Error('a notice waits');
  return {
    other: one.noticeId,
    kind: 'edited',
    score: 0.9,
    containment: 0.8,
    otherStage: false,
    foundAt: iso(T0),
    capture: CAPTURE,
    otherCapture: CAPTURE,
    ...more,
  };
}

function compared(one: NoticeToCompare | undefined, ...copies: readonly FoundCopy[]): ComparedNotice {
  if (one === undefined) throw new Error('a notice waits');
  return { noticeId: one.noticeId, stamp: one.stamp, recipe: 'c1', copies };
}

function idOf(id: NoticeId | undefined): NoticeId {
  if (id === undefined) throw new Error('the notice was listed');
  return id;
}
