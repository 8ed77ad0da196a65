import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveAuthority } from '../../src/evidence/testing/authority-server.ts';
import { hasOpenssl } from '../../src/evidence/testing/openssl-authority.ts';
import { openApiJudge } from '../../src/server/testing/open-api-judge.ts';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import type { NoticeVerdict } from '../../src/work/verify-notice/notice-verdict.ts';

const PATH = '/api/v1/notices/{id}/verification';
const SLOW_MS = 120_000;

/** A real notice of two versions, and somebody who has been at the home's files and tables. */
describe('verification of one notice', () => {
  let home: ServedHome;
  let site: Server;
  let notice: string;
  let text = 'The buyer seeks radio equipment and a drone jammer as listed in the annex.';
  const judge = openApiJudge();

  beforeAll(async () => {
    site = createServer((request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="en"><head><title>Tender</title></head><body><h1>Tender</h1><p>${text}</p></body></html>`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    home = await serveNewHome({ env: { DUALWATCH_FETCH_PACE: '1ms' } });
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/one`;
    for (const version of [1, 2]) {
      const kept = await home.app.inject({ method: 'POST', url: '/api/v1/captures', payload: { url, allowPrivate: true } });
      notice = kept.json<{ id: string }>().id;
      text = `${text} Version ${version}.`;
    }
  }, SLOW_MS);
  afterAll(async () => {
    await home.close();
    site.close();
  });

  async function verified(): Promise<NoticeVerdict> {
    const answer = await home.app.inject({ method: 'POST', url: PATH.replace('{id}', notice) });
    expect([answer.statusCode, judge('POST', PATH, answer)], answer.body.slice(0, 500)).toEqual([200, []]);
    return answer.json();
  }
  const failed = ({ checks }: NoticeVerdict) => checks.filter(({ status }) => status === 'fail');

  it('holds: digests from the disk, inclusion, signature, and the text; what there is not is said', async () => {
    const verdict = await verified();
    expect(verdict).toMatchObject({
      ok: true,
      captures: [{ state: 'whole', logIndex: 0 }, { state: 'whole' }],
      entries: { checked: 4, of: 4 },
      checkpoint: { size: 4, text: expect.stringContaining('\n4\n') },
      stamps: [],
    });
    expect(verdict.checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'checkpoint pass',
      'log pass',
      'entries pass',
      'captures pass',
      'readings pass',
      'timestamp absent',
    ]);
    const none = await home.app.inject({ method: 'POST', url: PATH.replace('{id}', 'n0') });
    expect(none.statusCode).toBe(404);
  });

  /** What is found wrong while a file is other than it was. */
  async function altered(file: string, how: (bytes: Buffer) => Buffer | null): Promise<NoticeVerdict> {
    const path = join(home.home.paths.home, file);
    const before = readFileSync(path);
    const bytes = how(Buffer.from(before));
    if (bytes === null) rmSync(path);
    else writeFileSync(path, bytes);
    try {
      return await verified();
    } finally {
      writeFileSync(path, before);
    }
  }

  it('names the capture file that was altered, and the one that is gone', async () => {
    const [first] = await home.home.store.capturesOf((await home.home.store.findNotice(notice))?.id ?? ('' as never));
    const warc = first?.warc ?? '';
    const flipped = await altered(warc, (bytes) => {
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      return bytes;
    });
    expect(failed(flipped)).toEqual([{ name: 'captures', status: 'fail', where: warc, why: expect.stringContaining('was altered') }]);
    expect([flipped.ok, flipped.captures.map(({ state }) => state)]).toEqual([false, ['altered', 'whole']]);
    const gone = await altered(warc, () => null);
    expect(failed(gone)).toMatchObject([{ name: 'captures', where: warc, why: expect.stringContaining('is missing') }]);
    expect(JSON.stringify([flipped, gone])).not.toContain(home.home.paths.home);
  });

  it('names a checkpoint that nobody signed so, and entries that the signed log does not have', async () => {
    const forged = await altered('log/checkpoint', (bytes) => Buffer.from(bytes.toString().replace('\n4\n', '\n3\n')));
    expect(failed(forged)).toMatchObject([{ name: 'checkpoint', where: 'log/checkpoint' }]);
    expect(forged.checkpoint).toBeNull();
    const tile = await altered('log/tile/0/000.p/4', (bytes) => bytes.fill(7, 0, 1));
    expect(failed(tile)).toMatchObject([{ name: 'log', where: 'entry 0' }]);
  });

  it('names an entry that the database tells otherwise, and a text that was edited', async () => {
    const db = new Database(home.home.paths.database);
    db.exec("UPDATE observations SET state = 'removed' WHERE log_index = 1");
    const lied = await verified();
    db.exec("UPDATE observations SET state = 'present' WHERE log_index = 1");
    expect(failed(lied)).toMatchObject([{ name: 'entries', where: 'entry 1', why: expect.stringContaining('state was logged as') }]);
    const readings = db.prepare<[], { num: number; reading: string }>('SELECT num, reading FROM readings').all();
    db.exec("UPDATE readings SET reading = replace(reading, 'drone jammer', 'toy')");
    const edited = await verified();
    for (const { num, reading } of readings) db.prepare('UPDATE readings SET reading = ? WHERE num = ?').run(reading, num);
    db.close();
    expect(failed(edited)).toMatchObject([{ name: 'readings', why: expect.stringContaining('it was edited') }]);
    expect((await verified()).ok).toBe(true);
  });

  it.skipIf(!hasOpenssl)(
    'judges what authorities stamped [needs openssl]',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'dualwatch-stamps-'));
      const tsa = await serveAuthority(folder);
      const add = (name: string, ca?: string) =>
        home.app.inject({ method: 'POST', url: '/api/v1/anchors', payload: { url: tsa.url, name, ca, allowPrivate: true } });
      try {
        expect((await add('tsa-one')).statusCode).toBe(201);
        await home.app.inject({ method: 'POST', url: '/api/v1/anchors/tsa-one/stamp' });
        expect(await verified()).toMatchObject({ ok: true, stamps: [{ authority: 'tsa-one', size: 4, trusted: false }] });
        expect((await verified()).checks.at(-1)).toMatchObject({ name: 'timestamp', status: 'untrusted' });
        await home.app.inject({ method: 'DELETE', url: '/api/v1/anchors/tsa-one' });
        await add('tsa-two', tsa.authority.root);
        const trusted = await verified();
        expect([trusted.stamps.map((one) => one.trusted), trusted.checks.at(-1)]).toMatchObject([[true], { status: 'pass' }]);
        const db = new Database(home.home.paths.database);
        db.exec("UPDATE anchors SET at = '2020-01-01T00:00:00Z'");
        expect(failed(await verified())).toMatchObject([
          { name: 'timestamp', why: expect.stringContaining('the database says that it was made at') },
        ]);
        db.prepare('UPDATE anchors SET at = ?').run(trusted.stamps[0]?.at);
        expect((await verified()).ok).toBe(true);
        db.exec('UPDATE anchors SET response = CAST(substr(response, 1, length(response) - 40) || zeroblob(40) AS BLOB)');
        db.close();
        expect(failed(await verified())).toMatchObject([{ name: 'timestamp', where: expect.stringContaining('tsa-one') }]);
      } finally {
        await tsa.close();
        rmSync(folder, { recursive: true });
      }
    },
    SLOW_MS,
  );
});
