import { checkFolder } from '../watch/check-folder.ts';
import { checkSource, type PreparedCheck } from '../watch/check-source.ts';
import type { ConnectionWatch } from '../watch/connection.ts';
import type { Deriver } from '../capture/derive.ts';
import type { ToRecord } from '../capture/recorder.ts';
import type { VisitContext } from '../capture/visit-context.ts';
import { PutOff } from '../capture/put-off.ts';
import { visitFile } from '../capture/visit-file.ts';
import type { HostAnswer } from '../capture/host-answer.ts';
import { visitNotice, type PreparedVisit } from '../capture/visit-notice.ts';
import { allowanceOf, policyOf } from '../capture/visit-policy.ts';
import type { Claim, DerivedReading, NoticeClaim, RecordedVisit, SourceClaim } from '../store/port.ts';
import { claimUnder, keptOf } from './claim-under.ts';
import type { CarriedTexts } from './carried-texts.ts';

export interface VisitParts {
  readonly context: VisitContext;
  readonly deriver: Deriver;
  readonly connection: ConnectionWatch;
  /** Group commit of visits and of readings. */
  readonly record: (visit: ToRecord) => Promise<RecordedVisit>;
  readonly recordReading: (reading: DerivedReading) => Promise<void>;
  readonly carried: CarriedTexts;
  /** Told of each visit when it is acknowledged: for people who look on. */
  readonly onVisit?: (visited: Visited) => void;
}

export type Visited =
  | { readonly kind: 'notice'; readonly prepared: PreparedVisit; readonly recorded: RecordedVisit }
  | { readonly kind: 'source'; readonly prepared: PreparedCheck; readonly recorded: RecordedVisit };

/** When every host fails the visit is not held against this one; it is tried again after so long. */
const OFFLINE_RETRY_MS = 60_000;

/** What became of a claim: a visit that was recorded, or none: `later` where robots.txt was asked first, `offline` where our own connection is lost, or put off. */
export type Outcome = Visited | 'later' | 'offline' | PutOff;

/** One claim from visit to stored reading: robots.txt → visit → whose fault is a silence → record → derive. */
export async function visitClaim(parts: VisitParts, given: Claim): Promise<Outcome> {
  const claim = asAsked(parts, given);
  try {
    if (await askedRobotsFirst(parts, claim)) return 'later';
    const visited = claim.kind === 'source' ? await check(parts, claim) : await visit(parts, claim);
    if (visited === undefined) return 'offline';
    parts.onVisit?.(visited);
    return visited;
  } catch (error) {
    if (!(error instanceof PutOff)) throw error;
    await parts.context.store.release([{ claim, dueAt: error.untilMs, ...(claim.kind === 'notice' && { kept: keptOf(claim) }) }]);
    return error;
  }
}

/** A visit that was asked for and put off is made as it was asked for. */
function asAsked({ context }: VisitParts, claim: Claim): Claim {
  return claim.kind === 'source' || claim.asked !== undefined || claim.follow.forNext === undefined
    ? claim
    : claimUnder(claim, {}, context.defaults);
}

/** Asking for robots.txt is a start of its own: the claim goes back, and its host's pace decides when the page's turn comes. */
async function askedRobotsFirst({ context }: VisitParts, claim: Claim): Promise<boolean> {
  const policy = claim.kind === 'source' ? claim.source : policyOf(claim, context.defaults);
  const address = claim.kind === 'source' ? claim.source.url : claim.url;
  if (policy.robots === 'ignore' || !/^https?:/.test(address)) return false;
  const { fetched, failure } = await context.robots.decide(new URL(address), allowanceOf(claim, policy), policy.proxy);
  // A host that does not answer is left to the visit, which says so.
  if (!fetched || failure) return false;
  await context.store.release([{ claim }]);
  return true;
}

async function visit(parts: VisitParts, claim: NoticeClaim): Promise<Visited | undefined> {
  const startedAt = parts.context.clock.monotonic();
  const prepared = await (claim.url.startsWith('file:') ? visitFile : visitNotice)(parts.context, claim);
  if (await isOurs(parts, claim, startedAt, prepared.answer)) return undefined;
  const recorded = await parts.record(prepared);
  await deriveVisit(parts, prepared, recorded);
  return { kind: 'notice', prepared, recorded };
}

async function deriveVisit(
  { deriver, context, recordReading }: VisitParts,
  prepared: PreparedVisit,
  { noticeId }: RecordedVisit,
): Promise<void> {
  const { visit: made, reading, judgement } = prepared;
  const { claim } = made;
  if (noticeId === null) return;
  const { state } = judgement.follow;
  // Screening may have found a listed party, or somebody cleared one, while the visit was made.
  const summary = (await context.store.followOf(noticeId))?.summary ?? claim.summary;
  if (reading !== null && made.capture !== null) {
    const derived = deriver.derive({
      noticeId,
      capture: made.capture.record.sha256,
      reading,
      from: 'page',
      state,
      listed: summary.listed,
    });
    await recordReading(derived);
    if (derived.summary !== null) return;
  }
  // The page brought no summary of its own, but the state may have moved, and the priority with it.
  if ((claim.follow.state === 'removed') === (state === 'removed')) return;
  const rescored = deriver.rescore(summary, state);
  await context.store.recordSummary(noticeId, rescored, rescored.priority);
}

async function check(parts: VisitParts, claim: SourceClaim): Promise<Visited | undefined> {
  const startedAt = parts.context.clock.monotonic();
  const prepared = await (claim.source.kind === 'folder' ? checkFolder : checkSource)(parts.context, claim);
  if (await isOurs(parts, claim, startedAt, prepared.answer)) return undefined;
  const recorded = await parts.record(prepared);
  const capture = prepared.visit.capture?.record.sha256;
  // The full text that a feed carries is a reading of its notice until the page itself is read.
  if (capture !== undefined) await parts.carried.begin(capture, prepared.carried);
  return { kind: 'source', prepared, recorded };
}

/** Asks whose fault a silence is; gives the claim back where it is ours. */
async function isOurs({ connection, context }: VisitParts, claim: Claim, startedAt: number, answer: HostAnswer): Promise<boolean> {
  if (answer === 'heard') connection.answered(claim.host);
  if (answer !== 'silent' || (await connection.failed(claim.host, startedAt)) === 'host') return false;
  await context.store.release([{ claim, dueAt: context.clock.now() + OFFLINE_RETRY_MS }]);
  return true;
}
