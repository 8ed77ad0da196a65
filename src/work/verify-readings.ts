import type { Digest } from '../model/digest.ts';
import type { PageReading } from '../model/reading.ts';
import { readingDigest } from '../observe/reading-digest.ts';
import type { Store } from '../store/port.ts';
import type { PagesReading } from '../store/evidence-port.ts';
import type { HomePaths } from './home.ts';
import { openKnowledge } from './knowledge.ts';
import { rereadCapture } from './reread-capture.ts';
import type { Fault } from './verify-home.ts';

/** Readings held at a time: each may be large. */
const BATCH = 16;

/** Checks the stored texts of pages against the digests that were logged at their visits. The first that does not hold. */
export async function verifyReadings(store: Pick<Store, 'readingsAfter'>, paths: HomePaths): Promise<readonly Fault[]> {
  let knowledge: ReturnType<typeof openKnowledge> | undefined;
  for (let after = 0; ;) {
    const batch = await store.readingsAfter(after, BATCH);
    for (const one of batch) {
      const why = await faultOf(one, paths, () => (knowledge ??= openKnowledge()));
      if (why !== undefined) return [{ index: one.captureIndex, why }];
    }
    const last = batch.at(-1);
    if (last === undefined) return [];
    after = last.num;
  }
}

async function faultOf(
  one: PagesReading,
  paths: HomePaths,
  knowledge: () => ReturnType<typeof openKnowledge>,
): Promise<string | undefined> {
  if (one.reading === null || !one.columnsHold) return `the stored reading of capture ${one.capture} has columns that do not fit it`;
  const stored = digestOf(one.reading);
  if (stored === one.logged) return undefined;
  // Another release may have read the bytes again, in other words: then they say the same to it today. Of a dropped file, or under a third
  // release, nobody can tell; the watcher reads such captures anew.
  const { reader, deriver } = knowledge();
  if (one.warc === null || one.recipe !== deriver.recipe) return undefined;
  if (stored === (await rereadCapture(paths.home, (page) => reader.read(page), one.capture, one.url))) return undefined;
  return `the stored reading of capture ${one.capture} (${one.url}) is neither what was logged nor what its bytes say: it was edited`;
}

/** Null where the page does not show the notice, as in the log; also for what no longer has the shape of a reading. */
function digestOf(reading: PageReading): Digest | null {
  if (reading.state !== 'present') return null;
  return Array.isArray(reading.images) && reading.images.every((image) => typeof image === 'string') ? readingDigest(reading) : null;
}
