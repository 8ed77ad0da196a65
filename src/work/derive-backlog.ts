import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoticeId } from '../model/ids.ts';
import type { ObservationRow } from '../model/notice.ts';
import type { PageReading } from '../model/reading.ts';
import { asDualwatchError } from '../model/errors.ts';
import type { DerivedReading, Underived } from '../store/port.ts';
import { readCapture, type CaptureContents } from '../evidence/warc-reader.ts';
import { headerOf } from '../evidence/http-message.ts';
import { feedReading } from '../watch/feed-reading.ts';
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
  const { context, deriver } = parts;
  const captures = await context.store.underived(deriver.recipe, limit);
  for (const one of captures) {
    try {
      const readings = await rederive(parts, home, one);
      if (readings.length > 0) await context.store.recordReadings(readings);
    } catch (error) {
      report(`capture ${one.capture} of ${one.url} cannot be read again: ${asDualwatchError(error).message}`);
    }
    await context.store.markDerived(one.capture, deriver.recipe);
  }
  return captures.length;
}

async function rederive(parts: VisitParts, home: string, one: Underived): Promise<readonly DerivedReading[]> {
  const bytes = await readFile(join(home, one.warc));
  if (one.noticeId === null) return rederiveFeed(parts, one, readCapture(bytes, one.warc));
  const page = storedPage(bytes, one.warc, one.url);
  return page === null ? [] : rederivePage(parts, { ...one, noticeId: one.noticeId }, page);
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

async function rederiveFeed(
  { context, deriver }: VisitParts,
  one: Underived,
  contents: CaptureContents,
): Promise<readonly DerivedReading[]> {
  const last = contents.hops.at(-1);
  if (!last?.response) return [];
  const contentType = headerOf(last.response, 'content-type') ?? null;
  // A list page carries no texts of its own.
  if (detectSourceKind(last.response.body, contentType) !== 'feed') return [];
  const { items } = parseFeed(last.response.body, contentType, last.url);
  const notices = await context.store.noticesByUrl(items.map((item) => item.url));
  return items.flatMap((item) => {
    const noticeId = notices.get(item.url);
    const reading = feedReading(item, context.readFragment);
    return noticeId && reading
      ? [deriver.derive({ noticeId, capture: one.capture, reading, from: 'feed', state: 'unreachable', listed: [] })]
      : [];
  });
}
