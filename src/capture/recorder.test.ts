import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../model/digest.ts';
import { capturePath, writeCaptures } from '../evidence/capture-files.ts';
import { DurableWriter } from '../evidence/durable-files.ts';
import { ForgetfulFiles, PowerLoss } from '../evidence/forgetful-files.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { NoticeClaim, Store } from '../store/port.ts';
import { iso, request, settings, T0, visit, WORKER, check, item, capture } from '../../test/contract/watcher.ts';
import { recordVisits, type CaptureFolder, type ToRecord } from './recorder.ts';

const HOME = '/home';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-recorder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the order of acknowledgement', () => {
  it('never logs a capture whose file a loss of power takes away, wherever it strikes', async () => {
    let operations = Number.POSITIVE_INFINITY;
    for (let at = 0; at <= operations; at += 1) {
      const files = new ForgetfulFiles();
      const store = await openSqliteStore(join(folder, `${at}.db`), { create: true });
      const batch = await threeVisits(store);
      files.failAfter(at);
      const recorded = await recordVisits(store, captureFolder(files), batch).catch((error: unknown) => {
        expect(error).toBeInstanceOf(PowerLoss);
        return undefined;
      });
      if (recorded !== undefined) operations = at;
      files.crash();
      await expectWhole(store, files, batch, recorded !== undefined);
      await store.close();
    }
    // Three files are written, renamed and their folders synced: the power had many moments to go.
    expect(operations).toBeGreaterThan(8);
  });

  it('deletes what the policy drops only after the commit that says so', async () => {
    const store = await openSqliteStore(join(folder, 'drop.db'), { create: true });
    const acts: string[] = [];
    const watched: Pick<Store, 'recordVisits'> = {
      recordVisits: async (visits) => {
        const answer = await store.recordVisits(visits);
        acts.push('committed');
        return answer;
      },
    };
    const folderOf: CaptureFolder = { keep: async () => void acts.push('kept'), drop: async () => void acts.push('dropped') };
    const [older, newer] = await threeVisits(store);
    if (newer?.visit.kind !== 'notice' || !newer.file || !older?.file) throw new Error('no visit');
    const drop = { sha256: older.file.sha256, keptInstead: newer.file.sha256, reason: 'test' };
    await recordVisits(watched, folderOf, [older, { ...newer, visit: { ...newer.visit, drop } }]);
    expect(acts).toEqual(['kept', 'committed', 'dropped']);
    await store.close();
  });
});

function captureFolder(files: ForgetfulFiles): CaptureFolder {
  const writer = new DurableWriter(files, HOME);
  return { keep: (captures) => writeCaptures(writer, captures), drop: async () => undefined };
}

/** Three notices of three hosts, claimed and visited, each with a capture whose file is its own bytes. */
async function threeVisits(store: Store): Promise<readonly ToRecord[]> {
  await store.register(WORKER);
  const urls = ['https://a.example/1', 'https://b.example/1', 'https://c.example/1'];
  const source = await store.addSource(settings('https://feed.example/'), iso(T0), { at: T0, class: 'check', rank: 0, intervalMs: 1000 });
  const [claim] = await store.claimDue(request(T0));
  if (claim?.kind !== 'source' || claim.source.id !== source.id) throw new Error('the source is not due');
  await store.recordVisits([
    check(
      claim,
      T0,
      urls.map((url) => item(url)),
    ),
  ]);
  const claims = (await store.claimDue(request(T0 + 5000))).filter((one): one is NoticeClaim => one.kind === 'notice');
  expect(claims).toHaveLength(3);
  return claims.map((one) => {
    const bytes = Buffer.from(`WARC of ${one.url}`);
    const digest = sha256(bytes);
    return {
      visit: visit(one, T0 + 6000, {}, { capture: capture(one, T0 + 6000, { sha256: digest, bytes: bytes.length }) }),
      file: { sha256: digest, bytes },
    };
  });
}

async function expectWhole(store: Store, files: ForgetfulFiles, batch: readonly ToRecord[], acknowledged: boolean): Promise<void> {
  const logged = await store.capturesFrom(0, 100);
  const made = new Map(batch.map(({ file }) => [file?.sha256, file?.bytes]));
  for (const row of logged.filter((one) => made.has(one.sha256))) {
    expect(await files.read(join(HOME, capturePath(row.sha256)))).toEqual(made.get(row.sha256));
  }
  if (acknowledged) expect(logged.filter((one) => made.has(one.sha256))).toHaveLength(batch.length);
}
