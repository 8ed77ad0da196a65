import { timeOfId, type NoticeId } from '../model/ids.ts';
import { undueDrop } from '../observe/check-drop.ts';
import { contradictionOf } from '../observe/check-follow.ts';
import type { Store } from '../store/port.ts';
import type { NoticeHistory } from '../store/evidence-port.ts';
import type { Fault } from './verify-home.ts';

/** Checks what people are shown of each notice against its history in the log, and each dropped file against the policy. The first fault of each kind. */
export async function verifyNotices(store: Pick<Store, 'historyAfter'>): Promise<readonly Fault[]> {
  let [claim, drop]: (Fault | undefined)[] = [];
  for (let id: NoticeId | null = null; ;) {
    const history: NoticeHistory | undefined = await store.historyAfter(id);
    if (history === undefined) return [claim, drop].filter((fault) => fault !== undefined);
    id = history.id;
    const why: string | undefined = claim === undefined ? faultOf(history) : undefined;
    if (why !== undefined)
      claim = {
        index: history.observations.at(-1)?.logIndex ?? null,
        why: `what the database says of notice ${id} (${history.url}) is not what the log holds: ${why}`,
      };
    const undue = undueOf(history);
    if (undue !== undefined && undue.index < (drop?.index ?? Number.POSITIVE_INFINITY)) drop = undue;
  }
}

function faultOf(history: NoticeHistory): string | undefined {
  const { follow, observations, ids, confirmedByPerson } = history;
  const merged = ids.length > 1;
  if (!history.columnsHold) return 'its columns and its follow state differ';
  const made = Math.min(...ids.map(timeOfId));
  if (Date.parse(history.firstSeenAt) !== made)
    return `it was first seen at ${new Date(made).toISOString()}, as its id says, not at ${history.firstSeenAt}`;
  const seen = observations.filter(({ state }) => state === 'present' || state === 'changed');
  const firstHolds = merged
    ? history.firstPresentAt === null || seen.some(({ at }) => at === history.firstPresentAt)
    : history.firstPresentAt === (seen[0]?.at ?? null);
  if (!firstHolds) return `it was not first seen present at ${history.firstPresentAt ?? 'any time'}`;
  if (!merged && observations.length > 0 && !observations.some(({ url }) => url === history.url)) return 'no visit was of that address';
  return contradictionOf({ follow, observations, merged, confirmedByPerson });
}

function undueOf({ drops, observations, ids }: NoticeHistory): { readonly index: number; readonly why: string } | undefined {
  for (const { sha256, keptInstead, index } of drops) {
    const why = undueDrop({ sha256, keptInstead, observations, merged: ids.length > 1 });
    if (why !== undefined) return { index, why: `the policy keep does not drop capture ${sha256}: ${why}` };
  }
  return undefined;
}
