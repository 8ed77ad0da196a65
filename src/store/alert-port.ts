import type { AlertChange, AlertHealth, AlertRule } from '../model/alert.ts';
import type { AlertId, AlertRuleId, NoticeId } from '../model/ids.ts';
import type { Worker } from './port.ts';

/** A change of a notice of which not every rule has been asked for the last time. */
export interface PendingChange {
  readonly seq: number;
  readonly noticeId: NoticeId;
  readonly at: string;
  readonly change: AlertChange;
  /** Of a copy that was found: the other notice, and the kind of copy. Null for a change of state. */
  readonly copy: { readonly other: NoticeId; readonly kind: string } | null;
  /** A person has dismissed, escalated or assigned it: its state and text are what they were. */
  readonly triage: boolean;
  /** Rules that were told of it already. */
  readonly told: readonly AlertRuleId[];
  /** False while the notice waits to be screened: it may yet prove to name a listed party. */
  readonly settled: boolean;
}

/** An alert on its way to one receiver. */
export interface NewDelivery {
  readonly id: AlertId;
  readonly rule: AlertRuleId;
  /** The alert as JSON: what is sent is fixed when it is found. */
  readonly body: string;
}

/** An alert to be sent now, by this worker alone. */
export interface Delivery extends NewDelivery {
  readonly to: AlertRule;
  readonly secret: string | null;
  /** Failed attempts before this one. */
  readonly attempts: number;
  readonly createdAt: number;
}

/** What became of an attempt. `retryAt` null: given up, counted and gone. */
export type DeliveryOutcome =
  | { readonly sent: true; readonly at: number }
  | { readonly sent: false; readonly error: string; readonly retryAt: number | null };

/**
 * Rules of alerts, changes that wait to be asked, alerts that wait to be sent. Times are milliseconds since 1970.
 *
 * A change of a notice (first visit, another state or version, a copy found) is noted in the commit that makes it, as long as there is a rule. Telling of
 * it and noting what is sent is one commit: a crash neither loses an alert nor makes a second one; only sending may repeat itself, under the same id.
 */
export interface AlertStore {
  /** Throws `usage` where a rule has the name. The secret is given back with deliveries alone. */
  addAlertRule(rule: AlertRule, secret: string | null): Promise<void>;
  /** Oldest first. */
  alertRules(): Promise<readonly (AlertRule & AlertHealth)[]>;
  /** By id or name; undefined where there is none. */
  findAlertRule(idOrName: string): Promise<{ readonly rule: AlertRule; readonly secret: string | null } | undefined>;
  /** With what waits to be sent for it. Changes that no rule is left to ask for go too. */
  removeAlertRule(id: AlertRuleId): Promise<void>;
  /**
   * Changes that nobody asked about, oldest first, `seq` above `after`; without those whose page is not yet read. A change made after `waitsSince` whose
   * notice waits to be compared waits too: what is found about a notice and its copies is told together.
   */
  freshChanges(after: number, limit: number, waitsSince: string): Promise<readonly PendingChange[]>;
  /** Changes that were asked about while their notice waited to be screened, and that can be settled now. */
  screenedChanges(after: number, limit: number): Promise<readonly PendingChange[]>;
  /**
   * Notes that these changes were asked about and which rules were told of them, forgets those that are `done`, and queues what is to be sent. Changes
   * that are gone bring no delivery.
   */
  tellChanges(given: {
    readonly changes: readonly { readonly seq: number; readonly told: readonly AlertRuleId[]; readonly done: boolean }[];
    /** Each with the changes that it tells of. */
    readonly deliveries: readonly (NewDelivery & { readonly of: readonly number[] })[];
    readonly now: number;
  }): Promise<void>;
  /** What is due of at most `rules` rules, also what a registered worker had begun that is gone, of each the first `perRule` in their order: one receiver is sent its alerts one after the other. */
  claimDeliveries(request: {
    readonly worker: Worker;
    readonly now: number;
    readonly rules: number;
    readonly perRule: number;
    readonly leaseMs: number;
  }): Promise<readonly (readonly Delivery[])[]>;
  /**
   * What became of alerts of one claim, in one commit. A receiver that failed is left alone until `retryAt`, with all that waits for it; what is
   * given back without an attempt (null) is due as before.
   */
  settleDeliveries(outcomes: readonly { readonly id: AlertId; readonly outcome: DeliveryOutcome | null }[]): Promise<void>;
  /** Milliseconds until an alert may be sent (0: now), or undefined where none waits. */
  nextDeliveryInMs(now: number): Promise<number | undefined>;
  /** Whether title or text of a notice have every one of these words. */
  noticeHasWords(id: NoticeId, words: string): Promise<boolean>;
}
