import { asDualwatchError } from '../../model/errors.ts';
import type { Store } from '../../store/port.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { askRules } from './ask-rules.ts';
import { sendDue, type SendParts } from './send-due.ts';

export interface AlertingParts extends SendParts {
  readonly store: Pick<Store, 'alerts' | 'findNotice'>;
}

/** Tells the receivers of alerts what changed. Asking and sending go on beside each other: a slow receiver keeps no rule from being asked. */
export interface Alerting {
  /** Something changed: rules are asked, and what holds is sent. Returns at once. */
  kick(): void;
  /** Asks and sends all that is due now; resolves when that is sent or queued for another attempt. */
  settle(): Promise<void>;
}

export function openAlerting(parts: AlertingParts): Alerting {
  const { store, channels, note } = parts;
  const fault = (error: unknown): void => note('warn', `alerts: ${asDualwatchError(error).message}`);
  const send = oneAtATime(() => sendDue(parts).catch(fault));
  const ask = oneAtATime(async () => {
    const found = await askRules(store, channels.now, (message) => note('warn', message)).catch((error: unknown) => (fault(error), 0));
    if (found > 0) void send();
  });
  return {
    kick: () => void ask(),
    async settle() {
      await ask();
      await send();
    },
  };
}
