import type { MakePlace } from './backend.ts';
import { judgementContract } from './judgements.ts';
import { listContract } from './lists.ts';
import { screenedNoticeContract } from './screened-notices.ts';
import type { Bench } from './store.ts';

/** What screening keeps. */
export function screeningContract(bench: Bench, make: MakePlace): void {
  listContract(bench, make);
  judgementContract(bench);
  screenedNoticeContract(bench);
}
