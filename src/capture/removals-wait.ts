import type { NoticeClaim } from '../store/port.ts';
import { isoTime } from './clock.ts';
import type { VisitContext } from './visit-context.ts';

const WINDOW_MS = 3_600_000;
const AT_LEAST = 5;

/**
 * Whether removals at this host wait for a person: they do once at least five of its notices, and over half of those visited,
 * begin to seem gone within an hour. A site that was rebuilt or shows one page to all looks like that. Asked at each sighting of a removal;
 * removals that are certain, and those that a person has let stand, count no more.
 */
export async function removalsWait(context: Pick<VisitContext, 'store'>, claim: NoticeClaim, at: string): Promise<boolean> {
  const { removal } = claim.follow;
  if (removal !== null && removal.confirmedAt !== null) return false;
  if (await context.store.removalsHeld(claim.host)) return true;
  // This visit is not recorded yet: its notice is left out there and counted here, once.
  const others = await context.store.hostOutcomes(claim.host, isoTime(Date.parse(at) - WINDOW_MS), claim.noticeId);
  if ((removal?.firstSeenGoneAt ?? at) < others.countedSince) return false;
  const gone = others.gone + 1;
  const visited = others.visited + 1;
  if (gone < AT_LEAST || gone * 2 <= visited) return false;
  await context.store.holdRemovals(claim.host, at, `${gone} of ${visited} notices visited within an hour seem gone`);
  return true;
}
