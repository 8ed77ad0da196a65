import { keyHolds } from '../../work/accounts/api-keys.ts';
import { rightsOfKey, suffices } from '../../work/accounts/permissions.ts';
import type { Actor } from '../actor.ts';
import { changesState, type Route } from '../route.ts';
import type { Served } from '../served.ts';
import { sessionRules } from './authenticate.ts';

/**
 * Whether somebody may still ask what they asked, for answers that go on for hours: they may have logged out, been disabled or given another role, their key
 * may have ended, or there is an administrator now and they never logged in.
 */
export async function stillMay(
  { store, clock, config }: Served,
  actor: Actor,
  route: Pick<Route, 'access' | 'method' | 'changes'>,
): Promise<boolean> {
  if (route.access === 'public') return true;
  const { accounts } = store;
  const need = { role: route.access, writes: changesState(route) };
  const now = clock.now();
  switch (actor.kind) {
    case 'nobody':
      return false;
    case 'local':
      return !(await accounts.hasAdmin());
    case 'user': {
      // Another role ends sessions.
      const open = await accounts.sessionsOf(actor.id, now, sessionRules(config).idleMs);
      return open.some(({ id }) => id === actor.session.id) && suffices(actor, need);
    }
    case 'key': {
      const found = await accounts.findKey(actor.id);
      return found !== undefined && keyHolds(found, now) && suffices(rightsOfKey(found.key, found.owner), need);
    }
  }
}
