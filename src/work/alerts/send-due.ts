import { formatDuration } from '../../model/duration.ts';
import { asDualwatchError } from '../../model/errors.ts';
import type { Channels, Receipt } from '../../share/channel.ts';
import { sendAlert } from '../../share/send-alert.ts';
import type { AlertId } from '../../model/ids.ts';
import type { Delivery, DeliveryOutcome } from '../../store/alert-port.ts';
import type { Store, Worker } from '../../store/port.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { retryAt } from './retry.ts';

const AT_ONCE = 8;
/** So many alerts of one receiver are begun together; they go out one after the other. */
const PER_RULE = 16;
/** A receiver that takes its time is given no more of them after this. */
const LONGEST_BATCH_MS = 30_000;
/** Longer than a batch and the last attempt in it may take: after it another process may send what this one had begun. */
const LEASE_MS = 180_000;

export interface SendParts {
  readonly store: Pick<Store, 'alerts'>;
  readonly channels: Channels;
  /** Registered with the store: what one has begun that is not is anybody's. */
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
      const claim = { worker, now, rules: AT_ONCE - underWay.size, perRule: PER_RULE, leaseMs: LEASE_MS };
      const due = await store.alerts.claimDeliveries(claim);
      if (due.length === 0) return;
      for (const batch of due) {
        const sending: Promise<void> = sendAll(batch)
          .catch(fault)
          .finally(() => {
            underWay.delete(sending);
            void begin();
          });
        underWay.add(sending);
      }
    }
  }

  /** Alerts of one rule, in their order, until one fails or its receiver takes too long; what is not attempted is given back. */
  async function sendAll(batch: readonly Delivery[]): Promise<void> {
    const began = channels.now();
    const outcomes: { readonly id: AlertId; readonly outcome: DeliveryOutcome | null }[] = [];
    let goOn = true;
    for (const delivery of batch) {
      const outcome: DeliveryOutcome | null = goOn ? await attempt(delivery) : null;
      outcomes.push({ id: delivery.id, outcome });
      goOn = outcome?.sent === true && !stopped && channels.now() - began < LONGEST_BATCH_MS;
    }
    await store.alerts.settleDeliveries(outcomes);
  }

  async function attempt({ id, body, to, secret, attempts, createdAt }: Delivery): Promise<DeliveryOutcome> {
    const receipt = await sendAlert(channels, { id, body, to, secret }).catch((error: unknown): Receipt => ({
      ok: false,
      error: asDualwatchError(error).message,
    }));
    const now = channels.now();
    if (receipt.ok) return { sent: true, at: now };
    const { error, ...asks } = receipt;
    const again = retryAt({ attempts, createdAt, ...asks }, now, random());
    const then = again === null ? 'it is given up' : `it is tried again in ${formatDuration(again - now)}`;
    note('warn', `an alert of the rule ${to.name} could not be sent: ${error}; ${then}`);
    return { sent: false, error, retryAt: again };
  }
}
