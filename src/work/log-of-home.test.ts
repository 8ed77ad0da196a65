import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '../model/config.ts';
import { findLog, homePaths, openHome, type OpenHome } from './home.ts';
import { openLogOfHome, type LogOfHome } from './log-of-home.ts';
import { verifyHome } from './verify-home.ts';

let folder: string;
let home: OpenHome;
let log: LogOfHome;
let notes: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-log-'));
  home = await openHome(homePaths(folder), { create: true });
  notes = [];
  log = await openLogOfHome(home, loadConfig({ env: {}, overrides: {} }), undefined, undefined, (message) => notes.push(message));
  await grow(300);
  await log.keeper.signNow();
});
afterEach(async () => {
  await home.store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function grow(entries: number): Promise<void> {
  for (let n = 0; n < entries; n += 1)
    await home.store.recordEvent({ type: 'event', event: 'online', at: '2026-01-01T00:00:00.000Z', detail: `event ${n}` });
}

const files = (pattern: RegExp): readonly string[] =>
  readdirSync(join(folder, 'log'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, 'log', name))
    .filter((name) => pattern.test(name) && statSync(name).isFile());
const verify = async () => verifyHome(home, home.paths, await findLog(home.paths), undefined, () => undefined);

test.each([
  ['torn', (file: string) => truncateSync(file, 10)],
  ['lost', (file: string) => rmSync(file)],
])('a tile that was %s is built anew from the entries', async (_, harm) => {
  for (const pattern of [/tile\/0\/001\.p/, /tile\/entries\/000$/]) {
    const [file] = files(pattern);
    harm(file ?? '');
    expect(await verify()).toMatchObject({ ok: false });
    await grow(1);
    // A damaged tile in the middle is no hindrance to signing; the edge is.
    await log.keeper.signNow();
    if (pattern.source.includes('entries'))
      await log.folder.rebuild(await home.store.logSize(), (from, to) => home.store.readLog(from, to));
    expect(await verify()).toMatchObject({ ok: true });
  }
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain('built anew');
});

test('entries that were edited are never signed, and the same refusal comes each time', async () => {
  const before = await log.folder.checkpoint();
  const db = new Database(join(folder, 'dualwatch.db'));
  db.exec("UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'event 299', 'event 298') AS BLOB) WHERE idx = 299");
  db.close();
  await grow(1);
  for (let n = 0; n < 2; n += 1) await expect(log.keeper.catchUp()).rejects.toMatchObject({ code: 'evidence-invalid' });
  expect(await log.folder.checkpoint()).toEqual(before);
  expect(notes).toEqual([]);
});
