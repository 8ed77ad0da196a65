import { setTimeout as sleep } from 'node:timers/promises';
import { isoTime, systemClock } from '../../capture/clock.ts';
import { PutOff } from '../../capture/put-off.ts';
import type { Config } from '../../model/config.ts';
import { DualwatchError } from '../../model/errors.ts';
import { hostOf } from '../../model/host-of.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Notice } from '../../model/notice.ts';
import type { ObservationState } from '../../model/observation.ts';
import type { Source } from '../../model/source.ts';
import type { NoticeClaim } from '../../store/port.ts';
import { compareWaiting } from '../copies/compare-waiting.ts';
import type { OpenHome } from '../home.ts';
import { openLocal, type LocalWatch } from '../local.ts';
import { screenOne } from '../screening/screen-notices.ts';
import { checkNow } from '../sources/check-now.ts';
import { verifyNotice } from '../verify-notice/verify-notice.ts';
import type { Visited } from '../visit-claim.ts';
import type { Account } from './case-pages.ts';
import { DEMO_SOURCE, type DemoStep } from './demo-state.ts';
import { openStage, type Stage } from './stage.ts';
import { copied, recognised, removedBetween, TOLD } from './words.ts';

/** Between the two sightings that make a removal; a story of weeks takes seconds. */
const CONFIRM_AFTER_MS = 3000;
const PACE_MS = 150;
const MOST_SIGHTINGS = 10;
const YEAR_MS = 365 * 86_400_000;

type VisitedNotice = Extract<Visited, { kind: 'notice' }>;

/**
 * Plays the case of 2024 inside a home that is in use: a site on loopback shows what the associations showed, and each visit is a real one. Only the site of the demo is
 * visited, whatever else is due. Afterwards its notices stay and are followed no more, and its source stays paused. Throws where a visit shows something else than the story has,
 * and takes the source away again.
 */
export async function playDemo(
  home: OpenHome,
  config: Config,
  told: (step: DemoStep, text: string, notice?: NoticeId) => void,
): Promise<void> {
  const { store } = home;
  const stage = await openStage();
  const fast = {
    ...config,
    follow: { ...config.follow, confirmAfter: CONFIRM_AFTER_MS },
    fetch: { ...config.fetch, pace: Math.min(PACE_MS, config.fetch.pace) },
  };
  const local = await openLocal(home, fast);
  let source: Source | undefined;
  try {
    const problem = await local.diskProblem();
    if (problem !== undefined) throw new DualwatchError('disk-full', problem);
    source = await addPaused(home, stage);
    await play({ home, local, stage, source, told });
  } catch (error) {
    if (source !== undefined) await store.removeSource(source.id);
    throw error;
  } finally {
    await stopFollowing(home, local, stage);
    local.extras.stop();
    local.carried.stop();
    await Promise.all([local.extras.idle(), local.carried.idle()]);
    await local.alerting.settle();
    await local.signLog();
    local.closeClient();
    await stage.close();
  }
}

interface Play {
  readonly home: OpenHome;
  readonly local: LocalWatch;
  readonly stage: Stage;
  readonly source: Source;
  readonly told: (step: DemoStep, text: string, notice?: NoticeId) => void;
}

async function play(scene: Play): Promise<void> {
  const { home, local, stage, source, told } = scene;
  const { store, paths } = home;
  stage.set('province', 'article');
  told('published', TOLD.published);
  await checkNow(local, store, source);
  const first = await see(scene, 'province', 'present');
  told('captured', recognised(first.notice), first.notice.id);

  stage.set('province', 'verification');
  told('captcha', TOLD.captcha);
  await see(scene, 'province', 'blocked');
  told('blocked', TOLD.blocked);

  stage.set('province', 'deleted');
  told('deleted', TOLD.deleted);
  let gone = await see(scene, 'province', 'removed');
  told('seemsGone', TOLD.seemsGone);
  for (let n = 0; !gone.confirmed && n < MOST_SIGHTINGS; n += 1) {
    await sleep(CONFIRM_AFTER_MS / 2);
    gone = await see(scene, 'province', 'removed');
  }
  if (!gone.confirmed) throw new DualwatchError('internal', 'the demo did not come to its end: the removal was not confirmed');
  told('removed', removedBetween(gone.notice));

  stage.set('city', 'article');
  told('sister', TOLD.sister);
  await checkNow(local, store, source);
  const sister = await see(scene, 'city', 'present');
  for (const { id } of [first.notice, sister.notice])
    await screenOne({ store, home: paths.home, note: () => undefined }, id).catch(() => undefined);
  await compareWaiting(home, () => undefined);
  const [copy] = await store.copies.copiesOf(first.notice.id);
  if (copy !== undefined) told('copy', copied(sister.notice, copy.kind, copy.score), sister.notice.id);

  await local.signLog();
  const verdicts = [await verifyNotice(store, paths, first.notice), await verifyNotice(store, paths, sister.notice)];
  const fault = verdicts.flatMap(({ checks }) => checks).find(({ status }) => status === 'fail');
  if (fault !== undefined) throw new DualwatchError('evidence-invalid', `${fault.name}: ${fault.why ?? ''}`);
  const sum = (count: (one: (typeof verdicts)[number]) => number): number => verdicts.reduce((all, one) => all + count(one), 0);
  told(
    'proved',
    `${sum(({ entries }) => entries.checked)} entries of the evidence log and ${sum(({ captures }) => captures.length)} capture files computed anew: all hold.`,
    sister.notice.id,
  );
}

/** The watcher of the home leaves it alone: it is paused from the start. */
async function addPaused({ store }: OpenHome, { origin }: Stage): Promise<Source> {
  const now = systemClock.now();
  const settings = {
    kind: 'feed',
    url: `${origin}/feed.xml`,
    name: DEMO_SOURCE,
    everyMs: YEAR_MS,
    // What it lists is visited by the demo.
    followMs: YEAR_MS,
    robots: 'obey',
    robotsReason: null,
    paceMs: null,
    allowPrivate: true,
    keep: 'changes',
    selector: null,
    credentials: {},
  } as const;
  const source = await store.addSource(settings, isoTime(now), { at: now + YEAR_MS, class: 'check', rank: 0, intervalMs: YEAR_MS });
  await store.setSourcePaused(source.id, true, now);
  return { ...source, paused: true };
}

/** Visits an article. Throws where it shows something else than the story has. */
async function see(
  { home, local, stage }: Play,
  account: Account,
  wanted: ObservationState,
): Promise<{ readonly notice: Notice; readonly confirmed: boolean }> {
  const { prepared, recorded } = await visitNow(home, local, `${stage.origin}/s/${account}`);
  const { state } = prepared.visit.observation;
  const notice = recorded.noticeId === null ? undefined : await home.store.findNotice(recorded.noticeId);
  if (state !== wanted || notice === undefined)
    throw new DualwatchError('internal', `the demo did not come to its end: a visit showed ${state} where the story has ${wanted}`);
  return { notice, confirmed: prepared.judgement.confirmed };
}

async function visitNow(home: OpenHome, local: LocalWatch, url: string): Promise<VisitedNotice> {
  for (;;) {
    const outcome = await local.visit(await claimNow(home, local, url));
    if (outcome instanceof PutOff) throw outcome;
    if (outcome === 'offline') throw new DualwatchError('fetch-failed', `${url} could not be visited`);
    if (outcome !== 'later' && outcome.kind === 'notice') return outcome;
  }
}

async function claimNow({ store }: OpenHome, { worker, leaseMs, context }: LocalWatch, url: string): Promise<NoticeClaim> {
  const { clock, random, config } = context;
  for (;;) {
    const asked = { worker, now: clock.now(), url, aliases: [], host: hostOf(url), paceMs: config.fetch.pace, random, leaseMs };
    const answer = await store.claimAddress(asked);
    if ('claim' in answer) return answer.claim;
    await sleep(Math.min(Math.max(answer.waitMs, 10), 1000));
  }
}

/** While their claim is held nobody else visits them, and makes them due again. */
async function stopFollowing(home: OpenHome, local: LocalWatch, { origin }: Stage): Promise<void> {
  for (const account of ['province', 'city']) {
    const url = `${origin}/s/${account}`;
    if ((await home.store.findNotice(url)) === undefined) continue;
    const claim = await claimNow(home, local, url);
    await home.store.stopFollowing([claim.noticeId]);
    await home.store.release([{ claim }]);
  }
}
