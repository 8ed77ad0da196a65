import { parentPort, workerData } from 'node:worker_threads';
import { asDualwatchError } from '../../model/errors.ts';
import { homePaths, openHome } from '../home.ts';
import type { FromThread } from '../background-thread.ts';
import { currentStamp } from './index-file.ts';
import { openNameKnowledge } from './name-knowledge.ts';
import { noticeNews } from './notice-news.ts';
import { openNoticeScreening, type NoticeScreening } from './notice-screening.ts';
import { screenWith } from './screen-notices.ts';

const { home } = workerData as { readonly home: string };
const say = (said: FromThread): void => parentPort?.postMessage(said);
const { store } = await openHome(homePaths(home), { create: false });
/** From so many notices on, a run says that it has ended. */
const MANY = 100;
let opened: { readonly stamp: string; readonly screening: NoticeScreening | undefined } | undefined;

say('loaded');
parentPort?.on('message', () => {
  void screenWaiting()
    .catch((error: unknown) => say({ level: 'warn', message: `notices cannot be screened: ${asDualwatchError(error).message}` }))
    .finally(() => say('done'));
});

async function screenWaiting(): Promise<void> {
  const stamp = await currentStamp(store, openNameKnowledge(home));
  // Of two indexes only one is in memory at a time.
  if (opened?.stamp !== stamp) opened = undefined;
  opened ??= { stamp, screening: await openNoticeScreening(store, home, (message) => say({ level: 'info', message })) };
  if (opened.screening === undefined) return;
  const { notices, screened, changed } = await screenWith(opened.screening, store, {}, async (changed) => {
    for (const message of noticeNews(changed)) say({ level: 'info', message });
  });
  if (notices >= MANY) say({ level: 'info', message: `${notices} notices looked at, ${screened} screened again, ${changed} changed` });
}
