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
