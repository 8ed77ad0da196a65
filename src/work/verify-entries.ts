import { join } from 'node:path';
import { asDualwatchError } from '../model/errors.ts';
import type { LogRecord } from '../model/log-record.ts';
import { entryBytes } from '../store/log-leaf.ts';
import type { Store } from '../store/port.ts';
import type { EvidenceRow, LogEntry } from '../store/evidence-port.ts';
import { capturePath } from '../evidence/capture-files.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import { verifyCaptureFile } from '../evidence/verify-capture.ts';
import type { HomePaths } from './home.ts';
import type { Fault } from './verify-home.ts';

const BATCH = 256;

type Asked = Pick<Store, 'readLog' | 'evidenceRows' | 'wrongLeaf' | 'rowsAsRecord'>;

interface Checked {
  /** Files that are there, and captures whose file was dropped. */
  readonly captures: number;
  readonly dropped: number;
  /** Captures whose file was removed by order. */
  readonly forgotten: number;
  /** The first entry that does not hold, if any. */
  readonly faults: readonly Fault[];
}

/** Checks entries `from ≤ index < to` against their rows, and captures against their files; stops at the first that does not hold. */
export async function verifyEntries(
  store: Asked,
  paths: HomePaths,
  from: number,
  to: number,
  onProgress: (done: number, total: number) => void,
): Promise<Checked> {
  let [captures, dropped, forgotten] = [0, 0, 0];
  let before: LogRecord | undefined;
  for (let at = from; at < to; at += BATCH) {
    const end = Math.min(to, at + BATCH);
    // A drop stands behind its visit, which may have ended the last part.
    if (at === from && at > 0) before = (await store.readLog(at - 1, at)).map(parseEntry)[0];
    const [entries, rows, wrongLeaf] = await Promise.all([store.readLog(at, end), store.evidenceRows(at, end), store.wrongLeaf(at, end)]);
    const queue = rows.values();
    let row = queue.next().value;
    for (const entry of entries) {
      const record = parseEntry(entry);
      const mine: EvidenceRow[] = [];
      for (; row !== undefined && row.index <= entry.index; row = queue.next().value) mine.push(row);
      const why =
        record === undefined
          ? 'the entry is no JSON'
          : ((entry.index === wrongLeaf ? 'the leaf hash that the database keeps is not that of the entry' : undefined) ??
            (await faultOf(store, paths, { record, before, entry, rows: mine })));
      if (why !== undefined) return { captures, dropped, forgotten, faults: [{ index: entry.index, why }] };
      if (record?.type === 'capture') {
        if (mine[0]?.forgotten === true) forgotten += 1;
        else if (mine[0]?.warc === null) dropped += 1;
        else captures += 1;
      }
      before = record;
    }
    onProgress(end, to);
  }
  return { captures, dropped, forgotten, faults: [] };
}

interface Logged {
  readonly record: LogRecord;
  /** Of the entry before. */
  readonly before: LogRecord | undefined;
  readonly entry: LogEntry;
  /** All rows under its index. */
  readonly rows: readonly EvidenceRow[];
}

async function faultOf(store: Asked, paths: HomePaths, { record, before, entry, rows }: Logged): Promise<string | undefined> {
  const stored = await store.rowsAsRecord(record, entry.index);
  if (stored === undefined) return `the database has no row for it (${describe(record)})`;
  if (!entryBytes(stored).equals(entry.bytes))
    return `the database says something else than the log (${describe(record)}): ${difference(record, stored)}`;
  const stray = rows.find(({ type, index }) => type !== record.type || index !== entry.index);
  if (stray !== undefined)
    return `it is a ${record.type}, and the database has a row of a ${stray.type} for it, which the log knows nothing of`;
  if (record.type === 'drop' && (before?.type !== 'observation' || before.capture !== record.keptInstead))
    return `it drops capture ${record.sha256} in favour of ${record.keptInstead}, which the visit before it did not make`;
  const warc = rows[0]?.warc ?? null;
  if (
    record.type === 'capture' &&
    rows[0]?.forgotten === true &&
    (await nodeFiles.stat(join(paths.home, capturePath(record.sha256)))) !== undefined
  )
    return `its bytes were removed by order, and ${capturePath(record.sha256)} is there again; "dualwatch forget" again takes it away`;
  // Whether an entry says that it was dropped, and may say so, is asked of the whole afterwards.
  if (record.type !== 'capture' || warc === null) return undefined;
  if (warc !== capturePath(record.sha256))
    return `the database says that its file is ${warc}, and its name gives ${capturePath(record.sha256)}`;
  try {
    await verifyCaptureFile(nodeFiles, join(paths.home, warc), record.sha256);
    return undefined;
  } catch (error) {
    // Dropped since the row was read: the row says so before the file goes.
    const [now] = await store.evidenceRows(entry.index, entry.index + 1);
    return now?.warc === null ? undefined : asDualwatchError(error).message;
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
  return changed
    .map(([key, value]) => `${key} was logged as ${JSON.stringify(value)} and is now ${JSON.stringify(now.get(key))}`)
    .join('; ');
}
