import type { LogFolder } from '../evidence/log-folder.ts';
import type { LogKey } from '../evidence/log-key.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import { verifyLog } from '../evidence/verify-log.ts';
import { anchoredHeads, verifyAnchors, type AnchorsChecked } from './anchors/verify-anchors.ts';
import type { HomePaths, OpenHome } from './home.ts';
import { verifyEntries } from './verify-entries.ts';
import { verifyLists } from './verify-lists.ts';
import { verifyNotices } from './verify-notices.ts';
import { verifyReadings } from './verify-readings.ts';

export type HomeVerdict =
  | {
      readonly ok: true;
      readonly entries: number;
      readonly signed: number;
      readonly captures: number;
      readonly dropped: number;
      /** Captures whose file was removed by order. */
      readonly forgotten: number;
      readonly checkpoint: string | null;
      readonly key: string | null;
      readonly anchors: AnchorsChecked;
    }
  /** `index`: the first entry that does not hold, or null where none is at fault. */
  | { readonly ok: false; readonly index: number | null; readonly why: string };

type Log = { readonly key: LogKey; readonly folder: LogFolder };
/** `index`: the entry that does not hold, or null where none is at fault. */
export type Fault = { readonly index: number | null; readonly why: string };

/**
 * Whether everything in a home is as it was acknowledged: the log against tiles, checkpoint, an earlier checkpoint and those that authorities stamped; each entry against the
 * rows it speaks of, and each row against the log; each capture file against its name and its own digests; what people are shown of notices and
 * pages, and what names are screened against, with what was logged. A file that the policy dropped may be missing only where an entry says so and the policy would have dropped it; one that was forgotten by order
 * only where an entry says so, and it must be.
 * Others may write meanwhile. Memory does not grow with the log; reads every capture file once.
 */
export async function verifyHome(
  home: OpenHome,
  paths: HomePaths,
  log: Log | undefined,
  earlier: string | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<HomeVerdict> {
  const { store } = home;
  const heads = [...(earlier === undefined ? [] : [{ what: 'the earlier checkpoint', text: earlier }]), ...(await anchoredHeads(store))];
  const entries = await store.logSize();
  const faults: Fault[] = [];
  let signed = 0;
  let checkpoint: string | null = null;
  if (log !== undefined) {
    const verdict = await verifyLog({
      readEntries: (from, to) => store.readLog(from, to),
      entries,
      files: nodeFiles,
      folder: paths.log,
      verifier: log.key.verifier,
      onProgress: (done) => onProgress(done, entries),
      earlier: heads,
    });
    if (!verdict.holds) faults.push({ index: verdict.index, why: verdict.why });
    else if (verdict.checkpoint) [signed, checkpoint] = [verdict.checkpoint.size, verdict.checkpoint.text];
    else if (entries > 0)
      faults.push({
        index: null,
        why: `${paths.log}/checkpoint is missing: every home signs one before its first visit. It was taken away, and the log may have been cut short`,
      });
  } else if (heads[0] !== undefined)
    faults.push({
      index: null,
      why: `there is no signing key ${paths.key}, so that nothing shows that ${heads[0].what} is of this log`,
    });
  else if (entries > 0)
    faults.push({
      index: null,
      why: `the signing key ${paths.key} is missing: every home has one before its first visit. It was taken away, and with it what the checkpoint is checked by`,
    });

  const counted = await verifyEntries(store, paths, 0, entries, onProgress);
  faults.push(...counted.faults);
  // What others dropped meanwhile stands in entries that came meanwhile.
  if (counted.faults.length === 0)
    faults.push(...(await verifyEntries(store, paths, entries, await store.logSize(), () => undefined)).faults);
  const tables = await store.contradictions();
  faults.push(...tables.filter(({ index }) => index !== null));
  // What was made from the evidence can only be told from sound evidence.
  if (faults.length === 0)
    faults.push(...tables, ...(await verifyLists(store, paths)), ...(await verifyNotices(store)), ...(await verifyReadings(store, paths)));
  const { faults: unstamped, ...anchors } =
    log === undefined ? { faults: [], count: 0, trusted: 0, newestAt: null } : await verifyAnchors(store, log.key.verifier);
  faults.push(...unstamped);
  const [first] = faults.toSorted((a, b) => (a.index ?? -1) - (b.index ?? -1));
  if (first) return { ok: false, ...first };
  return {
    ok: true,
    entries,
    signed,
    captures: counted.captures,
    dropped: counted.dropped,
    forgotten: counted.forgotten,
    checkpoint,
    key: log?.key.vkey ?? null,
    anchors,
  };
}
