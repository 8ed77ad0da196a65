import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NoticeSummary } from '../../src/model/notice.ts';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import { T0, capture, claimNotice, derived, listed, item, summary, visit } from '../contract/watcher.ts';

const NOTICES: readonly (readonly [title: string, body: string, found: Partial<NoticeSummary>])[] = [
  [
    '关于采购无人机探测器的公告',
    '预算 十万元。联系人电话 13812345678。无人机探测器两台。',
    { lang: 'zh', goods: ['jammer'], places: ['RU'], controls: ['cn-dual-use 0A903.a'], priority: 80, publishedAt: '2026-02-01' },
  ],
  [
    'Закупка детекторов дронов',
    'Поставка детекторов в Москву',
    { lang: 'ru', goods: ['jammer', 'radar'], places: ['RU'], priority: 70, publishedAt: '2026-02-10T08:00:00Z' },
  ],
  [
    'Закупівля радарів',
    'Постачання радарів у Київ',
    { lang: 'uk', goods: ['radar'], places: ['UA'], priority: 70, publishedAt: '2026-01-10' },
  ],
  ['Drone detector tender', 'The drone detector is wanted <b>now</b>', { lang: 'en', goods: [], places: [], priority: 5 }],
];

let home: ServedHome;
let source: string;
beforeAll(async () => {
  home = await serveNewHome();
  const { store } = home.served;
  const urls = NOTICES.map((_, n) => `http://w${n}.example/s`);
  const made = await listed(
    store,
    urls.map((url, n) => item(url, { title: NOTICES[n]?.[0] ?? '' })),
  );
  source = made.source.id;
  for (const [n, [title, body, found]] of NOTICES.entries()) {
    const claim = await claimNotice(store, urls[n] ?? '', T0 + n + 1);
    const kept = capture(claim, T0 + n + 1);
    await store.recordVisits([visit(claim, T0 + n + 1, { capture: kept.record.sha256 }, { capture: kept })]);
    await store.recordReadings([derived(claim.noticeId, kept.record.sha256, title, body, { summary: summary(title, found) })]);
  }
});
afterAll(() => home.close());

async function search(query: string): Promise<Answer> {
  const answer = await home.app.inject(`/api/v1/search?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Answer>();
}

interface Piece {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}
interface Answer {
  readonly items: readonly {
    readonly notice: { readonly title: string };
    readonly title: Piece;
    readonly snippets: readonly (Piece & { readonly start: number })[];
  }[];
  readonly nextCursor: string | null;
  readonly total: number | string;
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number; readonly name?: string }[]>>;
}

const marked = ({ text, marks }: Piece): readonly string[] => marks.map(({ start, end }) => text.slice(start, end));

test('what is asked for in any of the languages is found, marked by offsets, with contacts masked unless somebody asks', async () => {
  const zh = await search(`q=${encodeURIComponent('无人机')}`);
  expect(zh).toMatchObject({ total: 1, nextCursor: null, facets: {} });
  expect(zh.items.map(({ title }) => marked(title))).toEqual([['无人机']]);
  expect(zh.items[0]?.snippets.flatMap(marked)).toEqual(['无人机', '无人机']);
  expect(JSON.stringify(zh)).not.toContain('13812345678');
  expect(JSON.stringify(await search(`q=${encodeURIComponent('无人机')}&reveal=true`))).toContain('13812345678');
  expect((await search(`q=${encodeURIComponent('детектор')}`)).items.map(({ title }) => marked(title))).toEqual([['детекторов']]);
  expect((await search(`q=${encodeURIComponent('радарів')}`)).items[0]?.snippets.flatMap(marked)).toEqual(['радарів', 'радарів']);
  expect((await search('q=wanted')).items[0]?.snippets[0]?.text).toContain('<b>now</b>');
  expect((await search('q=nowhere')).items).toEqual([]);
});

test('facets count what is found, each without what the filter says of it', async () => {
  const facets = 'facets=goods,control,source,place,party,state,lang,published';
  const every = await search(facets);
  expect(every.facets).toEqual({
    goods: [
      { value: 'jammer', count: 2 },
      { value: 'radar', count: 2 },
    ],
    control: [{ value: 'cn-dual-use 0A903.a', count: 1 }],
    source: [{ value: source, count: 4, name: expect.stringContaining('http://feeds.example/') }],
    place: [
      { value: 'RU', count: 2 },
      { value: 'UA', count: 1 },
    ],
    party: [],
    state: [{ value: 'present', count: 4 }],
    lang: ['en', 'ru', 'uk', 'zh'].map((value) => ({ value, count: 1 })),
    published: [
      { value: '2026-02', count: 2 },
      { value: '2026-01', count: 1 },
    ],
  });
  const filter = encodeURIComponent('(goods:radar or goods:uav) and lang:ru');
  const some = await search(`filter=${filter}&facets=goods,lang,place`);
  expect(some.total).toBe(1);
  expect(some.facets).toEqual({
    goods: [
      { value: 'jammer', count: 1 },
      { value: 'radar', count: 1 },
    ],
    lang: [
      { value: 'ru', count: 1 },
      { value: 'uk', count: 1 },
    ],
    place: [{ value: 'RU', count: 1 }],
  });
  const published = every.facets['published']?.[0]?.value ?? '';
  expect((await search(`filter=${encodeURIComponent(`published:${published}`)}`)).total).toBe(2);
});

test('pages follow one another in the order of the list', async () => {
  const titles: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { items, nextCursor } = await search(`limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
    titles.push(...items.map(({ notice }) => notice.title));
    cursor = nextCursor;
  }
  const list = (await home.app.inject('/api/v1/notices')).json<{ items: { title: string }[]; total: number }>();
  expect(titles).toEqual(list.items.map(({ title }) => title));
  expect(list.total).toBe(4);
});

test('a list is read from any place, also under a query, with its exact length; a cursor goes on from there', async () => {
  const list = async (asked: string) =>
    (await home.app.inject(`/api/v1/notices?${asked}`)).json<{ items: { title: string }[]; total: number; nextCursor: string | null }>();
  const titles = (await list('')).items.map(({ title }) => title);
  const third = await list('offset=2&limit=1');
  expect(third).toMatchObject({ items: [{ title: titles[2] }], total: 4 });
  expect(await list(`limit=2&cursor=${third.nextCursor}`)).toMatchObject({ items: [{ title: titles[3] }], nextCursor: null });
  expect(await list('offset=1&limit=2&query=not%20lang:uk')).toMatchObject({
    items: titles
      .filter((title) => title !== 'Закупівля радарів')
      .slice(1, 3)
      .map((title) => ({ title })),
    total: 3,
  });
  expect(await list('offset=900000000')).toEqual({ items: [], nextCursor: null, total: 4 });
  const both = await home.app.inject(`/api/v1/notices?offset=1&cursor=${third.nextCursor}`);
  expect([both.statusCode, both.json<{ detail: string }>().detail]).toEqual([400, expect.stringContaining('query.offset')]);
});

test('what cannot be asked is said', async () => {
  for (const [query, says] of [
    ['facets=goods,colour', 'query.facets'],
    ['filter=colour:red', 'there is no field'],
    ['limit=101', 'query.limit'],
    ['cursor=abc', 'query.cursor'],
  ] as const) {
    const answer = await home.app.inject(`/api/v1/search?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ detail: string }>().detail).toContain(says);
  }
});
