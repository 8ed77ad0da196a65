import { asDualwatchError } from '../../model/errors.ts';
import type { Store } from '../../store/port.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { askRules, askScreened } from './ask-rules.ts';
import { openSender, type SendParts } from './send-due.ts';

export interface AlertingParts extends SendParts {
  readonly store: Pick<Store, 'alerts' | 'copies' | 'findNotice'>;
  /** So long an alert waits for its notice to be compared. Default: long enough for a program that has only begun. */
  readonly copiesWithinMs?: number;
}

/** Tells the receivers of alerts what changed. Asking and sending go on beside each other: a slow receiver keeps no rule from being asked. */
export interface Alerting {
  /** Something changed: rules are asked about that, and what holds is sent. Returns at once. */
  kick(): void;
  /** Asks, also about what was screened since it was asked about, and begins to send all that is due now. */
  tell(): Promise<void>;
  /** The same; resolves when that is sent or queued for another attempt. */
  settle(): Promise<void>;
  /** Asks still, but sends nothing that is not under way: it is due again by itself. */
  stop(): void;
}

export function openAlerting(parts: AlertingParts): Alerting {
  const { store, channels, note, copiesWithinMs = 15_000 } = parts;
  const sender = openSender(parts);
  const warn = (message: string): void => note('warn', message);
  let screened = false;
  const ask = oneAtATime(async () => {
    const all = screened;
    screened = false;
    try {
      let found = await askRules(store, { now: channels.now, copiesWithinMs, note: warn });
      if (all) found += await askScreened(store, channels.now, warn);
      if (found > 0) void sender.begin();
    } catch (error) {
      warn(`alerts: ${asDualwatchError(error).message}`);
    }
  });
  const askAll = (): Promise<void> => {
    screened = true;
    return ask();
  };
  return {
    kick: () => void ask(),
    async tell() {
      await askAll();
      await sender.begin();
    },
    async settle() {
      await askAll();
      await sender.finish();
    },
    stop: () => sender.stop(),
  };
}
