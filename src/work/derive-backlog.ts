import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoticeId } from '../model/ids.ts';
import type { ObservationRow } from '../model/notice.ts';
import type { PageReading } from '../model/reading.ts';
import { asDualwatchError } from '../model/errors.ts';
import type { DerivedReading, Underived } from '../store/port.ts';
import { readCapture, type CaptureContents } from '../evidence/warc-reader.ts';
import { headerOf } from '../evidence/http-message.ts';
import type { FeedItem } from '../watch/sources/feed-item.ts';
import { detectSourceKind } from '../watch/sources/detect-kind.ts';
import { parseFeed } from '../watch/sources/parse-feed.ts';
import { readingInState } from '../observe/reading-in-state.ts';
import { storedPage, type StoredPage } from './reread-capture.ts';
import type { VisitParts } from './visit-claim.ts';

/**
 * Reads captures that have no reading of today's recipe: after a crash between acknowledgement and reading, or when code or catalogue have changed.
 * A capture that cannot be read is reported and marked, so that it does not come back. Resolves to how many were taken.
 */
export async function deriveBacklog(parts: VisitParts, home: string, limit: number, report: (message: string) => void): Promise<number> {
  const { context, deriver, carried } = parts;
  const captures = (await context.store.underived(deriver.recipe, limit)).filter(({ capture }) => !carried.underWay(capture));
  for (const one of captures) {
    let done = true;
    try {
      done = await rederive(parts, home, one);
    } catch (error) {
      report(`capture ${one.capture} of ${one.url} cannot be read again: ${asDualwatchError(error).message}`);
    }
    if (done) await context.store.markDerived(one.capture, deriver.recipe);
  }
  return captures.length;
}

/** False where it was broken off. */
async function rederive(parts: VisitParts, home: string, one: Underived): Promise<boolean> {
  const bytes = await readFile(join(home, one.warc));
  if (one.noticeId === null) return parts.carried.read(one.capture, itemsOf(readCapture(bytes, one.warc)));
  const page = storedPage(bytes, one.warc, one.url);
  const readings = page === null ? [] : await rederivePage(parts, { ...one, noticeId: one.noticeId }, page);
  if (readings.length > 0) await parts.context.store.recordReadings(readings);
  return true;
}

async function rederivePage(
  { context, deriver }: VisitParts,
  one: Underived & { readonly noticeId: NoticeId },
  { rendered, ...page }: StoredPage,
): Promise<readonly DerivedReading[]> {
  const known = await context.store.followOf(one.noticeId);
  if (!known) return [];
  const reading = context.read(page);
  // The bytes alone do not tell all: what the visit knew of the notice and its site may have judged the page another way.
  const seen =
    reading.site === null ? (await context.store.observationsOf(one.noticeId)).find(({ capture }) => capture === one.capture) : undefined;
  const judged =
    seen === undefined || isForSigns(reading, seen) ? reading : readingInState(reading, seen, () => context.read({ ...page, status: 200 }));
  const derived = deriver.derive({
    noticeId: one.noticeId,
    capture: one.capture,
    reading: rendered ? { ...judged, rendered } : judged,
    from: 'page',
    state: known.follow.state,
    listed: known.summary.listed,
  });
  // Only the current version speaks for the notice.
  const speaks = known.follow.version?.capture === one.capture || known.follow.newest?.capture === one.capture;
  return [speaks ? derived : { ...derived, summary: null, rank: null }];
}

/** Where neither shows the notice, today's signs say why better than those of the visit; only that it is gone may be told by the history alone. */
function isForSigns(reading: PageReading, seen: ObservationRow): boolean {
  if (reading.state === 'present' || seen.state === 'present' || seen.state === 'changed') return false;
  return seen.state !== 'removed' || reading.state === 'removed';
}

/** What a kept feed lists; a list page carries no texts of its own. */
function itemsOf(contents: CaptureContents): readonly FeedItem[] {
  const last = contents.hops.at(-1);
  if (!last?.response) return [];
  const contentType = headerOf(last.response, 'content-type') ?? null;
  if (detectSourceKind(last.response.body, contentType) !== 'feed') return [];
  return parseFeed(last.response.body, contentType, last.url).items;
}
