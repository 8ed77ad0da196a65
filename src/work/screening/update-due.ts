import { asDualwatchError } from '../../model/errors.ts';
import { isoTime } from '../../capture/clock.ts';
import { screenedLists } from './index-file.ts';
import { openScreening } from './open-screening.ts';
import { updateList, type UpdateParts } from './update-list.ts';

/** Until then another process leaves a list alone that this one has begun to update; if this one dies, it is due again. */
const CLAIM_MS = 15 * 60_000;

/**
 * Updates every list that is due and builds the index anew where one changed. One that fails is told of and due again later. Resolves to how many
 * lists have a new version.
 */
export async function updateDueLists(parts: UpdateParts, note: (level: 'info' | 'warn', message: string) => void): Promise<number> {
  const { store, clock, home } = parts;
  let changed = 0;
  for (const list of await store.listsDue(isoTime(clock.now()))) {
    if (parts.signal?.aborted) break;
    const now = clock.now();
    await store.noteListCheck(list.name, { at: isoTime(now), error: list.lastError, nextCheckAt: isoTime(now + CLAIM_MS) });
    try {
      const { outcome, version } = await updateList(parts, list, { accept: false });
      const { added, changed: other, removed, listings, bad, kept = 0, unread = 0 } = version.counts;
      if (outcome === 'held')
        note(
          'warn',
          `the list ${list.name} shrank to ${listings} listings and is held back; "dualwatch lists update ${list.name} --accept" takes it in`,
        );
      if (outcome !== 'updated') continue;
      changed += 1;
      note(
        'info',
        `list ${list.name}: version ${version.version}, +${added} ~${other} −${removed}${bad > 0 ? `, ${bad} rows kept out` : ''}${kept > 0 ? ` (${kept} listings kept as before)` : ''}${unread > 0 ? `, ${unread} dates or countries not understood` : ''}`,
      );
    } catch (error) {
      note('warn', asDualwatchError(error).message);
    }
  }
  if (changed > 0 && screenedLists(await store.lists()).length > 0) {
    await openScreening(store, home, (message) => note('info', message));
    if ((await store.sets()).length > 0)
      note('info', 'lists changed: "dualwatch rescreen --changed" says which kept customers that touches');
  }
  return changed;
}
