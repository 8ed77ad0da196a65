import type { Digest } from '../model/digest.ts';
import type { FollowState } from '../model/notice.ts';
import type { VisitContext } from './visit-context.ts';

/**
 * What was known of a notice in the words of today's reader, so that a change of our own is never taken for one of the publisher:
 * bytes that we have read before say what they said then, and other bytes are compared with what today's reader sees in the newest
 * stored ones. `reading` is of the page that arrived, or null where it does not show the notice.
 */
export async function knownReading(
  context: Pick<VisitContext, 'readRecipe' | 'rereadCapture'>,
  before: FollowState,
  arrived: { readonly url: string; readonly payload: Digest | null; readonly reading: Digest | null },
): Promise<FollowState> {
  if (arrived.reading === null) return before;
  const today = { ...before, readBy: context.readRecipe };
  if (before.reading === null || before.reading === arrived.reading) return today;
  const newest = before.newest ?? before.version;
  if (arrived.payload !== null && [before.newest, before.version].some((seen) => seen?.payload === arrived.payload))
    return { ...today, reading: arrived.reading };
  if (newest === null || before.readBy === context.readRecipe) return today;
  return { ...today, reading: (await context.rereadCapture(newest.capture, arrived.url)) ?? before.reading };
}
