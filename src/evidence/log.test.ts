import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { describeWithShared } from '../../test/shared-data.ts';
import type { LogEntry } from '../store/evidence-port.ts';
import type { EntryReader } from './entry-reader.ts';
import type { FileLayer } from './file-layer.ts';
import { ForgetfulFiles, PowerLoss } from './forgetful-files.ts';
import { LogFolder } from './log-folder.ts';
import { LogKey } from './log-key.ts';
import { leafHash } from './merkle.ts';
import { nodeFiles } from './node-files.ts';
import { tilePath } from './tiles.ts';
import { verifyTlogProof } from './tlog-proof.ts';
import { verifyLog } from './verify-log.ts';
import type { LogVerdict } from './verify-log.ts';

const FOLDER = '/home/log';
const key = new LogKey('example.org/evidence', Buffer.alloc(32, 3));

/** Entries as the store would give them; `edit` replaces or (undefined) deletes one. */
function entriesOf(size: number, edits: ReadonlyMap<number, string | undefined> = new Map()): EntryReader {
  return async (from, to) => {
    const batch: LogEntry[] = [];
    for (let index = from; index < Math.min(to, size); index += 1) {
      const text = edits.has(index) ? edits.get(index) : `{"kind":"capture","n":${index}}`;
      if (text !== undefined) batch.push({ index, bytes: Buffer.from(text) });
    }
    return batch;
  };
}

async function verify(
  files: FileLayer,
  entries: number,
  readEntries: EntryReader = entriesOf(entries),
  earlier?: string,
): Promise<LogVerdict> {
  return verifyLog({
    files,
    folder: FOLDER,
    verifier: key.verifier,
    entries,
    readEntries,
    ...(earlier === undefined ? {} : { earlier: [{ what: 'the earlier checkpoint', text: earlier }] }),
  });
}

/** A string that holds these words, for a matcher: its own type is `any`. */
function containing(words: string): unknown {
  return expect.stringContaining(words);
}

/** Bytes in place of a file's, as an editor with access to the disk would. */
async function overwrite(files: FileLayer, path: string, change: (bytes: Buffer) => Uint8Array): Promise<void> {
  const bytes = Buffer.from((await files.read(path)) ?? []);
  await files.unlink(path);
  await files.writeSynced(path, change(bytes));
}

describe('publishing the log', () => {
  test('step by step, at once, and appended: the same tiles, bit for bit', async () => {
    const steps = [1, 2, 255, 256, 257, 300, 512, 700, 70_000];
    const [stepwise, appended, atOnce] = [new ForgetfulFiles(), new ForgetfulFiles(), new ForgetfulFiles()];
    const read = entriesOf(70_000);
    let done = 0;
    for (const size of steps) {
      await new LogFolder(stepwise, FOLDER, key).extend(size, read);
      // Overlapping by some: what is there already is compared and left.
      await new LogFolder(appended, FOLDER, key).append(await read(Math.max(0, done - 3), size));
      done = size;
    }
    await new LogFolder(atOnce, FOLDER, key).extend(70_000, read);
    expect(stepwise.contents()).toEqual(atOnce.contents());
    expect(appended.contents()).toEqual(atOnce.contents());
    expect([...atOnce.contents().keys()].filter((path) => path.includes('.p/')).toSorted()).toEqual(
      ['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1', 'tile/entries/273.p/112'].map((path) => `${FOLDER}/${path}`),
    );
    expect(await verify(atOnce, 70_000)).toMatchObject({ holds: true, pending: 0 });
  });

  test('appending reads as few files of a long log as of a short one', async () => {
    const touched = async (size: number): Promise<number> => {
      const files = new ForgetfulFiles();
      await new LogFolder(files, FOLDER, key).extend(size, entriesOf(size));
      let reads = 0;
      const asked: (readonly [number, number])[] = [];
      const counting: FileLayer = new Proxy(files, {
        get: (target, name: keyof FileLayer) => {
          if (name === 'read') reads += 1;
          return target[name].bind(target);
        },
      });
      await new LogFolder(counting, FOLDER, key).extend(size + 100, async (from, to) => {
        asked.push([from, to]);
        return entriesOf(size + 100)(from, to);
      });
      expect(asked).toEqual([[size - (size % 256), size + 100]]);
      return reads;
    };
    expect(await touched(70_000)).toBeLessThanOrEqual((await touched(300)) + 3);
  });

  test('the same size again changes nothing; a smaller one is refused', async () => {
    const files = new ForgetfulFiles();
    const log = new LogFolder(files, FOLDER, key);
    const first = await log.extend(300, entriesOf(300));
    const { operations } = files;
    expect((await log.extend(300, entriesOf(300))).text).toBe(first.text);
    expect((await log.append(await entriesOf(300)(200, 300))).text).toBe(first.text);
    expect(files.operations).toBe(operations);
    await expect(log.extend(299, entriesOf(299))).rejects.toThrow(/cut short.*300 entries, and 299 are left/);
    expect((await log.checkpoint())?.size).toBe(300);
  });

  test('an entry edited after it was signed, a gap and an altered tile stop it before anything is signed', async () => {
    const files = new ForgetfulFiles();
    const log = new LogFolder(files, FOLDER, key);
    await log.extend(300, entriesOf(300));
    await expect(log.extend(400, entriesOf(400, new Map([[290, 'edited']])))).rejects.toThrow(/Entry 290 is not the one/);
    await expect(log.append([{ index: 5, bytes: Buffer.from('edited') }])).rejects.toThrow(/Entry 5 is not the one/);
    await expect(log.extend(400, entriesOf(400, new Map([[350, undefined]])))).rejects.toThrow(/entry 350 of the log is missing/);
    await expect(log.append([{ index: 301, bytes: Buffer.from('later') }])).rejects.toThrow(/entry 300 of the log is missing/);
    await overwrite(files, `${FOLDER}/tile/1/000.p/1`, (bytes) => bytes.fill(1, 0, 1));
    await expect(log.extend(400, entriesOf(400))).rejects.toThrow(/do not lead to the root of its checkpoint/);
    expect((await log.checkpoint())?.size).toBe(300);
  });

  test('tiles lost or damaged are built anew; edited entries are not made good', async () => {
    const files = new ForgetfulFiles();
    const log = new LogFolder(files, FOLDER, key);
    await log.extend(1000, entriesOf(1000));
    const before = files.contents();
    await files.unlink(`${FOLDER}/tile/0/001`);
    await overwrite(files, `${FOLDER}/tile/entries/002`, (bytes) => bytes.fill(0, 100, 110));
    await expect(log.rebuild(1000, entriesOf(1000, new Map([[4, 'edited']])))).rejects.toThrow(/Nothing was rebuilt/);
    await log.rebuild(1000, entriesOf(1000));
    expect(files.contents()).toEqual(before);
    const fresh = new ForgetfulFiles();
    await new LogFolder(fresh, FOLDER, key).rebuild(1000, entriesOf(1000));
    expect(fresh.contents()).toEqual(before);
  });

  test('proofs hold for every kind of place, and a damaged tile gives none', async () => {
    const files = new ForgetfulFiles();
    const log = new LogFolder(files, FOLDER, key);
    const early = await log.extend(300, entriesOf(300));
    await log.extend(1000, entriesOf(1000));
    for (const index of [0, 255, 256, 299, 700, 999]) {
      expect(verifyTlogProof(await log.proveInclusion(index), Buffer.from(`{"kind":"capture","n":${index}}`), key.verifier).index).toBe(
        index,
      );
    }
    expect((await log.proveConsistency(early)).length).toBeGreaterThan(0);
    await expect(log.proveInclusion(1000)).rejects.toThrow(/in no checkpoint yet/);
    await overwrite(files, `${FOLDER}/tile/0/000`, (bytes) => bytes.fill(9, 32 * 7, 32 * 8));
    await expect(log.proveInclusion(6)).rejects.toThrow(/leads to another root/);
  });
});

describe('verifying the log', () => {
  const SIZE = 1000;
  async function published(): Promise<ForgetfulFiles> {
    const files = new ForgetfulFiles();
    await new LogFolder(files, FOLDER, key).extend(SIZE, entriesOf(SIZE));
    return files;
  }

  test.each([0, 1, 255, 256, 700, 767, 768, 999])('entry %i edited, deleted, or its leaf altered: it is the one named', async (index) => {
    const files = await published();
    expect(await verify(files, SIZE, entriesOf(SIZE, new Map([[index, 'edited']])))).toMatchObject({
      holds: false,
      index,
      why: containing('not the one that was logged'),
    });
    expect(await verify(files, SIZE, entriesOf(SIZE, new Map([[index, undefined]])))).toMatchObject({
      holds: false,
      index,
      why: containing('missing'),
    });
    const tile = index < 768 ? { level: 0, index: Math.floor(index / 256), width: 256 } : { level: 0, index: 3, width: 232 };
    await overwrite(files, `${FOLDER}/${tilePath(tile)}`, (bytes) => bytes.fill(1, (index % 256) * 32, (index % 256) * 32 + 1));
    expect(await verify(files, SIZE)).toMatchObject({ holds: false, index, why: containing('the tile was altered') });
  });

  test('of two faults the first is named', async () => {
    expect(
      await verify(
        await published(),
        SIZE,
        entriesOf(
          SIZE,
          new Map([
            [800, 'x'],
            [300, 'y'],
            [310, 'z'],
          ]),
        ),
      ),
    ).toMatchObject({ holds: false, index: 300 });
  });

  test('every file matters: none can be altered, shortened or taken away unseen', async () => {
    const names = [...(await published()).contents().keys()];
    expect(names).toHaveLength(4 + 1 + 4 + 1);
    for (const path of names) {
      for (const change of [
        (bytes: Buffer) => bytes.fill(bytes.readUInt8(20) ^ 1, 20, 21),
        (bytes: Buffer) => bytes.subarray(0, -1),
        (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)]),
      ]) {
        const files = await published();
        await overwrite(files, path, change);
        expect(await verify(files, SIZE), path).toMatchObject({ holds: false });
      }
      const files = await published();
      await files.unlink(path);
      expect(await verify(files, SIZE), path).toMatchObject({ holds: false });
    }
  });

  test('a log cut short, tiles and checkpoint with it, is found against an earlier checkpoint only', async () => {
    const earlier = (await published()).contents().get(`${FOLDER}/checkpoint`);
    const cut = new ForgetfulFiles();
    await new LogFolder(cut, FOLDER, key).extend(600, entriesOf(600));
    expect(await verify(cut, 600)).toMatchObject({ holds: true });
    expect(await verify(cut, 600, entriesOf(600), Buffer.from(earlier ?? []).toString())).toMatchObject({
      holds: false,
      index: 600,
      why: containing('missing'),
    });
    expect(await verify(cut, SIZE, entriesOf(SIZE), Buffer.from(earlier ?? []).toString())).toMatchObject({
      holds: false,
      index: 600,
      why: containing('rolled back'),
    });
  });

  test('a log rewritten as a whole is found against an earlier checkpoint, and the range is named', async () => {
    const earlier = (await new LogFolder(new ForgetfulFiles(), FOLDER, key).extend(600, entriesOf(600))).text;
    const rewritten = entriesOf(SIZE, new Map([[42, 'edited']]));
    const files = new ForgetfulFiles();
    await new LogFolder(files, FOLDER, key).extend(SIZE, rewritten);
    expect(await verify(files, SIZE, rewritten)).toMatchObject({ holds: true });
    expect(await verify(files, SIZE, rewritten, earlier)).toMatchObject({
      holds: false,
      index: 0,
      why: containing('an entry from 0 to 599 was rewritten'),
    });
    expect(await verify(await published(), SIZE, entriesOf(SIZE), earlier)).toMatchObject({ holds: true });
    expect(await verify(files, SIZE, rewritten, `${earlier}x`)).toMatchObject({
      holds: false,
      index: null,
      why: containing('earlier checkpoint'),
    });
  });

  test('entries not yet published are pending, also before the first publication', async () => {
    expect(await verify(await published(), SIZE + 7)).toMatchObject({ holds: true, pending: 7 });
    expect(await verify(new ForgetfulFiles(), 0)).toEqual({ holds: true, checkpoint: null, pending: 0 });
    expect(await verify(new ForgetfulFiles(), 3)).toEqual({ holds: true, checkpoint: null, pending: 3 });
  });
});

describe('loss of power', () => {
  /** A disk on which the home, but nothing of the log, is there to stay. */
  async function disk(): Promise<ForgetfulFiles> {
    const files = new ForgetfulFiles();
    await files.makeFolder('/home');
    await files.syncFolder('/');
    return files;
  }

  const SURVIVALS: readonly ((path: string) => boolean)[] = [
    () => false,
    () => true,
    (path) => leafHash(Buffer.from(path)).readUInt8(0) < 128,
  ];

  test.each([0, 250])(
    'at every operation of publishing 800 entries on top of %i: a checkpoint with all that it needs, and the next run goes on',
    async (start) => {
      const begun = async (): Promise<ForgetfulFiles> => {
        const files = await disk();
        if (start > 0) await new LogFolder(files, FOLDER, key).extend(start, entriesOf(start));
        return files;
      };
      const whole = await begun();
      const before = whole.operations;
      await new LogFolder(whole, FOLDER, key).extend(800, entriesOf(800));
      const steps = whole.operations - before;
      expect(steps).toBeGreaterThan(20);
      for (const survives of SURVIVALS) {
        for (let step = 0; step < steps; step += 1) {
          const files = await begun();
          files.failAfter(step);
          await expect(new LogFolder(files, FOLDER, key).extend(800, entriesOf(800))).rejects.toBeInstanceOf(PowerLoss);
          files.crash(survives);
          expect(await verify(files, 800), `step ${step}`).toMatchObject({ holds: true });
          await new LogFolder(files, FOLDER, key).extend(800, entriesOf(800));
          files.crash();
          expect(await verify(files, 800), `step ${step}`).toMatchObject({ holds: true, pending: 0 });
        }
      }
    },
  );

  test('a checkpoint once returned is there after a crash', async () => {
    const files = await disk();
    for (const size of [1, 256, 257, 1000]) {
      const { text } = await new LogFolder(files, FOLDER, key).extend(size, entriesOf(size));
      files.crash();
      expect((await new LogFolder(files, FOLDER, key).checkpoint())?.text).toBe(text);
      expect(await verify(files, size)).toMatchObject({ holds: true, pending: 0 });
    }
  });
});

const goPresent = ((): boolean => {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!goPresent)('the checker of the Go project [needs go]', () => {
  describeWithShared('accepts what we write and refuses what we alter', 'peers/evidence/tlogcheck', (source) => {
    const folder = mkdtempSync(join(tmpdir(), 'dualwatch-tlog-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    test('inclusion and consistency', { timeout: 120_000 }, async () => {
      const checker = join(folder, 'tlogcheck');
      execFileSync('go', ['build', '-o', checker, '.'], { cwd: source });
      const path = (name: string, content: string | Uint8Array): string => {
        writeFileSync(join(folder, name), content);
        return join(folder, name);
      };
      const check = (...args: readonly string[]): string => execFileSync(checker, args, { encoding: 'utf8', stdio: 'pipe' });
      const log = new LogFolder(nodeFiles, join(folder, 'log'), key);
      const vkey = path('vkey', key.vkey);
      let older = await log.extend(1, entriesOf(1));
      for (const size of [2, 255, 256, 257, 1000, 66_000]) {
        const newer = await log.extend(size, entriesOf(size));
        const hashes = (await log.proveConsistency(older)).map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
        const heads = ['-old', path('old', older.text), '-new', path('new', newer.text)];
        expect(check('consistency', '-vkey', vkey, ...heads, '-hashes', path('hashes', hashes))).toContain(
          `the tree of ${size} entries extends the tree of ${older.size}`,
        );
        for (const index of [0, Math.floor(size / 2), size - 1]) {
          const [entry] = await entriesOf(size)(index, index + 1);
          const proof = path('proof', await log.proveInclusion(index));
          expect(check('proof', '-vkey', vkey, '-entry', path('entry', entry?.bytes ?? ''), '-proof', proof)).toContain(
            `entry ${index} is in the signed tree of ${size} entries`,
          );
          expect(() => check('proof', '-vkey', vkey, '-entry', path('entry', 'another'), '-proof', proof)).toThrow(/FAILED/);
        }
        older = newer;
      }
    });
  });
});
