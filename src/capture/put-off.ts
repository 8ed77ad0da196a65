import { setTimeout as sleep } from 'node:timers/promises';
import { DualwatchError } from '../model/errors.ts';
import { formatDuration } from '../model/duration.ts';

/** A visit that cannot go on now without breaking the hold of a host on its way: it is to be made again when that ends. */
export class PutOff extends DualwatchError {
  readonly untilMs: number;

  constructor(host: string, nowMs: number, waitMs: number) {
    super(
      'fetch-failed',
      `${host} is left alone for another ${formatDuration(waitMs)}, as it asked or because it blocks; the visit is put off until then`,
      { retry: 'later' },
    );
    this.untilMs = nowMs + waitMs;
  }
}

/** A visit that was broken off because the program stops: nothing is said of its host, and it is due as it was. */
export class BrokenOff extends PutOff {
  constructor(host: string, nowMs: number) {
    super(host, nowMs, 0);
    this.message = `the program stops; the visit of ${host} was broken off and is made again`;
  }
}

/** Waits so long, unless one of the signals says to stop: then throws {@link BrokenOff}. */
export async function waitUnlessStopped(
  ms: number,
  host: string,
  nowMs: () => number,
  ...signals: readonly (AbortSignal | undefined)[]
): Promise<void> {
  const given = signals.filter((signal) => signal !== undefined);
  await sleep(ms, undefined, { signal: AbortSignal.any(given) }).catch(() => {
    throw new BrokenOff(host, nowMs());
  });
}
