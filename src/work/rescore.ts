import { scorePriority } from '../assess/priority.ts';
import { loadPriorityTable } from '../catalogue/priority.ts';
import type { NoticeId } from '../model/ids.ts';
import type { Store } from '../store/port.ts';
import type { ScoreSummary } from '../store/screening-port.ts';

/** Scores notices anew whose state a person has changed. */
export async function rescore(store: Pick<Store, 'followOf' | 'recordSummary'>, notices: readonly NoticeId[]): Promise<void> {
  const score = summaryScorer();
  for (const id of notices) {
    const known = await store.followOf(id);
    if (!known) continue;
    const { priority, reasons } = score(known.summary, known.follow.state);
    await store.recordSummary(id, { ...known.summary, priority, reasons }, priority);
  }
}

/** Scores a summary by the table of the catalogue. */
export function summaryScorer(): ScoreSummary {
  const table = loadPriorityTable();
  return (summary, state) => {
    const { score, reasons } = scorePriority({ ...summary, state }, table);
    return { priority: score, reasons };
  };
}
