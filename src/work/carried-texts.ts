import { setTimeout as sleep } from 'node:timers/promises';
import { asDualwatchError } from '../model/errors.ts';
import type { Digest } from '../model/digest.ts';
import type { NoticeId } from '../model/ids.ts';
import type { Deriver } from '../capture/derive.ts';
import type { VisitContext } from '../capture/visit-context.ts';
import { feedReading } from '../watch/feed-reading.ts';
import type { ListedItem } from '../watch/read-listing.ts';
import type { DerivedReading } from '../store/port.ts';

/**
 * Readings of the full texts that feeds carry, cited to the capture of the feed. A large feed carries thousands: they are read newest first and stored a few at
 * a time, and between two writes visits, and writers of other processes, have their turn. What is left when it is stopped is read later: its capture counts as
 * unread until all is.
 */
export interface CarriedTexts {
  /** Resolves when the first few are stored; the others follow beside the visits. */
  begin(capture: Digest, items: readonly ListedItem[]): Promise<void>;
  /** The same, resolving to true when all are stored, to false where it was stopped before or somebody is at this capture already. */
  read(capture: Digest, items: readonly ListedItem[]): Promise<boolean>;
  /** Whether the texts of a capture are being read here. */
  underWay(capture: Digest): boolean;
  idle(): Promise<void>;
  /** Begins nothing new; what is left is for the next process. */
  stop(): void;
}

/** Texts of one transaction. */
const AT_ONCE = 16;
/** Of the time, so many parts are left to others for one that is used. */
const YIELDED = 2;
/** A feed of usual size is read before its check has ended. */
const FIRST = 64;

export function openCarriedTexts(parts: {
  readonly context: Pick<VisitContext, 'readFragment'> & {
    readonly store: Pick<VisitContext['store'], 'noticesByUrl' | 'recordReadings' | 'markDerived'>;
  };
  readonly deriver: Deriver;
  readonly onNote: (level: 'error', message: string) => void;
}): CarriedTexts {
  const { context, deriver, onNote } = parts;
  const underWay = new Map<Digest, Promise<boolean>>();
  const stop = new AbortController();

  return {
    async begin(capture, items) {
      let first = (): void => undefined;
      const some = new Promise<void>((resolve) => (first = resolve));
      const all = read(capture, items, first);
      await Promise.race([some, all]);
      all.catch((error: unknown) => onNote('error', `texts of feed ${capture}: ${asDualwatchError(error).message}`));
    },
    read: (capture, items) => read(capture, items, () => undefined),
    underWay: (capture) => underWay.has(capture),
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay.values());
    },
    stop: () => stop.abort(),
  };

  async function read(capture: Digest, items: readonly ListedItem[], onFirst: () => void): Promise<boolean> {
    if (underWay.has(capture)) return false;
    const work = readAll(capture, items, onFirst).finally(() => underWay.delete(capture));
    underWay.set(capture, work);
    return work;
  }

  async function readAll(capture: Digest, items: readonly ListedItem[], onFirst: () => void): Promise<boolean> {
    const newestFirst = items.filter(({ html }) => html).toSorted((a, b) => timeOf(b) - timeOf(a));
    for (let at = 0; at < newestFirst.length; at += AT_ONCE) {
      if (at >= FIRST) onFirst();
      if (stop.signal.aborted) return false;
      const began = performance.now();
      await store(capture, newestFirst.slice(at, at + AT_ONCE));
      if (at + AT_ONCE >= newestFirst.length) break;
      // In the first moments nobody waits yet; then visits come first.
      const rest = at < FIRST ? 0 : (performance.now() - began) * YIELDED;
      await sleep(rest, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    await context.store.markDerived(capture, deriver.recipe);
    return true;
  }

  async function store(capture: Digest, items: readonly ListedItem[]): Promise<void> {
    const notices = await context.store.noticesByUrl(items.map(({ url }) => url));
    const readings = items.flatMap((item) => derive(capture, notices.get(item.url), item));
    await context.store.recordReadings(readings);
  }

  function derive(capture: Digest, noticeId: NoticeId | undefined, item: ListedItem): readonly DerivedReading[] {
    const reading = noticeId && feedReading(item, context.readFragment);
    return noticeId && reading ? [deriver.derive({ noticeId, capture, reading, from: 'feed', state: 'unreachable', listed: [] })] : [];
  }
}

/** Milliseconds; what bears no date comes last. */
function timeOf({ publishedAt }: ListedItem): number {
  const at = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  return Number.isNaN(at) ? Number.MIN_SAFE_INTEGER : at;
}
