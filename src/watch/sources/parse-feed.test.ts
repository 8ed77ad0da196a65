import fc from 'fast-check';
import { generateAtomFeed, generateRssFeed, parseFeed as readByFeedsmith } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { DualwatchError } from '../../model/errors.ts';
import { feedWarnings } from './feed-warnings.ts';
import { parseFeed } from './parse-feed.ts';

const URL_OF_FEED = 'https://bridge.example/feeds/all.rss';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, url = URL_OF_FEED) => parseFeed(utf8(text), null, url);
const rss = (items: string, channel = '<title>Notices</title><link>https://site.example/</link>'): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}${items}</channel></rss>`;
const only = (items: string, channel?: string) => {
  const { items: found } = read(rss(items, channel));
  expect(found).toHaveLength(1);
  const [item] = found;
  if (item === undefined) throw new Error('no item');
  return item;
};

describe('formats', () => {
  test('RSS 2.0 with the full text', () => {
    const feed = read(
      rss(`<item><title>求购：无人机探测设备</title><link>https://mp.weixin.qq.com/s/AbCdEfGhIjKl_mN-oPqRsT</link><guid isPermaLink="false">item-1</guid>
      <dc:creator>贸促会</dc:creator><pubDate>Wed, 22 May 2024 10:00:00 +0800</pubDate><description>short</description><content:encoded><![CDATA[<p>正文 &amp; 更多</p>]]></content:encoded></item>`),
    );
    expect(feed).toMatchObject({ format: 'rss', title: 'Notices', truncated: false, withoutAddress: 0 });
    expect(feed.items).toEqual([
      {
        key: 'item-1',
        url: 'https://mp.weixin.qq.com/s/AbCdEfGhIjKl_mN-oPqRsT',
        title: '求购：无人机探测设备',
        publishedAt: '2024-05-22T02:00:00Z',
        publishedUncertaintySeconds: 0,
        publishedZone: 'stated',
        aliases: [],
        html: '<p>正文 &amp; 更多</p>',
        author: '贸促会',
      },
    ]);
  });

  test('RSS 0.91, which has neither ids nor dates', () => {
    const feed = read(
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title><item><title>A</title><link>http://a.example/1</link></item></channel></rss>',
    );
    expect(feed.items).toMatchObject([{ key: 'http://a.example/1', url: 'http://a.example/1', publishedAt: null, publishedZone: null }]);
  });

  test('RDF, whose items stand beside the channel', () => {
    const feed =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://a.example/"><title>Торги</title><link>http://a.example/</link></channel>
      <item rdf:about="http://a.example/1"><title>Закупка</title><dc:date>2024-05-22T10:00:00+03:00</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({
      format: 'rdf',
      title: 'Торги',
      items: [{ url: 'http://a.example/1', title: 'Закупка', publishedAt: '2024-05-22T07:00:00Z' }],
    });
  });

  test('Atom: the page among several links, xml:base, a person, inline XHTML', () => {
    const feed =
      read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://site.example/news/"><title type="text">N</title><link rel="self" href="feed.atom"/>
      <entry xml:base="2024/"><id>tag:site.example,2024:1</id><title type="html">&lt;b&gt;R&amp;amp;D&lt;/b&gt; tender</title><author><name>Ann</name><email>a@site.example</email></author>
      <link rel="enclosure" type="application/pdf" href="1.pdf"/><link rel="alternate" type="text/html" href="1.html"/><updated>2024-05-23T00:00:00Z</updated><published>2024-05-22T10:00:30.500Z</published>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2 <em class="x">now</em></div></content></entry></feed>`);
    expect(feed.items).toMatchObject([
      {
        key: 'tag:site.example,2024:1',
        url: 'https://site.example/news/2024/1.html',
        title: 'R&D tender',
        author: 'Ann',
        publishedAt: '2024-05-22T10:00:30Z',
      },
    ]);
    expect(feed.items[0]?.html).toContain('1 &lt; 2 <em class="x">now</em>');
  });

  test("prefixes are the file's to choose", () => {
    const feed = read(
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>x</a:id><a:title>T</a:title><a:link href="https://s.example/1"/></a:entry></a:feed>',
    );
    expect(feed).toMatchObject({ format: 'atom', items: [{ key: 'x', title: 'T', url: 'https://s.example/1' }] });
  });

  test('JSON Feed as a bridge writes it', () => {
    const feed = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'W',
        items: [
          {
            id: 'k1',
            url: 'https://s.example/1',
            title: '招标',
            content_html: '<p>全文</p>',
            date_modified: '2024-05-22T02:00:00.000Z',
            authors: [{ name: 'X' }],
          },
          { id: 7, url: '/2', content_text: 'a < b' },
        ],
      }),
      'https://s.example/feed.json',
    );
    expect(feed).toMatchObject({
      format: 'json',
      truncated: false,
      items: [
        { key: 'k1', title: '招标', html: '<p>全文</p>', author: 'X', publishedAt: '2024-05-22T02:00:00Z' },
        { key: '7', url: 'https://s.example/2', html: 'a &lt; b', title: 'a < b' },
      ],
    });
  });
});

describe('what bridges do', () => {
  test.each(['获取全文失败，请重试~', '<p>获取全文失败,请重试</p>', '&lt;![CDATA[获取全文失败，请重试~]]&gt;', ' ', '<div><br/></div>'])(
    '%s is no content',
    (body) => {
      expect(only(`<item><link>https://s.example/1</link><content:encoded>${body}</content:encoded></item>`).html).toBeNull();
    },
  );

  test('an article that quotes the excuse is content', () => {
    expect(
      only(
        '<item><link>https://s.example/1</link><content:encoded><![CDATA[<p>读者说“获取全文失败，请重试~”，原因如下。</p>]]></content:encoded></item>',
      ).html,
    ).toContain('原因');
  });

  test('the summary stands in for a placeholder', () => {
    expect(
      only(
        '<item><link>https://s.example/1</link><description>求购无人机</description><content:encoded>获取全文失败，请重试~</content:encoded></item>',
      ).html,
    ).toBe('求购无人机');
  });

  test('an escaped CDATA section is opened', () => {
    expect(
      only('<item><link>https://s.example/1</link><content:encoded>&lt;![CDATA[&lt;p&gt;x&lt;/p&gt;]]&gt;</content:encoded></item>').html,
    ).toBe('<p>x</p>');
    expect(only('<item><title>&lt;![CDATA[标题]]&gt;</title><link>https://s.example/1</link></item>').title).toBe('标题');
  });

  test('markup escaped once too often is opened', () => {
    expect(only('<item><link>https://s.example/1</link><description>&amp;lt;p&amp;gt;x&amp;lt;/p&amp;gt;</description></item>').html).toBe(
      '<p>x</p>',
    );
  });

  test('a nonstandard id is the key, unless there is a guid', () => {
    expect(only('<item><id>2247_1</id><link>https://s.example/1</link></item>').key).toBe('2247_1');
    expect(only('<item><id>2247_1</id><guid>g</guid><link>https://s.example/1</link></item>').key).toBe('g');
  });

  test.each([
    ['<language>zh-cn</language>', '2024-05-22 10:00:00', '2024-05-22T02:00:00Z', 28_800],
    ['<title>招标采购公告</title>', 'Wed, 22 May 2024 10:00:00', '2024-05-22T02:00:00Z', 28_800],
    ['<link>https://zakupki.example.ru/</link>', '22.05.2024 10:00', '2024-05-22T07:00:00Z', 9 * 3600 + 30],
    ['<language>en</language>', '2024-05-22T10:00:00', '2024-05-22T10:00:00Z', 43_200],
  ])('%s: %s is assumed, and says by how much it may be off', (channel, date, publishedAt, publishedUncertaintySeconds) => {
    expect(only(`<item><link>https://s.example/1</link><pubDate>${date}</pubDate></item>`, channel)).toMatchObject({
      publishedAt,
      publishedUncertaintySeconds,
      publishedZone: 'assumed',
    });
  });

  test('titles lose tags and entities, not angle brackets', () => {
    expect(only('<item><title>&lt;em&gt;A&lt;/em&gt;&amp;nbsp;&amp;mdash; B</title><link>https://s.example/1</link></item>').title).toBe(
      'A — B',
    );
    expect(only('<item><title><![CDATA[drones <25 kg & a<b]]></title><link>https://s.example/1</link></item>').title).toBe(
      'drones <25 kg & a<b',
    );
    expect(only('<item><title>x</title><link>https://s.example/1?a=1&amp;b=2</link></item>').url).toBe('https://s.example/1?a=1&b=2');
  });

  test('an entry without a title begins with its text', () => {
    expect(
      only('<item><link>https://s.example/1</link><description>&lt;p&gt;求购探测设备。联系我们&lt;/p&gt;</description></item>').title,
    ).toBe('求购探测设备。联系我们');
  });
});

describe('addresses', () => {
  test('relative links are of the site', () => {
    expect(only('<item><link>/n/1?utm_source=rss</link></item>').url).toBe('https://site.example/n/1');
  });

  test('a guid, an enclosure or rdf:about stands in for a missing link', () => {
    expect(only('<item><guid>https://s.example/g</guid></item>').url).toBe('https://s.example/g');
    expect(only('<item><enclosure url="https://s.example/e.pdf"/></item>').url).toBe('https://s.example/e.pdf');
  });

  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'mailto:a@b.example', ''])('%s is not followed', (link) => {
    expect(read(rss(`<item><title>T</title><link>${link}</link><guid isPermaLink="false">1</guid></item>`))).toMatchObject({
      items: [],
      withoutAddress: 1,
    });
  });

  test('what is not followed is counted and named', () => {
    const entry = (title: string, link: string): string =>
      `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${title}</guid></item>`;
    const whole = read(rss(entry('One', '') + entry('Two', 'https://s.example/2') + entry('Three', 'ftp://s.example/3')));
    expect(whole).toMatchObject({ withoutAddress: 2, firstWithoutAddress: 'One', cutIn: null });
    expect(feedWarnings(whole)).toEqual(['2 entries have no http(s) address and are not followed, the first: "One"']);
    const text = rss(
      `${entry('Four', 'https://s.example/4')}<item><description>&lt;p&gt;Wanted: drone jammers.&lt;/p&gt;</description></item>`,
    );
    expect(feedWarnings(read(text))).toEqual(['1 entry has no http(s) address and is not followed, the first: "Wanted: drone jammers."']);
    const cut = read(text.slice(0, text.indexOf('<link>https://s.example/4')));
    expect(cut).toMatchObject({ items: [], truncated: true, cutIn: 'Four' });
    expect(feedWarnings(cut)).toEqual([expect.stringMatching(/^the feed breaks off.*, from: "Four"$/)]);
    expect(feedWarnings(read(rss(entry('Five', 'https://s.example/5'))))).toEqual([]);
  });

  test('a password in a link is left out', () => {
    expect(only('<item><link>https://u:p@s.example/1</link></item>').url).toBe('https://s.example/1');
  });

  test('duplicates are one; a shared guid is no key; a shared link gives way to the guid', () => {
    const item = (link: string, guid: string): string => `<item><link>${link}</link><guid>${guid}</guid></item>`;
    expect(
      read(rss(item('https://s.example/1', 'a') + item('https://s.example/1', 'a') + item('https://s.example/1?utm_id=9', 'a'))).items,
    ).toHaveLength(1);
    expect(read(rss(item('https://s.example/1', 'site') + item('https://s.example/2', 'site'))).items.map(({ key }) => key)).toEqual([
      'https://s.example/1',
      'https://s.example/2',
    ]);
    expect(
      read(rss(item('https://s.example/', 'https://s.example/1') + item('https://s.example/', 'https://s.example/2'))).items.map(
        ({ url }) => url,
      ),
    ).toEqual(['https://s.example/1', 'https://s.example/2']);
  });

  test('the long form of a WeChat link names its article', () => {
    expect(
      only('<item><link>http://mp.weixin.qq.com/s?__biz=MzA5NTk0MjIwMQ==&amp;mid=26500&amp;idx=2&amp;sn=9#rd</link></item>').aliases,
    ).toEqual(['wechat:MzA5NTk0MjIwMQ==:26500:2']);
  });
});

describe('encodings', () => {
  /** Encodes by looking each character up in the decoder: Node encodes UTF-8 only. */
  const windows1251 = (text: string): Uint8Array => {
    const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    return Uint8Array.from(text, (char) => table.indexOf(char));
  };
  const gb18030 = (text: string): Uint8Array => {
    const decoder = new TextDecoder('gb18030');
    const codes = new Map<string, readonly number[]>();
    for (let lead = 0xa1; lead <= 0xf7; lead++)
      for (let trail = 0xa1; trail <= 0xfe; trail++) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    return Uint8Array.from(Array.from(text).flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? [0x3f]))));
  };
  const chinese = '求购无人机探测设备和干扰设备的采购公告，有意向的供应商请与我们联系';
  const russian = 'Закупка средств обнаружения беспилотных летательных аппаратов для нужд учреждения';
  const withDeclaration = (declared: string, title: string): string =>
    `<?xml version="1.0" encoding="${declared}"?>${rss(`<item><title>${title}</title><link>https://s.example/1</link></item>`, '').replace(/^<\?.*?\?>/, '')}`;

  test.each(['gb2312', 'gb18030', 'utf-8'])('gb18030 declared %s', (declared) => {
    expect(parseFeed(gb18030(withDeclaration(declared, chinese)), 'text/xml; charset=utf-8', URL_OF_FEED).items[0]?.title).toBe(chinese);
  });
  test.each(['windows-1251', 'utf-8'])('windows-1251 declared %s', (declared) => {
    expect(parseFeed(windows1251(withDeclaration(declared, russian)), null, URL_OF_FEED).items[0]?.title).toBe(russian);
  });
  test('utf-8 declared gb2312, with a BOM and without', () => {
    expect(read(withDeclaration('gb2312', chinese)).items[0]?.title).toBe(chinese);
    expect(read(`\uFEFF${withDeclaration('gb2312', chinese)}`).items[0]?.title).toBe(chinese);
  });
  test('utf-16', () => {
    const text = `\uFEFF${withDeclaration('utf-16', chinese)}`;
    expect(parseFeed(new Uint8Array(Buffer.from(text, 'utf16le')), null, URL_OF_FEED).items[0]?.title).toBe(chinese);
  });
});

describe('broken and hostile feeds', () => {
  const items = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `<item><title>T${at}</title><link>https://s.example/${at}</link><description>text of ${at}</description></item>`,
    ).join('');

  test('whole entries of a feed cut anywhere are read, half ones are not', () => {
    const whole = rss(items(5));
    const full = read(whole);
    expect(full.truncated).toBe(false);
    const from = whole.indexOf('<channel>');
    for (let size = from + 9; size < whole.length - '</rss>'.length; size++) {
      const cut = read(whole.slice(0, size));
      expect(cut.truncated).toBe(true);
      expect(cut.items).toEqual(full.items.slice(0, cut.items.length));
      expect(cut.items).toHaveLength(whole.slice(0, size).split('</item>').length - 1);
    }
  });

  test('a JSON Feed cut in the middle gives its whole items', () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'W',
      items: [
        { id: '1', url: 'https://s.example/1', title: 'a "}] b' },
        { id: '2', url: 'https://s.example/2' },
        { id: '3', url: 'https://s.example/3' },
      ],
    });
    expect(read(text.slice(0, -20))).toMatchObject({ title: 'W', truncated: true, items: [{ key: '1', title: 'a "}] b' }, { key: '2' }] });
  });

  test('missing end tags, stray ampersands and a warning in front cost no entry', () => {
    const feed = read(
      `<br />\n<b>Warning</b>: include(x) in <b>/srv/a.php</b> on line <b>3</b><br />\n${rss('<item><title>A & B</title><link>https://s.example/1</link><item><title>C<link>https://s.example/2</link></item><item><title>D</title><link>https://s.example/3</link></item>')}`,
    );
    expect(feed.items.map(({ url }) => url)).toEqual(['https://s.example/1', 'https://s.example/3']);
    expect(feed.items[0]?.title).toBe('A & B');
  });

  test('entities are never defined and never fetched', () => {
    const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const feed = read(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lol}<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<item><title>&l9; &x;</title><link>https://s.example/1</link></item>').slice(21)}`,
    );
    expect(feed.items).toMatchObject([{ title: '&l9; &x;', url: 'https://s.example/1' }]);
  });

  test('nesting without end stops the reading', () => {
    const started = process.cpuUsage().user;
    const feed = read(rss(`${items(1)}<item>${'<a>'.repeat(200_000)}${'</b>'.repeat(200_000)}`));
    expect(feed).toMatchObject({ truncated: true, items: [{ title: 'T0' }] });
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(2000);
  });

  test('no more than 100,000 entries are read', () => {
    const feed = read(rss(Array.from({ length: 100_050 }, (_, at) => `<item><link>https://s.example/${at}</link></item>`).join('')));
    expect(feed.items).toHaveLength(100_000);
    expect(feed.truncated).toBe(true);
  });

  test.each([
    ['', /it is empty/],
    ['<!doctype html><html><head><title>Вход</title></head><body><rss></body></html>', /page of HTML titled "Вход"/],
    ['%PDF-1.7', /PDF/],
    ['{"error":"quota"}', /JSON without a list of items/],
    ['<opml version="2.0"><body/></opml>', /first element is <opml>/],
    ['Too many \u001b[31mrequests', /begins "Too many \[31mrequests"/],
  ])('%j is no feed, and the error says what it is', (text, message) => {
    expect(() => read(text)).toThrow(DualwatchError);
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'input-malformed' }));
  });

  test('throws nothing but DualwatchError, and every address is absolute', () => {
    const piece = fc.constantFrom(
      '<rss>',
      '</rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<entry>',
      '</entry>',
      '<feed>',
      '<rdf:RDF>',
      '<title>',
      '</title>',
      '<link>',
      '</link>',
      '<link href="x"/>',
      '<guid>',
      'https://s.example/a',
      '/rel',
      '//',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&amp;',
      '&#x0;',
      '&#xD800;',
      '<content:encoded>',
      '</content:encoded>',
      '<pubDate>',
      '2024-13-45',
      '</pubDate>',
      '{',
      '"items":[',
      '{"url":"/x"}',
      ']',
      '}',
      '<?',
      '<a b=',
      '求购',
      '\0',
      'xml:base="http://["',
    );
    const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 30 }).map((pieces) => utf8(pieces.join('')));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((bytes) => Buffer.concat([utf8('<rss><channel><item>'), bytes])),
          fc.uint8Array({ maxLength: 200 }),
        ),
        fc.constantFrom(null, 'text/xml', 'application/json; charset=bogus'),
        (bytes, contentType) => {
          try {
            for (const item of parseFeed(bytes, contentType, URL_OF_FEED).items) {
              expect(item.url).toMatch(/^https?:\/\/[^/]/);
              expect(item.publishedAt ?? '2024').toMatch(/^\d{4}/);
            }
          } catch (error) {
            if (!(error instanceof DualwatchError)) throw error;
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('feedsmith agrees', () => {
  const word = fc.stringMatching(/^[a-z求购公告&<>"']{1,12}$/).filter((text) => !/[<&]/.test(text));
  const entries = fc.array(fc.record({ title: word, at: fc.integer({ min: 800_000_000, max: 2_000_000_000 }), body: word }), {
    minLength: 1,
    maxLength: 6,
  });

  test('on titles, links, ids and dates of sound RSS and Atom', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const written = list.map(({ title, at, body }, index) => ({
          title,
          body,
          date: new Date(at * 1000),
          url: `https://s.example/${index}`,
          id: `id-${index}`,
        }));
        const feeds = [
          generateRssFeed({
            title: 'F',
            link: 'https://s.example/',
            description: 'd',
            items: written.map((item) => ({
              title: item.title,
              link: item.url,
              guid: { value: item.id, isPermaLink: false },
              pubDate: item.date,
              description: item.body,
            })),
          }),
          generateAtomFeed({
            id: 'f',
            title: { value: 'F' },
            updated: new Date(0),
            entries: written.map((item) => ({
              id: item.id,
              title: { value: item.title },
              updated: item.date,
              links: [{ href: item.url }],
              summary: { value: item.body },
            })),
          }),
        ];
        for (const text of feeds) {
          const theirs = readByFeedsmith(text);
          const ours = read(text);
          expect(ours.format).toBe(theirs.format);
          expect(ours.items.map(({ title, url, key, publishedAt, html }) => ({ title, url, id: key, date: publishedAt, html }))).toEqual(
            written.map((item) => ({
              title: item.title.trim(),
              url: item.url,
              id: item.id,
              date: item.date.toISOString().replace('.000Z', 'Z'),
              html: item.body,
            })),
          );
        }
      }),
    );
  });
});
