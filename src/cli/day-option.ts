import { isoTime, systemClock } from '../capture/clock.ts';
import { DualwatchError } from '../model/errors.ts';

/** The day that `--date` names, as `2024-05-22`; today where it is not given. Throws `usage`. */
export function dayOf(typed: string | undefined): string {
  const day = typed ?? isoTime(systemClock.now()).slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(date.getTime()) || isoTime(date.getTime()).slice(0, 10) !== day)
    throw new DualwatchError('usage', `--date "${day}" is no date; write it as 2024-05-22`);
  return day;
}
