import { join } from 'node:path';
import { bundleEntries } from '../evidence/bundle-entries.ts';
import { capturePath } from '../evidence/capture-files.ts';
import type { EntryReader } from '../evidence/entry-reader.ts';
import type { LogFolder } from '../evidence/log-folder.ts';
import type { LogKey } from '../evidence/log-key.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import { TileFolder } from '../evidence/tile-folder.ts';
import { verifyCaptureFile } from '../evidence/verify-capture.ts';
import { verifyLog } from '../evidence/verify-log.ts';
import type { Digest } from '../model/digest.ts';
import { asDualwatchError } from '../model/errors.ts';
import type { LogRecord } from '../model/log-record.ts';
import type { HomePaths } from './home.ts';
import type { Fault } from './verify-home.ts';

export type FilesVerdict =
  | {
      readonly ok: true;
      /** Under the checkpoint: what was acknowledged after it is in the database alone. */
      readonly signed: number;
      readonly captures: number;
      readonly dropped: number;
      readonly forgotten: number;
      /** Files that are not there and of which no signed entry says so: an entry after the checkpoint, which only the database has, may. */
      readonly missing: number;
      readonly firstMissing: { readonly index: number; readonly file: string } | null;
      readonly checkpoint: string;
      readonly key: string;
    }
  | ({ readonly ok: false } & Fault);

const BATCH = 256;

/**
 * What of a home can be verified where its database cannot be read: the signed entries in the files of the log against tiles, checkpoint and an earlier checkpoint, and
 * each capture file that they speak of against its name and its own digests. A file that is missing though no signed entry says that it was dropped or removed by order is told, and no fault: power may have gone
 * between its drop and the next checkpoint.
 */
export async function verifyFiles(
  paths: HomePaths,
  log: { readonly key: LogKey; readonly folder: LogFolder } | undefined,
  earlier: string | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<FilesVerdict> {
  try {
    const checkpoint = await log?.folder.checkpoint();
    if (log === undefined || checkpoint === undefined)
      return {
        ok: false,
        index: null,
        why: `${log === undefined ? paths.key : `${paths.log}/checkpoint`} is missing, and nothing is signed without it`,
      };
    const { size, text } = checkpoint;
    const read = bundleEntries(new TileFolder(nodeFiles, paths.log), size);
    const verdict = await verifyLog({
      readEntries: read,
      entries: size,
      files: nodeFiles,
      folder: paths.log,
      verifier: log.key.verifier,
      earlier: earlier === undefined ? [] : [{ what: 'the earlier checkpoint', text: earlier }],
    });
    if (!verdict.holds) return { ok: false, index: verdict.index, why: verdict.why };
    const gone = await goneCaptures(read, size);
    const counts = { captures: 0, dropped: 0, forgotten: 0, missing: 0 };
    let firstMissing: { readonly index: number; readonly file: string } | null = null;
    for await (const { index, record } of recordsOf(read, size, onProgress)) {
      if (record.type !== 'capture') continue;
      const file = join(paths.home, capturePath(record.sha256));
      const how = gone.get(record.sha256);
      if ((await nodeFiles.stat(file)) === undefined) {
        counts[how ?? 'missing'] += 1;
        if (how === undefined) firstMissing ??= { index, file };
      } else if (how === 'forgotten') return { ok: false, index, why: `its bytes were removed by order, and ${file} is there again` };
      else {
        const why = await faultOf(file, record.sha256);
        if (why !== undefined) return { ok: false, index, why };
        counts.captures += 1;
      }
    }
    return { ok: true, signed: size, ...counts, firstMissing, checkpoint: text, key: log.key.vkey };
  } catch (error) {
    const known = asDualwatchError(error);
    if (known.code !== 'evidence-invalid') throw error;
    return { ok: false, index: null, why: known.message };
  }
}

/** Captures whose file an entry says to be gone: dropped under the policy `keep`, or removed by order. */
async function goneCaptures(read: EntryReader, size: number): Promise<ReadonlyMap<Digest, 'dropped' | 'forgotten'>> {
  const gone = new Map<Digest, 'dropped' | 'forgotten'>();
  for await (const { record } of recordsOf(read, size))
    if (record.type === 'forget') gone.set(record.sha256, 'forgotten');
    else if (record.type === 'drop' && !gone.has(record.sha256)) gone.set(record.sha256, 'dropped');
  return gone;
}

async function* recordsOf(
  read: EntryReader,
  size: number,
  onProgress: (done: number, total: number) => void = () => undefined,
): AsyncGenerator<{ readonly index: number; readonly record: LogRecord }> {
  for (let at = 0; at < size; at += BATCH) {
    for (const { index, bytes } of await read(at, Math.min(size, at + BATCH)))
      // What we wrote: its bytes are those that the checkpoint signs.
      yield { index, record: JSON.parse(Buffer.from(bytes).toString('utf8')) as LogRecord };
    onProgress(Math.min(size, at + BATCH), size);
  }
}

async function faultOf(file: string, digest: Digest): Promise<string | undefined> {
  return verifyCaptureFile(nodeFiles, file, digest).then(
    () => undefined,
    (error: unknown) => asDualwatchError(error).message,
  );
}
