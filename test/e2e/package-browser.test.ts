import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithChromium } from '../../src/fetch/testing/chromium.ts';
import { openHome, parseLines, testFolder } from './command.ts';
import { openPublisher } from './publisher.ts';
import { canReplay, replay } from './replay.ts';
import { unpack, unpackTo } from './unpack.ts';
import { expectReadable, hasWarcio } from './warcio.ts';

const WACZ = process.env['DUALWATCH_WACZ'] ?? '';

describeWithChromium('a package of what a browser showed', () => {
  it('holds all that the page was made of, and replays it where the viewer is at hand', { timeout: 300_000 }, async () => {
    const [publisher, home, folder] = [await openPublisher(), openHome(), testFolder()];
    const path = join(folder, 'a.wacz');
    const url = `${publisher.origin}/notice`;
    publisher.set('/notice', {
      kind: 'page',
      body: `<!doctype html><title>Tender for jammers</title><article><h1>Tender for jammers</h1><p>The buyer seeks ten drone jammers, see the annex.</p><p id="more"></p></article><script src="/more.js"></script>`,
    });
    publisher.set('/more.js', {
      kind: 'page',
      type: 'text/javascript',
      body: `fetch('/more.json').then((answer) => answer.json()).then(({ text }) => { document.getElementById('more').textContent = text; });`,
    });
    publisher.set('/more.json', { kind: 'page', type: 'application/json', body: '{"text":"Twenty radars are asked for too."}' });
    await home.run(['capture', url, '--allow-private', '--browser'], 0, { withinMs: 120_000 });
    await publisher.close();
    await home.run(['export', url, '--wacz', path]);
    await home.run(['verify', path]);

    const members = await unpack(path);
    const index = members.get('indexes/index.cdxj')?.toString() ?? '';
    for (const part of [url, `${publisher.origin}/more.json`, `urn:dom:${url}`, `urn:fullPage:${url}`, `urn:pdf:${url}`])
      expect(index).toContain(`"url":"${part}"`);
    const entries = parseLines(members.get('evidence/entries.jsonl')?.toString() ?? '') as readonly { entry: string }[];
    const browsed = entries
      .map(({ entry }) => JSON.parse(entry) as { mode?: string; sha256: string })
      .find(({ mode }) => mode === 'browser');
    const pages = parseLines(members.get('pages/pages.jsonl')?.toString() ?? '') as readonly { id: string; ts: string }[];
    const shown = pages.find(({ id }) => id === browsed?.sha256);
    expect(shown).toBeDefined();
    expect(members.get('evidence/custody.jsonld')?.toString()).toMatch(/"rdfs:label":"[^"]*Chrom/);

    if (hasWarcio) {
      await unpackTo(path, join(folder, 'inside'));
      expectReadable(join(folder, 'inside', 'archive'));
    }
    if (WACZ !== '') expect(spawnSync(WACZ, ['validate', '-f', path]).status).toBe(0);
    if (!canReplay) return;
    const { text, outside } = await replay(path, url, shown?.ts ?? '', 'radars');
    expect(text).toContain('Twenty radars are asked for too.');
    expect(outside).toEqual([]);
  });
});
