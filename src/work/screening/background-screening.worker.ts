import { parentPort, workerData } from 'node:worker_threads';
import { homePaths, openHome } from '../home.ts';
import { workWhenTold, type ThreadNote } from '../background-thread.ts';
import { currentStamp } from './index-file.ts';
import { openNameKnowledge } from '../packaged/name-knowledge.ts';
import { noticeNews } from './notice-news.ts';
import { openNoticeScreening, type NoticeScreening } from './notice-screening.ts';
import { screenWith } from './screen-notices.ts';

const { home } = workerData as { readonly home: string };
const note = (message: string): void => parentPort?.postMessage({ level: 'info', message } satisfies ThreadNote);
const { store } = await openHome(homePaths(home), { create: false });
/** From so many notices on, a run says that it has ended. */
const MANY = 100;
let opened: { readonly stamp: string; readonly screening: NoticeScreening | undefined } | undefined;

workWhenTold(parentPort, 'notices cannot be screened', screenWaiting);

async function screenWaiting(): Promise<void> {
  const stamp = await currentStamp(store, openNameKnowledge());
  // Of two indexes only one is in memory at a time.
  if (opened?.stamp !== stamp) opened = undefined;
  opened ??= { stamp, screening: await openNoticeScreening(store, home, note) };
  if (opened.screening === undefined) return;
  const { notices, screened, changed } = await screenWith(opened.screening, store, {}, async (changed) => {
    for (const message of noticeNews(changed)) note(message);
  });
  if (notices >= MANY) note(`${notices} notices looked at, ${screened} screened again, ${changed} changed`);
}
