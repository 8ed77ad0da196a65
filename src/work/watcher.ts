import type { Claim, ClaimRequest, Store, Worker } from '../store/port.ts';
import type { Clock } from '../capture/clock.ts';

/**
 * Runs what the store says is due. A claim goes through these states:
 *
 *     due in the store ─claimDue→ claimed ─visit→ recorded (due again later)
 *                                    └─ the visit throws, or the watcher stops → released (due as it was)
 *                                    └─ the process dies → freed by the next `register`, or when the lease ends
 *
 * Nothing is queued here that the store does not know: a lost watcher loses no work.
 */
export interface WatcherOptions {
  readonly store: Pick<Store, 'claimDue' | 'nextDueInMs' | 'release' | 'spreadDue' | 'clampFuture' | 'recordEvent'>;
  readonly worker: Worker;
  readonly clock: Clock;
  readonly random: () => number;
  /** Makes one visit and records it; resolves when it is acknowledged, to false where it was put off and the claim given back. */
  readonly visit: (claim: Claim) => Promise<boolean>;
  /** How many visits may run now; asked before each claim. */
  readonly room: () => number;
  readonly paceMs: number;
  readonly leaseMs: number;
  /** Only what is due at the start and what follows from it, no address twice. */
  readonly once: boolean;
  /** Treat everything as due, also what back-off holds: one round of all there is, then by the schedule. */
  readonly everything: boolean;
  readonly signal: AbortSignal;
  /** A visit threw: a fault of ours, or of the store. Returns false where nothing can go on. */
  readonly onError: (claim: Claim | undefined, error: unknown) => boolean;
  /** Undefined while visits may go on, else why they may not (a full disk). Asked before each claim. */
  readonly paused: () => Promise<string | undefined>;
  /** Called when there was nothing to do and the watcher is about to wait. */
  readonly onIdle?: () => Promise<void>;
}

/** A wall clock that runs ahead of or behind the steady one by more than this has jumped, or the machine has slept. */
const JUMP_MS = 60_000;
/** After sleep, what fell due meanwhile is spread over this time. */
const SPREAD_MS = 10 * 60_000;
const LONGEST_WAIT_MS = 5_000;

/** Watches until the signal, or with `once` until nothing is left. Resolves when every visit under way has ended. */
export async function runWatcher(options: WatcherOptions): Promise<{ readonly visits: number }> {
  const { store, clock, signal } = options;
  const startedAt = clock.now();
  const visited = new Set<string>();
  const underWay = new Set<Promise<void>>();
  let visits = 0;
  let everything = options.everything;
  let round = options.everything;
  let skew = clock.now() - clock.monotonic();
  let wake = (): void => undefined;

  // A clock that was ahead when the home was last used shows now.
  await store.clampFuture(clock.now());
  while (!signal.aborted) {
    skew = await mendClock(skew).catch((error: unknown) => {
      options.onError(undefined, error);
      return skew;
    });
    const why = await options.paused();
    const room = why === undefined ? Math.max(0, options.room() - underWay.size) : 0;
    const claims = room > 0 ? await claim(room) : [];
    for (const one of claims) start(one);
    if (claims.length > 0 && claims.length === room) continue;
    if (claims.length > 0) {
      await pause(0);
      continue;
    }
    if (underWay.size === 0) await options.onIdle?.();
    const waitMs = why === undefined ? await store.nextDueInMs(request()) : LONGEST_WAIT_MS;
    if (underWay.size === 0 && waitMs === undefined && everything && !options.once) {
      everything = false;
      visited.clear();
      continue;
    }
    if (options.once && underWay.size === 0 && (waitMs === undefined || why !== undefined)) break;
    if (round && !options.once && underWay.size === 0 && waitMs === undefined && why === undefined) {
      round = false;
      visited.clear();
      continue;
    }
    // Another process may add a source at any time: look again every few seconds, whatever the store said.
    await pause(Math.min(waitMs ?? LONGEST_WAIT_MS, LONGEST_WAIT_MS));
  }
  await Promise.all(underWay);
  return { visits };

  async function claim(limit: number): Promise<readonly Claim[]> {
    try {
      return await store.claimDue({
        ...request(),
        worker: options.worker,
        limit,
        paceMs: options.paceMs,
        random: options.random,
        leaseMs: options.leaseMs,
      });
    } catch (error) {
      if (!options.onError(undefined, error)) throw error;
      await pause(LONGEST_WAIT_MS);
      return [];
    }
  }

  function request(): Pick<ClaimRequest, 'now' | 'dueBefore' | 'everything' | 'not'> {
    return {
      now: clock.now(),
      ...(options.once || round ? { dueBefore: startedAt, not: visited } : {}),
      ...(round ? { everything: true } : {}),
    };
  }

  function start(one: Claim): void {
    const id = one.kind === 'source' ? one.source.id : one.noticeId;
    visited.add(id);
    const visit: Promise<void> = options
      .visit(one)
      .then((made) => {
        if (made) visits += 1;
        if (!made || !(options.once || everything)) visited.delete(id);
      })
      .catch(async (error: unknown) => {
        if (!options.onError(one, error)) wake();
        await store.release([{ claim: one, dueAt: clock.now() + SPREAD_MS }]).catch((again: unknown) => options.onError(one, again));
      })
      .finally(() => {
        underWay.delete(visit);
        wake();
      });
    underWay.add(visit);
  }

  /** Waits so long, or until a visit ends or the watcher is stopped. */
  function pause(ms: number): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        wake = () => undefined;
        resolve();
      }
      signal.addEventListener('abort', done, { once: true });
      wake = done;
    });
  }

  async function mendClock(before: number): Promise<number> {
    const now = clock.now() - clock.monotonic();
    const jumpMs = now - before;
    if (Math.abs(jumpMs) < JUMP_MS) return before;
    const at = new Date(clock.now()).toISOString();
    await store.recordEvent({
      type: 'event',
      event: 'clock-jump',
      at,
      detail: `the clock moved by ${Math.round(jumpMs / 1000)} s against the steady one: it was set, or the machine slept`,
    });
    await (jumpMs > 0 ? store.spreadDue(clock.now(), clock.now(), SPREAD_MS) : store.clampFuture(clock.now()));
    return now;
  }
}
