import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHome, visitsIn, type TestHome } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';
import { captureShape, noticeShape, showShape } from './shapes.ts';

describe('robots.txt', () => {
  let publisher: Publisher;
  let home: TestHome;

  beforeEach(async () => {
    [publisher, home] = [await openPublisher(), openHome()];
    robots('User-agent: *\nDisallow: /s\nAllow: /\n');
    publisher.set(
      '/feed',
      feedOf([
        { url: `${publisher.origin}/s/full`, title: '求购', html: '<p>现有境外客户求购无人机干扰器两套，商品名 Bulat。</p>' },
        { url: `${publisher.origin}/s/bare`, title: 'Tender' },
        { url: `${publisher.origin}/open`, title: 'Open' },
      ]),
    );
    for (const path of ['/s/full', '/s/bare', '/open'])
      publisher.set(path, noticePage(`Page ${path}`, 'The buyer seeks offers for radio equipment, see the annex.'));
  });
  afterEach(() => publisher.close());

  const robots = (body: string, status = 200): void => publisher.set('/robots.txt', { kind: 'page', type: 'text/plain', body, status });
  const add = (...more: readonly string[]) => home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private', ...more]);

  it('is obeyed: what it forbids is said at once, listed, and not visited', async () => {
    const { stderr } = await add();
    expect(stderr).toContain('robots.txt');
    expect(stderr).toContain('--robots ignore --reason');
    await home.run(['watch', '--once']);
    expect([publisher.visits('/s/full'), publisher.visits('/s/bare'), publisher.visits('/open')]).toEqual([0, 0, 1]);
    const notices = (await home.json(['notices'])).map((line) => noticeShape.parse(line));
    expect(notices).toHaveLength(3);
    for (const path of ['/s/full', '/s/bare'])
      expect(notices.find((one) => one.url.endsWith(path))).toMatchObject({ state: 'unreachable', reason: 'robots' });
    expect(notices.find((one) => one.url.endsWith('/open'))).toMatchObject({ state: 'present' });
    expect(publisher.requests.every(({ headers }) => /^Dualwatch\/\d/.test(headers['user-agent'] ?? ''))).toBe(true);
  });

  it('leaves the full text of the feed, cited to the capture of the feed', async () => {
    await add();
    await home.run(['watch', '--once']);
    const shown = showShape.parse((await home.json(['show', `${publisher.origin}/s/full`]))[0]);
    expect(shown).toMatchObject({
      state: 'unreachable',
      reason: 'robots',
      title: '求购',
      tradeNames: ['Bulat'],
      captures: [],
      lastSeenPresentAt: null,
    });
    expect(shown.goods).toContain('counter_uav_jam');
    expect(shown.reading).toMatchObject({ reader: 'feed/item', lang: 'zh' });
    const { text, capture } = shown.reading ?? { text: '', capture: '' };
    expect(text.startsWith('求购\n')).toBe(true);
    expect(shown.mentions.every((one) => text.slice(one.start, one.end) === one.text)).toBe(true);
    const file = readFileSync(join(home.path, 'captures', capture.slice(0, 2), capture.slice(2, 4), `${capture}.warc.gz`));
    expect(gunzipSync(file).includes('现有境外客户求购无人机干扰器两套')).toBe(true);
    expect((await home.json(['notices', '--query', '干扰器'])).length).toBe(1);
    await home.run(['log', 'verify']);
  });

  it('forbids a source and a capture at once, with the choice', async () => {
    const url = `${publisher.origin}/s/bare`;
    const captured = await home.run(['capture', url, '--allow-private'], 7);
    expect(captured.stderr).toContain('--robots ignore --reason');
    const added = await home.run(['source', 'add', `${publisher.origin}/s`, '--allow-private'], 7);
    expect(added.stderr).toContain('--robots ignore --reason');
    expect(await home.json(['source', 'list'])).toEqual([]);
    expect([publisher.visits('/s/bare'), publisher.visits('/s')]).toEqual([0, 0]);
    expect((await home.json(['show', url]))[0]).toMatchObject({ state: 'unreachable', reason: 'robots' });
  });

  it('is left aside with a reason, which stands in every capture', async () => {
    const reason = 'public interest, approved by the desk';
    const url = `${publisher.origin}/s/bare`;
    await home.run(['capture', url, '--allow-private', '--robots', 'ignore'], 2);
    await home.run(['capture', url, '--allow-private', '--reason', reason], 7);
    const [captured] = (await home.json(['capture', url, '--allow-private', '--robots', 'ignore', '--reason', reason])).map((line) =>
      captureShape.parse(line),
    );
    expect(captured).toMatchObject({ state: 'present' });
    await add('--robots', 'ignore', '--reason', reason);
    await home.run(['watch', '--once', '--now']);
    const shown = await Promise.all(
      ['/s/full', '/s/bare'].map(async (path) => showShape.parse((await home.json(['show', publisher.origin + path]))[0])),
    );
    const warcs = shown.flatMap((one) =>
      one.captures.map((capture) => gunzipSync(readFileSync(join(home.path, capture.warc ?? ''))).toString('utf8')),
    );
    expect(warcs).toHaveLength(2);
    for (const warc of warcs) expect(warc).toContain(`"robots":{"policy":"ignore","reason":"${reason}"}`);
  });

  it('that fails with 5xx forbids; that is missing allows', async () => {
    robots('', 503);
    const url = `${publisher.origin}/open`;
    expect((await home.run(['capture', url, '--allow-private'], 7)).stderr).toContain('robots.txt');
    const other = await openPublisher('127.0.0.2');
    try {
      other.set('/x', noticePage('Open tender', 'The buyer seeks offers for radio equipment, see the annex.'));
      await home.run(['capture', `${other.origin}/x`, '--allow-private']);
      expect(other.visits('/x')).toBe(1);
    } finally {
      await other.close();
    }
  });

  it('is asked once, not at each visit', async () => {
    await add();
    for (const _ of ['first', 'second']) visitsIn((await home.run(['watch', '--once', '--now', '--json'])).stdout);
    expect(publisher.visits('/robots.txt')).toBe(1);
  });
});
