import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { ObservationRow, StoredReading } from '../../model/notice.ts';
import type { Store } from '../../store/port.ts';

/** One text of a notice: a run of visits that all saw the same reading. */
export interface NoticeVersion extends StoredReading {
  /** From 1, in the order in which they were seen. */
  readonly number: number;
  /** First and last visit that saw it, ISO. */
  readonly from: string;
  readonly to: string;
}

/** The texts that a notice has had, oldest first: distinct successive readings of visits that showed it. A text that nobody can read back any more is left out, and its number with it. */
export async function noticeVersions(store: Pick<Store, 'observationsOf' | 'packages'>, id: NoticeId): Promise<readonly NoticeVersion[]> {
  const runs: { reading: Digest; seen: ObservationRow[] }[] = [];
  for (const observation of await store.observationsOf(id)) {
    const { reading, state } = observation;
    if (reading === null || (state !== 'present' && state !== 'changed')) continue;
    const last = runs.at(-1);
    if (last?.reading === reading) last.seen.push(observation);
    else runs.push({ reading, seen: [observation] });
  }
  const versions: NoticeVersion[] = [];
  for (const [index, { seen }] of runs.entries()) {
    const stored = await readingAmong(store, id, seen);
    const [first, last] = [seen[0], seen.at(-1)];
    if (stored !== undefined && first !== undefined && last !== undefined)
      versions.push({ ...stored, number: index + 1, from: first.at, to: last.at });
  }
  return versions;
}

/** The reading of the first of these visits whose capture still has one. */
async function readingAmong(
  store: Pick<Store, 'packages'>,
  id: NoticeId,
  seen: readonly ObservationRow[],
): Promise<StoredReading | undefined> {
  const captures = new Set(seen.flatMap(({ capture, confirms }) => [capture, confirms]).filter((capture) => capture !== null));
  for (const capture of captures) {
    const present = (await store.packages.readingsOf(capture, id)).find(({ reading }) => reading.state === 'present');
    if (present !== undefined) return present;
  }
  return undefined;
}
