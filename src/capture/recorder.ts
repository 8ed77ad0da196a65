import type { Digest } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import type { RecordedVisit, Store, Visit } from '../store/port.ts';

/** A capture file that is complete in memory. */
export interface CaptureFile {
  readonly sha256: Digest;
  readonly bytes: Uint8Array;
}

/** Where capture files live; every promise means "on the disk, its folder too". */
export interface CaptureFolder {
  keep(files: readonly CaptureFile[]): Promise<void>;
  drop(digests: readonly Digest[]): Promise<void>;
}

/** A visit and the file it made, if any. */
export interface ToRecord {
  readonly visit: Visit;
  readonly file: CaptureFile | null;
  /** Files of {@link NoticeVisit.probes}. */
  readonly probes?: readonly CaptureFile[];
}

/**
 * Acknowledges visits: first the files and their folders are on the disk, then one transaction holds the rows and their log entries,
 * then what the policy `keep` drops is deleted. When it resolves, the visits survive a crash.
 */
export async function recordVisits(
  store: Pick<Store, 'recordVisits'>,
  folder: CaptureFolder,
  batch: readonly ToRecord[],
): Promise<readonly RecordedVisit[]> {
  const files = batch.flatMap((one) => [...(one.probes ?? []), ...(one.file === null ? [] : [one.file])]);
  if (files.length > 0) await folder.keep(files);
  const recorded = await store.recordVisits(batch.map((one) => one.visit));
  const dropped = batch
    .map(({ visit }) => (visit.kind === 'notice' ? visit.drop?.sha256 : undefined))
    .filter((digest) => digest !== undefined);
  if (dropped.length > 0) await folder.drop(dropped);
  if (recorded.length !== batch.length)
    throw new DualwatchError('internal', `the store answered ${recorded.length} visits of ${batch.length}`);
  return recorded;
}
