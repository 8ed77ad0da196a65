import { describe, expect, it } from 'vitest';
import { ccgpNotice, listPage, type ListRow } from '../../test/fixtures/pages.ts';
import { loadSites } from '../catalogue/sites.ts';
import type { PageReading } from '../model/reading.ts';
import { createReader, type PageInput } from './read-page.ts';

const reader = createReader(loadSites());

function read(html: string, more: Partial<PageInput> = {}): PageReading {
  return reader.read({ bytes: Buffer.from(html), url: 'http://zfcg.example.cn/cggg/1.html', ...more });
}

describe('ccgp notices', () => {
  it.each(['vF', 'vT'] as const)('reads body, summary, publisher and time (class names %s)', (prefix) => {
    const reading = read(ccgpNotice(prefix));
    expect(reading).toMatchObject({
      state: 'present',
      site: 'ccgp',
      reader: 'ccgp/detail',
      bodyBySite: true,
      title: '某某大学频谱分析仪采购项目公开招标公告',
      publisher: '某某大学',
      publishedAt: '2025-04-02T01:15:00Z',
      publishedUncertaintySeconds: 30,
      publishedZone: 'site',
    });
    expect(reading.fields).toMatchObject({
      采购项目名称: '频谱分析仪',
      采购单位: '某某大学',
      行政区域: '湖北省',
      公告时间: '2025年04月02日 09:15',
    });
    expect(reading.text).toContain('\n1\t频谱分析仪\t2台');
    expect(reading.text).not.toMatch(/版权所有|当前位置/);
  });

  it('knows its soft 404 and its blocks', () => {
    const url = 'http://www.ccgp.gov.cn/cggg/dfgg/gkzb/202504/t20250402_1.htm';
    expect(
      read('<html><head><title>错误页面！中国政府采购网</title></head><body><p>您访问的页面出错了</p></body></html>', { url }),
    ).toMatchObject({ state: 'removed', removalKind: 'status', reason: 'soft 404' });
    for (const message of ['您的访问过于频繁,请稍后再试', '您的访问行为异常,请稍后再试']) {
      expect(read(`<html><body><div>${message}</div></body></html>`, { url })).toMatchObject({ state: 'blocked', removalKind: null });
    }
  });
});

it('points that only count visitors are no pictures of a notice; what scripts put in their place is', () => {
  const images = [
    '<img src="/count.gif" width="1" height="1px">',
    '<img src="/dot.gif" data-src="/late.png" width=1 height=1>',
    '<img src="/line.png" width="600" height="1">',
  ];
  const { images: found } = read(
    `<html><body><article><h1>Tender for masts</h1><p>${'The board asks for offers for two masts. '.repeat(9)}${images.join('')}</p></article></body></html>`,
  );
  expect(found.map((url) => new URL(url).pathname)).toEqual(['/late.png', '/line.png']);
});

describe('general articles', () => {
  const notice = `<html><head><title>关于采购反制设备的公告_某某采购网</title><link rel="canonical" href="/cggg/2.html"></head><body>
<div class="topnav"><a href="/">首页</a> <a href="/z">政策法规</a></div><div class="crumbs">当前位置：<a href="/">首页</a></div>
<div class="w"><h3>关于采购反制设备的公告</h3><div class="info">发布时间：2025-03-04 10:20　来源：某某市公安局　浏览：33</div>
<div class="TRS_Editor"><p>　　根据工作需要，现采购反制设备一批。</p><table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>干扰枪</td></tr></table>
<p>投标截止：2025年3月20日17时00分。</p><p>附件：<a href="./p.doc">招标文件.doc</a> <a href="javascript:void(0)">打印</a> <img src="/i.png"></p></div></div>
<div class="sidebar"><h4>相关公告</h4><ul><li><a href="1">某某局关于采购办公用品的公告</a></li><li><a href="2">某某局关于采购车辆的公告</a></li></ul></div>
<div class="footer">版权所有 某某市财政局</div><script>var d = "2019-01-01"; var icon = "/2018-02-02/i.png";</script></body></html>`;

  it('finds title, source, time, text, links and images, and leaves the rest', () => {
    const reading = read(notice);
    expect(reading).toMatchObject({
      state: 'present',
      reader: 'general/article',
      title: '关于采购反制设备的公告',
      publisher: '某某市公安局',
      publishedAt: '2025-03-04T02:20:00Z',
      publishedZone: 'assumed',
      lang: 'zh',
    });
    expect(reading.text.startsWith('关于采购反制设备的公告\n')).toBe(true);
    expect(reading.text).toContain('1\t干扰枪');
    expect(reading.text).not.toMatch(/首页|相关公告|办公用品|版权所有/);
    expect(reading.links).toEqual([{ url: 'http://zfcg.example.cn/cggg/p.doc', text: '招标文件.doc' }]);
    expect(reading.images).toEqual(['http://zfcg.example.cn/i.png']);
    expect(reading.aliases).toEqual(['http://zfcg.example.cn/cggg/2.html']);
    expect(reading.items).toBeUndefined();
  });

  it.each(['visibility:hidden', 'opacity: 0', 'VISIBILITY: HIDDEN; opacity:0;'])('keeps a body veiled by %s', (style) => {
    expect(read(notice.replace('class="TRS_Editor"', `class="TRS_Editor" style="${style}"`)).text).toContain('现采购反制设备一批');
  });

  it.each([
    ['ru', '<p>Дата публикации: 12.05.2025 14:30 (МСК)</p>', '2025-05-12T11:30:00Z'],
    ['ru', '<p>Опубликовано: 27 июня 2025 г.</p>', '2025-06-27'],
    ['uk', '<p>Опубліковано: 27 червня 2025</p>', '2025-06-27'],
    ['en', '<p>Published: 3 March 2025</p>', '2025-03-03'],
    ['en', '<time datetime="2025-03-03T08:00:00+02:00">3 March</time>', '2025-03-03T06:00:00Z'],
    [
      'en',
      '<script type="application/ld+json">{"@graph":[{"@type":"Article","datePublished":"2025-03-03T08:00:00Z","author":{"name":"A. Writer"}}]}</script>',
      '2025-03-03T08:00:00Z',
    ],
    ['en', '<meta property="article:published_time" content="2025-03-03T08:00:00Z">', '2025-03-03T08:00:00Z'],
    ['zh', '<span>（发布日期：2025年3月3日）</span>', '2025-03-03'],
    ['en', '<script>var published = "2001-01-01";</script><img src="/2002-02-02/a.png">', null],
  ])('%s: published by %s', (lang, stamp, publishedAt) => {
    const bodies: Readonly<Record<string, string>> = {
      ru: 'Поставка комплексов обнаружения беспилотных летательных аппаратов для нужд заказчика. Заявки принимаются.',
      uk: 'Постачання комплексів виявлення безпілотних літальних апаратів для потреб замовника. Пропозиції приймаються.',
      en: 'Supply of spectrum monitoring receivers for the agency, in the quantity and quality that the documents describe.',
      zh: '现采购频谱监测设备一批，具体要求详见采购文件，欢迎合格的供应商参加。',
    };
    const reading = read(
      `<html lang="${lang}"><head><title>N 1</title></head><body><h1>Notice 100</h1>${stamp}<div class="text"><p>${bodies[lang]}</p></div></body></html>`,
    );
    expect(reading.publishedAt).toBe(publishedAt);
    expect(reading.lang).toBe(lang);
  });

  it('reads a definition list as labels with their values', () => {
    const reading = read(
      '<html><body><h1>Извещение 12</h1><dl><dt>Заказчик</dt><dd>ООО «Ромашка»</dd><dt>Предмет</dt><dd>Поставка антенн для станции радиомониторинга, согласно заданию.</dd></dl></body></html>',
    );
    expect(reading.publisher).toBe('ООО «Ромашка»');
    expect(reading.text).toContain('Предмет\tПоставка антенн');
  });

  it('keeps a short notice that stands over a long list of others', () => {
    const related = Array.from(
      { length: 15 },
      (_, at) => `<li><a href="/x/${at}">某某商会关于举办国际贸易对接会的通知第${at}号</a> 2025-01-1${at % 10}</li>`,
    ).join('');
    const reading =
      read(`<html><head><title>求购公告 - 某某商会</title></head><body><div class="c"><h1>求购公告</h1><p>2025-02-03</p><div><p>现求购反无人机设备若干。</p></div><h3>相关公告</h3><ul>${related}</ul></div>
<div>版权所有 某某商会 地址：某某省某某市某某区某某路一百号，电话：010-12345678，邮编：100000，技术支持：某某公司。</div></body></html>`);
    expect(reading).toMatchObject({ reader: 'general/article', title: '求购公告', publishedAt: '2025-02-03' });
    expect(reading.text).toContain('现求购反无人机设备若干。');
    expect(reading.text).not.toMatch(/对接会|版权所有/);
  });

  it('keeps short lines of a notice that stand beside the part with its heading, and leaves out what stands there of the site', () => {
    const page = (beside: string): string =>
      read(
        `<html><body><div class="w"><div class="head"><h1>Закупка кабеля</h1><p>МУП «Связь» просит предложить цену на кабель и щиты для узла связи в срок до 12 декабря.</p></div>${beside}</div></body></html>`,
      ).text;
    const items = page('<ul class="items"><li>Кабель ВВГ 3х2,5 — 200 м</li><li>Щит учёта наружный</li><li>Автомат С16 — 4 шт</li></ul>');
    expect(items).toContain('Щит учёта наружный');
    const alone = page('');
    for (const site of [
      '<ol class="top"><li>Госуслуги <i>30</i></li><li>Казначейство <i>20</i></li></ol>',
      '<div>Сейчас на сайте: 193</div>',
      '<div>Популярное</div>',
    ])
      expect(page(site)).toBe(alone);
  });

  it('leaves out a menu in a paragraph, and keeps attachments there', () => {
    const paragraph = (inside: string): string =>
      read(
        `<html><body><table><tr><td><p>МУП «Связь» просит предложить цену на кабель и щиты для узла связи.</p><p>${inside}</p><p>Предложения принимаются в течение десяти дней, оплата по факту поставки.</p></td></tr></table></body></html>`,
      ).text;
    const links = (between: string): string =>
      ['Техническое задание', 'Проект договора', 'Обоснование цены'].map((text, n) => `<a href="/f?id=${n}">${text}</a>`).join(between);
    expect(paragraph(links(' | '))).not.toContain('Проект договора');
    expect(paragraph(links(', '))).toContain('Проект договора');
  });

  it('leaves out counters, which would make a change of every visit', () => {
    const page = (views: number): string => read(notice.replace('浏览：33', `浏览次数：${views} 次`)).text;
    expect(page(33)).toBe(page(34));
    expect(page(33)).not.toContain('浏览');
  });

  it('leaves out a counter that stands within the headline', () => {
    const page = (views: number) =>
      read(
        `<title>x</title><h1>空调清洗比选公告<br><span>2026-09-11 15:40 来源：总务科 点击:${views}</span></h1><p>${'我院拟进行院内比选。'.repeat(9)}</p>`,
      );
    expect(page(33)).toMatchObject({ title: page(1204).title, text: page(1204).text });
    expect(page(33).title).toMatch(/^空调清洗比选公告/);
  });

  it.each([
    (n: number) => `来源：某某市公安局 ${n} 次浏览`,
    (n: number) => `来源：某某市公安局 | ${n}阅读`,
    (n: number) => `Источник: МВД ${n} просмотров`,
    (n: number) => `Джерело: МВС · ${n} переглядів`,
    (n: number) => `Source: Police (${n} views)`,
  ])('leaves out a counter whose number comes first, %#', (line) => {
    const page = (views: number): string => read(notice.replace('来源：某某市公安局　浏览：33', line(views))).text;
    expect(page(33)).toBe(page(1_204));
  });

  it.each([
    'Cancelled',
    'Tender status: Closed for bidding',
    'Торги відмінено',
    'Статус: Закупка отменена',
    '【已终止】',
    '项目状态：已暂停',
  ])('keeps a line over the title that says where the purchase stands: %s', (line) => {
    const shown = read(notice.replace('<h3>', `<p>${line}</p><h3>`)).text;
    expect(shown.split('\n')).toContain(line);
    expect(shown).not.toBe(read(notice).text);
  });

  it('keeps no other short line over the title', () => {
    for (const line of ['Closed tenders', 'Новости', '政策法规'])
      expect(read(notice.replace('<h3>', `<p>${line}</p><h3>`)).text).toBe(read(notice).text);
  });

  it('keeps a number before such a word in a sentence', () => {
    expect(read(notice.replace('现采购反制设备一批', '现采购 300 阅读 器材一批')).text).toContain('300 阅读 器材');
  });

  it('keeps the names of attachments', () => {
    const files = ['招标文件正文及合同条款.doc', '技术参数要求明细表.xlsx', '评分标准及办法说明.pdf'].map(
      (name, at) => `<li><a href="/f/${at}.${name.split('.').at(-1)}">附件${at}：${name}</a></li>`,
    );
    const reading = read(
      `<html><body><h1>招标文件公示</h1><div><p>本项目采购侦测设备一批，供应商应当具备相应资格，按照文件要求提交响应材料。</p><ul>${files.join('')}</ul></div></body></html>`,
    );
    expect(reading.reader).toBe('general/article');
    expect(reading.text).toContain('附件1：技术参数要求明细表.xlsx');
    expect(reading.links).toHaveLength(3);
  });

  it.each(['截止时间：2025年3月20日', '投标截止日期：2025-03-20 09:00', 'Заявки принимаются до 20.03.2025', 'Deadline: 20 March 2025'])(
    'takes no deadline for the date of publication: %s',
    (line) => {
      expect(
        read(
          `<html><body><h1>采购公告一号</h1><p>${line}</p><p>本项目采购侦测设备一批，供应商应当具备相应资格，按照文件要求提交响应材料。</p></body></html>`,
        ).publishedAt,
      ).toBeNull();
    },
  );

  it('prefers the heading of the notice to the name of the column', () => {
    expect(
      read(
        '<html><head><title>公告</title></head><body><h2>关于采购侦测设备的公告</h2><p>本项目采购侦测设备一批，供应商应当具备相应资格，按照文件要求提交。</p></body></html>',
      ).title,
    ).toBe('关于采购侦测设备的公告');
  });

  it('keeps a text that is all one link', () => {
    expect(
      read(`<html><body><h1>采购公告一号</h1><p><a href="/x">${'本项目采购侦测设备一批，'.repeat(6)}</a></p></body></html>`).text,
    ).toContain('本项目采购侦测设备一批');
  });

  it('reads a page without html or body elements whole', () => {
    expect(read('<p>第一段采购内容，数量两台。</p><p>第二段联系方式，请来电。</p>').text).toBe(
      '第一段采购内容，数量两台。\n第二段联系方式，请来电。',
    );
  });
});

describe('list pages', () => {
  const rows: readonly ListRow[] = Array.from({ length: 8 }, (_, at) => ({
    title: `某某医院频谱监测与无人机侦测设备采购项目公开招标公告（第${at + 1}包）`,
    href: `./t2025010${at + 1}_9.html`,
    date: `2025-01-0${at + 1}`,
  }));
  const expected = rows.map(({ title, date }, at) => ({ title, url: `http://zfcg.example.cn/cggg/t2025010${at + 1}_9.html`, date }));

  it.each(['list', 'table', 'cards', 'date-first', 'calendar'] as const)('reads %s rows as title, link, date', (make) => {
    const reading = read(listPage(make, rows));
    expect(reading.reader).toBe('general/list');
    expect(reading.items).toEqual(expected);
    expect(reading.title).toBe('采购公告');
    expect(reading.publishedAt).toBeNull();
  });

  it('reads rows with short titles, alone and among longer ones', () => {
    const page = (titles: readonly string[]): PageReading =>
      read(
        `<html><body><ul>${titles.map((title, at) => `<li><a href="/n/${at}">${title}</a> <span>2025-03-0${at + 1}</span></li>`).join('')}<li><a href="?p=2">下一页</a></li></ul></body></html>`,
      );
    const mixed = ['求购电缆', '某某医院频谱监测设备采购公告', '某某学院无人机侦测设备采购公告', '求购轴承', '某某中心雷达采购项目公告'];
    expect(page(mixed).items?.map(({ title }) => title)).toEqual(mixed);
    const short = ['求购电缆', '求购轴承', '求购天线', '求购雷达'];
    expect(page(short).items?.map(({ title }) => title)).toEqual(short);
  });

  it('takes the date of publication where a row has a deadline too', () => {
    const row = (at: number): string =>
      `<div class="tableRow dataRow"><div class="tableCell"><a href="/Public/Notice/${at}">Supply of spectrum monitoring equipment, lot ${at}</a></div><div class="tableCell">2${at}-Mar-2025 17:00 (GMT)</div><div class="tableCell">0${at}-Mar-2025</div><div class="tableCell">Agency</div></div>`;
    const { items } = read(`<html><body><div class="table">${[1, 2, 3, 4].map(row).join('\n')}</div></body></html>`);
    expect(items?.map(({ date }) => date)).toEqual(['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04']);
  });

  it('gives the links that a selector names', () => {
    const input = { bytes: Buffer.from(listPage('list', rows)), url: 'http://zfcg.example.cn/cggg/' };
    expect(reader.readLinks(input, 'ul.news a').map(({ url }) => url)).toEqual(expected.map(({ url }) => url));
    expect(reader.readLinks(input).length).toBeGreaterThan(expected.length);
    expect(() => reader.readLinks(input, 'a:hover')).toThrow(/selector "a:hover" cannot be read/);
  });
});

describe('pages that are no notice', () => {
  it.each([
    [
      '<html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue</body></html>',
      403,
      'blocked',
      'captcha',
    ],
    ['<html><body>Forbidden</body></html>', 403, 'blocked', 'http 403'],
    ['<html><body>slow down</body></html>', 429, 'blocked', 'http 429'],
    ['<html><body>maintenance</body></html>', 503, 'unreachable', 'http 503'],
    ['<html><body>oops</body></html>', 500, 'unreachable', 'http 500'],
    ['<html><body>oops</body></html>', 468, 'blocked', 'http 468'],
    ['<html><body>oops</body></html>', 567, 'blocked', 'http 567'],
    ['<html><body>oops</body></html>', 999, 'blocked', 'http 999'],
    ['<html><body>oops</body></html>', 408, 'unreachable', 'http 408'],
    ['<html><body>oops</body></html>', 522, 'unreachable', 'http 522'],
    ['<html><body>gone</body></html>', 410, 'removed', 'http 410'],
    ['<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><hr>nginx</body></html>', 200, 'removed', 'soft 404'],
    ['<html><body><p>该公告已过期</p></body></html>', 200, 'removed', 'expired'],
    ['<html><body><p>请先登录</p></body></html>', 200, 'blocked', 'login'],
    [
      '<html><head><title>Вход</title></head><body><form><input name="user"><input type="password"></form></body></html>',
      200,
      'blocked',
      'login',
    ],
    ['', 200, 'unreachable', 'empty'],
    ['   \n', 200, 'unreachable', 'empty'],
    [
      '<html><head><title>Портал</title></head><body><div id="app"></div><script src="/app.js"></script></body></html>',
      200,
      'unreachable',
      'empty',
    ],
    ['<p>获取全文失败，请重试~</p>', 200, 'unreachable', 'empty'],
  ])('%s with status %d is %s, %s', (html, status, state, reason) => {
    expect(read(html, { status })).toMatchObject({ state, reason });
  });

  it.each([
    ['of combining marks', `n${'\u0301'.repeat(2100)}`],
    ['of signs', '★'.repeat(3000)],
    ['of words', 'tender '.repeat(300).trim()],
  ])('reads one sentence under a title %s that is longer than it', (_, title) => {
    const sentence = 'We wish to buy twenty drone jammers for delivery to Moscow.';
    const page = (said: string): string => `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${said}</p></body></html>`;
    const reading = read(page(sentence));
    expect(reading).toMatchObject({ state: 'present', reader: 'general/article' });
    expect(reading.text).toContain(sentence);
  });

  it('takes a page of signs alone for empty', () => {
    expect(read(`<html><head><title>★</title></head><body><h1>${'★'.repeat(3000)}</h1><p>…</p></body></html>`)).toMatchObject({
      state: 'unreachable',
      reason: 'empty',
    });
  });

  it('takes the message of a known site for one in any markup, where the page says nothing else', () => {
    expect(read('<html><body><section><b>此内容因违规无法查看</b></section></body></html>')).toMatchObject({
      state: 'removed',
      removalKind: 'platform',
    });
    expect(read('<html><body><p>环境异常</p></body></html>')).toMatchObject({ state: 'blocked', reason: 'captcha' });
  });

  it.each(['该内容已被发布者删除', '404 Not Found', '该公告已过期', '访问过于频繁'])(
    'an ordinary page under the heading %s stays present',
    (heading) => {
      const paragraph = '这一页讨论网站为什么这样提示，并逐条说明采购信息公开的要求和时限。';
      expect(
        read(`<html><head><title>${heading}</title></head><body><h1>${heading}</h1><p>${paragraph.repeat(30)}</p></body></html>`),
      ).toMatchObject({ state: 'present', removalKind: null });
    },
  );

  it('takes other formats for what they are', () => {
    expect(read('%PDF-1.7 \u0000\u0001')).toMatchObject({ state: 'present', reader: 'general/binary', text: '' });
    expect(read('求购 无人机\n第二行', { contentType: 'text/plain; charset=utf-8' })).toMatchObject({
      reader: 'general/text',
      text: '求购 无人机\n第二行',
    });
    expect(read('{"title":"求购"}', { contentType: 'application/json' })).toMatchObject({
      reader: 'general/json',
      text: '{"title":"求购"}',
    });
    expect(read('<?xml version="1.0"?><Notice><Title>Supply of radios</Title></Notice>', { contentType: 'application/xml' })).toMatchObject(
      { reader: 'general/xml', text: 'Supply of radios' },
    );
  });
});

it('quotes the line that says so, and not what stands above it', () => {
  const html =
    '<!doctype html><html><head><meta charset="utf-8"><title>中亚商机网</title></head><body><nav>首页 关于我们</nav><article><p>该内容已被发布者删除</p></article></body></html>';
  const { state, basis } = reader.read({ bytes: Buffer.from(html), url: 'https://a.example/n/1', status: 200, contentType: 'text/html' });
  expect(state).toBe('removed');
  expect(basis).toContain('"该内容已被发布者删除"');
  expect(basis).not.toContain('首页');
});
