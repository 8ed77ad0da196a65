import { arch, platform, release } from 'node:os';
import { otherPageDigest, readingDigest } from '../observe/reading-digest.ts';
import { decideKeep, type KeepDecision } from '../observe/keep.ts';
import { judgeVisit, type Judgement, type Sighting } from '../observe/judge.ts';
import { nextVisit } from '../observe/next-visit.ts';
import { normaliseAlias } from '../model/address.ts';
import type { Digest } from '../model/digest.ts';
import type { Json } from '../model/canonical-json.ts';
import type { CaptureRecord, ObservationRecord } from '../model/log-record.ts';
import type { FollowState, VisitPolicy } from '../model/notice.ts';
import type { LearnedPage } from '../model/learned-page.ts';
import type { PageReading } from '../model/reading.ts';
import { lastingReason, type PageJudgement } from '../observe/page-judgement.ts';
import type { PageInput } from '../read/read-page.ts';
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
import { NOT_PROBED, PRINT_RECIPE } from './probe-site.ts';
import { renderPage, type Rendered } from './render-page.ts';
import { removalsWait } from './removals-wait.ts';
import { bytesAfter, type Validators } from './seen-bytes.ts';
import type { VisitContext } from './visit-context.ts';
import { wantedExtras } from './wanted-extras.ts';
import { allowanceOf, credentialsFor, policyOf } from './visit-policy.ts';
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
    decision?.keep && result ? await buildFile(context, result, rendered, metadata(context, claim, policy, page, reading, digest)) : null;
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
      aliases: state === 'present' && reading?.site ? reading.aliases.flatMap((alias) => normaliseAlias(alias) ?? []) : [],
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

/** A page by which a site refused a visitor is known again where it comes with a status that says nothing. */
function wallOf(
  context: VisitContext,
  claim: NoticeClaim,
  seen: { readonly input: PageInput | null; readonly judgement: Judgement; readonly warc: BuiltWarc | null; readonly at: string },
): readonly LearnedPage[] {
  const { input, judgement, warc, at } = seen;
  if (input === null || warc === null || judgement.observed !== 'blocked' || judgement.reason === null || !isWall(judgement.reason))
    return [];
  const print = context.look(input)?.print;
  if (print === undefined || print.words.length === 0) return [];
  const { url, finalUrl = url, status = 200 } = input;
  return [
    {
      host: claim.host,
      kind: 'wall',
      url,
      finalUrl,
      status,
      at,
      capture: warc.sha256,
      recipe: PRINT_RECIPE,
      print,
      reason: judgement.reason,
      sure: true,
    },
  ];
}

/** A login or a page kept back is no wall before the whole site. */
function isWall(reason: string): boolean {
  return ['captcha', 'challenge', 'frequency', 'denied', 'http 403', 'http 429', 'http 503', 'http 412', 'http 405'].includes(reason);
}

const UNLISTED = 'unlisted';

function isUnlisted(sighting: Sighting, { unlistedAt }: NoticeClaim): boolean {
  return sighting.state === 'present' && sighting.reason === UNLISTED && !!unlistedAt;
}

/** Reasons of observations are one word or two, as the readers' are. */
const FAILURE_REASONS: Readonly<Record<string, string>> = { 'robots-forbidden': 'robots', 'address-forbidden': 'address' };

function sightingOf(
  before: FollowState,
  page: FetchedPage,
  judged: PageJudgement | null,
  digest: Digest | null,
  evidence: Digest | null,
): Sighting {
  if (page.forbidden !== null) return { state: 'unreachable', reason: 'robots' };
  if (page.result === null) return { state: 'unreachable', reason: 'unvisited' };
  if (!page.result.ok) return { state: 'unreachable', reason: FAILURE_REASONS[page.result.failure.kind] ?? page.result.failure.kind };
  if (page.result.notModified)
    return before.reading === null
      ? { state: 'unreachable', reason: 'http 304' }
      : { state: 'present', reading: before.reading, reason: lastingReason(before.reason) };
  if (judged === null) return { state: 'unreachable', reason: 'unreadable' };
  switch (judged.state) {
    case 'present':
      return { state: 'present', reading: digest ?? readingDigest(judged.reading), reason: judged.reason };
    case 'removed':
      return { state: 'removed', kind: judged.kind, reason: judged.reason, evidence };
    default:
      return { state: judged.state, reason: judged.reason };
  }
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

function captureRecord(claim: NoticeClaim, page: FetchedPage, warc: BuiltWarc, payload: Digest | null, at: string): CaptureRecord {
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
function metadata(
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
    browserMissing: (policy.browser ?? 'never') === 'never' ? undefined : (context.browser.missing ?? undefined),
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
