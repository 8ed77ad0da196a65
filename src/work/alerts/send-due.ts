import { formatDuration } from '../../model/duration.ts';
import { asDualwatchError } from '../../model/errors.ts';
import type { Channels, Receipt } from '../../share/channel.ts';
import { sendAlert } from '../../share/send-alert.ts';
import type { Delivery } from '../../store/alert-port.ts';
import type { Store, Worker } from '../../store/port.ts';
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

/** Sends every alert that is due, several receivers at once. Resolves when none is; what failed is queued for later. */
export async function sendDue({ store, channels, worker, random, note }: SendParts): Promise<void> {
  for (;;) {
    const due = await store.alerts.claimDeliveries({ worker, now: channels.now(), limit: AT_ONCE, leaseMs: LEASE_MS });
    if (due.length === 0) return;
    await Promise.all(due.map(attempt));
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
