import type { NoticeClaim } from '../store/port.ts';
import { isoTime } from './clock.ts';
import type { VisitContext } from './visit-context.ts';

const WINDOW_MS = 3_600_000;
const AT_LEAST = 5;

/**
 * Whether removals at this host wait for a person: they do once at least five of its notices, and over half of those visited,
 * seem gone within an hour. A site that was rebuilt or shows one page to all looks like that. Asked at each sighting of a removal.
 */
export async function removalsWait(context: Pick<VisitContext, 'store' | 'clock'>, claim: NoticeClaim, at: string): Promise<boolean> {
  if (await context.store.removalsHeld(claim.host)) return true;
  const outcomes = await context.store.hostOutcomes(claim.host, isoTime(Date.parse(at) - WINDOW_MS));
  // This visit is not recorded yet; the first sighting of this notice may be.
  const known = claim.follow.removal !== null && Date.parse(at) - Date.parse(claim.follow.lastVisitAt ?? at) <= WINDOW_MS;
  const gone = outcomes.gone + (known ? 0 : 1);
  const visited = outcomes.visited + (known ? 0 : 1);
  if (gone < AT_LEAST || gone * 2 <= visited) return false;
  await context.store.holdRemovals(claim.host, at, `${gone} of ${visited} notices visited within an hour seem gone`);
  return true;
}
