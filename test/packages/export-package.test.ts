import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { claimOf, fillHome, visitOf, warcOf } from '../../bench/package/fill-home.ts';
import { loadConfig } from '../../src/model/config.ts';
import type { Digest } from '../../src/model/digest.ts';
import type { Store } from '../../src/store/port.ts';
import { writeCaptures } from '../../src/evidence/capture-files.ts';
import { DurableWriter } from '../../src/evidence/durable-files.ts';
import { nodeFiles } from '../../src/evidence/node-files.ts';
import { exportPackage, type ExportRequest } from '../../src/work/export/export-package.ts';
import { homePaths, openHome } from '../../src/work/home.ts';
import { runCommand } from '../e2e/command.ts';
import { unpack } from '../e2e/unpack.ts';

const CAPTURES = 12;
const LATER = Date.parse('2026-02-01T00:00:00Z');

describe('a package under way', () => {
  const folders: string[] = [];
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dualwatch-export-'));
    folders.push(folder);
    file = join(folder, 'out.wacz');
    await fillHome(folder, { captures: CAPTURES, notices: 3, pageBytes: 20_000 });
  });
  afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true, force: true })));

  async function exportAll(more: Partial<ExportRequest> = {}, store?: Store) {
    const home = await openHome(homePaths(folder), { create: false });
    try {
      const notices = [];
      for await (const { id } of home.store.listNotices({})) notices.push(id);
      const request = { notices, file, force: false, reveal: false, by: null, signal: new AbortController().signal };
      return await exportPackage({ ...home, store: store ?? home.store }, home.paths, loadConfig({ env: {} }), {
        ...request,
        onProgress: () => undefined,
        ...more,
      });
    } finally {
      await home.store.close();
    }
  }

  /** What another process does beside: a visit whose bytes take the place of the first capture of the notice. */
  async function dropFirst(path: string): Promise<Digest> {
    const home = await openHome(homePaths(folder), { create: false });
    const url = `http://127.0.0.1${path}`;
    const claim = await claimOf(home.store, { id: 'other', pid: process.pid }, url, LATER);
    const [first] = await home.store.capturesOf(claim.noticeId);
    if (first === undefined) throw new Error('the notice has captures');
    const built = await warcOf(url, LATER, 20_000);
    await writeCaptures(new DurableWriter(nodeFiles, folder), [built]);
    const drop = { sha256: first.sha256, keptInstead: built.sha256, reason: 'test' };
    await home.store.recordVisits([{ ...visitOf(claim, LATER, built), drop }]);
    await home.store.close();
    rmSync(join(folder, first.warc ?? ''), { force: true });
    return first.sha256;
  }

  it('holds what the home holds, names what was dropped, and is whole', async () => {
    const dropped = await dropFirst('/notice/1');
    const { info, bytes } = await exportAll();
    expect(info.captures).toBe(CAPTURES);
    expect(info.leftOut).toMatchObject([{ sha256: dropped, why: 'dropped' }]);
    expect(bytes).toBeGreaterThan(CAPTURES * 20_000);
    const ended = await runCommand(['verify', file]);
    expect(ended.code, ended.stdout).toBe(0);
  });

  it('names what was forgotten by order, and holds nothing of it', async () => {
    const home = await openHome(homePaths(folder), { create: false });
    const [row] = await home.store.capturesFrom(0, 1);
    await home.store.close();
    const forgotten = await runCommand(['--home', folder, 'forget', row?.sha256 ?? '', '--why', 'order 4 O 12/26', '--by', 'J. Editor']);
    expect(forgotten.code, forgotten.stderr).toBe(0);
    const { info } = await exportAll();
    expect(info.leftOut).toMatchObject([{ sha256: row?.sha256, why: 'forgotten' }]);
    expect((await unpack(file)).has(`archive/${row?.sha256}.warc.gz`)).toBe(false);
    expect((await unpack(file)).get('evidence/entries.jsonl')?.toString()).toContain('4 O 12/26');
    const ended = await runCommand(['verify', file]);
    expect(ended.code, ended.stdout).toBe(0);
  });

  it('is begun anew where a file is dropped while it is written', async () => {
    const home = await openHome(homePaths(folder), { create: false });
    const [row] = await home.store.capturesFrom(0, 1);
    // The file is found missing; by then the other process has said why.
    rmSync(join(folder, row?.warc ?? ''));
    let begun = 0;
    let dropped: Digest | undefined;
    const { store } = home;
    const meanwhile = new Proxy(store, {
      get: (target, name) => {
        if (name === 'evidenceRows')
          return async (from: number, to: number) => {
            dropped ??= await dropFirst(new URL(row?.url ?? '').pathname);
            return store.evidenceRows(from, to);
          };
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const { info } = await exportAll(
      { onProgress: (what) => void (begun += what.startsWith('1 of') && what.endsWith('captures') ? 1 : 0) },
      meanwhile,
    );
    await store.close();
    expect(begun).toBe(2);
    expect(dropped).toBe(row?.sha256);
    expect(info.leftOut).toMatchObject([{ sha256: dropped, why: 'dropped' }]);
    expect(info.captures).toBe(CAPTURES);
    const ended = await runCommand(['verify', file]);
    expect(ended.code, ended.stdout).toBe(0);
  });

  it('that is stopped leaves nothing', async () => {
    const stop = new AbortController();
    const stopped = exportAll({ signal: stop.signal, onProgress: (what) => what.startsWith('5 of') && stop.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'usage' });
    expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  it('of a log that was edited is refused', async () => {
    await exportAll();
    const db = new Database(join(folder, 'dualwatch.db'));
    db.prepare(`UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '"present"', '"removed"') AS BLOB) WHERE idx = 3`).run();
    db.close();
    await expect(exportAll({ force: true })).rejects.toMatchObject({ code: 'evidence-invalid' });
    expect((await unpack(file)).get('evidence/entries.jsonl')?.toString()).not.toContain('removed');
    expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual(['out.wacz']);
  });
});
