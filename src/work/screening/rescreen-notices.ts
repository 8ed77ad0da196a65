import { judgeNotices } from './judge-notice.ts';
import { lapsesOf } from './match-changes.ts';
import {
  differenceOf,
  screenNotices,
  type ChangedNotice,
  type NoticeParts,
  type ScreenedNotices,
  type ScreenNoticesOptions,
} from './screen-notices.ts';

const BATCH = 50;

/**
 * Screens stored notices again and tells `onChanged` of each that has other matches than when that was last told: what this run changed, and what an update of
 * lists or a watcher found meanwhile. What was told is noted after it: of a run that is stopped nothing is lost. `changed` counts those that were told.
 */
export async function rescreenNotices(
  parts: NoticeParts,
  options: Omit<ScreenNoticesOptions, 'firstIsNews'>,
  onChanged: (changed: ChangedNotice) => Promise<void>,
): Promise<ScreenedNotices> {
  const { store } = parts;
  const { notices, screened } = await screenNotices(parts, { ...options, firstIsNews: true });
  let changed = 0;
  for (let after = 0; ;) {
    options.signal?.throwIfAborted();
    const batch = await store.untoldMatches(after, BATCH);
    const last = batch.at(-1);
    if (last === undefined) return { notices, screened, changed };
    after = last.num;
    const judged = await judgeNotices(
      store,
      batch.map(({ matches }) => matches),
    );
    const told = [];
    for (const [n, one] of batch.entries()) {
      const now = judged[n] ?? [];
      const difference = differenceOf(one, one.told, now);
      if (difference !== undefined) {
        await onChanged(difference);
        changed += 1;
      }
      told.push({ num: one.num, recipe: one.recipe, lapses: lapsesOf(now, ({ key }) => key) });
    }
    await store.noteTold(told);
  }
}
