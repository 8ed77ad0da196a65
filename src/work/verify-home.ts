import { join } from 'node:path';
import { asDualwatchError } from '../model/errors.ts';
import type { Digest } from '../model/digest.ts';
import type { LogRecord } from '../model/log-record.ts';
import { entryBytes } from '../store/log-leaf.ts';
import type { LogEntry } from '../store/port.ts';
import { capturePath } from '../evidence/capture-files.ts';
import type { LogFolder } from '../evidence/log-folder.ts';
import type { LogKey } from '../evidence/log-key.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import { verifyCaptureFile } from '../evidence/verify-capture.ts';
import { verifyLog } from '../evidence/verify-log.ts';
import type { HomePaths, OpenHome } from './home.ts';

export type HomeVerdict =
  | { readonly ok: true; readonly entries: number; readonly signed: number; readonly captures: number; readonly dropped: number; readonly checkpoint: string | null; readonly key: string | null }
  /** `index`: the first entry that does not hold, or null where none is at fault. */
  | { readonly ok: false; readonly index: number | null; readonly why: string };

type Log = { readonly key: LogKey; readonly folder: LogFolder };
type Fault = { readonly index: number | null; readonly why: string };

/**
 * Whether everything in a home is as it was acknowledged: the log against tiles, checkpoint and an earlier checkpoint; each entry against the
 * rows it speaks of; each capture file against its name and its own digests. A file that the policy dropped is missed only where an entry says so.
 * Constant memory; reads every capture file once.
 */
export async function verifyHome(home: OpenHome, paths: HomePaths, log: Log | undefined, earlier: string | undefined, onProgress: (done: number, total: number) => void): Promise<HomeVerdict> {
  const { store } = home;
  const entries = await store.logSize();
  const faults: Fault[] = [];
  let signed = 0;
  let checkpoint: string | null = null;
  if (log !== undefined) {
    const verdict = await verifyLog({ readEntries: (from, to) => store.readLog(from, to), entries, files: nodeFiles, folder: paths.log, verifier: log.key.verifier, onProgress: (done) => onProgress(done, entries), ...(earlier === undefined ? {} : { earlier }) });
    if (!verdict.holds) faults.push({ index: verdict.index, why: verdict.why });
    else if (verdict.checkpoint) [signed, checkpoint] = [verdict.checkpoint.size, verdict.checkpoint.text];
  } else if (earlier !== undefined) faults.push({ index: null, why: `there is no signing key ${paths.key}, so that nothing shows that the earlier checkpoint is of this log` });
  else if (entries > 0 && (await nodeFiles.stat(join(paths.log, 'checkpoint')))) faults.push({ index: null, why: `the signing key ${paths.key} is gone, and with it what the checkpoint is checked by` });

  const counted = await checkEntries(home, paths, entries, onProgress);
  faults.push(...counted.faults);
  const [first] = faults.toSorted((a, b) => (a.index ?? -1) - (b.index ?? -1));
  if (first) return { ok: false, ...first };
  return { ok: true, entries, signed, captures: counted.captures, dropped: counted.dropped, checkpoint, key: log?.key.vkey ?? null };
}

const BATCH = 256;

/** Stops at the first entry whose rows or file do not hold. */
async function checkEntries({ store }: OpenHome, paths: HomePaths, total: number, onProgress: (done: number, total: number) => void): Promise<{ readonly captures: number; readonly dropped: number; readonly faults: readonly Fault[] }> {
  const dropped = await droppedCaptures(store, total);
  let captures = 0;
  for (let from = 0; from < total; from += BATCH) {
    const batch = await store.readLog(from, Math.min(total, from + BATCH));
    for (const entry of batch) {
      const record = parseEntry(entry);
      const why = record === undefined ? 'the entry is no JSON' : await faultOf(store, paths, record, entry, dropped);
      if (why !== undefined) return { captures, dropped: dropped.size, faults: [{ index: entry.index, why }] };
      if (record?.type === 'capture' && !dropped.has(record.sha256)) captures += 1;
    }
    onProgress(Math.min(total, from + BATCH), total);
  }
  return { captures, dropped: dropped.size, faults: [] };
}

async function droppedCaptures(store: OpenHome['store'], total: number): Promise<ReadonlySet<Digest>> {
  const dropped = new Set<Digest>();
  for (let from = 0; from < total; from += BATCH) {
    for (const entry of await store.readLog(from, Math.min(total, from + BATCH))) {
      const record = parseEntry(entry);
      if (record?.type === 'drop') dropped.add(record.sha256);
    }
  }
  return dropped;
}

async function faultOf(store: OpenHome['store'], paths: HomePaths, record: LogRecord, entry: LogEntry, dropped: ReadonlySet<Digest>): Promise<string | undefined> {
  const rows = await store.rowsAsRecord(record, entry.index);
  if (rows === undefined) return `the database has no row for it (${describe(record)})`;
  if (!entryBytes(rows).equals(entry.bytes)) return `the database says something else than the log (${describe(record)}): ${difference(record, rows)}`;
  if (record.type !== 'capture' || dropped.has(record.sha256)) return undefined;
  try {
    await verifyCaptureFile(nodeFiles, join(paths.home, capturePath(record.sha256)), record.sha256);
    return undefined;
  } catch (error) {
    return asDualwatchError(error).message;
  }
}

function parseEntry(entry: LogEntry): LogRecord | undefined {
  try {
    // What we wrote; its shape is checked against the rows, its bytes against the tree.
    return JSON.parse(Buffer.from(entry.bytes).toString('utf8')) as LogRecord;
  } catch {
    return undefined;
  }
}

function describe(record: LogRecord): string {
  return 'url' in record ? `${record.type} of ${record.url} at ${record.at}` : `${record.type} at ${record.at}`;
}

function difference(logged: LogRecord, rows: LogRecord): string {
  const now = new Map<string, unknown>(Object.entries(rows));
  const changed = Object.entries(logged).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(now.get(key)));
  return changed.map(([key, value]) => `${key} was logged as ${JSON.stringify(value)} and is now ${JSON.stringify(now.get(key))}`).join('; ');
}
