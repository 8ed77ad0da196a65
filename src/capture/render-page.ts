import type { Json } from '../model/canonical-json.ts';
import { sha256, type Digest } from '../model/digest.ts';
import type { CaptureRecord } from '../model/log-record.ts';
import type { VisitPolicy } from '../model/notice.ts';
import type { PageReading } from '../model/reading.ts';
import type { PageInput } from '../read/read-page.ts';
import type { NoticeClaim } from '../store/port.ts';
import type { BuiltWarc } from '../evidence/warc-file.ts';
import { browserFacts, browserNotes, buildBrowserFile } from './browser-file.ts';
import type { FetchedPage } from './fetch-page.ts';
import { browse } from './page-browser.ts';
import { PutOff, waitUnlessStopped } from './put-off.ts';
import type { VisitContext } from './visit-context.ts';
import { warcHops } from './warc-hops.ts';

/** What a browser showed in place of a page without text. */
export interface Rendered {
  readonly input: PageInput;
  readonly reading: PageReading;
  /** Of the document that was read. */
  readonly payload: Digest;
  readonly record: Pick<CaptureRecord, 'finalUrl' | 'status' | 'ip' | 'mode'>;
  /** Both visits in one file. */
  build(about: { readonly [key: string]: Json | undefined }): Promise<BuiltWarc>;
}

/** A visit that would wait for more of the browser's than these would outlive its claim: it is made again after so long. */
const MOST_WAITING = 2;
const AGAIN_MS = 60_000;

/**
 * A page that is made by its scripts has no text in its bytes: where its source allows a browser, the document that the browser holds is read in its
 * place. Throws {@link PutOff} where the browser is busy.
 * Null where there is text, no browser, or nothing to read there either: then the plain page stands for itself.
 */
export async function renderPage(
  context: VisitContext,
  claim: NoticeClaim,
  policy: VisitPolicy,
  page: FetchedPage,
  plain: PageReading | null,
): Promise<Rendered | null> {
  const { result } = page;
  if ((policy.browser ?? 'never') === 'never' || context.browser.missing !== null) return null;
  if (!result?.ok || result.status >= 400 || plain === null || !isBare(plain)) return null;
  if (context.browser.waiting >= MOST_WAITING) throw new PutOff(claim.host, context.clock.now(), AGAIN_MS);
  await waitUnlessStopped(Math.max(context.config.fetch.pace, page.paceMs ?? 0), claim.host, context.clock.now, context.stop);
  const visit = await browse(context, claim, policy);
  if (visit.document === null) return null;
  const { document } = visit;
  const record = { ...browserFacts(visit, claim.url), mode: 'rendered' as const };
  const input: PageInput = {
    bytes: document,
    url: claim.url,
    finalUrl: record.finalUrl,
    status: record.status ?? 200,
    contentType: 'text/html; charset=utf-8',
  };
  const reading = context.read(input);
  if (isBare(reading)) return null;
  return {
    input,
    reading,
    payload: sha256(document),
    record,
    build: (about) =>
      buildBrowserFile(visit, {
        url: claim.url,
        before: warcHops(result),
        software: context.software,
        metadata: browserNotes(visit, claim.url, policy, { ...about, reason: 'the plain page shows no text' }),
      }),
  };
}

/** Nothing but a title, at most. */
function isBare({ state, reason, text, title, images }: PageReading): boolean {
  if (state === 'unreachable') return reason === 'empty';
  return state === 'present' && images.length === 0 && text.trim() === (title ?? '').trim();
}
