import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../fetch/client.ts';
import type { Clock } from '../../capture/clock.ts';
import type { Checkpoint } from '../../evidence/checkpoint.ts';
import { signCheckpoint } from '../../evidence/checkpoint.ts';
import { openLogKey } from '../../evidence/log-key.ts';
import type { LogKey } from '../../evidence/log-key.ts';
import { nodeFiles } from '../../evidence/node-files.ts';
import { serveAuthority } from '../../evidence/testing/authority-server.ts';
import type { AuthorityServer } from '../../evidence/testing/authority-server.ts';
import { hasOpenssl } from '../../evidence/testing/openssl-authority.ts';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { anchorDue } from './anchor-due.ts';
import type { AnchorOutcome } from './anchor-due.ts';
import { authorityStatus } from './authority-status.ts';
import { verifyAnchor } from './verify-anchor.ts';

const DAY = 86_400_000;

describe.skipIf(!hasOpenssl)('anchors [needs openssl]', () => {
  let folder: string;
  let store: Store;
  let key: LogKey;
  let size: number;
  let aheadMs: number;
  const servers: AuthorityServer[] = [];
  const client = createClient({ version: '9.9.9' });
  const clock: Clock = { now: () => Date.now() + aheadMs, monotonic: () => performance.now() };
  const worker = { id: 'w', pid: process.pid };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dualwatch-anchors-'));
    store = await openSqliteStore(join(folder, 'dualwatch.db'), { create: true });
    key = await openLogKey(nodeFiles, join(folder, 'log.key'), () => 'test/log');
    [size, aheadMs] = [3, 0];
  });
  afterEach(async () => {
    client.close();
    await Promise.all(servers.splice(0).map((server) => server.close()));
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const serve = async (name: string, options: Parameters<typeof serveAuthority>[1] = {}, roots = true): Promise<AuthorityServer> => {
    const server = await serveAuthority(join(folder, name), options);
    servers.push(server);
    await store.anchors.addAuthority(
      { name, url: server.url, roots: roots ? server.authority.root : null, allowPrivate: true, addedAt: '2026-11-26T00:00:00.000Z' },
      0,
    );
    return server;
  };
  const head = async (): Promise<Checkpoint | undefined> =>
    size === 0 ? undefined : signCheckpoint({ size, root: Buffer.alloc(32, size) }, key);
  const run = (asked: Parameters<typeof anchorDue>[1] = 'due'): Promise<readonly AnchorOutcome[]> =>
    anchorDue({ store, worker, client, clock, nonce: () => randomBytes(16), checkpoint: head, everyMs: DAY }, asked);
  const statuses = (): ReturnType<typeof authorityStatus> => authorityStatus(store, size, clock.now());

  test('a checkpoint is stamped by all authorities, with chain and revocation kept, and again once a day only when the log grew', async () => {
    const one = await serve('one', { names: 'ocsp', intermediate: true });
    const two = await serve('two', { names: 'crl', key: 'rsa' }, false);
    expect(await run()).toHaveLength(2);
    const anchors = await store.anchors.anchorsAfter(0, 10);
    expect(anchors.map(({ authority, size: entries, ocsp, crl }) => [authority, entries, ocsp !== null, crl !== null])).toEqual(
      expect.arrayContaining([
        ['one', 3, true, false],
        ['two', 3, false, true],
      ]),
    );
    for (const anchor of anchors) {
      const { authority } = anchor.authority === 'one' ? one : two;
      expect(anchor.chain.match(/BEGIN CERTIFICATE/g)).toHaveLength(anchor.authority === 'one' ? 3 : 2);
      expect(authority.verifies(anchor.response, Buffer.from(anchor.checkpoint))).toBe(true);
      expect(verifyAnchor(anchor, authority.root)).toMatchObject({ status: 'pass', revocation: 'good', at: anchor.at });
    }
    expect(await statuses()).toMatchObject([
      {
        name: 'one',
        state: 'anchored',
        warnings: [],
        newest: { size: 3, trusted: true, revocation: 'good', authority: 'Test TSA (Tests)' },
      },
      { name: 'two', newest: { trusted: false } },
    ]);
    aheadMs = DAY + 1;
    expect(await run()).toEqual([]);
    size = 5;
    expect(await run()).toHaveLength(2);
    size = 6;
    expect(await run()).toEqual([]);
    expect((await statuses()).map(({ state, anchoredSize }) => [state, anchoredSize])).toEqual([
      ['anchored', 5],
      ['anchored', 5],
    ]);
  });

  test.each([
    ['an error', () => 500, /status 500/],
    ['a redirect', () => 302, /to https:\/\/elsewhere\.example\/: add that address instead/],
    ['noise', () => Buffer.from('<html>welcome</html>'), /does not hold/],
    ['an old answer', undefined, /nonce/],
    ['an answer cut short', (own: Buffer) => own.subarray(0, own.length - 9), /does not hold/],
  ] as const)('%s is kept out, told of, and asked again with back-off until it is right', async (what, answer, why) => {
    const server = await serve('one');
    const good = await serve('two');
    const old = server.authority.stamp(server.authority.query(Buffer.from((await head())?.text ?? ''), '-cert'));
    server.answer = (request) => (what === 'an old answer' ? old : (answer?.(server.authority.stamp(request)) ?? 500));
    expect(await run()).toMatchObject([{ why: expect.stringMatching(why) }, { anchor: { authority: 'two' } }]);
    expect((await store.anchors.anchorsAfter(0, 10)).map(({ authority }) => authority)).toEqual(['two']);
    expect(await statuses()).toMatchObject([{ state: 'failing', errorStreak: 1, lastError: expect.stringMatching(why) }, {}]);
    expect(await run()).toEqual([]);
    aheadMs = 61_000;
    expect(await run()).toHaveLength(1);
    aheadMs += 61_000;
    expect(await run()).toEqual([]);
    server.answer = undefined;
    aheadMs += 60_000;
    expect(await run()).toMatchObject([{ anchor: { authority: 'one', size: 3 } }]);
    expect((await statuses())[0]).toMatchObject({ state: 'anchored', errorStreak: 0, lastError: null });
    expect(good.requests.filter((request) => request === 'POST /tsr')).toHaveLength(1);
  });

  test('an authority that is revoked is told of and keeps nothing from then on; one that does not lead to its --ca neither', async () => {
    const server = await serve('one', { names: 'both' });
    await run();
    server.authority.revoke('tsa', 'cessationOfOperation');
    size = 4;
    expect(await run('all')).toMatchObject([{ why: expect.stringMatching(/was revoked, by the OCSP answer, since/) }]);
    expect(await store.anchors.anchorsAfter(0, 10)).toHaveLength(1);
    expect(await statuses()).toMatchObject([{ state: 'failing', newest: { size: 3, revocation: 'good' } }]);

    const stranger = await serve('two');
    await store.anchors.removeAuthority('two');
    await store.anchors.addAuthority(
      { name: 'two', url: stranger.url, roots: server.authority.root, allowPrivate: true, addedAt: '2026-11-26T00:00:00.000Z' },
      0,
    );
    expect(await run({ name: 'two' })).toMatchObject([{ why: expect.stringMatching(/no path leads/) }]);
  });

  test('nor one whose issuer was revoked', async () => {
    const server = await serve('one', { names: 'crl', intermediate: true });
    expect(await run()).toMatchObject([{ anchor: { authority: 'one' } }]);
    server.authority.revoke('sub', 'CACompromise', 'root');
    size = 4;
    expect(await run('all')).toMatchObject([
      { why: expect.stringMatching(/Test intermediate .* above it was revoked, by the revocation list/) },
    ]);
    expect(await store.anchors.anchorsAfter(0, 10)).toHaveLength(1);
  });

  test('a certificate that the answer leaves out is fetched, from the authority and from nowhere private else', async () => {
    const server = await serve('one', { intermediate: true });
    server.answer = (request) => server.authority.stampBare(request);
    await run();
    const [anchor] = await store.anchors.anchorsAfter(0, 1);
    expect(anchor?.chain.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    expect(server.requests).toContain('GET /issuer');
    const shut = await serve('two');
    await store.anchors.removeAuthority('two');
    await store.anchors.addAuthority(
      { name: 'two', url: shut.url, roots: null, allowPrivate: false, addedAt: '2026-11-26T00:00:00.000Z' },
      0,
    );
    expect(await run({ name: 'two' })).toMatchObject([{ why: expect.stringMatching(/private|loopback|127/) }]);
    expect(shut.requests).toEqual([]);
  });

  test('an authority whose certificate ran out is warned of', async () => {
    await serve('one', { days: [-10, 20] });
    await run();
    expect((await statuses())[0]?.warnings).toEqual([expect.stringMatching(/^its certificate expires on /)]);
    aheadMs = 30 * DAY;
    expect((await statuses())[0]?.warnings).toEqual([expect.stringMatching(/^its certificate expired on /)]);
  });

  test('nothing is asked before the log has an entry', async () => {
    const server = await serve('one');
    size = 0;
    expect(await run('all')).toEqual([]);
    expect(server.requests).toEqual([]);
    expect((await statuses())[0]).toMatchObject({ state: 'new', newest: null });
  });
});
