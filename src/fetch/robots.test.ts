import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { FetchResult } from './fetch-result.ts';
import { decideRobots, interpretRobotsResponse, robotsRequest, type RobotsRecord } from './robots.ts';
import { normalPath } from './robots-rules.ts';
import { loopback } from './testing/loopback.ts';

const { serve, client } = loopback();
const NOW = Date.UTC(2024, 4, 22);
const HOUR = 3_600_000;
const rules = (body: string): RobotsRecord => ({
  origin: 'https://example.com',
  fetchedAt: NOW,
  expiresAt: NOW + 1,
  body,
  outcome: 'rules',
});
const allowed = (body: string, path: string, agent = 'Dualwatch/0.1 (+x@y.z)'): boolean =>
  decideRobots(rules(body), `https://example.com${path}`, agent).allowed;

describe('RFC 9309 §2.2.1, groups', () => {
  const groups = [
    'User-Agent: ExampleBot',
    'Disallow: /foo',
    'Disallow: /bar',
    '',
    'user-agent: examplebot',
    'disallow: /baz',
    'User-Agent: *',
    'Disallow: /star',
    'User-agent: other',
    'User-agent: DualWatch # us',
    'Crawl-delay: 2.5',
    'Disallow: /two',
  ].join('\r\n');

  test('groups of one crawler are one, its name is read without case and version', () => {
    expect(['/foo', '/bar', '/baz', '/star'].map((path) => allowed(groups, path, 'ExampleBot/2.1'))).toEqual([false, false, false, true]);
    expect(['/two', '/star'].map((path) => allowed(groups, path))).toEqual([false, true]);
  });

  test('one without a group of its own is told what all are; no rule allows', () => {
    expect(['/star', '/foo'].map((path) => allowed(groups, path, 'Unnamed'))).toEqual([false, true]);
    expect(allowed('User-agent: other\nDisallow: /', '/x')).toBe(true);
    expect(allowed('', '/x')).toBe(true);
  });

  test('an own group without rules allows, whatever is told to all', () => {
    expect(allowed('User-agent: *\nDisallow: /\nUser-agent: dualwatch\nDisallow:', '/x')).toBe(true);
  });

  test('a name that only begins like ours is another', () => {
    expect(allowed('User-agent: dualwatchers\nDisallow: /', '/x')).toBe(true);
    expect(allowed('User-agent: dual\nDisallow: /', '/x')).toBe(true);
  });

  test('other lines do not split a group; rules before any crawler tell nobody', () => {
    expect(allowed('User-agent: dualwatch\nSitemap: https://example.com/s.xml\nUser-agent: other\nDisallow: /x', '/x')).toBe(false);
    expect(allowed('Disallow: /x\nUser-agent: *\nDisallow: /y', '/x')).toBe(true);
  });

  test('a byte order mark, comments, stray spaces and lone carriage returns are read over', () => {
    expect(allowed('\ufeff User-agent : *  # all\r  DISALLOW :  /x # no\r', '/x/1')).toBe(false);
  });
});

describe('RFC 9309 §2.2.2 and §2.2.3, matching', () => {
  test.each([
    ['/foo/bar?baz=quz', '/foo/bar?baz=quz', true],
    ['/foo/bar?baz=https://foo.bar', '/foo/bar?baz=https%3A%2F%2Ffoo.bar', false],
    ['/foo/bar/ツ', '/foo/bar/%E3%83%84', true],
    ['/foo/bar/%e3%83%84', '/foo/bar/ツ', true],
    ['/foo/bar/%62%61%7A', '/foo/bar/baz', true],
    ['/foo/bar/baz', '/foo/bar/%62%61%7A', true],
    ['/a%2fb', '/a%2Fb', true],
    ['/a/b', '/a%2fb', false],
    ['/100%25', '/100%25/x', true],
    ['/fish', '/fish', true],
    ['/fish', '/fish/salmon.html', true],
    ['/fish', '/Fish.asp', false],
    ['/fish', '/catfish', false],
    ['/fish*', '/fishheads/yummy.html', true],
    ['/fish/', '/fish', false],
    ['/*.php', '/folder/any.php.file.html?x', true],
    ['/*.php', '/', false],
    ['/*.php$', '/folder/filename.php', true],
    ['/*.php$', '/filename.php?parameters', false],
    ['/*.php$', '/windows.PHP', false],
    ['/fish*.php', '/fishheads/catfish.php?x', true],
    ['/a*b*c$', '/abcbc', true],
    ['/a*bc$', '/abcb', false],
    ['/ab*bc$', '/abc', false],
    ['/$', '/', true],
    ['/$', '/x', false],
    ['*', '/x', true],
    ['/x$y', '/x$y', true],
    ['/file-with-a-%2A.html', '/file-with-a-*.html', false],
  ])('Disallow: %s against %s', (pattern, path, matches) => {
    expect(allowed(`User-agent: *\nDisallow: ${pattern}`, path)).toBe(!matches);
  });

  test('the longest match decides, Allow where two are equally long', () => {
    const example =
      'User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\nAllow: /p\nDisallow: /p\nDisallow: /*.htm\nAllow: /page';
    const at = (path: string): boolean => allowed(example, path, 'foobot');
    expect(['/example/page/', '/example/page/disallowed.gif', '/p', '/page.htm'].map(at)).toEqual([true, false, true, false]);
  });

  test('WeChat forbids its articles and says by which line', () => {
    const wechat = rules('User-agent: *\nDisallow: /\nAllow: /mp/landing');
    expect(decideRobots(wechat, 'https://mp.weixin.qq.com/s/abc', 'Dualwatch/1')).toMatchObject({ allowed: false, rule: 'Disallow: /' });
    expect(decideRobots(wechat, 'https://mp.weixin.qq.com/robots.txt', 'Dualwatch/1').allowed).toBe(true);
  });

  test('crawl delays are told, within a minute', () => {
    expect(decideRobots(rules('User-agent: *\nCrawl-delay: 2.5'), 'https://example.com/', 'x')).toMatchObject({
      allowed: true,
      crawlDelayMs: 2500,
    });
    expect(decideRobots(rules('User-agent: *\nCrawl-delay: 86400'), 'https://example.com/', 'x').crawlDelayMs).toBe(60_000);
    expect(decideRobots(rules('User-agent: *\nCrawl-delay: soon'), 'https://example.com/', 'x').crawlDelayMs).toBeUndefined();
  });

  test('agrees with a regular expression on any pattern and path', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '$', '?'), maxLength: 8 });
    fc.assert(
      fc.property(part, part, (pattern, rest) => {
        const path = `/${rest.replaceAll('*', 'a')}`;
        const { pathname, search } = new URL(`https://example.com${path}`);
        fc.pre(pathname + search === path);
        const source = `/${pattern}`.replace(/\$$/, '\0').replace(/[$?]/g, '\\$&').replaceAll('*', '.*').replace('\0', '$');
        expect(allowed(`User-agent: *\nDisallow: /${pattern}`, path)).toBe(!new RegExp(`^${source}`).test(path));
      }),
      { numRuns: 2000 },
    );
  });

  test('one spelling stays as it is, and no input throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        expect(normalPath(normalPath(path))).toBe(normalPath(path));
        expect(typeof allowed(path, '/x')).toBe('boolean');
      }),
    );
  });

  test('hostile patterns take no time', () => {
    const hostile = `User-agent: *\n${`Disallow: /${'*a'.repeat(2000)}b\n`.repeat(100)}`;
    const started = process.cpuUsage();
    expect(allowed(hostile, `/${'a'.repeat(4000)}`)).toBe(true);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1500);
  });
});

describe('RFC 9309 §2.3.1, what an answer means', () => {
  const answer = (status: number, body = '', headers: readonly (readonly [string, string])[] = []): FetchResult => ({
    ok: true,
    hops: [],
    finalUrl: '',
    status,
    headers,
    body: Buffer.from(body),
    notModified: false,
  });
  const interpret = (result: FetchResult): RobotsRecord => interpretRobotsResponse('https://example.com', result, NOW);

  test('4xx allows, 5xx and 429 forbid, for a shorter while', () => {
    for (const status of [400, 401, 403, 404, 410, 451])
      expect(interpret(answer(status))).toMatchObject({ outcome: 'allow', expiresAt: NOW + 24 * HOUR });
    for (const status of [429, 500, 503, 599]) {
      const record = interpret(answer(status));
      expect(record).toMatchObject({ outcome: 'forbid' });
      expect(record.expiresAt - NOW).toBeLessThan(HOUR);
      const decision = decideRobots(record, 'https://example.com/x', 'Dualwatch');
      expect(decision.allowed).toBe(false);
      expect(decision.reason).toContain(`answered ${status}`);
    }
  });

  test('an unreachable host forbids; redirects without end allow', () => {
    for (const kind of ['timeout', 'dns', 'reset', 'tls', 'protocol'] as const)
      expect(interpret({ ok: false, hops: [], finalUrl: '', failure: { kind, message: 'down', lost: 'host' } }).outcome).toBe('forbid');
    for (const kind of ['too-many-redirects', 'redirect-loop'] as const)
      expect(interpret({ ok: false, hops: [], finalUrl: '', failure: { kind, message: 'round', lost: 'address' } }).outcome).toBe('allow');
  });

  test('rules are kept for at most a day, and for what the server says within it', () => {
    const age = (control: string): number => (interpret(answer(200, 'x', [['Cache-Control', control]])).expiresAt - NOW) / HOUR;
    expect([age('public, max-age=7200'), age('max-age=999999'), age('no-store')]).toEqual([2, 24, 24]);
  });

  test('of a file too long its beginning holds', () => {
    const record = interpret(answer(200, `User-agent: *\nDisallow: /early\n#${'x'.repeat(600_000)}\nDisallow: /late\n`));
    expect([
      decideRobots(record, 'https://example.com/early', 'x').allowed,
      decideRobots(record, 'https://example.com/late', 'x').allowed,
    ]).toEqual([false, true]);
  });

  test('got from a server, over a redirect', async () => {
    const server = await serve((path, socket) => {
      const body = 'User-agent: *\nDisallow: /no';
      socket.write(
        path === '/robots.txt'
          ? 'HTTP/1.1 301 Moved\r\nLocation: /r.txt\r\nContent-Length: 0\r\n\r\n'
          : `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    });
    const url = `${server.url}/no/page?x#y`;
    const one = client();
    const record = interpretRobotsResponse(
      new URL(url).origin,
      await one.get({ ...robotsRequest(url), allowPrivate: server.allowance }),
      NOW,
    );
    expect(decideRobots(record, url, one.userAgent)).toMatchObject({ allowed: false, rule: 'Disallow: /no' });
  });
});
