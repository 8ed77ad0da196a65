import { screenedLists } from '../work/screening/index-file.ts';
import { noticeNews } from '../work/screening/notice-news.ts';
import { openScreening } from '../work/screening/open-screening.ts';
import { maskedChange, screenNotices } from '../work/screening/screen-notices.ts';
import type { Io } from './io.ts';
import type { ScreeningSession } from './screening-session.ts';
import { terminalLine } from './terminal-text.ts';

/** Changes of notices that are told one by one. */
const SHOWN_NEWS = 20;

/** What `--json` of commands that change lists says of stored notices, for their help. */
export const NEWS_HELP = 'then {notice,title,added,changed,removed,lapsed} of each stored notice whose matches changed';

/**
 * After a change of lists or parties: builds the index anew and screens the stored notices that it can have touched; if this is stopped, a watcher or
 * "rescreen" goes on. What changed is told in a line each, with `json` in an object each, and stays news for "rescreen".
 */
export async function renewScreening(session: ScreeningSession, options: { readonly json?: boolean }, io: Io): Promise<void> {
  const note = options.json ? () => undefined : session.note;
  if (screenedLists(await session.store.lists()).length > 0) await openScreening(session.store, session.home, note);
  let told = 0;
  const { notices, changed } = await screenNotices(
    { ...session, note },
    { signal: io.signal, onProgress: (done) => io.progress(`${done} notices screened`) },
    async (difference) => {
      if (options.json) await io.out(JSON.stringify(maskedChange(difference)));
      else for (const line of noticeNews(difference)) if ((told += 1) <= SHOWN_NEWS) note(terminalLine(line));
    },
  );
  if (told > SHOWN_NEWS) note(`… and ${told - SHOWN_NEWS} more; "dualwatch rescreen --changed" tells all of it`);
  if (notices > 0) note(`${notices} notices screened, ${changed} of them changed`);
}
