import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHome, type TestHome } from './command.ts';
import { openPublisher, type Publisher } from './publisher.ts';
import { captureShape, showShape } from './shapes.ts';
import { expectReadable, hasWarcio } from './warcio.ts';

const TEXT = '因业务需要，现面向社会采购无线电监测设备一批，请有意向的供应商于规定时间内与我会联系。';

/** A WeChat article, whose pictures stand in `data-src`. */
function article(images: readonly string[], more = ''): string {
  const pictures = images.map((src) => `<img data-src="${src}">`).join('');
  return `<!DOCTYPE html><html><head><title></title></head><body><h1 id="activity-name">采购公告</h1><a id="js_name">某促进会</a>
    <div class="rich_media_content" id="js_content" style="visibility:hidden;opacity:0"><p>${TEXT}${more}</p>${pictures}</div></body></html>`;
}

const PICTURE = { kind: 'page', type: 'image/png', body: 'picture' } as const;

describe('the pictures of a notice', () => {
  let publisher: Publisher;
  let home: TestHome;

  beforeAll(async () => {
    [publisher, home] = [
      await openPublisher(),
      openHome({ DUALWATCH_IMAGES_KEEP: 'yes', DUALWATCH_IMAGES_MAX_BODY: '1KB', DUALWATCH_IMAGES_MOST: '4' }),
    ];
  });
  afterAll(() => publisher.close());

  const capture = async () => captureShape.parse((await home.json(['capture', `${publisher.origin}/a`, '--allow-private']))[0]);
  const texts = (): readonly string[] =>
    readdirSync(join(home.path, 'captures'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.gz'))
      .map((name) => gunzipSync(readFileSync(join(home.path, 'captures', name))).toString('utf8'));

  it('are kept as they were sent, in a capture of their own; one that is too large, forbidden or gone is named', async () => {
    const own = (path: string): string => `${publisher.origin}${path}`;
    publisher.set('/a', {
      kind: 'page',
      body: article([own('/1.png?tp=webp'), own('/large.png'), 'http://10.0.0.1/x.png', own('/gone.png')]),
    });
    publisher.set('/1.png', PICTURE);
    publisher.set('/large.png', { ...PICTURE, body: 'x'.repeat(5000) });
    const made = await capture();
    expect(made).toMatchObject({ state: 'present', beside: [{ mode: 'images' }] });
    expect(publisher.visits('/1.png?tp=webp')).toBe(1);
    const images = texts().find((text) => text.includes('"images":['));
    expect(images).toContain(`WARC-Target-URI: ${own('/1.png?tp=webp')}`);
    expect(images).toMatch(/\r\n\r\npicture\r\n\r\n/);
    expect(images).toContain(`"url":"${own('/gone.png')}"`);
    expect(images).toMatch(/large\.png"[^}]*|announces a body of 5000 bytes/);
    expect(images).toContain('announces a body of 5000 bytes');
    expect(images).toMatch(/10\.0\.0\.1 port 80 is not on the public internet/);
    expect(images).toContain(`"beside":"${made.capture ?? ''}"`);
    const [shown] = await home.json(['show', own('/a')]);
    // What speaks for the notice is its page.
    expect(showShape.parse(shown)).toMatchObject({ captures: [{}, { mode: 'images' }], reading: { capture: made.capture } });
  });

  it('are asked for no more while their addresses are known, whatever their queries; a new one is', async () => {
    const own = (path: string): string => `${publisher.origin}${path}`;
    const before = publisher.requests.length;
    expect((await capture()).beside).toBeUndefined();
    expect(publisher.requests.length).toBe(before + 1);
    publisher.set('/a', { kind: 'page', body: article([own('/1.png?tp=other'), own('/2.png')], '另附图。') });
    publisher.set('/2.png', PICTURE);
    expect((await capture()).beside).toMatchObject([{ mode: 'images' }]);
    expect([publisher.visits('/1.png?tp=other'), publisher.visits('/2.png')]).toEqual([0, 1]);
  });

  it('obey robots.txt of their host', async () => {
    publisher.set('/robots.txt', { kind: 'page', type: 'text/plain', body: 'User-agent: *\nDisallow: /private/' });
    const fresh = openHome({ DUALWATCH_IMAGES_KEEP: 'yes' });
    publisher.set('/d', { kind: 'page', body: article([`${publisher.origin}/private/1.png`]) });
    const [made] = await fresh.json(['capture', `${publisher.origin}/d`, '--allow-private']);
    expect(captureShape.parse(made).beside).toBeUndefined();
    expect(publisher.visits('/private/1.png')).toBe(0);
  });

  it('are not asked for where that is switched off', async () => {
    publisher.set('/b', { kind: 'page', body: article([`${publisher.origin}/3.png`]) });
    const off = openHome({ DUALWATCH_IMAGES_KEEP: 'no' });
    await off.run(['capture', `${publisher.origin}/b`, '--allow-private']);
    expect(publisher.visits('/3.png')).toBe(0);
  });

  it('are waited for by watch --once', async () => {
    const once = openHome({ DUALWATCH_IMAGES_KEEP: 'yes' });
    publisher.set('/c', { kind: 'page', body: article([`${publisher.origin}/4.png`]) });
    publisher.set('/4.png', PICTURE);
    publisher.set('/feed', {
      kind: 'page',
      type: 'application/rss+xml',
      body: `<rss version="2.0"><channel><title>F</title><item><title>C</title><link>${publisher.origin}/c</link></item></channel></rss>`,
    });
    await once.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private']);
    await once.run(['watch', '--once']);
    const [shown] = await once.json(['show', `${publisher.origin}/c`]);
    expect(showShape.parse(shown).captures.map(({ mode }) => mode)).toEqual([undefined, 'images']);
    await once.run(['log', 'verify']);
  });

  it('pass log verify', async () => {
    await home.run(['log', 'verify']);
    const shown = showShape.parse((await home.json(['show', `${publisher.origin}/a`]))[0]);
    expect(shown.captures.filter(({ mode }) => mode === 'images').length).toBe(2);
  });

  it.skipIf(!hasWarcio)('can be read by warcio [needs DUALWATCH_WARCIO]', () => expectReadable(join(home.path, 'captures')));
});
