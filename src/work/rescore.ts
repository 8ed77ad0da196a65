import { scorePriority } from '../assess/priority.ts';
import { loadPriorityTable } from '../catalogue/priority.ts';
import type { NoticeId } from '../model/ids.ts';
import type { Store } from '../store/port.ts';

/** Scores notices anew whose state a person has changed. */
export async function rescore(store: Pick<Store, 'followOf' | 'recordSummary'>, notices: readonly NoticeId[]): Promise<void> {
  const table = loadPriorityTable();
  for (const id of notices) {
    const known = await store.followOf(id);
    if (!known) continue;
    const { score, reasons } = scorePriority({ ...known.summary, state: known.follow.state }, table);
    await store.recordSummary(id, { ...known.summary, priority: score, reasons }, score);
  }
}
