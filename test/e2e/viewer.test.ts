import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { openHome, until } from './command.ts';
import { openPublisher } from './publisher.ts';
import { canReplay, CHROMIUM, VIEWER } from './replay.ts';

it.skipIf(!canReplay)(
  'the server shows a package as the page was, from where nothing else is reached [needs DUALWATCH_REPLAYWEB and Chromium]',
  { timeout: 300_000 },
  async () => {
    const [publisher, home] = [await openPublisher(), openHome({ DUALWATCH_VIEWER_REPLAYWEBPAGE: VIEWER })];
    const server = home.start(['serve', '--port', '0', '--no-watch']);
    const api = await until('it listens', () => /http:\/\/127\.0\.0\.1:\d+/.exec(server.stderr())?.[0]);
    const ask = async (path: string, body?: object): Promise<Record<string, unknown>> => {
      const given =
        body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return (await (await fetch(`${api}${path}`, given)).json()) as Record<string, unknown>;
    };
    const url = `${publisher.origin}/notice`;
    const text = 'The buyer seeks ten drone jammers, see the annex.';
    publisher.set('/notice', {
      kind: 'page',
      body: `<!doctype html><title>Tender</title><article><h1>Tender for jammers</h1><p>${text}</p></article><p id="more"></p><script>document.getElementById('more').textContent = 'Made by a script.';</script>`,
    });
    await ask('/api/v1/captures', { url, allowPrivate: true });
    const { id } = await ask('/api/v1/exports', { notices: [url] });
    const { replay } = (await ask('/api/v1/desk'))['home'] as { readonly replay: string };
    const view = `${replay}?export=${String(id)}&url=${encodeURIComponent(url)}`;

    const browser = await chromium.launch({ ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }), args: ['--no-sandbox'] });
    try {
      // The viewer's worker may be slow to start, and then does not come at all.
      let page = await browser.newPage();
      let shown = '';
      for (let attempt = 0; attempt < 4 && shown === ''; attempt += 1) {
        await page.close();
        page = await (await browser.newContext()).newPage();
        await page.goto(view);
        const replayed = async (): Promise<string | false> => {
          const frame = page.frames().findLast((each) => /\/w\/.+\/\d*mp_\//.test(each.url()));
          const words =
            (await frame
              ?.locator('body')
              .innerText({ timeout: 1000 })
              .catch(() => '')) ?? '';
          return words.includes('Made by a script') && words;
        };
        shown = await until('the page is replayed', replayed, 25_000).catch(() => '');
      }
      expect(
        shown,
        page
          .frames()
          .map((frame) => frame.url())
          .join('\n'),
      ).toContain(text);

      // Whatever runs in the viewer's origin is a stranger to the API.
      const read = await page.evaluate(async (base) => {
        await fetch(`${base}/api/v1/demo`, { method: 'POST', mode: 'no-cors' }).catch(() => undefined);
        return fetch(`${base}/api/v1/desk`).then(
          () => 'read',
          () => 'refused',
        );
      }, api);
      expect(read).toBe('refused');
      expect(await ask('/api/v1/demo')).toMatchObject({ state: 'none' });

      // A page that is not the desk's does not frame it.
      publisher.set('/frame', { kind: 'page', body: `<!doctype html><iframe src="${view}"></iframe>` });
      const refused = page.waitForEvent('requestfailed', (asked) => asked.url().startsWith(replay));
      await page.goto(`${publisher.origin}/frame`);
      expect((await refused).failure()?.errorText).toContain('BLOCKED_BY_RESPONSE');
    } finally {
      await browser.close();
      server.kill('SIGTERM');
      await server.ended;
      await publisher.close();
    }
  },
);
