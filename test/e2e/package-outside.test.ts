import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveAuthority, type AuthorityServer } from '../../src/evidence/testing/authority-server.ts';
import { hasOpenssl } from '../../src/evidence/testing/openssl-authority.ts';
import { openHome, parseLines, testFolder, type TestHome } from './command.ts';
import { noticePage, openPublisher, type Publisher } from './publisher.ts';
import { canReplay, replay } from './replay.ts';
import { unpack, unpackTo } from './unpack.ts';
import { expectReadable, hasWarcio } from './warcio.ts';

/** `wacz` of py-wacz: `DUALWATCH_WACZ`. A checker of logs written by others: `DUALWATCH_TLOGCHECK`. */
const [WACZ, TLOGCHECK] = [process.env['DUALWATCH_WACZ'] ?? '', process.env['DUALWATCH_TLOGCHECK'] ?? ''];
const hasShell = ['bash', 'openssl', 'sha256sum', 'base64', 'od'].every(
  (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0,
);

/** What programs of others say of a package of ours. */
describe('a package', () => {
  let publisher: Publisher;
  let home: TestHome;
  let tsa: AuthorityServer | undefined;
  const folder = testFolder();
  const inside = join(folder, 'inside');
  const path = join(folder, 'a.wacz');
  const root = join(folder, 'root.pem');
  let pages: readonly { readonly url: string; readonly ts: string }[];

  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome()];
    const url = `${publisher.origin}/notice?id=1&lang=en`;
    const capture = (): Promise<unknown> => home.run(['capture', url, '--allow-private']);
    publisher.set('/notice', noticePage('Tender for jammers', 'The buyer seeks ten drone jammers, see the annex.'));
    await capture();
    if (hasOpenssl) {
      tsa = await serveAuthority(join(folder, 'tsa'), { names: 'both' });
      writeFileSync(root, tsa.authority.root);
      await home.run(['anchors', 'add', tsa.url, '--name', 'tsa-one', '--ca', root, '--allow-private']);
    }
    publisher.set('/notice', noticePage('Tender for jammers', 'The buyer seeks thirty drone jammers, see the annex.'));
    await capture();
    publisher.set('/notice', { kind: 'redirect', to: '/gone' });
    publisher.set('/gone', { kind: 'page', status: 404, body: 'This notice was taken down.' });
    await capture();
    if (hasOpenssl) await home.run(['anchors', 'now']);
    await home.run(['export', url, '--wacz', path]);
    await unpackTo(path, inside);
    pages = parseLines((await unpack(path)).get('pages/pages.jsonl')?.toString() ?? '').slice(1) as typeof pages;
  }, 180_000);
  afterAll(async () => {
    await publisher.close();
    await tsa?.close();
  });

  it.skipIf(!hasShell)('is checked by hand as the README inside says [needs openssl and coreutils]', async () => {
    const readme = (await unpack(path)).get('evidence/README.md')?.toString() ?? '';
    const code = [...readme.matchAll(/^ {7}(.+)$/gm)].map(([, line]) => line ?? '');
    // Two lines are a fingerprint and a name to compare with; time-stamps are tested where there is an authority.
    const commands = code.filter((line) => !/^[0-9a-f]{64}$|^dualwatch\/|^openssl ts /.test(line));
    expect(commands.length).toBeGreaterThanOrEqual(9);
    const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', commands.join('\n')], {
      cwd: inside,
      encoding: 'utf8',
    });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toContain('Verified OK');
    expect(stdout).toContain('evidence/entries.jsonl: OK');
    expect(stdout).toContain(`${code.find((line) => /^[0-9a-f]{64}$/.test(line))}  key.der`);
  });

  it.skipIf(!hasWarcio)('has archives that warcio takes [needs DUALWATCH_WARCIO]', () => expectReadable(join(inside, 'archive')));

  it.skipIf(WACZ === '')('is valid for py-wacz [needs DUALWATCH_WACZ]', () => {
    const { status, stdout, stderr } = spawnSync(WACZ, ['validate', '-f', path], { encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toContain('Validation succeeded');
  });

  it.skipIf(TLOGCHECK === '')("has proofs that Go's checker takes, each for its own entry alone [needs DUALWATCH_TLOGCHECK]", async () => {
    const entries = parseLines((await unpack(path)).get('evidence/entries.jsonl')?.toString() ?? '') as readonly {
      index: number;
      entry: string;
    }[];
    expect(entries.length).toBeGreaterThanOrEqual(6);
    for (const { index, entry } of entries) {
      const proof = join(inside, 'evidence', `log-${String(index).padStart(12, '0')}.tlog-proof`);
      expect(tlogcheck(entry, proof), `entry ${index}`).toBe(0);
      expect(tlogcheck(`${entry} `, proof), `entry ${index}, altered`).not.toBe(0);
    }
  });

  it.skipIf(!hasOpenssl)(
    'carries the time-stamps that cover its entries, over heads that its own head extends [needs openssl]',
    async () => {
      const names = [...(await unpack(path)).keys()].map((name) => name.replace('evidence/', ''));
      const stamps = names.filter((name) => name.endsWith('.tsr'));
      expect(stamps).toHaveLength(2);
      const earlier = names.find((name) => /^checkpoint-\d+\.txt$/.test(name)) ?? '';
      for (const stamp of stamps) {
        const [, size] = /^timestamp-(\d+)-/.exec(stamp) ?? [];
        const data = earlier === `checkpoint-${size}.txt` ? earlier : 'checkpoint.txt';
        const verified = (text: string): number | null =>
          spawnSync('openssl', ['ts', '-verify', '-data', text, '-in', stamp, '-CAfile', root], { cwd: join(inside, 'evidence') }).status;
        expect(verified(data)).toBe(0);
        expect(verified('log-key.txt')).not.toBe(0);
      }
      await home.run(['verify', path, '--tsa-ca', root, '--require', 'timestamp']);
      if (TLOGCHECK === '') return;
      const hashes = names.find((name) => name.startsWith('consistency-')) ?? '';
      const check = (old: string): number | null =>
        spawnSync(TLOGCHECK, ['consistency', '-vkey', 'log-key.txt', '-old', old, '-new', 'checkpoint.txt', '-hashes', hashes], {
          cwd: join(inside, 'evidence'),
        }).status;
      expect(check(earlier)).toBe(0);
      expect(check('checkpoint.txt')).not.toBe(0);
    },
  );

  it.skipIf(!canReplay)(
    'is replayed by ReplayWeb.page, each version in its own words [needs DUALWATCH_REPLAYWEB and Chromium]',
    { timeout: 300_000 },
    async () => {
      expect(pages).toHaveLength(3);
      const words = ['ten drone jammers', 'thirty drone jammers', 'taken down'];
      for (const [n, { url, ts }] of pages.entries()) {
        const { text, outside } = await replay(path, url, ts);
        expect(text).toContain(words[n]);
        expect(outside).toEqual([]);
      }
    },
  );

  function tlogcheck(entry: string, proof: string): number | null {
    const file = join(folder, 'entry');
    writeFileSync(file, entry);
    expect(existsSync(proof)).toBe(true);
    return spawnSync(TLOGCHECK, ['proof', '-vkey', join(inside, 'evidence', 'log-key.txt'), '-entry', file, '-proof', proof]).status;
  }
});
