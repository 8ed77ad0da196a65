import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecords } from '../../src/evidence/warc-records.ts';
import { CHROMIUM, describeWithChromium } from '../../src/fetch/testing/chromium.ts';
import { openHome, type TestHome } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';
import { captureShape, showShape } from './shapes.ts';
import { expectReadable, hasWarcio } from './warcio.ts';

const ENV = {
  DUALWATCH_BROWSER_TIMEOUT: '40s',
  DUALWATCH_FETCH_CONNECT_TIMEOUT: '10s',
  DUALWATCH_FETCH_TIMEOUT: '10s',
  DUALWATCH_CHROMIUM: CHROMIUM.path,
};
const SLOW = { withinMs: 120_000 };
const TEXT = 'The buyer seeks offers for drone detectors and radio equipment, delivery to Almaty, see the annex for quantities.';

/** A page whose text its scripts bring. */
const shell = (script: string) =>
  ({
    kind: 'page',
    body: `<!doctype html><html><head><title>Portal</title></head><body><div id="app"></div><script>${script}</script></body></html>`,
  }) as const;
const scripted = (text: string) =>
  shell(
    `fetch('/api').then((r) => r.text()).then((t) => { app.innerHTML = '<article><h1>Tender 17</h1><p>${text} ' + t + '</p></article>'; });`,
  );

function recordsOf(home: TestHome, sha256: string) {
  const path = join(home.path, 'captures', sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.warc.gz`);
  return [...readRecords(readFileSync(path), path)].map((record) => ({
    type: record.type,
    url: record.field('WARC-Target-URI') ?? '',
    text: Buffer.from(record.block).toString('utf8'),
  }));
}

describeWithChromium('capture --browser', () => {
  let publisher: Publisher;
  let home: TestHome;
  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome(ENV)];
  });
  afterAll(() => publisher.close());

  const capture = async (path: string, ...more: readonly string[]) =>
    captureShape.parse((await home.json(['capture', publisher.origin + path, '--browser', '--allow-private', ...more], 0, SLOW))[0]);
  const show = async (path: string) => showShape.parse((await home.json(['show', publisher.origin + path]))[0]);

  it('keeps screenshot, PDF, document and all that was loaded, beside the plain visit, which alone is read', async () => {
    publisher.set('/a', {
      kind: 'page',
      body: `<!doctype html><title>Tender A</title><article><h1>Tender A</h1><p>${TEXT}</p><p id=x></p></article><script src="/s.js"></script><iframe src="http://169.254.169.254/"></iframe>`,
    });
    publisher.set('/s.js', { kind: 'page', type: 'text/javascript', body: `x.textContent = 'made by a script';` });
    const made = await capture('/a');
    expect(made).toMatchObject({ state: 'present', beside: [{ mode: 'browser' }] });
    const records = recordsOf(home, made.beside?.[0]?.capture ?? '');
    const own = `${publisher.origin}/a`;
    expect(records.map(({ type }) => type).filter((type) => type === 'resource').length).toBe(3);
    expect(records.find(({ url }) => url === `urn:dom:${own}`)?.text).toContain('made by a script');
    expect(records.find(({ url }) => url === `urn:pdf:${own}`)?.text).toMatch(/^%PDF/);
    expect(records.find(({ url }) => url === `urn:fullPage:${own}`)?.text).toMatch(/^.PNG/s);
    expect(records.filter(({ url, type }) => type === 'response' && url === `${publisher.origin}/s.js`).length).toBe(1);
    const notes = JSON.parse(records.at(-1)?.text ?? '{}') as { visit: Record<string, unknown> };
    expect(notes.visit).toMatchObject({
      beside: made.capture,
      reason: 'new',
      browser: { sandbox: CHROMIUM.sandbox },
      failure: null,
      refused: [{ url: 'http://169.254.169.254/' }],
    });
    const shown = await show('/a');
    expect(shown.captures.map(({ mode }) => mode)).toEqual([undefined, 'browser']);
    expect(shown.reading).toMatchObject({ capture: made.capture, reader: 'general/article' });
    expect(shown.reading?.text).not.toContain('made by a script');
    expect(shown.observations.length).toBe(1);
    // Asked again, it visits again although nothing has changed.
    expect(await capture('/a')).toMatchObject({ beside: [{ mode: 'browser' }] });
  });

  it('reads the document of a browser where the page has no text of its own, and says so', async () => {
    publisher.set('/b', scripted(TEXT));
    publisher.set('/api', { kind: 'page', type: 'text/plain', body: 'first words' });
    const first = await capture('/b');
    expect(first).toMatchObject({ state: 'present', title: 'Tender 17', goods: expect.arrayContaining([expect.any(String)]) });
    const shown = await show('/b');
    expect(shown.captures).toMatchObject([{ mode: 'rendered', status: 200 }]);
    expect(shown.reading).toMatchObject({ rendered: true, capture: first.capture });
    expect(shown.reading?.text).toContain('first words');
    // The plain visit stands first in the same file.
    const responses = recordsOf(home, first.capture ?? '').filter(({ type, url }) => type === 'response' && url.endsWith('/b'));
    expect(responses.length).toBe(2);

    const again = await capture('/b');
    expect(again).toMatchObject({ state: 'present', versions: 1, capture: first.capture });
    publisher.set('/api', { kind: 'page', type: 'text/plain', body: 'second words' });
    expect(await capture('/b')).toMatchObject({ state: 'changed', versions: 2 });
    expect((await show('/b')).reading?.text).toContain('second words');
    // Without the browser it would be empty.
    const plain = openHome({ ...ENV, DUALWATCH_CHROMIUM: '/nonexistent/chromium' });
    expect((await plain.json(['capture', `${publisher.origin}/b`, '--allow-private']))[0]).toMatchObject({
      state: 'unreachable',
      observedReason: 'empty',
    });
  });

  it('makes nothing of a page that takes it elsewhere, and keeps what it got', async () => {
    publisher.set('/c', {
      kind: 'page',
      body: `<!doctype html><title>C</title><article><h1>C</h1><p>${TEXT}</p></article><script>location.href = 'http://10.0.0.1/'</script>`,
    });
    const made = await capture('/c');
    expect(made).toMatchObject({ state: 'present', beside: [{ mode: 'browser' }] });
    const records = recordsOf(home, made.beside?.[0]?.capture ?? '');
    expect(records.some(({ type, url }) => type === 'response' && url === `${publisher.origin}/c`)).toBe(true);
    expect(records.at(-1)?.text).toContain('10.0.0.1 port 80 is not on the public internet');
  });

  it('holds against log verify, and reads the same again from the bytes alone', async () => {
    await home.run(['log', 'verify']);
  });

  it.skipIf(!hasWarcio)('writes what warcio reads [needs DUALWATCH_WARCIO]', () => expectReadable(join(home.path, 'captures')));
});

describeWithChromium('source add --browser changes', () => {
  let publisher: Publisher;
  let home: TestHome;
  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome(ENV)];
    publisher.set('/feed', feedOf([{ url: `${publisher.origin}/a`, title: 'A' }]));
    publisher.set('/a', noticePage('Tender A', TEXT));
    await home.run([
      'source',
      'add',
      `${publisher.origin}/feed`,
      '--allow-private',
      '--browser',
      'changes',
      '--every',
      '1s',
      '--follow',
      '1s',
    ]);
  });
  afterAll(() => publisher.close());

  const watch = () => home.run(['watch', '--once', '--now'], 0, SLOW);
  const modes = async () =>
    showShape.parse((await home.json(['show', `${publisher.origin}/a`]))[0]).captures.map(({ mode }) => mode ?? 'plain');

  it('visits what is new, changed or seems gone, and not what is as it was', async () => {
    await watch();
    expect(await modes()).toEqual(['plain', 'browser']);
    await watch();
    expect(await modes()).toEqual(['plain', 'browser']);
    publisher.set('/a', noticePage('Tender A', `${TEXT} The quantity is forty.`));
    await watch();
    expect(await modes()).toEqual(['plain', 'browser', 'plain', 'browser']);
    publisher.set('/a', { kind: 'page', status: 410, body: '<h1>Gone</h1>' });
    await watch();
    expect((await modes()).slice(4)).toEqual(['plain', 'browser']);
    await watch();
    expect((await modes()).slice(4).filter((mode) => mode === 'browser').length).toBe(1);
    await home.run(['log', 'verify']);
  });

  it('finishes what a watcher that was killed had left', async () => {
    publisher.set('/feed', feedOf([{ url: `${publisher.origin}/k`, title: 'K' }]));
    publisher.set('/k', {
      kind: 'page',
      body: `<!doctype html><title>K</title><article><h1>K</h1><p>${TEXT}</p></article><img src="/slow.png">`,
    });
    publisher.set('/slow.png', { kind: 'hang' });
    const running = home.start(['watch'], SLOW);
    const end = Date.now() + 60_000;
    while (publisher.visits('/slow.png') === 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    running.kill('SIGTERM');
    await running.ended;
    expect(publisher.visits('/slow.png')).toBeGreaterThan(0);
    publisher.set('/slow.png', { kind: 'page', type: 'image/png', body: 'x' });
    await watch();
    const [shown] = await home.json(['show', `${publisher.origin}/k`]);
    expect(showShape.parse(shown).captures.map(({ mode }) => mode ?? 'plain')).toContain('browser');
  });
});

describe('without a browser', () => {
  it('the plain capture is made, and the lack is recorded and said', async () => {
    const publisher = await openPublisher();
    try {
      publisher.set('/a', noticePage('Tender A', TEXT));
      const home = openHome({ DUALWATCH_CHROMIUM: '/nonexistent/chromium' });
      const { stderr, stdout } = await home.run(['capture', `${publisher.origin}/a`, '--browser', '--allow-private', '--json']);
      expect(stderr).toContain('there is no program /nonexistent/chromium');
      expect(stderr).toContain('the plain capture is kept');
      const made = captureShape.parse(JSON.parse(stdout));
      expect(made).toMatchObject({ state: 'present' });
      expect(made.beside).toBeUndefined();
      expect(recordsOf(home, made.capture ?? '').at(-1)?.text).toContain('"browserMissing":"there is no program');
      expect(readdirSync(join(home.path, 'captures')).length).toBe(1);
      // An unchanged page makes no file: the lack stands in the log.
      await home.run(['capture', `${publisher.origin}/a`, '--browser', '--allow-private']);
      expect(readdirSync(join(home.path, 'captures')).length).toBe(1);
      const database = readdirSync(home.path).filter((name) => name.startsWith('dualwatch.db'));
      expect(database.some((name) => readFileSync(join(home.path, name)).includes('"browserMissing":"there is no program'))).toBe(true);
      // A watcher says it once, and only where somebody wants the browser.
      publisher.set('/feed.xml', feedOf([1, 2].map((n) => ({ url: `${publisher.origin}/${n}`, title: `Tender ${n}` }))));
      for (const n of [1, 2]) publisher.set(`/${n}`, noticePage(`Tender ${n}`, TEXT));
      const [source] = (await home.json(['source', 'add', `${publisher.origin}/feed.xml`, '--allow-private', '--browser', 'always'])) as [
        { id: string },
      ];
      expect((await home.run(['watch', '--once'])).stderr.split('there is no program').length).toBe(2);
      await home.run(['source', 'remove', source.id]);
    } finally {
      await publisher.close();
    }
  });

  it.skipIf(process.getuid?.() !== 0)('that may run: root gets none without saying so [needs to be root]', async () => {
    const publisher = await openPublisher();
    try {
      publisher.set('/a', noticePage('Tender A', TEXT));
      const home = openHome({ DUALWATCH_CHROMIUM: '/bin/true', DUALWATCH_CHROMIUM_NO_SANDBOX: '0' });
      const { stderr } = await home.run(['capture', `${publisher.origin}/a`, '--browser', '--allow-private']);
      expect(stderr).toContain('DUALWATCH_CHROMIUM_NO_SANDBOX=1');
    } finally {
      await publisher.close();
    }
  });
});
