import { setTimeout as sleep } from 'node:timers/promises';
import { addressAliases } from '../model/address.ts';
import type { Config } from '../model/config.ts';
import { asDualwatchError, DualwatchError } from '../model/errors.ts';
import type { Digest } from '../model/digest.ts';
import { hostOf } from '../model/host-of.ts';
import type { Notice, NoticeType } from '../model/notice.ts';
import type { ObservationRecord } from '../model/log-record.ts';
import { PutOff } from '../capture/put-off.ts';
import { policyOf } from '../capture/visit-policy.ts';
import { maskedNotice } from '../recognise/parties/masked-notice.ts';
import type { NoticeClaim } from '../store/port.ts';
import { compareWaiting } from './copies/compare-waiting.ts';
import { claimUnder, keptOf, type Asked } from './claim-under.ts';
import type { OpenHome } from './home.ts';
import { openLocal, type LocalWatch } from './local.ts';
import { screenOne } from './screening/screen-notices.ts';
import type { Outcome, Visited } from './visit-claim.ts';

/** `type`: what the address is from now on; absent: as it was, a notice where it is new. */
interface Wanted {
  readonly url: string;
  readonly type?: NoticeType | undefined;
}

/** Whoever waits for the visit. */
export interface Told {
  readonly note: (message: string) => void;
  readonly progress: (message: string) => void;
  readonly signal: AbortSignal;
}

/** What became of an address that was kept. */
export interface KeptAddress {
  /** Masked. */
  readonly notice: Notice;
  readonly observation: ObservationRecord;
  /** The capture made, or the one that this visit confirms. */
  readonly capture: Digest | null;
  /** Made beside the plain visit. */
  readonly beside: readonly { readonly mode: string; readonly capture: string }[];
}

/**
 * Visits one address now, keeps it, screens and compares it. `onKept` hears of it also where the visit failed. Throws `robots-forbidden`, `address-forbidden`, `fetch-failed`
, {@link PutOff} where its host is held
 * (the notice is there all the same, with its visit due when that is over), `disk-full`.
 */
export async function captureAddress(
  home: OpenHome,
  config: Config,
  { url, type, asked, browser }: Wanted & { readonly asked: Asked; readonly browser: boolean },
  told: Told,
  onKept: (kept: KeptAddress) => Promise<void> | void,
): Promise<void> {
  const local = await openLocal(home, config, { onNote: (_level, message) => told.note(message) });
  try {
    const problem = await local.diskProblem();
    if (problem !== undefined) throw new DualwatchError('disk-full', problem);
    await captureNow();
  } finally {
    local.extras.stop();
    await local.extras.idle();
    await local.alerting.settle();
    await local.signLog();
    local.closeClient();
  }

  async function captureNow(): Promise<void> {
    const visited = await visitNow(local, home, { url, type }, asked, told);
    if (visited === 'offline' || visited.kind !== 'notice' || visited.recorded.noticeId === null)
      throw new DualwatchError('fetch-failed', `${url} could not be visited: the connection of this machine seems lost`);
    const { visit, failure, reading } = visited.prepared;
    const { noticeId } = visited.recorded;
    const beside = await keepBeside(local, home, visited, browser, told);
    await screenOne({ store: home.store, home: home.paths.home, note: told.note }, noticeId).catch((error: unknown) =>
      told.note(`the notice is kept, but cannot be screened now: ${asDualwatchError(error).message}`),
    );
    if (visit.capture !== null && reading?.state === 'present') await compareNow(home, told);
    const found = await home.store.findNotice(noticeId);
    if (!found) throw new DualwatchError('internal', `the notice of ${url} vanished while it was captured`);
    const { observation } = visit;
    await onKept({ notice: maskedNotice(found), observation, capture: observation.capture ?? observation.confirms, beside });
    if (observation.reason === 'robots')
      throw new DualwatchError(
        'robots-forbidden',
        `robots.txt forbids ${url}; the notice is listed as unreachable. If you may visit it nevertheless, say why: --robots ignore --reason "…"`,
      );
    if (failure?.kind === 'address-forbidden') throw new DualwatchError('address-forbidden', failure.message);
    if (failure) throw new DualwatchError('fetch-failed', `${url}: ${failure.message}`);
  }
}

type VisitedNotice = Extract<Visited, { kind: 'notice' }>;

/** Waits for what is kept beside the visit, pictures and the browser; `--browser` asks for the browser although nothing changed. Gives the captures made. */
async function keepBeside(
  local: LocalWatch,
  home: OpenHome,
  { prepared, recorded }: VisitedNotice,
  asksBrowser: boolean,
  told: Told,
): Promise<readonly { readonly mode: string; readonly capture: string }[]> {
  const { visit, reading, failure } = prepared;
  const { noticeId } = recorded;
  const { browser, defaults } = local.context;
  if (noticeId === null) return [];
  if (asksBrowser && browser.missing !== null) told.note(`${browser.missing}; the plain capture is kept`);
  const has = reading?.rendered === true || visit.extras?.some(({ kind }) => kind === 'browser') === true;
  if (asksBrowser && browser.missing === null && failure === null && visit.observation.reason !== 'robots' && !has) {
    const { at, capture, confirms } = visit.observation;
    const wanted = { kind: 'browser', reason: 'asked', policy: policyOf(visit.claim, defaults), source: visit.claim.source } as const;
    await home.store.extras.wantExtra(noticeId, wanted, { at, capture: capture ?? confirms });
  }
  const before = new Set((await home.store.capturesOf(noticeId)).map(({ sha256 }) => sha256));
  local.extras.wake(noticeId);
  const stop = (): void => local.extras.stop();
  told.signal.addEventListener('abort', stop, { once: true });
  if (asksBrowser && browser.missing === null) told.progress('the browser visits');
  await local.extras.idle();
  told.signal.removeEventListener('abort', stop);
  const made = (await home.store.capturesOf(noticeId)).filter(({ sha256 }) => !before.has(sha256));
  return made.flatMap(({ sha256, mode }) => (mode === null ? [] : [{ mode, capture: sha256 }]));
}

/** Who else publishes it? Where a watcher is at it, it finds that out. */
async function compareNow(home: OpenHome, told: Told): Promise<void> {
  await compareWaiting(home, told.note, told.signal).catch((error: unknown) =>
    told.note(`the notice is kept, but cannot be compared now: ${asDualwatchError(error).message}`),
  );
}

async function visitNow(
  local: LocalWatch,
  home: OpenHome,
  { url, type }: Wanted,
  asked: Asked,
  told: Told,
): Promise<Exclude<Outcome, 'later' | PutOff>> {
  for (;;) {
    const claim = await claimWhenFree(local, home, { url, type }, asked, told);
    const outcome = await local.visit(claimUnder(claim, asked, local.context.defaults));
    if (outcome instanceof PutOff) throw outcome;
    if (outcome !== 'later') return outcome;
  }
}

/** A command waits for the pace of a host, not for a hold of minutes or hours. */
const LONGEST_WAIT_MS = 60_000;

async function claimWhenFree(local: LocalWatch, home: OpenHome, { url, type }: Wanted, asked: Asked, told: Told): Promise<NoticeClaim> {
  const { clock, random, config, defaults } = local.context;
  const began = clock.monotonic();
  while (!told.signal.aborted) {
    const answer = await home.store.claimAddress({
      worker: local.worker,
      now: clock.now(),
      url,
      aliases: addressAliases(url),
      ...(type !== undefined && { type }),
      host: hostOf(url),
      paceMs: config.fetch.pace,
      random,
      leaseMs: local.leaseMs,
      // Whoever comes back to it later goes the way that was asked for now.
      putOff: { longerThanMs: LONGEST_WAIT_MS, keptOf: (claim) => keptOf(claimUnder(claim, asked, defaults)) },
    });
    if ('claim' in answer) return answer.claim;
    if (answer.waitMs > LONGEST_WAIT_MS) throw new PutOff(hostOf(url), clock.now(), answer.waitMs);
    if (clock.monotonic() - began > 1000) told.progress(`waiting for the pace of ${hostOf(url)}`);
    await sleep(Math.min(Math.max(answer.waitMs, 10), 1000));
  }
  throw new DualwatchError('usage', 'stopped before the address was visited');
}
