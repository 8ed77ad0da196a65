import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/capture/clock.ts';
import { openUploads } from '../../src/work/uploads/uploads.ts';
import { CONTROLLED, serveListedHome, type ListedHome } from './listed-home.ts';

const TABLE = 'customer_no,name,country\n1,Arkadi Zhelvakov,RU\n2,Nobody At All,DE\n3,,CN\n';
const WITHIN_MS = 60_000;

interface Job {
  readonly id: string;
  readonly state: string;
  readonly receipt: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

describe('files of customers sent to the API', () => {
  let home: ListedHome;
  let now = Date.now();
  beforeAll(async () => void (home = await serveListedHome({ clock: { ...systemClock, now: () => now } })));
  afterAll(() => home.close());

  const send = (payload: string | Buffer, query = '', type = 'text/csv') =>
    home.app.inject({ method: 'POST', url: `/api/v1/screen/uploads${query}`, headers: { 'content-type': type }, payload });
  const get = (path: string) => home.app.inject(`/api/v1/screen/uploads${path}`);

  async function ended(id: string): Promise<Job & Record<string, unknown>> {
    for (;;) {
      const job = (await get(`/${id}`)).json<Job & Record<string, unknown>>();
      if (job.state === 'done' || job.state === 'failed') return job;
      await sleep(50);
    }
  }

  it(
    'screens one after the answer, gives its results as the command does, and logs the receipt',
    async () => {
      const answer = await send(TABLE, '?name=../my%20customers.csv&key=customer_no&column=name');
      expect([answer.statusCode, answer.json<Job>().state]).toEqual([202, 'waiting']);
      const { id } = answer.json<Job>();
      expect(answer.headers.location).toBe(`/api/v1/screen/uploads/${id}`);
      expect((await get(`/${id}/results`)).statusCode).toBe(409);
      expect(await ended(id)).toMatchObject({ state: 'done', rows: 3, hits: 1, share: 1, by: 'local', name: 'my_customers.csv' });
      const results = await get(`/${id}/results`);
      expect(results.headers['content-disposition']).toContain('.csv');
      expect(results.body).toMatch(/^row,key,name,rank,match,score,/);
      expect(results.body).toMatch(/\n1,1,Arkadi Zhelvakov,1,/);
      const { receipt } = await ended(id);
      expect((await home.app.inject(`/api/v1/receipts/${receipt}`)).json()).toMatchObject({
        file: { name: 'my_customers.csv', bytes: TABLE.length },
        counts: { rows: 3, unreadable: 1, hits: 1 },
      });
    },
    WITHIN_MS,
  );

  it('says how a file would be read before it is sent', async () => {
    const preview = async (payload: string | Buffer, query = '', type = 'text/csv') =>
      home.app.inject({ method: 'POST', url: `/api/v1/screen/uploads/columns${query}`, headers: { 'content-type': type }, payload });
    expect((await preview(TABLE, '?name=my.csv')).json()).toEqual({
      format: 'csv',
      charset: 'utf-8',
      delimiter: ',',
      header: true,
      columns: ['customer_no', 'name', 'country'],
      read: { name: 'name' },
      proposed: { country: 'country', key: 'customer_no' },
      rows: [
        ['1', 'Arkadi Zhelvakov', 'RU'],
        ['2', 'Nobody At All', 'DE'],
        ['3', '', 'CN'],
      ],
      problem: null,
    });
    const unnamed = (await preview('Beta LLC;RU\nGamma;CN\nDelta;KZ\n', '?name=list.csv')).json<Record<string, unknown>>();
    expect(unnamed).toMatchObject({ header: false, columns: ['1', '2'], read: {}, problem: expect.stringContaining('list.csv') as string });
    expect((await preview('Beta LLC;RU\nGamma;CN\nDelta;KZ\n', '?column=1&country=2')).json()).toMatchObject({
      read: { name: '1', country: '2' },
      problem: null,
      rows: [['Beta LLC', 'RU'], expect.any(Array), expect.any(Array)],
    });
    expect((await preview('{"name":"a","ids":[1,2]}\n', '', 'application/x-ndjson')).json()).toMatchObject({
      format: 'jsonl',
      rows: [['a', '[1,2]']],
    });
    const workbook = await preview(Buffer.from('504b030414000600080000', 'hex'), '?name=x.xlsx', 'application/octet-stream');
    expect([workbook.statusCode, workbook.json<{ detail: string }>().detail]).toEqual([
      422,
      expect.stringMatching(/^x\.xlsx is /) as string,
    ]);
    expect((await preview(Buffer.alloc(1024 ** 2 + 1, 0x61))).statusCode).toBe(413);
    expect((await preview('')).statusCode).toBe(422);
  });

  it(
    'takes gzip and JSON lines, several in a line, and keeps a set where that is asked',
    async () => {
      const lines = ['{"name":"广州海格通信集团"}', '{"name":"somebody"}'].join('\n');
      const jobs = [
        await send(gzipSync(lines), '?format=json&keep=mine', 'application/gzip'),
        await send(lines, '?format=json', 'application/x-ndjson'),
      ].map((answer) => answer.json<Job>().id);
      for (const id of jobs) expect(await ended(id)).toMatchObject({ state: 'done', rows: 2, hits: 1 });
      const rows = (await get(`/${jobs[0]}/results`)).body.trim().split('\n');
      expect(rows.map((row) => (JSON.parse(row) as { row: number }).row)).toEqual([1, 2]);
      expect((await home.app.inject('/api/v1/sets')).json()).toMatchObject({ items: [{ name: 'mine', rows: 2 }] });
      expect((await get('')).json()).toMatchObject({ total: 3 });

      const rescreen = async () => (await home.app.inject({ method: 'POST', url: '/api/v1/rescreen', payload: {} })).json<object>();
      expect(await rescreen()).toMatchObject({ customers: { rows: 2, screened: 0, changed: 0, told: [] } });
      await home.put('controlled', CONTROLLED.slice(1));
      expect(await rescreen()).toMatchObject({
        customers: { changed: 1, told: [{ set: 'mine', removed: [{ id: 'controlled:k1' }], added: [] }] },
      });
    },
    WITHIN_MS,
  );

  it(
    'says why one cannot be screened, without a path of the server',
    async () => {
      const { id } = (await send(TABLE, '?column=firm')).json<Job>();
      const { state, error } = await ended(id);
      expect([state, error?.code]).toEqual(['failed', 'usage']);
      expect(error?.message).not.toContain(home.home.paths.home);
      expect((await get(`/${id}/results`)).statusCode).toBe(409);
    },
    WITHIN_MS,
  );

  it('refuses what is no file, and what is too large, and leaves nothing of it', async () => {
    const before = readdirSync(join(home.home.paths.home, 'uploads')).length;
    expect((await send('')).statusCode).toBe(422);
    expect((await send('{"name":"x"}', '', 'application/json')).statusCode).toBe(415);
    expect((await send(TABLE, '?replace=true')).statusCode).toBe(400);
    expect((await send(Buffer.alloc(5 * 1024 * 1024, 'x'))).statusCode).toBe(413);
    expect(readdirSync(join(home.home.paths.home, 'uploads')).length).toBe(before);
    for (const id of ['nothing', '../..', '00000000-0000-4000-8000-000000000000'])
      expect((await get(`/${encodeURIComponent(id)}`)).statusCode).toBe(404);
  });

  it('leaves nothing of a sender who goes away', async () => {
    await home.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = home.app.server.address() as AddressInfo;
    const before = readdirSync(join(home.home.paths.home, 'uploads')).length;
    const sender = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/v1/screen/uploads',
      headers: { 'content-type': 'text/csv' },
    });
    sender.on('error', () => undefined);
    sender.write(TABLE.repeat(1000));
    await sleep(300);
    sender.destroy();
    for (let waits = 0; waits < 100 && readdirSync(join(home.home.paths.home, 'uploads')).length > before; waits += 1) await sleep(50);
    expect(readdirSync(join(home.home.paths.home, 'uploads')).length).toBe(before);
  });

  it(
    'removes one when it is asked, and all after a day; what waited when the server stopped is screened when it begins again',
    async () => {
      const { id } = (await send(TABLE)).json<Job>();
      expect((await home.app.inject({ method: 'DELETE', url: `/api/v1/screen/uploads/${id}` })).statusCode).toBe(204);
      expect(existsSync(join(home.home.paths.home, 'uploads', id))).toBe(false);

      const parts = {
        home: home.home.paths.home,
        clock: { ...systemClock, now: () => now },
        note: () => undefined,
        onRecorded: () => undefined,
      };
      const stopped = openUploads(parts);
      const asked = { columns: {}, format: 'csv', threshold: 0.7, limit: 10, keep: null, replace: false } as const;
      const left = await stopped.receive([Buffer.from(TABLE)] as unknown as AsyncIterable<Uint8Array>, {
        name: 'left.csv',
        by: 'a',
        asked,
      });
      await stopped.close();
      const begun = openUploads(parts);
      begun.begin();
      while ((await begun.job(left.id)).state !== 'done') await sleep(50);
      expect(await begun.job(left.id)).toMatchObject({ rows: 3, hits: 1 });
      await begun.close();

      now += 25 * 3_600_000;
      const later = openUploads(parts);
      later.begin();
      while ((await later.list()).length > 0) await sleep(50);
      await later.close();
      expect(readdirSync(join(home.home.paths.home, 'uploads'))).toEqual([]);
    },
    WITHIN_MS,
  );
});
