import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveAuthority, type AuthorityServer } from '../../src/evidence/testing/authority-server.ts';
import { hasOpenssl } from '../../src/evidence/testing/openssl-authority.ts';
import { openHome, testFolder, type TestHome } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';

interface Verdict {
  readonly ok: boolean;
  readonly why?: string;
  readonly anchors?: object;
}

describe.skipIf(!hasOpenssl)('anchors [needs openssl]', () => {
  const folder = testFolder();
  let publisher: Publisher;
  let tsa: AuthorityServer;
  let home: TestHome;
  let root: string;

  beforeAll(async () => {
    publisher = await openPublisher();
    tsa = await serveAuthority(join(folder, 'tsa'), { names: 'both' });
    home = openHome();
    root = join(folder, 'root.pem');
    writeFileSync(root, tsa.authority.root);
    publisher.set('/a', noticePage('Tender', 'The buyer seeks radio equipment as listed in the annex.'));
    await home.run(['capture', `${publisher.origin}/a`, '--allow-private']);
  });
  afterAll(async () => {
    await publisher.close();
    await tsa.close();
  });

  it('stamps the log at once, tells how it stands, and log verify checks the stamps', async () => {
    const { stdout } = await home.run(['anchors', 'add', tsa.url, '--name', 'tsa-one', '--ca', root, '--allow-private']);
    expect(stdout).toMatch(/^tsa-one stamped the log of \d+ entries at 20/);
    expect(await home.json(['anchors', 'status'])).toMatchObject([
      { name: 'tsa-one', state: 'anchored', anchors: 1, newest: { trusted: true, revocation: 'good' }, warnings: [], lastError: null },
    ]);
    expect((await home.run(['anchors', 'list'])).stdout).toContain('--ca');
    const asked = tsa.requests.length;
    expect((await home.run(['anchors', 'now'])).stderr).toContain('Nothing new');
    expect(tsa.requests).toHaveLength(asked);
    expect(await home.json(['log', 'verify'])).toMatchObject([{ ok: true, anchors: { count: 1, trusted: 1 } }]);
    expect((await home.run(['log', 'verify'])).stdout).toMatch(/1 time-stamp over its checkpoints, the newest of 20/);
  });

  it('a run of the watcher stamps what it brought, and a failure keeps it from nothing', async () => {
    const other = openHome();
    await other.run(['anchors', 'add', tsa.url, '--allow-private']);
    expect(await other.json(['anchors', 'status'])).toMatchObject([{ state: 'new', newest: null }]);
    publisher.set('/feed', feedOf([{ url: `${publisher.origin}/a`, title: 'Tender' }]));
    await other.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private']);
    tsa.answer = () => 503;
    expect((await other.run(['watch', '--once'])).stderr).toMatch(/no time-stamp, tried again later: .*status 503/);
    tsa.answer = undefined;
    expect(await other.json(['anchors', 'now'])).toMatchObject([{ state: 'anchored', anchors: 1 }]);
    expect((await other.run(['log', 'verify'])).stdout).toContain('1 by authorities without --ca');
  });

  it('a backup has the stamps, and an altered one is named', async () => {
    const backup = join(folder, 'backup');
    await home.run(['backup', backup]);
    expect(await home.json(['--home', backup, 'log', 'verify'])).toMatchObject([{ ok: true, anchors: { count: 1, trusted: 1 } }]);
    for (const [change, why] of [
      ["checkpoint = replace(checkpoint, char(10), char(10) || '1')", /stamped/],
      ['response = CAST(substr(response, 1, length(response) - 40) || zeroblob(40) AS BLOB)', /time-stamp of tsa-one .* does not hold/],
      ["at = '2020-01-01T00:00:00.000Z'", /2020/],
    ] as const) {
      const path = join(folder, `edited-${why.source.length}-${change.length}`);
      cpSync(backup, path, { recursive: true });
      const db = new Database(join(path, 'dualwatch.db'));
      db.exec(`UPDATE anchors SET ${change}`);
      db.close();
      const [verdict] = (await home.json(['--home', path, 'log', 'verify'], 5)) as readonly Verdict[];
      expect(verdict).toMatchObject({ ok: false, why: expect.stringMatching(why) });
    }
  });

  it('what is no authority is refused with what to do', async () => {
    for (const [args, says] of [
      [['tsa.example'], /https:\/\/tsa\.example\/tsr/],
      [['https://user:word@tsa.example/'], /name or password/],
      [[tsa.url, '--name', 'tsa-one'], /anchor already/],
      [['https://tsa.example/', '--name', '../x'], /no name/],
      [['https://tsa.example/', '--ca', join(folder, 'none.pem')], /cannot be read/],
    ] as const) {
      const { code, stderr } = await home.start(['anchors', 'add', ...args]).ended;
      expect(code).toBeGreaterThan(1);
      expect(stderr).toMatch(says);
    }
    writeFileSync(join(folder, 'empty.pem'), 'nothing');
    expect((await home.run(['anchors', 'add', 'https://tsa.example/', '--ca', join(folder, 'empty.pem')], 3)).stderr).toMatch(
      /certificate/,
    );
    await home.run(['anchors', 'remove', 'tsa-two'], 4);
    await home.run(['anchors', 'remove', 'tsa-one']);
    expect(await home.json(['log', 'verify'])).toMatchObject([{ ok: true, anchors: { count: 1, trusted: 0 } }]);
  });
});
