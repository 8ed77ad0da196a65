import type { AlertId, AlertRuleId, NoticeId } from './ids.ts';
import type { Notice } from './notice.ts';
import type { ObservationState } from './observation.ts';

/** How an alert reaches its receiver. */
export type AlertChannel = 'webhook' | 'mail' | 'ntfy' | 'gotify' | 'slack' | 'file';

export const ALERT_CHANNELS = ['webhook', 'mail', 'ntfy', 'gotify', 'slack', 'file'] as const satisfies readonly AlertChannel[];

/** Whoever wants to be told, of what, and how. */
export interface AlertRule {
  readonly id: AlertRuleId;
  readonly name: string;
  readonly channel: AlertChannel;
  /** Web address, mail address or absolute path. */
  readonly target: string;
  /** A predicate over notices, as written; see `notice-query.ts`. */
  readonly when: string;
  /** The target may be in a private network: its own host and port are opened, nothing else. */
  readonly allowPrivate: boolean;
  readonly createdAt: string;
}

/** What has become of a rule's alerts. */
export interface AlertHealth {
  readonly sent: number;
  readonly waiting: number;
  /** Given up after days of attempts. */
  readonly failed: number;
  readonly lastSentAt: string | null;
  /** Why the latest attempt failed; null where it did not. */
  readonly lastError: string | null;
}

/** A copy that was found together with a change, or is the change. */
export interface AlertCopy {
  readonly id: NoticeId;
  readonly url: string;
  readonly title: string | null;
  readonly kind: string;
  readonly state: ObservationState;
}

/** What happened: first seen where `from` is null, else its state before and after; the same twice where a new version or a copy was found. */
export interface AlertChange {
  readonly from: ObservationState | null;
  readonly to: ObservationState;
}

/** What a receiver is told: the body of a webhook. */
export interface Alert {
  /** The same at each attempt: whoever was told already knows it by this. */
  readonly id: AlertId;
  readonly rule: AlertRuleId;
  /** What the rule asks. */
  readonly when: string;
  /** When the change was seen. */
  readonly at: string;
  readonly notice: Notice;
  readonly change: AlertChange;
  /** Only where copies were found. */
  readonly copies?: readonly AlertCopy[];
  /** Address of the notice. */
  readonly url: string;
  /** Only on alerts that `alerts test` sends. */
  readonly test?: true;
}
