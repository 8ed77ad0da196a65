import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectSourceKind, discoverFeeds } from './detect-kind.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('detectSourceKind', () => {
  test.each([
    ['<?xml version="1.0" encoding="gb2312"?>\n<!-- made by x -->\n<rss version="2.0"><channel/></rss>', 'feed'],
    ['\uFEFF\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'feed'],
    ['<rdf:RDF xmlns:rdf="x"></rdf:RDF>', 'feed'],
    ['<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"/>', 'feed'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'feed'],
    ['{"data":[]}', 'page'],
    [
      '<!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body><pre><rss></pre></body></html>',
      'page',
    ],
    ['<html xmlns="http://www.w3.org/1999/xhtml"><body>About <rss> and <feed></body></html>', 'page'],
    ['<!-- <rss> --><div>text</div>', 'page'],
    ['<opml><body/></opml>', 'page'],
    ['', 'page'],
  ])('%j is a %s', (text, kind) => {
    expect(detectSourceKind(utf8(text), 'text/html')).toBe(kind);
  });

  test('any bytes are one or the other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['feed', 'page']).toContain(detectSourceKind(bytes, null));
      }),
    );
  });
});

describe('discoverFeeds', () => {
  test('finds what a page offers, absolute and once', () => {
    const page = `<html><head><base href="/news/"><link rel="stylesheet" href="a.css"><link rel="alternate" hreflang="ru" href="/ru">
      <link REL="Alternate home" type="application/rss+xml; charset=utf-8" title="公告 &amp; 采购" href="rss.xml"><link rel=alternate type=application/atom+xml href="//cdn.example/atom">
      <link rel="alternate" type="application/feed+json" href="rss.xml"><link rel="alternate" type="application/rss+xml" href="javascript:x"></head><body></body></html>`;
    expect(discoverFeeds(utf8(page), 'https://s.example/index.html')).toEqual([
      { url: 'https://s.example/news/rss.xml', title: '公告 & 采购', type: 'application/rss+xml; charset=utf-8' },
      { url: 'https://cdn.example/atom', title: '', type: 'application/atom+xml' },
    ]);
  });

  test('nesting without end stops the search, not the program', () => {
    const started = process.cpuUsage().user;
    const offer = '<link rel="alternate" type="application/rss+xml" href="/rss">';
    expect(discoverFeeds(utf8(`${offer}${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}`), 'https://s.example/')).toHaveLength(1);
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(1500);
  });

  test('none on a page without, nor in bytes that are no page', () => {
    expect(discoverFeeds(utf8('<p>text</p>'), 'https://s.example/')).toEqual([]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(discoverFeeds(bytes, 'https://s.example/')).toBeInstanceOf(Array);
      }),
    );
  });
});
