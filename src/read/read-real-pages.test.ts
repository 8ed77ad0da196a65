import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithShared } from '../../test/shared-data.ts';
import { loadSites } from '../catalogue/sites.ts';
import { createReader } from './read-page.ts';

const reader = createReader(loadSites());

/** Plain text without white space, so that only words are compared. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

describeWithShared('real pages of WeChat', 'data/pages/wechat', (folder) => {
  const source = (name: string): Buffer => readFileSync(join(folder, name));

  /** What the page's own scripts and meta tags say, found by other means than the reader's. */
  function truthOf(html: string): { title: string; ct: number; mid: string; biz: string; sn: string } {
    const one = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
    return {
      title: one(/property="og:title" content="([^"]*)"/),
      ct: Number(one(/\bct = ["'](\d{10})["']/)),
      mid: one(/(?:var|window\.)\s?mid = (?:'' \|\| )*["'](\d+)["']/),
      biz: one(/(?:var |window\.)biz = (?:'' \|\| )*["']([\w=]+)["']/),
      sn: one(/(?:var |window\.)sn = (?:'' \|\| )*["'](\w+)["']/),
    };
  }

  it.each([
    ['article.html', '0', '轩辕的编程宇宙', '轩辕之风', /大家好，我是轩辕。/, 18],
    ['article-pictures-type8.html', '8', '36氪', null, /首次跌破16万元价位线/, 4],
    ['article-text-type10.html', '10', '金榜时代官微', null, /晨练时：早上起床后/, 0],
  ] as const)('%s: every field', (name, type, publisher, author, words, images) => {
    const bytes = source(name);
    const html = bytes.toString('utf8');
    const truth = truthOf(html);
    const reading = reader.read({ bytes, url: 'http://127.0.0.1:9/s/x' });
    expect(reading).toMatchObject({
      state: 'present',
      reason: null,
      site: 'wechat',
      reader: 'wechat/article',
      bodyBySite: true,
      title: truth.title,
      publisher,
      author,
      lang: 'zh',
    });
    expect(Date.parse(reading.publishedAt ?? '')).toBe(truth.ct * 1000);
    expect(reading.aliases).toContain(`wechat:${truth.biz}:${truth.mid}:1`);
    expect(reading.aliases).toContain(`https://mp.weixin.qq.com/s?__biz=${truth.biz}&mid=${truth.mid}&idx=1&sn=${truth.sn}`);
    expect(reading.fields['item_show_type']).toBe(type);
    expect(reading.text.startsWith(`${truth.title}\n`)).toBe(true);
    expect(reading.text).toMatch(words);
    expect(reading.images.length).toBeGreaterThanOrEqual(images);
    expect(reading.text).not.toMatch(/<[a-z]+[ >]|轻触阅读原文|微信扫一扫|预览时标签不可点|\\x[0-9a-f]{2}/);
  });

  it('the body of an article is that of its element, to the last word', () => {
    const bytes = source('article.html');
    const html = bytes.toString('utf8');
    const from = html.indexOf('>', html.indexOf('id="js_content"')) + 1;
    const body = html.slice(from, html.indexOf('<script', from));
    const words = body
      .replace(/<[^>]*>/g, '\n')
      .replace(/&nbsp;/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&');
    const got = plain(reader.read({ bytes, url: 'http://127.0.0.1:9/s/x' }).text);
    for (const piece of words
      .split('\n')
      .map(plain)
      .filter((part) => part.length > 1))
      expect(got).toContain(piece);
  });

  it.each([
    ['removed-by-publisher.html', 'removed', 'publisher', 'deleted'],
    ['removed-by-platform.html', 'removed', 'platform', 'violation'],
    ['withheld-for-now.html', 'blocked', null, 'withheld'],
    ['blocked-verification.snippet.html', 'blocked', null, 'captcha'],
  ] as const)('%s is %s (%s)', (name, state, removalKind, reason) => {
    expect(reader.read({ bytes: source(name), url: 'http://127.0.0.1:9/s/x' })).toMatchObject({
      state,
      removalKind,
      reason,
      site: 'wechat',
    });
  });
});

describeWithShared('a real page of the procurement network', 'data/pages/ccgp', (folder) => {
  it('gives title, buyer, time, summary and body', () => {
    const bytes = readFileSync(join(folder, 'award-notice.excerpt.html'));
    const html = bytes.toString('utf8');
    const reading = reader.read({ bytes, url: 'http://127.0.0.1:9/t.htm' });
    expect(reading).toMatchObject({
      state: 'present',
      site: 'ccgp',
      reader: 'ccgp/detail',
      title: /name="ArticleTitle" content="([^"]*)"/.exec(html)?.[1],
      publishedAt: '2025-06-27T09:52:00Z',
      publishedZone: 'site',
    });
    expect(reading.publisher).toBe(/采购单位<\/td><td[^>]*>([^<]*)/.exec(html)?.[1]);
    expect(reading.fields).toMatchObject({ 行政区域: '贵州省', 总中标金额: '￥56.980000 万元（人民币）' });
    expect(reading.text).toContain('LKZX2025-CG013');
  });
});

describe('speed', () => {
  it('reads a page of three megabytes, nearly all script, in a fraction of the time that decoding it for a tree takes', () => {
    const filler = `<script>var __INLINE_SCRIPT__ = 1; ${'if (a < b && c > d) { f("<div>"); } '.repeat(85_000)}</script>`;
    const bytes = Buffer.from(
      `<html><head><meta property="og:site_name" content="微信公众平台"></head><body>${filler}<h1 id="activity-name" class="rich_media_title">题目一二三</h1><div id="js_content" class="rich_media_content">正文一二三四五。</div></body></html>`,
    );
    const times = Array.from({ length: 7 }, () => {
      const before = process.cpuUsage();
      expect(reader.read({ bytes, url: 'http://127.0.0.1/x' }).title).toBe('题目一二三');
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(30);
  });
});
