import { otherPageDigest, readingDigest } from '../observe/reading-digest.ts';
import { decideKeep, type KeepDecision } from '../observe/keep.ts';
import { judgeVisit, type Judgement, type Sighting } from '../observe/judge.ts';
import { nextVisit } from '../observe/next-visit.ts';
import type { Digest } from '../model/digest.ts';
import type { Json } from '../model/canonical-json.ts';
import type { ObservationRecord } from '../model/log-record.ts';
import type { FollowState } from '../model/notice.ts';
import type { PageReading } from '../model/reading.ts';
import { addressOfSamePage, ownNames } from '../read/own-names.ts';
import type { NoticeClaim, NoticeVisit } from '../store/port.ts';
import type { BuiltWarc } from '../evidence/warc-file.ts';
import { buildWarc } from '../evidence/warc-writer.ts';
import { capturePath } from '../evidence/capture-files.ts';
import type { FetchFailure, FetchResult } from '../fetch/fetch-result.ts';
import { isoTime } from './clock.ts';
import type { FetchedPage } from './fetch-page.ts';
import { answerOf, type HostAnswer } from './host-answer.ts';
import { hostAfter } from './host-after.ts';
import type { CaptureFile } from './recorder.ts';
import { judgeAnswer } from './judge-answer.ts';
import { knownReading } from './known-reading.ts';
import { pageInputOf } from './page-input.ts';
import { NOT_PROBED } from './probe-site.ts';
import { renderPage, type Rendered } from './render-page.ts';
import { removalsWait } from './removals-wait.ts';
import { bytesAfter, type Validators } from './seen-bytes.ts';
import type { VisitContext } from './visit-context.ts';
import { wantedExtras } from './wanted-extras.ts';
import { allowanceOf, credentialsFor, policyOf } from './visit-policy.ts';
import { sightingOf } from './sighting-of.ts';
import { browserMissing, captureRecord, visitNotes } from './visit-notes.ts';
import { wallOf } from './wall-page.ts';
import { payloadDigest, visitHeads, warcHops } from './warc-hops.ts';

const DAY_MS = 86_400_000;

/** A visit that was made and judged, and waits to be recorded. */
export interface PreparedVisit {
  readonly visit: NoticeVisit;
  readonly file: CaptureFile | null;
  /** Files of what the site was asked beside the address. */
  readonly probes?: readonly CaptureFile[];
  /** What the page says; null where nothing could be read. */
  readonly reading: PageReading | null;
  readonly judgement: Judgement;
  /** Whether the host was heard at all: the watcher asks whose fault a silence is before it records. */
  readonly answer: HostAnswer;
  /** Why no answer came. */
  readonly failure: FetchFailure['failure'] | null;
}

/** Visits the address of a notice: fetch, read, judge, decide what to keep, build its file. Writes nothing. */
export async function visitNotice(context: VisitContext, claim: NoticeClaim): Promise<PreparedVisit> {
  const policy = policyOf(claim, context.defaults);
  const page = await context.fetcher.fetch({
    url: claim.url,
    policy: { ...policy, credentials: credentialsFor(policy, claim.source, claim.url) },
    allowPrivate: allowanceOf(claim, policy),
    etag: claim.follow.etag,
    lastModified: claim.follow.lastModified,
    claimedHost: claim.host,
  });
  const at = isoTime(page.startedMs);
  const { result } = page;
  const plain = page.forbidden !== null ? null : pageInputOf(context.config.fetch.maxDecompressed, claim.url, page);
  const plainReading = plain && context.read(plain);
  const rendered = await renderPage(context, claim, policy, page, plainReading);
  const input = rendered?.input ?? plain;
  const asRead = rendered?.reading ?? plainReading;
  const payload = rendered?.payload ?? (page.result === null ? null : payloadDigest(page.result));
  const known = (of: PageReading | null): Promise<FollowState> =>
    knownReading(context, claim.follow, { url: claim.url, payload, reading: of?.state === 'present' ? readingDigest(of) : null });
  const judged = input && (await judgeAnswer(context, { claim, policy, page, input, before: await known(asRead), at }));
  const reading = judged && (rendered ? { ...judged.reading, rendered: true as const } : judged.reading);
  const before = await known(reading);
  const probed = judged?.probed ?? NOT_PROBED;
  const digest = reading?.state === 'present' ? readingDigest(reading) : null;
  const otherReading = reading && otherPageDigest(reading);
  const state = reading?.state ?? (result?.ok && result.notModified ? 'present' : 'unreachable');
  const answered = result?.ok === true && page.forbidden === null;
  const decision: KeepDecision | null = answered
    ? decideKeep(before, { state, payload, reading: digest, otherReading, bodyBySite: reading?.bodyBySite ?? false, at }, policy.keep)
    : null;
  const warc =
    decision?.keep && result ? await buildFile(context, result, rendered, visitNotes(context, claim, policy, page, reading, digest)) : null;
  const shown = sightingOf(before, page, judged?.judgement ?? null, digest, warc?.sha256 ?? confirmed(decision));
  // A list that no longer names a notice is a reason to look at it, and no removal while its page stands.
  const sighting: Sighting = shown.state === 'present' && !shown.reason && claim.unlistedAt ? { ...shown, reason: UNLISTED } : shown;
  const basis =
    judged?.judgement.basis ?? (isUnlisted(sighting, claim) ? `its source lists it no more since ${claim.unlistedAt ?? ''}` : null);
  const held = sighting.state === 'removed' && (await removalsWait(context, claim, at));
  const options = { at, confirmAfterMs: context.config.follow.confirmAfter, heldForPerson: held };
  const judgement = judgeVisit(before, sighting, options);
  const kept = warc && payload ? { payload, capture: warc.sha256, at } : null;
  const bytes = bytesAfter(before, {
    state: judgement.observed,
    kept,
    sameBytes: isSameBytes(before, payload),
    reading: digest ?? before.reading,
    otherReading,
    bodyBySite: reading?.bodyBySite ?? before.bodyBySite,
    validators: rendered ? NO_VALIDATORS : validatorsOf(page),
  });
  const follow: FollowState = { ...before, ...bytes, ...judgement.follow };
  const next = nextVisit(judgement, {
    at,
    firstSeenAt: claim.firstSeenAt,
    // What is written about notices is not watched as they are.
    followMs: claim.type === 'report' ? Math.max(policy.followMs, DAY_MS) : policy.followMs,
    confirmAfterMs: options.confirmAfterMs,
  });
  const lack = browserMissing(context, policy);
  const record: ObservationRecord = {
    type: 'observation',
    notice: claim.noticeId,
    url: claim.url,
    at,
    state: judgement.observed,
    reason: judgement.reason,
    ...(basis === null ? {} : { basis }),
    removalKind: sighting.state === 'removed' ? sighting.kind : null,
    capture: warc?.sha256 ?? null,
    confirms: confirmed(decision),
    payload,
    reading: sighting.state === 'present' ? sighting.reading : null,
    heads: warc ? null : visitHeads(result?.hops ?? []),
    ...(warc === null && lack !== undefined && { browserMissing: lack }),
  };
  return {
    visit: {
      kind: 'notice',
      claim,
      probes: probed.probes,
      learned: [...probed.learned, ...wallOf(context, claim, { input, judgement, warc, at })],
      capture: warc && {
        record: { ...captureRecord(claim, page, warc, payload, at), ...rendered?.record },
        warc: capturePath(warc.sha256),
      },
      observation: record,
      follow,
      due: { at: Math.round(page.endedMs + next.afterMs), class: next.class, rank: claim.summary.priority, intervalMs: next.intervalMs },
      // Only a site's own reader knows names that mean one notice; an ordinary page may name its home page as canonical in every article.
      aliases:
        state === 'present' && input
          ? [...addressOfSamePage(input), ...(reading?.site ? ownNames(reading.aliases, input, context.siteHosts(reading.site)) : [])]
          : [],
      drop:
        warc && decision?.keep && decision.drop
          ? { sha256: decision.drop.capture, keptInstead: warc.sha256, reason: 'keep changes: newer full bytes of the same reading' }
          : null,
      extras: wantedExtras(context, policy, claim.source, {
        observed: judgement.observed,
        before,
        reading,
        kept: warc !== null,
        answered,
        rendered: rendered !== null,
      }),
      host: hostAfter(probed.busy ?? result, {
        blocked: judgement.observed === 'blocked' && judgement.reason !== 'withheld',
        nowMs: page.endedMs,
        extraStarts: page.extraStarts + probed.starts + (rendered ? 1 : 0),
        paceMs: page.paceMs,
      }),
    },
    file: warc,
    probes: probed.files,
    reading,
    judgement,
    answer: answerOf(result?.ok === false ? result.failure : null, result !== null),
    failure: result && !result.ok ? result.failure : null,
  };
}

async function buildFile(
  { software }: VisitContext,
  result: FetchResult,
  rendered: Rendered | null,
  about: { readonly [key: string]: Json | undefined },
): Promise<BuiltWarc> {
  return rendered ? rendered.build(about) : buildWarc({ hops: warcHops(result), software, metadata: about });
}

/** Of a page that its scripts make, the bytes say nothing of whether it has changed. */
const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

const UNLISTED = 'unlisted';

function isUnlisted(sighting: Sighting, { unlistedAt }: NoticeClaim): boolean {
  return sighting.state === 'present' && sighting.reason === UNLISTED && !!unlistedAt;
}

function confirmed(decision: KeepDecision | null): Digest | null {
  return decision !== null && !decision.keep ? decision.confirms : null;
}

function isSameBytes(before: FollowState, payload: Digest | null): boolean {
  return payload === null || payload === before.newest?.payload;
}

/** Validators belong to one address: after a redirect none are kept. */
function validatorsOf(page: FetchedPage): Validators {
  const { result } = page;
  if (!result?.ok || result.hops.length !== 1 || (result.status !== 200 && !result.notModified)) return { etag: null, lastModified: null };
  const header = (wanted: string): string | null => result.headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
  return { etag: header('etag'), lastModified: header('last-modified') };
}
