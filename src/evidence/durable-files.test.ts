import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { capturePath, writeCaptures } from './capture-files.ts';
import { DurableWriter } from './durable-files.ts';
import type { FileLayer } from './file-layer.ts';
import { ForgetfulFiles, PowerLoss } from './forgetful-files.ts';
import { openLogKey, readLogKey } from './log-key.ts';
import { nodeFiles } from './node-files.ts';
import { openNote, signNote } from './note.ts';
import { verifyCaptureFile } from './verify-capture.ts';
import { buildWarc } from './warc-writer.ts';

const captures = ['one', 'two', 'three', 'four', 'five', 'six'].map((text) => ({
  sha256: sha256(text),
  bytes: Buffer.from(text.repeat(100)),
}));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writing captures', () => {
  test('a batch that was acknowledged survives loss of power, folders and all', async () => {
    const files = new ForgetfulFiles();
    await files.makeFolder('/home');
    await files.syncFolder('/');
    await writeCaptures(new DurableWriter(files, '/home'), captures);
    files.crash();
    for (const capture of captures)
      expect(Buffer.from((await files.read(`/home/${capturePath(capture.sha256)}`)) ?? [])).toEqual(capture.bytes);
  });

  test('power lost at any operation leaves no torn file under a name of a capture, and a second try succeeds', async () => {
    const start = async (): Promise<ForgetfulFiles> => {
      const files = new ForgetfulFiles();
      await files.makeFolder('/home');
      await files.syncFolder('/');
      return files;
    };
    const whole = await start();
    await writeCaptures(new DurableWriter(whole, '/home'), captures);
    for (let step = 0; step < whole.operations - 2; step += 1) {
      for (const survives of [() => false, () => true]) {
        const files = await start();
        files.failAfter(step);
        await expect(writeCaptures(new DurableWriter(files, '/home'), captures)).rejects.toBeInstanceOf(PowerLoss);
        files.crash(survives);
        for (const { sha256: name, bytes } of captures) {
          const found = await files.read(`/home/${capturePath(name)}`);
          if (found !== undefined) expect(Buffer.from(found)).toEqual(bytes);
        }
        await writeCaptures(new DurableWriter(files, '/home'), captures);
        files.crash();
        for (const { sha256: name } of captures) expect(await files.stat(`/home/${capturePath(name)}`)).toBeDefined();
      }
    }
  });

  test('a folder that another process made and never synced is synced by the next that writes there', async () => {
    const files = new ForgetfulFiles();
    const [first, second] = captures;
    if (first === undefined || second === undefined) throw new Error('two captures');
    await files.makeFolder(`/home/captures/${first.sha256.slice(0, 2)}/${first.sha256.slice(2, 4)}`);
    await files.syncFolder('/');
    await writeCaptures(new DurableWriter(files, '/home'), [first]);
    files.crash();
    expect(await files.read(`/home/${capturePath(first.sha256)}`)).toBeDefined();
  });

  test('one sync a folder, however many files', async () => {
    const files = new ForgetfulFiles();
    const writer = new DurableWriter(files, '/home');
    const batch = (prefix: string) => Array.from({ length: 50 }, (_, n) => ({ path: `captures/${prefix}${n}`, bytes: Buffer.of(n) }));
    await writer.write(batch('a'));
    const before = files.operations;
    await writer.write(batch('b'));
    expect(files.operations - before).toBe(50 + 50 + 1);
  });

  test('on a real disk: verifiable, nothing left beside it, leavings swept', async () => {
    const built = await buildWarc({
      hops: [
        {
          url: 'http://127.0.0.1/',
          at: '2026-11-21T00:00:00Z',
          endedAt: '2026-11-21T00:00:01Z',
          requestHead: Buffer.from('GET / HTTP/1.1\r\n\r\n'),
          responseHead: Buffer.from('HTTP/1.1 200 OK\r\n\r\n'),
          responseBody: Buffer.from('page'),
          remoteAddress: '127.0.0.1',
        },
      ],
      software: 'test',
      metadata: {},
    });
    const writer = new DurableWriter(nodeFiles, folder);
    await writeCaptures(writer, [built]);
    await writeCaptures(writer, [built]);
    const path = join(folder, capturePath(built.sha256));
    expect(await verifyCaptureFile(nodeFiles, path, built.sha256)).toMatchObject({ records: 4 });
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
    writeFileSync(join(folder, 'tmp', 'left'), 'half');
    expect(await writer.sweep(Date.now(), 3_600_000)).toBe(0);
    expect(await writer.sweep(Date.now() + 3_700_000, 3_600_000)).toBe(1);
    rmSync(path);
    await expect(verifyCaptureFile(nodeFiles, path, built.sha256)).rejects.toThrow(/is missing/);
  });

  test('a disk that fills up is said so, and keeps no halves', async () => {
    const files = new ForgetfulFiles();
    let writes = 0;
    const full: FileLayer = new Proxy(files, {
      get: (target, name: keyof FileLayer) =>
        name !== 'writeSynced'
          ? target[name].bind(target)
          : async (path: string, bytes: Uint8Array) => {
              const nth = (writes += 1);
              await target.writeSynced(path, bytes);
              if (nth === 3) throw new DualwatchError('disk-full', `The disk is full: cannot write ${path}`);
            },
    });
    await expect(writeCaptures(new DurableWriter(full, '/home'), captures)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await files.list('/home/tmp')).toEqual([]);
  });

  test('no path leads out of the home', async () => {
    await expect(new DurableWriter(nodeFiles, folder).write([{ path: '../outside', bytes: Buffer.of(1) }])).rejects.toThrow(/lies outside/);
  });
});

describe('the signing key', () => {
  test('is made once, for its owner alone, and shown nowhere', async () => {
    const path = join(folder, 'keys', 'log.key');
    expect(await readLogKey(nodeFiles, path)).toBeUndefined();
    const opened = await Promise.all(Array.from({ length: 8 }, () => openLogKey(nodeFiles, path)));
    expect(new Set(opened.map(({ vkey }) => vkey)).size).toBe(1);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['log.key']);
    const [key] = opened;
    const secret = readFileSync(path, 'utf8').trim().split('+').slice(4).join('+');
    expect(secret.length).toBeGreaterThan(40);
    expect(inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(opened)).not.toContain(secret.slice(4, 30));
    const again = await openLogKey(nodeFiles, path);
    expect(openNote(signNote('text\n', again), opened[0]?.verifier ?? again.verifier)).toBe('text\n');
  });

  test('one that others may read, or that is broken, is refused and not replaced', async () => {
    const path = join(folder, 'log.key');
    await openLogKey(nodeFiles, path);
    const text = readFileSync(path, 'utf8');
    const open = join(folder, 'open.key');
    writeFileSync(open, text, { mode: 0o644 });
    await expect(openLogKey(nodeFiles, open)).rejects.toThrow(/chmod 600/);
    for (const broken of ['', 'PRIVATE+KEY+x', text.slice(0, 60), text.replace('PRIVATE+KEY+dualwatch', 'PRIVATE+KEY+other')]) {
      const file = join(folder, `broken-${broken.length}-${sha256(broken).slice(0, 6)}`);
      writeFileSync(file, broken, { mode: 0o600 });
      await expect(openLogKey(nodeFiles, file)).rejects.toThrow(/no signing key that can be read/);
      expect(readFileSync(file, 'utf8')).toBe(broken);
    }
  });

  test('a key that was returned survives loss of power', async () => {
    const whole = new ForgetfulFiles();
    await openLogKey(whole, '/home/log.key');
    for (let step = 0; step < whole.operations; step += 1) {
      const files = new ForgetfulFiles();
      files.failAfter(step);
      await expect(openLogKey(files, '/home/log.key')).rejects.toBeInstanceOf(PowerLoss);
      files.crash(() => true);
      const made = await openLogKey(files, '/home/log.key');
      files.crash(() => true);
      expect((await openLogKey(files, '/home/log.key')).vkey).toBe(made.vkey);
    }
  });
});
