import { formatDuration } from '../../model/duration.ts';
import { asDualwatchError } from '../../model/errors.ts';
import type { Channels, Receipt } from '../../share/channel.ts';
import { sendAlert } from '../../share/send-alert.ts';
import type { Delivery } from '../../store/alert-port.ts';
import type { Store, Worker } from '../../store/port.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { retryAt } from './retry.ts';

const AT_ONCE = 8;
/** Longer than any attempt may take: after it another process may send what this one had begun. */
const LEASE_MS = 120_000;

export interface SendParts {
  readonly store: Pick<Store, 'alerts'>;
  readonly channels: Channels;
  readonly worker: Worker;
  readonly random: () => number;
  readonly note: (level: 'info' | 'warn', message: string) => void;
}

/** Sends alerts that are due, to several receivers at once: a slow one holds up its own alerts and no others. */
export interface Sender {
  /** Begins what is due; what ends makes room for the next. Resolves as soon as that is begun. */
  begin(): Promise<void>;
  /** Begins what is due; resolves when all of it is sent or queued for another attempt. */
  finish(): Promise<void>;
  /** Begins nothing more: what waits is due again by itself. */
  stop(): void;
}

export function openSender({ store, channels, worker, random, note }: SendParts): Sender {
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  const fault = (error: unknown): void => note('warn', `alerts: ${asDualwatchError(error).message}`);
  const begin = oneAtATime(() => fill().catch(fault));
  return {
    begin,
    async finish() {
      for (await begin(); underWay.size > 0; await begin()) await Promise.race(underWay);
    },
    stop: () => void (stopped = true),
  };

  async function fill(): Promise<void> {
    while (!stopped && underWay.size < AT_ONCE) {
      const now = channels.now();
      const due = await store.alerts.claimDeliveries({ worker, now, limit: AT_ONCE - underWay.size, leaseMs: LEASE_MS });
      if (due.length === 0) return;
      for (const delivery of due) {
        const sending: Promise<void> = attempt(delivery)
          .catch(fault)
          .finally(() => {
            underWay.delete(sending);
            void begin();
          });
        underWay.add(sending);
      }
    }
  }

  async function attempt(delivery: Delivery): Promise<void> {
    const { id, body, to, secret, attempts, createdAt } = delivery;
    const receipt = await sendAlert(channels, { id, body, to, secret }).catch((error: unknown): Receipt => ({
      ok: false,
      error: asDualwatchError(error).message,
    }));
    const now = channels.now();
    if (receipt.ok) {
      await store.alerts.settleDelivery(id, { sent: true, at: now });
      return;
    }
    const { error, ...asks } = receipt;
    const again = retryAt({ attempts, createdAt, ...asks }, now, random());
    await store.alerts.settleDelivery(id, { sent: false, error, retryAt: again });
    const then = again === null ? 'it is given up' : `it is tried again in ${formatDuration(again - now)}`;
    note('warn', `an alert of the rule ${to.name} could not be sent: ${error}; ${then}`);
  }
}
