import { arch, platform, release } from 'node:os';
import type { Json } from '../model/canonical-json.ts';
import type { Digest } from '../model/digest.ts';
import type { CaptureRecord } from '../model/log-record.ts';
import type { VisitPolicy } from '../model/notice.ts';
import type { PageReading } from '../model/reading.ts';
import type { BuiltWarc } from '../evidence/warc-file.ts';
import type { NoticeClaim } from '../store/port.ts';
import { isoTime } from './clock.ts';
import type { FetchedPage } from './fetch-page.ts';
import type { VisitContext } from './visit-context.ts';

/** The entry of the log for the file of a visit. */
export function captureRecord(claim: NoticeClaim, page: FetchedPage, warc: BuiltWarc, payload: Digest | null, at: string): CaptureRecord {
  const last = page.result?.hops.at(-1);
  return {
    type: 'capture',
    sha256: warc.sha256,
    url: claim.url,
    finalUrl: page.result?.finalUrl ?? claim.url,
    at,
    status: page.result?.ok ? page.result.status : null,
    ip: last?.remoteAddress || null,
    payload,
    bytes: warc.bytes.length,
    notice: claim.noticeId,
    source: claim.source?.id ?? null,
  };
}

/** What a court asks for beside the bytes: what was asked, under which rules, by what. Names of credentials, never their values. */
export function visitNotes(
  context: VisitContext,
  claim: NoticeClaim,
  policy: VisitPolicy,
  page: FetchedPage,
  reading: PageReading | null,
  digest: Digest | null,
): { readonly [key: string]: Json | undefined } {
  return {
    notice: claim.noticeId,
    source: claim.source && { id: claim.source.id, name: claim.source.name },
    asked: claim.url,
    final: page.result?.finalUrl ?? null,
    startedAt: isoTime(page.startedMs),
    endedAt: isoTime(page.endedMs),
    robots: page.robots,
    options: {
      keep: policy.keep,
      allowPrivate: policy.allowPrivate,
      paceMs: policy.paceMs,
      browser: policy.browser,
      proxy: policy.proxy?.address,
    },
    browserMissing: browserMissing(context, policy),
    credentialsLeftOut: [...new Set(page.result?.hops.flatMap((hop) => hop.credentialsOmitted) ?? [])],
    shows: reading && {
      state: reading.state,
      reason: reading.reason,
      reader: reading.reader,
      rendered: reading.rendered,
      charset: reading.charset,
      readingSha256: digest,
    },
    system: `Node ${process.versions.node}, ${platform()} ${release()} ${arch()}`,
  };
}

/** Why a browser that was asked for cannot visit too. */
export function browserMissing({ browser }: Pick<VisitContext, 'browser'>, policy: Pick<VisitPolicy, 'browser'>): string | undefined {
  return (policy.browser ?? 'never') === 'never' ? undefined : (browser.missing ?? undefined);
}
