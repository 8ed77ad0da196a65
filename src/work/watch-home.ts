import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../model/config.ts';
import { asDualwatchError } from '../model/errors.ts';
import { PutOff } from '../capture/put-off.ts';
import { policyOf } from '../capture/visit-policy.ts';
import type { Claim } from '../store/port.ts';
import type { OpenHome } from './home.ts';
import { openLocal, type LocalWatch, type LocalOptions } from './local.ts';
import { openBackgroundComparing } from './copies/background-comparing.ts';
import { openBackgroundScreening, type BackgroundScreening } from './screening/background-screening.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { runDueLists } from './screening/lists-due.ts';
import { runWatcher } from './watcher.ts';

export interface WatchOptions extends LocalOptions {
  readonly once: boolean;
  readonly now: boolean;
  readonly signal: AbortSignal;
}

/** Tiles and checkpoint follow the store at this distance. */
const SIGN_EVERY_MS = 5000;
/** What an earlier process left, or was put off, is looked for at this distance. */
const EXTRAS_EVERY_MS = 30_000;
const DERIVE_EVERY_MS = 2000;
const BACKLOG_BATCH = 50;
/** Notices that wait to be screened are looked for at this distance. */
const SCREEN_EVERY_MS = 2000;
/** Notices that wait to be compared are looked for at this distance. */
const COMPARE_EVERY_MS = 2000;
/** Visits under way when the watcher is stopped may end by themselves for so long; then their requests are broken off. */
const BREAK_OFF_AFTER_MS = 5000;
/** Whoever stopped it is told what it waits for after so long. */
const TELL_AFTER_MS = 1000;
/** Changes that a visit of another process made, and alerts whose receiver failed, are looked for at this distance. */
const ALERT_EVERY_MS = 2000;
/** A stopped watcher begins to send alerts for so long; the others are sent by the next one. */
const SENT_WITHIN_MS = 5000;
/** Authorities that are due to stamp the log are looked for at this distance. */
const ANCHOR_EVERY_MS = 30_000;
/** Somebody who waits to be told hears of a visit within a second, if need be before it is known who else published the notice. */
const COPIES_WITHIN_MS = 300;
/** Lists that are due are looked for at this distance. */
const LISTS_EVERY_MS = 30_000;

/** Watches a home until stopped, or with `once` until nothing is left that is due; then signs the log. Resolves to how many visits were made. */
export async function watchHome(home: OpenHome, config: Config, options: WatchOptions): Promise<{ readonly visits: number }> {
  const broken = new AbortController();
  const local = await openLocal(home, config, {
    ...options,
    breakOff: broken.signal,
    ...(options.once ? {} : { copiesWithinMs: COPIES_WITHIN_MS }),
  });
  const note = options.onNote ?? (() => undefined);
  const stop = new AbortController();
  const visiting = new Set<string>();
  const timers: NodeJS.Timeout[] = [];
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const screening = openBackgroundScreening(home.store, home.paths.home, note);
  const comparing = openBackgroundComparing(home.store, home.paths.home, note);
  // Where somebody waits to be told, nobody waits for a thread to begin.
  let warm = !options.once || (await home.store.alerts.alertRules()).length > 0;
  const compare = oneAtATime(async () => {
    const act = warm ? comparing.warm : comparing.run;
    warm = false;
    await act().catch((error: unknown) => note('error', asDualwatchError(error).message));
    local.alerting.kick();
  });
  let fatal: unknown;
  const { browser, defaults } = local.context;
  let said = browser.missing === null;
  const sayIfBrowserMissing = (claim: Claim): void => {
    if (said || claim.kind !== 'notice' || (policyOf(claim, defaults).browser ?? 'never') === 'never') return;
    said = true;
    note('warn', `${browser.missing}; plain captures are kept, which say so`);
  };
  const side = [
    signLog(local, stop.signal, note),
    deriveBacklog(local, stop.signal, note),
    updateLists(home, config, local, options, stop.signal, note),
    screenNotices(screening, local, stop.signal, note),
    every(EXTRAS_EVERY_MS, stop.signal, async () => local.extras.wake()),
    every(COMPARE_EVERY_MS, stop.signal, compare),
    every(ALERT_EVERY_MS, stop.signal, () => local.alerting.tell()),
    ...(options.once ? [] : [anchorLog(local, stop.signal, note)]),
  ];
  local.extras.wake();
  const hasten = (): void => {
    // What is kept beside visits is due again by itself.
    local.extras.stop();
    const tell = (): void => {
      if (visiting.size > 0) note('warn', stoppingNote([...visiting]));
    };
    timers.push(
      setTimeout(tell, TELL_AFTER_MS),
      setTimeout(() => broken.abort(), BREAK_OFF_AFTER_MS),
    );
  };
  if (options.signal.aborted) hasten();
  else options.signal.addEventListener('abort', hasten, { once: true });
  try {
    return await runWatcher({
      store: home.store,
      worker: local.worker,
      clock: local.context.clock,
      random: local.context.random,
      visit: async (claim) => {
        sayIfBrowserMissing(claim);
        const address = claim.kind === 'source' ? claim.source.url : claim.url;
        visiting.add(address);
        const outcome = await local.visit(claim).finally(() => visiting.delete(address));
        if (outcome !== 'later' && !(outcome instanceof PutOff)) local.extras.wake();
        // A new notice is compared at once: its alert waits for that, but not for long.
        if (claim.kind === 'notice') {
          void compare();
          if (!options.once) setTimeout(() => stop.signal.aborted || local.alerting.kick(), COPIES_WITHIN_MS + 50).unref();
        }
        return outcome !== 'later' && !(outcome instanceof PutOff);
      },
      room: () => local.room(),
      paceMs: config.fetch.pace,
      leaseMs: local.leaseMs,
      once: options.once,
      everything: options.now,
      signal,
      paused: () => local.diskProblem(),
      onError(claim, error) {
        const known = asDualwatchError(error);
        note(
          'error',
          `${claim === undefined ? 'claiming work' : claim.kind === 'source' ? claim.source.url : claim.url}: ${known.message}`,
        );
        if (known.code === 'internal' || known.code === 'store-damaged') fatal ??= claim === undefined ? error : undefined;
        return fatal === undefined;
      },
    });
  } finally {
    options.signal.removeEventListener('abort', hasten);
    timers.forEach((timer) => clearTimeout(timer));
    stop.abort();
    // With `once`, what visits asked for beside them is waited for; else it is broken off and due again.
    const breakOff = (): void => local.extras.stop();
    if (!options.once || options.signal.aborted) breakOff();
    options.signal.addEventListener('abort', breakOff, { once: true });
    await local.extras.idle();
    if (!options.once || options.signal.aborted) local.carried.stop();
    const leaveCarried = (): void => local.carried.stop();
    options.signal.addEventListener('abort', leaveCarried, { once: true });
    await local.carried.idle();
    // With `once`, what the visits brought is screened and compared too; else a stopped watcher waits for nothing that comes again by itself.
    const close = async (): Promise<void> => void (await Promise.all([screening.close(), comparing.close()]));
    if (!options.once || options.signal.aborted) await close();
    options.signal.addEventListener('abort', close, { once: true });
    await Promise.all(side);
    if (options.once && !options.signal.aborted) await Promise.all([screening.run(), compare()]);
    options.signal.removeEventListener('abort', leaveCarried);
    options.signal.removeEventListener('abort', close);
    await close();
    // What was found is queued: with many alerts for a slow receiver nobody waits to stop.
    const late = options.once && !options.signal.aborted ? options.signal : AbortSignal.timeout(SENT_WITHIN_MS);
    late.addEventListener('abort', () => local.alerting.stop(), { once: true });
    await local.alerting.settle();
    await local.signLog();
    if (options.once && !options.signal.aborted) await anchorOnce(local, options.signal, note);
    local.closeClient();
  }
}

/** What a stopped watcher waits for. */
function stoppingNote(addresses: readonly string[]): string {
  const [first = ''] = addresses;
  const others = addresses.length > 1 ? ` and ${addresses.length - 1} more` : '';
  return `stopping: waits a few seconds for ${first}${others}; what has not ended then is broken off and due again. A second Ctrl-C ends at once; nothing acknowledged is lost`;
}

async function signLog(local: LocalWatch, signal: AbortSignal, note: NonNullable<LocalOptions['onNote']>): Promise<void> {
  await every(SIGN_EVERY_MS, signal, async () => {
    await local.signLog().catch((error: unknown) => note('error', `the log cannot be signed: ${asDualwatchError(error).message}`));
  });
}

/** Time-stamps of the log: nothing waits for them. */
async function anchorLog(local: LocalWatch, signal: AbortSignal, note: NonNullable<LocalOptions['onNote']>): Promise<void> {
  await every(ANCHOR_EVERY_MS, signal, () => anchorOnce(local, signal, note));
}

async function anchorOnce(local: LocalWatch, signal: AbortSignal, note: NonNullable<LocalOptions['onNote']>): Promise<void> {
  const outcomes = await local.anchorDue(signal).catch((error: unknown) => (note('error', asDualwatchError(error).message), []));
  for (const outcome of outcomes)
    if ('why' in outcome) note('warn', `no time-stamp, tried again later: ${outcome.why}`);
    else note('info', `${outcome.authority.name} stamped the log of ${outcome.anchor.size} entries at ${outcome.anchor.at}`);
}

/** What a crash left unread comes first, then what an older recipe has read. */
async function deriveBacklog(local: LocalWatch, signal: AbortSignal, note: NonNullable<LocalOptions['onNote']>): Promise<void> {
  await every(DERIVE_EVERY_MS, signal, async () => {
    while (
      !signal.aborted &&
      (await local.deriveBacklog(BACKLOG_BATCH).catch((error: unknown) => (note('error', asDualwatchError(error).message), 0))) ===
        BACKLOG_BATCH
    )
      await sleep(10);
  });
}

/** Notices that wait to be screened, new ones and all after a change of the lists. */
async function screenNotices(
  screening: BackgroundScreening,
  local: LocalWatch,
  signal: AbortSignal,
  note: NonNullable<LocalOptions['onNote']>,
): Promise<void> {
  await every(SCREEN_EVERY_MS, signal, async () => {
    await screening.run().catch((error: unknown) => note('error', asDualwatchError(error).message));
    await local.alerting.tell();
  });
}

/** With `once`, what is due at the start is waited for; else a stopped watcher waits for no list. */
async function updateLists(
  home: OpenHome,
  config: Config,
  local: LocalWatch,
  options: WatchOptions,
  signal: AbortSignal,
  note: NonNullable<LocalOptions['onNote']>,
): Promise<void> {
  const data = { home: home.paths.home, contact: config.fetch.contact };
  await every(LISTS_EVERY_MS, signal, () =>
    runDueLists(
      home.store,
      data,
      local.context.clock.now(),
      note,
      options.once ? options.signal : AbortSignal.any([signal, options.signal]),
    ).catch((error: unknown) => note('error', asDualwatchError(error).message)),
  );
}

async function every(ms: number, signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await act();
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
}
