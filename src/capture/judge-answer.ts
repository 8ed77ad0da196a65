import type { LearnedPage } from '../model/learned-page.ts';
import type { FollowState, VisitPolicy } from '../model/notice.ts';
import type { PageReading } from '../model/reading.ts';
import { isBadLink, isFailure, isRefusal } from '../observe/judge-page.ts';
import { lastingReason, type PageJudgement, type PageToJudge, type SeenPage } from '../observe/page-judgement.ts';
import { readingDigest } from '../observe/reading-digest.ts';
import { readingInState } from '../observe/reading-in-state.ts';
import { heard, shownElsewhere } from '../observe/witness.ts';
import type { PageInput } from '../read/read-page.ts';
import type { LearnedOfHost } from '../store/learned-port.ts';
import type { NoticeClaim } from '../store/port.ts';
import type { FetchedPage } from './fetch-page.ts';
import { otherLedTo } from './other-led-to.ts';
import { askWitnesses, citationOf } from './ask-witnesses.ts';
import { isoTime } from './clock.ts';
import { NOT_PROBED, PRINT_RECIPE, probeSite, type Probed } from './probe-site.ts';
import type { VisitContext } from './visit-context.ts';

/** What an answer shows of its notice, and what the site was asked to find that out. */
export interface JudgedAnswer {
  readonly judgement: PageJudgement;
  /** The reading, in the state that was judged: a page that only the history tells from the notice does not speak for it. */
  readonly reading: PageReading;
  readonly probed: Probed;
}

const DAY_MS = 86_400_000;
const STANDS_MS = 30 * 60_000;
/** A host is probed at most so often. */
const PROBE_AGAIN_MS = DAY_MS;
/** While all is well: once a notice has stood so long, and then so often. */
const STOOD_MS = 2 * DAY_MS;
const LEARN_AGAIN_MS = 30 * DAY_MS;
/** Where a probe taught nothing, the next one without a question comes after so long. */
const TRY_AGAIN_MS = 7 * DAY_MS;

/**
 * Judges an answer by the reader's signs first, then by what was known of the notice and learned of its site; asks the site once a day at most where that would
 * tell a removal from an error. `before`: in the words of today's reader.
 */
export async function judgeAnswer(
  context: VisitContext,
  visit: {
    readonly claim: NoticeClaim;
    readonly policy: VisitPolicy;
    readonly page: FetchedPage;
    readonly input: PageInput;
    readonly before: FollowState;
    readonly at: string;
  },
): Promise<JudgedAnswer> {
  const { claim, input, before, at } = visit;
  const reading = context.read(input);
  const asItIs = (judgement: PageJudgement, probed = NOT_PROBED): JudgedAnswer => ({ judgement, reading, probed });
  const mayBeOther =
    isBadLink(reading) ||
    (reading.site === null &&
      (reading.state === 'present' ||
        reading.state === 'removed' ||
        reading.reason === 'empty' ||
        isRefusal(reading) ||
        isFailure(reading)));
  if (!mayBeOther) return asItIs(fromReading(reading, input.status ?? 200));
  const unchanged = reading.state === 'present' && before.reading === readingDigest(reading);
  const strange = before.reason === 'emptied' || before.reason === 'replaced';
  if (unchanged && !strange) {
    const judgement: PageJudgement = { state: 'present', reason: lastingReason(before.reason), basis: null, reading };
    return asItIs(judgement, await learnWhileItStands(context, visit));
  }
  const look = context.look(input);
  if (look === null || (reading.state !== 'present' && before.reading === null)) return asItIs(fromReading(reading, input.status ?? 200));
  const known = await recallKnown(context, claim, before, strange);
  const { pages, probedAt, otherVisited } = await context.store.learned.ofHost(claim.host);
  const learned = await inTodaysPrints(context, pages);
  const since = isoTime(Date.parse(at) - standsForMs(context));
  const lately = otherVisited !== null && otherVisited.at >= since ? otherVisited : null;
  let toJudge: PageToJudge = {
    url: claim.url,
    finalUrl: input.finalUrl ?? claim.url,
    status: input.status ?? 200,
    seen: { reading, look },
    asPage: reading.state === 'removed' ? context.read({ ...input, status: 200 }) : reading,
    known,
    learned,
    standing:
      (await context.store.standingAt(claim.host, since, claim.noticeId)) ??
      (lately?.stands === true && lately.url !== claim.url ? citationOf(lately) : null),
    ledToOther: await otherLedTo(context, claim, input),
  };
  let judgement = context.judge.judge(toJudge);
  let probed = NOT_PROBED;
  const mayAsk = probedAt === null || Date.parse(at) - Date.parse(probedAt) >= PROBE_AGAIN_MS;
  if (mayAsk && judgement.reason !== 'not found page' && context.judge.asksForProbe(toJudge, judgement)) {
    probed = await probeSite(context, claim, visit.policy, { paceMs: visit.page.paceMs, sure: false, learned });
    const kinds = new Set(probed.learned.map(({ kind }) => kind));
    toJudge = { ...toJudge, learned: [...probed.learned, ...learned.filter(({ kind }) => !kinds.has(kind))] };
    judgement = context.judge.judge(toJudge);
  }
  // A removal that is certain already asks for nothing more.
  const isKnown = judgement.state === 'removed' && (before.removal?.confirmedAt ?? null) !== null;
  if (!isKnown && context.judge.asksForWitness(toJudge, judgement)) {
    if (lately !== null) judgement = await recallWitness(context, toJudge, judgement, lately);
    else if (probed.busy === null) {
      const { asked, probed: more } = await askWitnesses(context, claim, visit.policy, { page: toJudge, judgement }, visit.page);
      probed = bothOf(probed, more);
      const standing = asked.find(({ shown }) => shown === 'stands')?.cited;
      judgement = standing === undefined ? heard(judgement, asked) : context.judge.judge({ ...toJudge, standing });
    }
  }
  return { judgement, reading: inState(judgement, reading), probed };
}

/** A witness that was asked for another notice a moment ago may have shown what stands in place of this one too, unless it was this one. */
async function recallWitness(
  context: VisitContext,
  page: PageToJudge,
  judgement: PageJudgement,
  lately: NonNullable<LearnedOfHost['otherVisited']>,
): Promise<PageJudgement> {
  if (judgement.state !== 'removed' || lately.capture === null || [page.url, page.finalUrl].includes(lately.url)) return judgement;
  const input = await context.recall(lately.capture, lately.url);
  if (input === null) return judgement;
  const { url, finalUrl = url, status = 200 } = input;
  const answer = { url, finalUrl, status, reading: context.read(input), look: context.look(input) };
  return context.judge.shownBy(page, answer) === 'same page' ? shownElsewhere(citationOf(lately)) : judgement;
}

function bothOf(one: Probed, other: Probed): Probed {
  return {
    probes: [...one.probes, ...other.probes],
    files: [...one.files, ...other.files],
    learned: [...one.learned, ...other.learned],
    starts: one.starts + other.starts,
    busy: other.busy ?? one.busy,
  };
}

/** Another notice seen so shortly before says that the site is up. Less than what lies between two sightings, so that one is needed for each. */
function standsForMs({ config }: VisitContext): number {
  return Math.min(STANDS_MS, config.follow.confirmAfter / 2);
}

/** The site is asked while a notice stands there: what it answers then is no outage. */
async function learnWhileItStands(context: VisitContext, visit: Parameters<typeof judgeAnswer>[1]): Promise<Probed> {
  const { claim, policy, page, input, at, before } = visit;
  const now = Date.parse(at);
  if (before.lastSeenPresentAt === null || now - Date.parse(claim.firstSeenAt) < STOOD_MS || (input.status ?? 200) !== 200)
    return NOT_PROBED;
  const { pages, probedAt } = await context.store.learned.ofHost(claim.host);
  const absent = pages.find(({ kind }) => kind === 'absent');
  if (absent?.sure === true && now - Date.parse(absent.at) < LEARN_AGAIN_MS) return NOT_PROBED;
  if (probedAt !== null && now - Date.parse(probedAt) < (absent === undefined ? TRY_AGAIN_MS : PROBE_AGAIN_MS)) return NOT_PROBED;
  return probeSite(context, claim, policy, { paceMs: page.paceMs, sure: true, learned: pages });
}

/** The page that showed the notice: the newest, or where that was already strange, the first. */
async function recallKnown(context: VisitContext, claim: NoticeClaim, before: FollowState, first: boolean): Promise<SeenPage | null> {
  if (before.reading === null) return null;
  const newest = (before.newest ?? before.version)?.capture;
  const seen = first
    ? (await context.store.observationsOf(claim.noticeId)).find(({ state, capture }) => state === 'present' && capture !== null)?.capture
    : undefined;
  for (const capture of [seen, newest]) {
    const page = capture && (await context.recall(capture, claim.url));
    if (!page) continue;
    const reading = context.read({ ...page, status: 200 });
    const look = context.look(page);
    if (look !== null && reading.state === 'present') return { reading, look };
  }
  return null;
}

/** Prints that another release made are made again from their captures. */
async function inTodaysPrints(context: VisitContext, pages: readonly LearnedPage[]): Promise<readonly LearnedPage[]> {
  const made: LearnedPage[] = [];
  for (const page of pages) {
    if (page.recipe === PRINT_RECIPE) {
      made.push(page);
      continue;
    }
    const input = await context.recall(page.capture, page.url);
    const again: LearnedPage = { ...page, recipe: PRINT_RECIPE, print: (input && context.look(input)?.print) ?? null };
    await context.store.learned.put(again);
    made.push(again);
  }
  return made;
}

function fromReading(reading: PageReading, status: number): PageJudgement {
  const { state, reason } = reading;
  const basis = reading.basis ?? `status ${status}`;
  if (state === 'present') return { state, reason: null, basis: null, reading };
  if (state === 'removed') return { state, kind: reading.removalKind ?? 'status', reason: reason ?? 'removed', basis };
  return { state, reason: reason ?? state, basis };
}

function inState(judgement: PageJudgement, reading: PageReading): PageReading {
  if (judgement.state === 'present') return judgement.reading;
  return readingInState(reading, { ...judgement, removalKind: judgement.state === 'removed' ? judgement.kind : null }, () => reading);
}
