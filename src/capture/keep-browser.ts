import type { DueExtra } from '../store/extras-port.ts';
import type { BrowserVisit } from '../fetch/browser/browser-visit.ts';
import { isMissing, NO_HAN_FONT } from '../fetch/browser/take-page.ts';
import { browserFacts, browserNotes, buildBrowserFile } from './browser-file.ts';
import { madeFile, waitForStart, type MadeExtra } from './made-extra.ts';
import { browse } from './page-browser.ts';
import type { VisitContext } from './visit-context.ts';

/**
 * What a browser shows of a notice, as a capture of its own beside that of the plain visit: it is never read in its place. A browser that did not start
 * leaves a file too, which says why. Throws `PutOff` where the host is held. Writes nothing.
 */
export async function keepBrowser(context: VisitContext, extra: DueExtra, signal: AbortSignal): Promise<MadeExtra> {
  const { policy } = extra;
  await waitForStart(context, extra.url, policy.paceMs, signal);
  const visit = await browse(context, extra, policy, signal);
  const metadata = browserNotes(visit, extra.url, policy, {
    notice: extra.noticeId,
    source: extra.source && { id: extra.source.id, name: extra.source.name },
    reason: extra.reason,
    beside: extra.capture,
    visitAt: extra.visitAt,
  });
  const warc = await buildBrowserFile(visit, { url: extra.url, before: [], software: context.software, metadata });
  return {
    extra,
    ...madeFile(extra, warc, { ...browserFacts(visit, extra.url), at: visit.startedAt, mode: 'browser' }),
    images: [],
    note: noteOf(extra.url, visit),
  };
}

/** What its user asked for and does not get; the capture says more. */
function noteOf(url: string, { failure, lost }: BrowserVisit): string | null {
  if (failure !== null) return `the browser shows nothing of ${url}: ${failure}; the plain capture is kept`;
  const missing = lost.filter(isMissing);
  if (missing.length === 0) return null;
  // What is wrong with this machine is wrong at every page, and told once.
  return missing.every((one) => one === NO_HAN_FONT) ? NO_HAN_FONT : `the browser’s visit of ${url} is not whole: ${missing.join('; ')}`;
}
