import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressAliases, normaliseAddress, normaliseAlias, wechatKey } from './address.ts';
import { DualwatchError } from './errors.ts';

describe('normaliseAddress', () => {
  test.each([
    ['HTTPS://Example.ORG:443/a%7eb?utm_source=x#top', 'https://example.org/a~b'],
    ['http://example.org', 'http://example.org/'],
    ['http://example.org:8080/', 'http://example.org:8080/'],
    ['http://example.org./x', 'http://example.org/x'],
    ['  https://example.org/x\n', 'https://example.org/x'],
    ['https://пример.рф/Закупки', 'https://xn--e1afmkfd.xn--p1ai/%D0%97%D0%B0%D0%BA%D1%83%D0%BF%D0%BA%D0%B8'],
    ['https://example.org/%e6%b1%82', 'https://example.org/%E6%B1%82'],
    ['https://example.org/A/../B/./c', 'https://example.org/B/c'],
    ['https://example.org/s/AbC', 'https://example.org/s/AbC'],
    ['https://example.org/n?b=2&a=1', 'https://example.org/n?b=2&a=1'],
    ['https://example.org/n?id=7&fbclid=q&UTM_Medium=m&gclid', 'https://example.org/n?id=7'],
    ['https://example.org/n?utm_id=1', 'https://example.org/n'],
    ['https://example.org/n;jsessionid=0A1B.node1?id=3', 'https://example.org/n?id=3'],
    ['https://example.org/n?spm=a2c4g.11186623.0.0.1a2b&id=3', 'https://example.org/n?id=3'],
    ['https://example.org/#/notice/17', 'https://example.org/#/notice/17'],
    ['https://example.org/?a=%', 'https://example.org/?a=%'],
    ['http://[2001:DB8::1]:80/', 'http://[2001:db8::1]/'],
    ['file:///srv/Drop/письмо 1.html', 'file:///srv/Drop/%D0%BF%D0%B8%D1%81%D1%8C%D0%BC%D0%BE%201.html'],
  ])('%s → %s', (given, expected) => {
    expect(normaliseAddress(given)).toBe(expected);
  });

  test.each(['id', 'sid', 'spm=17', 'from=timeline', 'src', 'ref', 'sn', 'page', 'chksm', 'utm', 'token'])(
    'keeps %s, which may name a notice',
    (name) => {
      const url = `https://example.org/n?${name.includes('=') ? name : `${name}=4`}`;
      expect(normaliseAddress(url)).toBe(url);
    },
  );

  test.each([
    ['', /empty/],
    ['example.org/feed', /did you mean https:\/\/example\.org\/feed\?/],
    ['localhost:3000', /did you mean https:\/\/localhost:3000\?/],
    ['/srv/feeds', /does not begin with http/],
    ['求购', /does not begin with http/],
    ['ftp://example.org/x', /ftp:.*Only http:, https: and file:/],
    ['javascript:alert(1)', /Only http/],
    ['https://', /no address that can be asked/],
    ['https://exa mple.org/', /no address that can be asked/],
    ['http://example.org:99999/', /host name and port/],
    ['file://server/share', /only files of this machine/],
    [`https://example.org/${'a'.repeat(20_000)}`, /at most 16384/],
  ])('refuses %.40j as usage', (given, message) => {
    let caught: unknown;
    try {
      normaliseAddress(given);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(DualwatchError);
    expect((caught as DualwatchError).code).toBe('usage');
    expect((caught as DualwatchError).message).toMatch(message);
    expect((caught as DualwatchError).message.length).toBeLessThan(400);
  });

  test('a password in an address is refused and not repeated', () => {
    expect(() => normaliseAddress('https://ann:s3cret@example.org/')).toThrow(/credentials/);
    expect(() => normaliseAddress('https://ann:s3cret@example.org/')).not.toThrow(/s3cret/);
  });

  test('is idempotent, and throws nothing but usage', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '%',
        '%2',
        '%32%45',
        '%%32',
        '/',
        '//',
        '?',
        '&',
        '=',
        '#',
        '#/',
        ';jsessionid=1',
        'utm_a=1',
        '..',
        '.',
        '%2e',
        '\\',
        ' ',
        '@',
        ':',
        'é',
        '求',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('http://h.example', 'HTTPS://Xn--E1afmkfd.example:443', 'file://', 'http://[::1]', ''),
        fc.array(piece, { maxLength: 12 }),
        (start, rest) => {
          let once: string;
          try {
            once = normaliseAddress(start + rest.join(''));
          } catch (error) {
            expect(error).toBeInstanceOf(DualwatchError);
            return;
          }
          expect(normaliseAddress(once)).toBe(once);
          expect(new URL(once).href.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('addressAliases', () => {
  const key = 'wechat:MzA5NTk0MjIwMQ==:2650001234:1';

  test.each([
    'https://mp.weixin.qq.com/s?__biz=MzA5NTk0MjIwMQ==&mid=2650001234&idx=1&sn=0f1e2d3c&chksm=aa&scene=27#wechat_redirect',
    'http://mp.weixin.qq.com/s?__biz=MzA5NTk0MjIwMQ%3D%3D&mid=2650001234&idx=1',
    'http://mp.weixin.qq.com/mp/appmsg/show?__biz=MzA5NTk0MjIwMQ==&appmsgid=2650001234&itemidx=1&sign=99',
    'https://mp.weixin.qq.com/s?idx=1&mid=2650001234&__biz=MzA5NTk0MjIwMQ',
    'https://mp.weixin.qq.com/s?__biz=MzA5NTk0MjIwMQ==&amp;mid=2650001234&amp;idx=1',
  ])('%s is one article', (url) => {
    expect(addressAliases(url)).toEqual([key]);
  });

  test('a short link keeps its case and loses its trimmings', () => {
    expect(addressAliases('http://mp.weixin.qq.com/s/AbCdEfGhIjKl_mN-oPqRsT?scene=1')).toEqual([
      'https://mp.weixin.qq.com/s/AbCdEfGhIjKl_mN-oPqRsT',
    ]);
    expect(addressAliases('https://mp.weixin.qq.com/s/AbCdEfGhIjKl_mN-oPqRsT')).toEqual([]);
  });

  test.each([
    'https://example.org/x?__biz=MzA5NTk0MjIwMQ==&mid=1&idx=1',
    'https://example.org/s?__biz=MzA5NTk0MjIwMQ==&mid=1&idx=1&from=mp.weixin.qq.com',
    'https://example.org/s/AbCdEfGhIjKl_mN-oPqRsT?a=1',
    'https://mp.weixin.qq.com/s?__biz=MzA5NTk0MjIwMQ==&mid=2650001234',
    'https://mp.weixin.qq.com/s?src=11&timestamp=1&ver=1&signature=x',
    'nothing',
    '',
  ])('%j gives none', (url) => {
    expect(addressAliases(url)).toEqual([]);
  });

  test('a key needs all of its parts, as WeChat writes them', () => {
    expect(wechatKey('MzA5NTk0MjIwMQ==', '0002650001234', '01')).toBe(key);
    expect(wechatKey('MzA5NTk0MjIwMQ==', '', '1')).toBeNull();
    expect(wechatKey(null, '1', '1')).toBeNull();
    expect(wechatKey('a:b', '1', '1')).toBeNull();
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void addressAliases(`https://mp.weixin.qq.com/s?${text}`)));
  });
});

test('names of a notice have one spelling, whoever gives them', () => {
  expect(normaliseAlias('wechat:MzAwMDAwMDAwMQ:0002247480001:1')).toBe('wechat:MzAwMDAwMDAwMQ==:2247480001:1');
  expect(normaliseAlias('HTTP://MP.weixin.qq.com/s/AbC#rd')).toBe('http://mp.weixin.qq.com/s/AbC');
  expect([normaliseAlias('wechat:x:y:z'), normaliseAlias('no address')]).toEqual([undefined, undefined]);
});
