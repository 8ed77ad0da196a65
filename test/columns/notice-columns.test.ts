import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoticeSummary } from '../../src/model/notice.ts';
import { parseNoticeQuery } from '../../src/model/notice-query.ts';
import type { Store } from '../../src/store/port.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { NoticeColumns } from '../../src/work/columns/notice-columns.ts';
import { noticesWhere } from '../../src/work/query-notices.ts';
import { HOUR, T0, all, capture, claimNotice, derived, iso, item, listed, summary, visit } from '../contract/watcher.ts';

const WORDS = ['求购', '无人机探测器', 'радар', 'закупка', 'jammer', 'drone', 'Київ'];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' '));
const found = fc.record({
  goods: fc.subarray(['jammer', 'radar', 'drone']),
  places: fc.subarray(['RU', 'RU-MOW', 'KZ']),
  controls: fc.subarray(['cn-dual-use 0A903.a', 'eu-dual-use 5A001.f']),
  lang: fc.constantFrom('zh', 'ru', 'uk', 'en'),
  priority: fc.constantFrom(0, 10, 70, 70, 85),
  publishedAt: fc.constantFrom(null, '2026-01-02', '2026-01-02T10:00:00Z', '2026-02-01'),
  publisher: fc.constantFrom(null, 'Завод № 5', 'factory'),
});
const act = fc.record({
  do: fc.constantFrom('list', 'read', 'triage', 'gone', 'merge'),
  page: fc.nat(11),
  other: fc.nat(11),
  title: text,
  body: text,
  found,
});

const test_ = fc.constantFrom(
  'goods:jammer',
  'goods:radar,drone',
  'goods!=radar',
  'place:RU',
  'place=RU',
  'control:0A903',
  'lang:zh',
  'priority>=70',
  'priority<10',
  'removed',
  'present',

  'published:2026-01-02',
  'published<2026-01-15',
  'published!=2026-02-01',
  'firstSeen>2026-03-01',
  'publisher:завод',
  'title:jammer',
  'url:w3',
  'triage:dismissed',
  'assignee:bob',
  'versions>=1',
  'copies=0',
  'type:notice',
  '"!"',
  ...WORDS,
  '"求购 无人机"',
  'дет',
);
const query = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    test_,
    fc.tuple(tie('any'), tie('any')).map(([one, other]) => `(${one} and ${other})`),
    fc.tuple(tie('any'), tie('any')).map(([one, other]) => `(${one} or ${other})`),
    tie('any').map((one) => `not (${one})`),
  ),
})).any;

test('columns find what noticesWhere finds, in its order and page by page, whatever changes meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 3, maxLength: 14 }),
      fc.array(query, { minLength: 3, maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      async (acts, queries, limit) => {
        const folder = mkdtempSync(join(tmpdir(), 'dualwatch-columns-'));
        const store = await openSqliteStore(join(folder, 'db'), { create: true });
        try {
          const half = acts.length >> 1;
          for (const [n, one] of acts.slice(0, half).entries()) await make(store, one, T0 + n * HOUR);
          const columns = await NoticeColumns.load(store.news);
          for (let n = half; ; n += 1) {
            await columns.level();
            for (const asked of queries) await compare(store, columns, asked, limit);
            const next = acts[n];
            if (next === undefined) break;
            await make(store, next, T0 + n * HOUR);
          }
        } finally {
          await store.close();
          rmSync(folder, { recursive: true });
        }
      },
    ),
    { numRuns: 10 },
  );
}, 120_000);

async function compare(store: Store, columns: NoticeColumns, asked: string, limit: number): Promise<void> {
  const predicate = parseNoticeQuery(asked);
  const want = await all(noticesWhere(store, predicate, {}));
  const among = await columns.where(predicate);
  expect(columns.count(among), asked).toBe(want.length);
  const got: string[] = [];
  let after;
  for (;;) {
    const page = await store.news.byNumber(columns.page(among, after, limit));
    got.push(...page.map(({ notice }) => notice.id));
    const last = page.at(-1)?.notice;
    if (last === undefined) break;
    after = { priority: last.priority, firstSeenAt: last.firstSeenAt, id: last.id };
  }
  expect(got, asked).toEqual(want.map(({ id }) => id));
  const byAge = await store.news.byNumber(columns.page(among, undefined, want.length, 'firstSeen'));
  expect(byAge.map(({ notice }) => notice.firstSeenAt)).toEqual(
    want
      .map(({ firstSeenAt }) => firstSeenAt)
      .toSorted()
      .toReversed(),
  );
  for (const [place, { notice }] of byAge.entries())
    expect(columns.page(among, notice, want.length, 'firstSeen')).toEqual(byAge.slice(place + 1).map(({ num }) => num));
  for (let skip = 0; skip <= want.length; skip += 1) {
    const page = await store.news.byNumber(columns.page(among, skip, limit));
    expect(
      page.map(({ notice }) => notice.id),
      `${asked}, behind ${skip}`,
    ).toEqual(got.slice(skip, skip + limit));
  }
}

interface Act {
  readonly do: string;
  readonly page: number;
  readonly other: number;
  readonly title: string;
  readonly body: string;
  readonly found: Partial<NoticeSummary>;
}

async function make(store: Store, { do: doing, page, other, title, body, found: said }: Act, at: number): Promise<void> {
  const [url, far] = [page, other].map((n) => `http://w${n}.example/s`) as [string, string];
  if (doing === 'list') return void (await listed(store, [item(url, { title }), item(far, { title: body })], at));
  const claim = await claimNotice(store, url, at);
  if (doing === 'read') {
    const made = capture(claim, at);
    await store.recordVisits([visit(claim, at, { capture: made.record.sha256 }, { capture: made })]);
    await store.recordReadings([derived(claim.noticeId, made.record.sha256, title, body, { summary: summary(title, said) })]);
  } else if (doing === 'merge') await store.recordVisits([visit(claim, at, {}, { aliases: [far] })]);
  else if (doing === 'gone')
    await store.recordVisits([visit(claim, at, { state: 'removed' }, { follow: { ...claim.follow, state: 'removed' } })]);
  else {
    await store.release([{ claim }]);
    const done = page % 2 === 0 ? ({ do: 'dismiss' } as const) : ({ do: 'assign', assignee: 'bob' } as const);
    await store.triage.act({ notices: [claim.noticeId], act: done, why: null, by: 'ann', at: iso(at) });
  }
}
