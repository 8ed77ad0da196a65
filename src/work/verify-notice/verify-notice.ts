import type { LogKey } from '../../evidence/log-key.ts';
import type { LogFolder } from '../../evidence/log-folder.ts';
import type { LogProver } from '../../evidence/log-prover.ts';
import { asDualwatchError } from '../../model/errors.ts';
import type { LogRecord } from '../../model/log-record.ts';
import type { CaptureRow, Notice, ObservationRow, StoredReading } from '../../model/notice.ts';
import { readingDigest } from '../../observe/reading-digest.ts';
import type { LogEntry } from '../../store/evidence-port.ts';
import type { Store } from '../../store/port.ts';
import { findLog, type HomePaths } from '../home.ts';
import { openReader } from '../knowledge.ts';
import { rereadCapture } from '../reread-capture.ts';
import { verifyEntries } from '../verify-entries.ts';
import { NOTICE_CHECKS, type NoticeCheck, type NoticeCheckName, type NoticeVerdict } from './notice-verdict.ts';
import { verifyStamps } from './verify-stamps.ts';

/** Entries and bytes of captures that one question looks at: the first entry, then the newest. `log verify` proves all. */
const MOST_ENTRIES = 500;
const MOST_BYTES = 256 * 1024 * 1024;

type Asked = Pick<
  Store,
  'packages' | 'anchors' | 'readLog' | 'evidenceRows' | 'wrongLeaf' | 'rowsAsRecord' | 'readingOf' | 'observationsOf' | 'logSize'
>;

/**
 * Proves anew, from the disk, what is kept of a notice: each capture file, the entries of the log that speak of it, that the signed log has them, the text that is
 * shown, and what authorities stamped. Bounded: of a notice with very many visits the first entry and the newest are looked at, and the answer says how many.
 */
export async function verifyNotice(store: Asked, paths: HomePaths, { id }: Pick<Notice, 'id'>): Promise<NoticeVerdict> {
  const found = new Map<NoticeCheckName, NoticeCheck>();
  const note: Note = (name, status, { where, why } = {}) => {
    if (found.get(name)?.status === 'fail') return;
    // Where the home lies on its machine is nobody's business.
    const told = why?.replaceAll(`${paths.home}/`, '');
    found.set(name, { name, status, ...(where === undefined ? {} : { where }), ...(told === undefined ? {} : { why: told }) });
  };
  const evidence = await store.packages.evidenceOf(id);
  const captures = new Map(evidence.captures.map((capture) => [capture.logIndex, capture]));
  const stored = await store.readingOf(id);
  const chosen = chooseEntries(evidence.entries, captures, stored);
  const log = await findLog(paths);
  const prover = await proverOf(log, note);

  const dropped = new Set<string>();
  const states = new Map<number, NoticeVerdict['captures'][number]['state']>();
  if (chosen.length > 0) for (const name of ['entries', ...(prover ? (['log'] as const) : [])] as const) note(name, 'pass');
  for (const index of chosen) {
    const [entry] = await store.readLog(index, index + 1);
    const where = `entry ${index}`;
    if (entry === undefined) {
      note('entries', 'fail', { where, why: 'the database has lost it' });
      continue;
    }
    const record = recordOf(entry);
    if (record?.type === 'drop') dropped.add(record.sha256);
    if (prover !== undefined) await proveEntry(prover, entry, where, note);
    const [fault] = (await verifyEntries(store, paths, index, index + 1, () => undefined)).faults;
    const capture = captures.get(index);
    if (capture === undefined) {
      if (fault !== undefined) note('entries', 'fail', { where, why: fault.why });
      continue;
    }
    states.set(index, fault === undefined ? (capture.forgottenAt === null ? 'whole' : 'forgotten') : 'altered');
    if (fault !== undefined) note('captures', 'fail', { where: capture.warc ?? where, why: fault.why });
  }
  for (const [index, { warc, sha256, forgottenAt }] of captures) {
    if (warc !== null || forgottenAt !== null || !states.has(index)) continue;
    states.set(index, 'dropped');
    if (!dropped.has(sha256) && chosen.length === evidence.entries.length)
      note('captures', 'fail', { where: `entry ${index}`, why: `capture ${sha256} has no file, and no entry says that it was dropped` });
  }
  note('captures', states.size === 0 ? 'absent' : 'pass', whatIsLeft(chosen.length, evidence.entries.length));

  const observations = await store.observationsOf(id);
  await checkReading(paths, stored, [...captures.values()], observations, note);
  const stamps = log === undefined ? [] : await verifyStamps(store, evidence.entries, { prover, verifier: log.key.verifier }, note);
  if (!found.has('timestamp')) note('timestamp', 'absent', { why: 'no authority has stamped a checkpoint that has its entries' });

  const checks = (Object.keys(NOTICE_CHECKS) as NoticeCheckName[]).map((name) => found.get(name) ?? { name, status: 'absent' as const });
  return {
    ok: checks.every(({ status }) => status !== 'fail'),
    checks,
    captures: [...captures.values()]
      .toSorted((a, b) => a.logIndex - b.logIndex)
      .map(({ sha256, at, url, logIndex }) => ({ sha256, at, url, logIndex, state: states.get(logIndex) ?? 'unchecked' })),
    entries: { checked: chosen.length, of: evidence.entries.length },
    checkpoint: prover === undefined || log === undefined ? null : shownHead(prover, log.key),
    stamps,
  };
}

export type Note = (name: NoticeCheckName, status: NoticeCheck['status'], more?: Pick<NoticeCheck, 'where' | 'why'>) => void;

async function proverOf(log: { readonly key: LogKey; readonly folder: LogFolder } | undefined, note: Note): Promise<LogProver | undefined> {
  if (log === undefined) {
    note('checkpoint', 'fail', { where: 'log.key', why: 'the signing key is missing: every home has one before its first visit' });
    return undefined;
  }
  try {
    const prover = await log.folder.prover();
    note('checkpoint', 'pass');
    return prover;
  } catch (error) {
    note('checkpoint', 'fail', { where: 'log/checkpoint', why: asDualwatchError(error).message });
    return undefined;
  }
}

async function proveEntry(prover: LogProver, entry: LogEntry, where: string, note: Note): Promise<void> {
  if (entry.index >= prover.checkpoint.size)
    return note('log', 'absent', { where, why: 'it came after the checkpoint; the next one has it' });
  try {
    await prover.prove(entry.index, entry.bytes);
  } catch (error) {
    note('log', 'fail', { where, why: asDualwatchError(error).message });
  }
}

/** Ascending: the first, what is shown, then the newest, as far as the bounds go. */
function chooseEntries(
  entries: readonly number[],
  captures: ReadonlyMap<number, CaptureRow>,
  stored: StoredReading | undefined,
): readonly number[] {
  const shown = [...captures.values()].find(({ sha256 }) => sha256 === stored?.capture)?.logIndex;
  const first = [entries[0], shown].filter((index) => index !== undefined);
  const chosen = new Set<number>();
  let bytes = 0;
  for (const index of [...first, ...entries.toReversed()]) {
    if (chosen.has(index)) continue;
    if (chosen.size >= MOST_ENTRIES) break;
    bytes += captures.get(index)?.bytes ?? 0;
    if (bytes > MOST_BYTES && chosen.size >= first.length) break;
    chosen.add(index);
  }
  return [...chosen].toSorted((a, b) => a - b);
}

async function checkReading(
  paths: HomePaths,
  stored: StoredReading | undefined,
  captures: readonly CaptureRow[],
  observations: readonly ObservationRow[],
  note: Note,
): Promise<void> {
  if (stored === undefined) return note('readings', 'absent', { why: 'no visit has shown a text' });
  const capture = captures.find(({ sha256 }) => sha256 === stored.capture);
  const logged = observations.find((one) => one.capture === stored.capture)?.reading;
  if (capture === undefined || logged === undefined || logged === null)
    return note('readings', 'absent', { why: 'its text is what a list said of it; no page has shown it' });
  const shown = readingDigest(stored.reading);
  const reader = openReader();
  // Another release may have read the bytes in other words; then what they say today counts.
  if (shown === logged || shown === (await rereadCapture(paths.home, (page) => reader.read(page), capture.sha256, capture.url)))
    return note('readings', 'pass');
  note('readings', 'fail', {
    where: capture.warc ?? `entry ${capture.logIndex}`,
    why: 'the stored text is neither what was logged nor what its bytes say: it was edited',
  });
}

function whatIsLeft(checked: number, of: number): Pick<NoticeCheck, 'why'> {
  return checked === of
    ? {}
    : { why: `of ${of} entries the first and the newest ${checked - 1} were looked at; "dualwatch log verify" proves all` };
}

function shownHead({ checkpoint }: LogProver, key: LogKey): NonNullable<NoticeVerdict['checkpoint']> {
  const { origin, size, root, text } = checkpoint;
  return { origin, size, root: Buffer.from(root).toString('base64'), key: key.vkey, text };
}

function recordOf({ bytes }: LogEntry): LogRecord | undefined {
  try {
    // What we wrote; its bytes are checked against the tree, its shape against the rows.
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as LogRecord;
  } catch {
    return undefined;
  }
}
