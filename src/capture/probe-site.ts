import { MOST_WITNESSES } from '../observe/witness.ts';
import type { Json } from '../model/canonical-json.ts';
import type { LearnedKind, LearnedPage } from '../model/learned-page.ts';
import type { CaptureRecord, ProbeRecord } from '../model/log-record.ts';
import type { VisitPolicy } from '../model/notice.ts';
import { isSamePage } from '../observe/compare-prints.ts';
import type { Answer } from '../observe/page-judgement.ts';
import type { NoticeClaim } from '../store/port.ts';
import type { ProbeVisit } from '../store/learned-port.ts';
import { capturePath } from '../evidence/capture-files.ts';
import { buildWarc } from '../evidence/warc-writer.ts';
import type { FetchResult } from '../fetch/fetch-result.ts';
import { isoTime } from './clock.ts';
import type { FetchedPage } from './fetch-page.ts';
import { pageInputOf } from './page-input.ts';
import { BrokenOff, PutOff } from './put-off.ts';
import type { CaptureFile } from './recorder.ts';
import type { VisitContext } from './visit-context.ts';
import { allowanceOf, credentialsFor } from './visit-policy.ts';
import { payloadDigest, visitHeads, warcHops } from './warc-hops.ts';
import { addressThatNeverExisted } from './probe-address.ts';

/** What a probe brought: to be recorded with the visit that made it. */
export interface Probed {
  readonly probes: readonly ProbeVisit[];
  readonly files: readonly CaptureFile[];
  readonly learned: readonly LearnedPage[];
  /** Requests made. */
  readonly starts: number;
  /** An answer by which the site asks to be left alone. */
  readonly busy: FetchResult | null;
}

/** So many pages more a visit asks its site for at most: one that never existed, the front page, two witnesses. */
export const PAGES_BESIDE = 2 + MOST_WITNESSES;

/** Version of the code that makes prints. */
export const PRINT_RECIPE = '2';

export interface Asked {
  readonly page: FetchedPage;
  readonly answer: Answer | null;
  readonly probe: ProbeVisit;
  readonly file: CaptureFile | null;
}

/**
 * Asks the site of a notice for a page that never existed and, unless the status says so, for its front page: the one shows how the site says that nothing is
 * there, the other that it is up. Paced and by robots.txt like any visit; every answer is captured. `sure`: the notice was seen to stand in this visit.
 */
export async function probeSite(
  context: VisitContext,
  claim: NoticeClaim,
  policy: VisitPolicy,
  known: { readonly paceMs: number | null; readonly sure: boolean; readonly learned: readonly LearnedPage[] },
): Promise<Probed> {
  const nowhere = addressThatNeverExisted(claim.url, context.random);
  if (nowhere === null) return NOT_PROBED;
  const absent = await askBeside(context, claim, policy, known.paceMs, nowhere, 'absent');
  if (absent === null) return NOT_PROBED;
  const says404 = absent.answer !== null && (absent.answer.status === 404 || absent.answer.status === 410);
  const front =
    says404 || absent.answer === null ? null : await askBeside(context, claim, policy, known.paceMs, new URL('/', claim.url).href, 'front');
  const why = absent.answer === null ? outcomeOf(absent.page) : context.judge.useless(absent.answer, front?.answer ?? null);
  const frontIsPage = front?.answer?.status === 200 && front.answer.reading.state === 'present';
  const both: readonly [Asked | null, string | null][] = [
    [absent, why],
    [front, frontIsPage ? null : front && outcomeOf(front.page)],
  ];
  const asked = both.flatMap(([one, useless]) => (one === null ? [] : [{ one, useless }]));
  return {
    probes: asked.map(({ one, useless }) => ({ ...one.probe, record: { ...one.probe.record, outcome: useless ?? 'learned' } })),
    files: asked.flatMap(({ one }) => one.file ?? []),
    learned: asked.flatMap(({ one, useless }) =>
      useless === null ? (learnedOf(one, one === absent ? 'absent' : 'front', claim.host, known) ?? []) : [],
    ),
    starts: asked.reduce((sum, { one }) => sum + one.page.extraStarts, 0),
    busy: asked.find(({ one }) => one.answer?.status === 429 || one.answer?.status === 503)?.one.page.result ?? null,
  };
}

export const NOT_PROBED: Probed = { probes: [], files: [], learned: [], starts: 0, busy: null };

/** One request beside the visit of a notice; null where a redirect led into a host that is to be left alone. */
export async function askBeside(
  context: VisitContext,
  claim: NoticeClaim,
  policy: VisitPolicy,
  paceMs: number | null,
  url: string,
  kind: ProbeRecord['page'],
): Promise<Asked | null> {
  let page: FetchedPage;
  try {
    page = await context.fetcher.fetch({
      url,
      policy: { ...policy, paceMs: paceMs ?? policy.paceMs, credentials: credentialsFor(policy, claim.source, url) },
      allowPrivate: allowanceOf(claim, policy),
      etag: null,
      lastModified: null,
      claimedHost: claim.host,
      beside: true,
    });
  } catch (error) {
    // A redirect into a host that is to be left alone: the probe is given up, the visit goes on.
    if (error instanceof PutOff && !(error instanceof BrokenOff)) return null;
    throw error;
  }
  const at = isoTime(page.startedMs);
  const { result } = page;
  const payload = result === null ? null : payloadDigest(result);
  const input = page.forbidden === null ? pageInputOf(context.config.fetch.maxDecompressed, url, page) : null;
  const metadata: Json = {
    probe: kind,
    notice: claim.noticeId,
    asked: url,
    final: result?.finalUrl ?? null,
    startedAt: at,
    endedAt: isoTime(page.endedMs),
    robots: page.robots,
  };
  const file = result?.ok === true ? await buildWarc({ hops: warcHops(result), software: context.software, metadata }) : null;
  const last = result?.hops.at(-1);
  const record: CaptureRecord | null = file && {
    type: 'capture',
    sha256: file.sha256,
    url,
    finalUrl: result?.finalUrl ?? url,
    at,
    status: result?.ok === true ? result.status : null,
    ip: last?.remoteAddress || null,
    payload,
    bytes: file.bytes.length,
    notice: null,
    source: null,
  };
  return {
    page,
    answer: input && { status: input.status ?? 200, reading: context.read(input), look: context.look(input) },
    probe: {
      record: {
        type: 'probe',
        host: claim.host,
        url,
        at,
        page: kind,
        outcome: '',
        capture: file?.sha256 ?? null,
        payload,
        heads: file ? null : visitHeads(result?.hops ?? []),
      },
      capture: file && record && { record, warc: capturePath(file.sha256) },
    },
    file,
  };
}

export function outcomeOf({ forbidden, result }: FetchedPage): string {
  if (forbidden !== null || result === null) return 'robots';
  return result.ok ? `status ${result.status}` : result.failure.kind;
}

function learnedOf(
  { probe: { record }, page, answer }: Asked,
  kind: LearnedKind,
  host: string,
  { sure, learned }: { readonly sure: boolean; readonly learned: readonly LearnedPage[] },
): LearnedPage | null {
  if (record.capture === null || answer === null) return null;
  const print = answer.look?.print ?? null;
  const before = learned.find((one) => one.kind === kind);
  // The same answer as when a notice was seen to stand is no outage either.
  const asBefore = before?.sure === true && before.print !== null && print !== null && isSamePage(before.print, print);
  return {
    host,
    kind,
    url: record.url,
    finalUrl: page.result?.finalUrl ?? record.url,
    status: answer.status,
    at: record.at,
    capture: record.capture,
    recipe: PRINT_RECIPE,
    print,
    reason: null,
    sure: sure || asBefore,
  };
}
