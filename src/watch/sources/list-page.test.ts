import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSites } from '../../catalogue/sites.ts';
import { DualwatchError } from '../../model/errors.ts';
import { createReader } from '../../read/read-page.ts';
import { learnNewLinks } from './learn-links.ts';
import { addressKey, readListPage } from './list-page.ts';
import { checkSelector } from './select-links.ts';

const URL_OF_LIST = 'https://www.trade.example/notices/index.html';
const reader = createReader(loadSites());
const list = (html: string, selector: string | null = null, url = URL_OF_LIST) => {
  const bytes = new TextEncoder().encode(html);
  return readListPage(
    bytes,
    url,
    'text/html; charset=utf-8',
    selector,
    reader.read({ bytes, url, contentType: 'text/html; charset=utf-8' }),
  );
};

const nav =
  '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/about">关于我们</a></li><li><a href="/contact/">联系方式</a></li></ul>';
const pager = '<div class="pages"><a href="index_2.html">2</a><a href="index_3.html">3</a><a href="index_2.html">下一页</a></div>';
const row = (at: number, query = ''): string =>
  `<li><a href="2024/t${at}.html${query}">关于采购无人机探测设备的公告第${at}号</a><span>2024-05-${String(at).padStart(2, '0')}</span></li>`;
const rows = (from: number, to: number, query = ''): string =>
  Array.from({ length: from - to + 1 }, (_, index) => row(from - index, query)).join('');
const page = (body: string): string =>
  `<!doctype html><html lang="zh"><head><title>通知公告</title></head><body>${nav}<div class="main"><ul class="list">${body}</ul></div>${pager}<div class="footer"><a href="https://gov.example/">政府网</a></div></body></html>`;

describe('readListPage', () => {
  test('lists titled links with their dates, not navigation and pages', () => {
    const found = list(page(rows(12, 3)));
    expect(found.items).toHaveLength(10);
    expect(found.items[0]).toEqual({
      url: 'https://www.trade.example/notices/2024/t12.html',
      title: '关于采购无人机探测设备的公告第12号',
      publishedAt: '2024-05-12',
      aliases: [],
    });
    expect(found.hint).toBeNull();
    expect(found.links).toContain('https://www.trade.example/about');
  });

  test.each(['ul.list a', 'ul.list', '.list > li:not(.ad)', 'ul.list li:nth-child(n+1) a[href$=".html"]'])(
    'the selector %s gives the same, dates and all',
    (selector) => {
      expect(list(page(rows(12, 3)), selector).items).toEqual(list(page(rows(12, 3))).items);
    },
  );

  test('a selector of what stands in a link names the link; a picture and a title are one', () => {
    const cards =
      '<div class="c"><a href="/n/1"><img src="1.png"></a><a href="/n/1"><h3>Drone detectors wanted</h3></a><p>22 May 2024</p></div><div class="c"><a href="/n/2"><h3>Jammers</h3></a></div>';
    expect(list(`<base href="https://cdn.example/">${cards}`, 'h3').items.map(({ url, title }) => [url, title])).toEqual([
      ['https://cdn.example/n/1', 'Drone detectors wanted'],
      ['https://cdn.example/n/2', 'Jammers'],
    ]);
    expect(list(cards, '.c').items).toMatchObject([
      { url: 'https://www.trade.example/n/1', title: 'Drone detectors wanted', publishedAt: '2024-05-22' },
      { publishedAt: null },
    ]);
  });

  test('two links are too few for a list and still found', () => {
    expect(list(page(rows(2, 1))).items.map(({ url }) => url)).toEqual([
      'https://www.trade.example/notices/2024/t2.html',
      'https://www.trade.example/notices/2024/t1.html',
    ]);
  });

  test.each([
    ['ul.list a[', /after "ul\.list a" \(character 10\)/],
    ['a:nonsense(', /cannot be understood/],
    ['', /1 to 1000 characters/],
    ['>>', /cannot be understood/],
  ])('the selector %j is refused with its place', (selector, message) => {
    expect(() => checkSelector(selector)).toThrow(DualwatchError);
    expect(() => checkSelector(selector)).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => list(page(rows(3, 1)), selector)).toThrow(message);
  });

  test('a page that scripts fill, and a selector that misses, say what may help', () => {
    const shell = list('<html><body><div id="app"></div><script src="/app.js"></script></body></html>');
    expect(shell).toMatchObject({ items: [], links: [] });
    expect(shell.hint).toContain('scripts');
    const missed = list(page(rows(9, 1)), 'table.none a');
    expect(missed.items).toEqual([]);
    expect(missed.hint).toContain('table.none a');
  });

  test('a page of removal or a captcha lists nothing', () => {
    const reading = {
      ...reader.read({ bytes: new TextEncoder().encode(page(rows(9, 1))), url: URL_OF_LIST }),
      state: 'blocked' as const,
      reason: 'captcha',
    };
    const found = readListPage(new Uint8Array(), URL_OF_LIST, null, null, reading);
    expect(found).toMatchObject({ items: [], links: [] });
    expect(found.hint).toContain('blocked (captcha)');
  });

  test('nesting without end is refused, soon', () => {
    const started = process.cpuUsage().user;
    expect(() => list(`${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}`, 'a')).toThrow(/deep/);
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(3000);
  });

  test("a selector that takes a power of the page's size is stopped", () => {
    expect(() => list(`<div>${'<a href="/x">x</a>'.repeat(4000)}</div>`, 'div:has(a:has(b)) a ~ a ~ a')).toThrow(/takes too long/);
  });

  test('addresses are absolute and nothing but DualwatchError is thrown', () => {
    const piece = fc.constantFrom(
      '<a href="',
      '">',
      '</a>',
      '<ul>',
      '<li>',
      '</li>',
      '</ul>',
      '/x',
      '//y',
      'http://',
      'http://[',
      'javascript:1',
      'file:///etc/passwd',
      '?a=%',
      '#',
      '求购无人机探测设备',
      'Notice of the tender',
      '<base href="',
      '2024-05-22',
      '<table><tr><td>',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 40 }),
        fc.constantFrom(null, 'a', 'li', '*'),
        (pieces, selector) => {
          for (const item of list(pieces.join(''), selector).items) expect(item.url).toMatch(/^https?:\/\/[^/]/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('learnNewLinks', () => {
  const baselineOf = (html: string): readonly string[] => learnNewLinks(undefined, list(html)).baseline ?? [];

  test('the first sight is a baseline; then what comes is new, once', () => {
    const first = learnNewLinks(undefined, list(page(rows(5, 1))));
    expect(first).toMatchObject({ firstSight: true, fresh: [] });
    const second = learnNewLinks(first.baseline, list(page(rows(7, 2))));
    expect(second.firstSight).toBe(false);
    expect(second.fresh.map(({ title }) => title)).toEqual(['关于采购无人机探测设备的公告第7号', '关于采购无人机探测设备的公告第6号']);
    expect(learnNewLinks(second.baseline, list(page(rows(7, 2)))).fresh).toEqual([]);
  });

  test('one that fell off and came back is not new', () => {
    const gone = learnNewLinks(baselineOf(page(rows(5, 1))), list(page(rows(5, 2))));
    expect(learnNewLinks(gone.baseline, list(page(rows(5, 1)))).fresh).toEqual([]);
  });

  test('parameters that change with every visit make nothing new', () => {
    const before = baselineOf(page(rows(5, 1, '?utm_source=a&amp;_=1716345600&amp;sessionid=0a1b2c')));
    expect(learnNewLinks(before, list(page(rows(5, 1, '?sessionid=ff00ff&amp;_=1716349999')))).fresh).toEqual([]);
    expect(learnNewLinks(before, list(page(rows(5, 1)), null, 'http://trade.example/notices/index.html')).fresh).toEqual([]);
  });

  test('a session that all links share makes nothing new; ids of the same name do', () => {
    const before = baselineOf(page(rows(5, 1, '?sid=0123456789abcdef01234567')));
    expect(learnNewLinks(before, list(page(rows(6, 1, '?sid=76543210fedcba9876543210')))).fresh).toHaveLength(1);
    const linked = (ids: readonly string[]): string =>
      page(ids.map((id) => `<li><a href="/show?sid=${id.repeat(24)}">关于采购无人机探测设备的公告</a></li>`).join(''));
    expect(learnNewLinks(baselineOf(linked(['a', 'b', 'c'])), list(linked(['a', 'b', 'c', 'd']))).fresh).toHaveLength(1);
  });

  test('parameters that name a notice do', () => {
    const linked = (id: number): string =>
      page(Array.from({ length: 4 }, (_, at) => `<li><a href="/show?sid=${id + at}">关于采购无人机探测设备的公告</a></li>`).join(''));
    expect(learnNewLinks(baselineOf(linked(10)), list(linked(13))).fresh.map(({ url }) => url)).toEqual([
      'https://www.trade.example/show?sid=14',
      'https://www.trade.example/show?sid=15',
      'https://www.trade.example/show?sid=16',
    ]);
  });

  test('a page without links teaches nothing', () => {
    expect(learnNewLinks(undefined, list('<div id="app"></div>'))).toEqual({ firstSight: true, fresh: [], baseline: undefined });
    const baseline = baselineOf(page(rows(5, 1)));
    expect(learnNewLinks(baseline, list('<div id="app"></div>'))).toEqual({ firstSight: false, fresh: [], baseline });
  });

  test('an empty list is a baseline too: its first notice is new', () => {
    expect(learnNewLinks(baselineOf(page('')), list(page(rows(1, 1)))).fresh).toHaveLength(1);
  });

  test('the memory is bounded and forgets the oldest first', () => {
    const item = (at: number) => ({ url: `https://s.example/${at}`, title: 'x', publishedAt: null, aliases: [] });
    const of = (from: number, count: number) => {
      const items = Array.from({ length: count }, (_, at) => item(from + at));
      return { items, links: items.map(({ url }) => url) };
    };
    let baseline = learnNewLinks(undefined, of(0, 3000)).baseline;
    baseline = learnNewLinks(baseline, of(3000, 3000)).baseline;
    expect(baseline).toHaveLength(5000);
    expect(learnNewLinks(baseline, of(3000, 3000)).fresh).toEqual([]);
    expect(learnNewLinks(baseline, of(0, 3000)).fresh).toHaveLength(1000);
  });
});

test('addressKey is idempotent on what it keeps', () => {
  expect(addressKey('https://www.s.example/a?b=2&a=1&_=3')).toBe(addressKey('http://s.example/a?a=1&b=2'));
  expect(addressKey('https://s.example/a?id=1')).not.toBe(addressKey('https://s.example/a?id=2'));
  expect(addressKey('https://s.example/a?sid=0123456789abcdef0123456789abcdef')).not.toBe(addressKey('https://s.example/a'));
});
