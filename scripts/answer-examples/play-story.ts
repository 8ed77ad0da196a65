import { useAccounts } from './chapters/accounts.ts';
import { stampLog } from './chapters/anchors.ts';
import { openCase, triage } from './chapters/cases.ts';
import { proveNotice } from './chapters/evidence.ts';
import { addLists, changeLists } from './chapters/lists.ts';
import { askAsYente, decideMatches, inquire, reconcile, screenNames, verifyReceipt } from './chapters/names.ts';
import { areGone, editAndCopy, keepNotice, readNotices, seemGone } from './chapters/notices.ts';
import { tellAboutServer, tellKnowledge } from './chapters/server.ts';
import { addSources, tellPublishers } from './chapters/sources.ts';
import type { Stage } from './stage.ts';
import { beginAt, beginNow, endChapter } from './story-clock.ts';

/** Asks every route once while a notice appears, is edited, copied and taken down, denied, and made a case of. Gives the ids that it is about. */
export async function playStory(stage: Stage): Promise<readonly string[]> {
  beginAt('2026-03-02T00:30Z');
  await tellAboutServer(stage);
  await tellKnowledge(stage);
  await addLists(stage);
  beginAt('2026-03-02T01:10Z');
  const { notice, capture } = await keepNotice(stage);
  await addSources(stage);
  beginAt('2026-03-03T02:20Z');
  await editAndCopy(stage);
  await screenNames(stage);
  await verifyReceipt(stage);
  await inquire(stage);
  beginAt('2026-03-04T02:00Z');
  await seemGone(stage);
  beginAt('2026-03-05T02:00Z');
  const report = await areGone(stage);
  beginAt('2026-03-06T08:00Z');
  await changeLists(stage);
  await decideMatches(stage, notice);
  await askAsYente(stage);
  await reconcile(stage);
  beginAt('2026-03-06T09:00Z');
  await triage(stage, notice);
  await readNotices(stage, notice);
  await openCase(stage, { notice, report });
  await tellPublishers(stage);
  beginAt('2026-03-07T09:00Z');
  await proveNotice(stage, { notice, capture });
  beginNow('2026-03-07T10:00Z');
  await stampLog(stage);
  beginAt('2026-03-08T09:00Z');
  await useAccounts(stage);
  endChapter();
  return [notice, capture];
}
