import type Database from 'better-sqlite3';
import type { AlertId } from '../../model/ids.ts';
import type { Delivery, DeliveryOutcome, NewDelivery } from '../alert-port.ts';
import { ruleOf, type RuleRow } from './alert-rules.ts';

interface Row {
  readonly num: number;
  readonly delivery: AlertId;
  readonly body: string;
  readonly createdMs: number;
  readonly attempts: number;
}

/** Alerts on their way. Each rule's go out in their order, one at a time. */
export function alertDeliveries(db: Database.Database) {
  const insert = db.prepare(
    'INSERT INTO alert_deliveries (id, rule, body, created_at) SELECT @id, num, @body, @now FROM alert_rules WHERE id = @rule',
  );
  const first = `(SELECT min(num) FROM alert_deliveries WHERE rule = r.num AND failed = 0)`;
  const due = db.prepare<{ now: number; limit: number }, Row & RuleRow>(
    `SELECT r.*, d.num, d.id AS delivery, d.body, d.created_at AS createdMs, d.attempts FROM alert_rules r JOIN alert_deliveries d ON d.num = ${first}
     WHERE r.held_until <= @now AND d.busy_until <= @now ORDER BY d.num LIMIT @limit`,
  );
  const soonest = db
    .prepare<[], number | null>(
      `SELECT min(max(r.held_until, d.busy_until)) FROM alert_rules r JOIN alert_deliveries d ON d.num = ${first}`,
    )
    .pluck();
  const take = db.prepare('UPDATE alert_deliveries SET busy_until = ? WHERE num = ?');
  const sent = db.prepare('UPDATE alert_rules SET sent = sent + 1, last_sent_at = ?, last_error = NULL, held_until = 0 WHERE num = ?');
  const fail = db.prepare('UPDATE alert_deliveries SET attempts = attempts + 1, busy_until = 0, failed = ? WHERE num = ?');
  const hold = db.prepare('UPDATE alert_rules SET last_error = ?, held_until = ? WHERE num = ?');
  const byId = db.prepare<[string], { readonly num: number; readonly rule: number }>('SELECT num, rule FROM alert_deliveries WHERE id = ?');
  const remove = db.prepare('DELETE FROM alert_deliveries WHERE num = ?');

  return {
    add: (delivery: NewDelivery, now: number): void => void insert.run({ id: delivery.id, rule: delivery.rule, body: delivery.body, now }),
    claim(now: number, limit: number, leaseMs: number): readonly Delivery[] {
      return due.all({ now, limit }).map((row) => {
        take.run(now + leaseMs, row.num);
        return {
          id: row.delivery,
          rule: row.id,
          body: row.body,
          to: ruleOf(row),
          secret: row.secret,
          attempts: row.attempts,
          createdAt: row.createdMs,
        };
      });
    },
    settle(id: AlertId, outcome: DeliveryOutcome): void {
      const row = byId.get(id);
      if (row === undefined) return;
      if (outcome.sent) {
        remove.run(row.num);
        sent.run(new Date(outcome.at).toISOString(), row.rule);
        return;
      }
      fail.run(outcome.retryAt === null ? 1 : 0, row.num);
      hold.run(outcome.error, outcome.retryAt ?? 0, row.rule);
    },
    nextInMs(now: number): number | undefined {
      const at = soonest.get();
      return typeof at === 'number' ? Math.max(0, at - now) : undefined;
    },
  };
}

export type AlertDeliveries = ReturnType<typeof alertDeliveries>;
