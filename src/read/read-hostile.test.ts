import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wechatArticle } from '../../test/fixtures/pages.ts';
import { loadSites } from '../catalogue/sites.ts';
import { createReader } from './read-page.ts';

const reader = createReader(loadSites());

function cpuMsOf(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Each makes about `size` bytes of what a careless reader chokes on. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'nested blocks': (size) => `${'<div>'.repeat(size / 10)}text${'</div>'.repeat(size / 10)}`,
  'nested inline elements closed in the wrong order': (size) => `${'<b><i>'.repeat(size / 14)}text${'</b></i>'.repeat(size / 14)}`,
  'end tags without start tags': (size) => `${'<div>'.repeat(390)}${'</section>'.repeat(size / 10)}`,
  'one huge attribute': (size) => `<div title="${'a'.repeat(size)}">text</div>`,
  'a huge style': (size) => `<div style="${'opacity: '.repeat(size / 9)}">text</div>`,
  'scripts inside an attribute that never ends': (size) => `<div title="${'<script>'.repeat(size / 8)}`,
  'a comment that never ends': (size) => `text<!--${'- '.repeat(size / 2)}`,
  'a script that never ends': (size) => `text<script>${'</scrip'.repeat(size / 7)}`,
  'many small scripts': (size) => '<script>x</script>'.repeat(size / 18),
  NULs: (size) => '\0'.repeat(size),
  'broken references': (size) => '&bogus&#x;&'.repeat(size / 11),
  'nothing but brackets': (size) => '<'.repeat(size),
  'white space': (size) => `<p>${' \n'.repeat(size / 2)}text</p>`,
  'paragraphs that are never closed': (size) => '<p>a'.repeat(size / 4),
  'nested tables': (size) => '<table><tr><td>'.repeat(size / 15),
  'nested lists of links': (size) => '<ul><li><a href="/n/1">Some long title of a notice</a>'.repeat(size / 55),
  'a list of links': (size) => '<li><a href="/n/1.html">Some long title of a notice</a> 2025-01-02</li>'.repeat(size / 72),
  'labels without values': (size) => `<p>${'发布时间：来源: '.repeat(size / 27)}</p>`,
  'half a date, again and again': (size) => `<p>${'2025-'.repeat(size / 5)}</p>`,
  'a title of separators': (size) => `<title>${'a - '.repeat(size / 4)}</title><p>text</p>`,
  'veiled elements': (size) => '<div style="opacity:0">some text to read.</div>'.repeat(size / 47),
  menus: (size) => '<div class="nav side">x</div>'.repeat(size / 29),
  'script data that nests for ever': (size) =>
    `<div id="js_content" class="rich_media_content"></div><script>window.cgiDataNew = {${'a:{'.repeat(size / 3)}</script>`,
  'script data that never ends': (size) =>
    `<div id="js_content" class="rich_media_content"></div><script>var ct = ${"'' || ".repeat(size / 6)}</script>`,
  'assignments without values': (size) =>
    `<div id="js_content" class="rich_media_content"></div><script>${'var ct = '.repeat(size / 9)}</script>`,
  'a string of escapes': (size) =>
    `<div id="js_content" class="rich_media_content"></div><script>var msg_title = '${'\\x41'.repeat(size / 4)}';</script>`,
  'data objects that are begun again and again': (size) =>
    `<div id="js_content" class="rich_media_content"></div><script>${'window.cgiDataNew = {a:"b", '.repeat(size / 27)}</script>`,
  'data of a program, one in the other': (size) =>
    `<title>Notice</title><script>window.s=${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}</script>`,
  'data of a program with many titles': (size) =>
    `<title>Notice</title><script>window.s={"list":[${'{"title":"Notice of","msg":"1"},'.repeat(size / 32)}{}]}</script>`,
  'markup in the data of a program': (size) =>
    `<title>Notice</title><script>window.s={"title":"Notice","html":"<p>${String.raw`\u003cscript`.repeat(size / 12)}"}</script>`,
  'rows of buttons': (size) => `<h1>Notice</h1><p>${'[Print] '.repeat(size / 8)}</p>`,
  'lines of stamps': (size) => `<h1>Notice</h1>${'<p>Published: Published: 1'.repeat(size / 26)}`,
  'mails that were taken out': (size) => `<h1>Notice</h1>${'<b data-cfemail="5a5b5c5d5e5f5a">x'.repeat(size / 36)}`,
};

describe('hostile pages', () => {
  it.each(Object.keys(HOSTILE))('%s: time grows no faster than the bytes', (name) => {
    const make = HOSTILE[name] ?? String;
    const read = (size: number) => {
      const bytes = Buffer.from(make(size));
      return cpuMsOf(() => void reader.read({ bytes, url: 'http://h.example/x' }));
    };
    read(100_000);
    const small = Math.min(read(250_000), read(250_000));
    const large = Math.min(read(2_000_000), read(2_000_000));
    // eight times the bytes; a quadratic reader takes sixty-four times as long
    expect(large).toBeLessThan(Math.max(small, 8) * 28);
  });

  it('reads past a wall of nested tags', () => {
    const { text } = reader.read({
      bytes: Buffer.from(`${'<div>'.repeat(100_000)}求购无人机侦测设备${'</div>'.repeat(100_000)}<p>联系方式见附件</p>`),
      url: 'http://h.example/x',
    });
    expect(text).toBe('求购无人机侦测设备\n联系方式见附件');
  });

  it('is not led astray by a script tag in a comment, an attribute or another case', () => {
    const { text } = reader.read({
      bytes: Buffer.from(
        '<p title="<script>">One sentence.</p><!-- <script> --><p>Two sentences.</p><SCRIPT>var a = "<p>no</p>"</Script ><style>p{}</STYLE><p>Three sentences.</p><svg><style>x</style><title>no</title></svg><p>Four.</p>',
      ),
      url: 'http://h.example/x',
    });
    expect(text).toBe('One sentence.\nTwo sentences.\nThree sentences.\nFour.');
  });

  it('drops addresses that are no web addresses', () => {
    const { links, images } = reader.read({
      bytes: Buffer.from(
        '<p>Some text with <a href="javascript:alert(1)">a</a> <a href="data:text/html,x">b</a> <a href=" JaVaScRiPt:x">c</a> <a href="mailto:a@b">d</a> <a href="#e">e</a> <a href="http://[bad">f</a> <a href="../g">g</a><img src="data:image/png;base64,x"></p>',
      ),
      url: 'http://h.example/x/y/',
    });
    expect(links).toEqual([{ url: 'http://h.example/x/g', text: 'g' }]);
    expect(images).toEqual([]);
  });

  it('resolves addresses against the base element', () => {
    const { links } = reader.read({
      bytes: Buffer.from('<base href="/n/"><p>Some text: <a href="a.html">notice</a></p>'),
      url: 'http://h.example/x',
    });
    expect(links).toEqual([{ url: 'http://h.example/n/a.html', text: 'notice' }]);
  });

  it('never throws, gives absolute links and the same reading twice, whatever the bytes', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<div>',
        '</div>',
        '<p>',
        '<table><tr><td>',
        '</table>',
        '<a href="',
        '">',
        "'",
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '&amp;',
        '&#',
        '<title>',
        '</title>',
        '<ul><li>',
        '采购公告',
        'Поставка ',
        '2025-01-02',
        '发布时间：',
      ),
      fc.string({ maxLength: 12 }),
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.array(piece, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
    );
    fc.assert(
      fc.property(
        bytes,
        fc.option(
          fc.constantFrom('text/html', 'text/plain', 'application/json', 'text/xml', 'image/png', ';charset=x', 'text/html; charset=gbk'),
        ),
        (input, contentType) => {
          const page = { bytes: input, url: 'http://h.example/a/b', contentType };
          const reading = reader.read(page);
          for (const { url } of reading.links) expect(url).toMatch(/^https?:\/\//);
          for (const image of reading.images) expect(image).toMatch(/^https?:\/\//);
          if (reading.title !== null) expect(reading.text.startsWith(reading.title)).toBe(true);
          expect(reader.read(page)).toEqual(reading);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is cut where the caller says, and only there', () => {
    const end = `${'a '.repeat(40)}the end`;
    for (const [contentType, bytes] of [
      ['text/plain', Buffer.from(end)],
      ['text/html', Buffer.from(`<body><p>${end}</p>`)],
      ['text/html; charset=utf-16le', Buffer.from(`<body><p>${end}</p>`, 'utf16le')],
    ] as const) {
      const textOf = (mostBytes: number): string => reader.read({ bytes, url: 'http://h.example/x', contentType, mostBytes }).text;
      expect(textOf(bytes.length)).toContain('the end');
      expect(textOf(60)).toMatch(/a a/);
      expect(textOf(60)).not.toContain('the end');
    }
  });

  it('gives text without markup', () => {
    const word = fc.constantFrom('采购', '设备', 'Поставка', 'notice', '<', '&', '"', '3 < 4');
    fc.assert(
      fc.property(fc.array(word, { minLength: 5, maxLength: 40 }), (others) => {
        // A page of nothing but signs has no text.
        const words = ['采购', ...others];
        const escaped = words.map((part) => part.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
        const { text } = reader.read({
          bytes: Buffer.from(
            wechatArticle({
              body: escaped.map((part, at) => `<p class="c${at}" style="color:red"><span>${part}</span><!-- x --></p>`).join(''),
            }),
          ),
          url: 'http://h.example/x',
        });
        expect(text.split('\n').slice(1)).toEqual(words);
      }),
      { numRuns: 50 },
    );
  });
});
