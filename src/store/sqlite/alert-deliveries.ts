import type Database from 'better-sqlite3';
import type { AlertId } from '../../model/ids.ts';
import type { Delivery, DeliveryOutcome, NewDelivery } from '../alert-port.ts';
import type { Worker } from '../port.ts';
import { ruleOf, type RuleRow } from './alert-rules.ts';

interface Row {
  readonly num: number;
  readonly delivery: AlertId;
  readonly body: string;
  readonly createdMs: number;
  readonly attempts: number;
}

/** Alerts on their way. Each rule's go out in their order; what one program has begun of a rule no other one touches. */
export function alertDeliveries(db: Database.Database) {
  const insert = db.prepare(
    'INSERT INTO alert_deliveries (id, rule, body, created_at) SELECT @id, num, @body, @now FROM alert_rules WHERE id = @rule',
  );
  /** Begun by a program that is gone. */
  const forsaken = 'd.busy_by NOT IN (SELECT id FROM workers)';
  const first = `(SELECT min(num) FROM alert_deliveries WHERE rule = r.num)`;
  const ready = db.prepare<{ now: number; rules: number }, RuleRow>(
    `SELECT r.* FROM alert_rules r JOIN alert_deliveries d ON d.num = ${first}
     WHERE r.held_until <= @now AND (d.busy_until <= @now OR ${forsaken}) ORDER BY d.num LIMIT @rules`,
  );
  const due = db.prepare<{ rule: number; perRule: number }, Row>(
    `SELECT num, id AS delivery, body, created_at AS createdMs, attempts FROM alert_deliveries WHERE rule = @rule ORDER BY num LIMIT @perRule`,
  );
  const soonest = db
    .prepare<[], number | null>(
      `SELECT min(max(r.held_until, CASE WHEN ${forsaken} THEN 0 ELSE d.busy_until END)) FROM alert_rules r JOIN alert_deliveries d ON d.num = ${first}`,
    )
    .pluck();
  const take = db.prepare('UPDATE alert_deliveries SET busy_until = ?, busy_by = ? WHERE num = ?');
  const sent = db.prepare('UPDATE alert_rules SET sent = sent + 1, last_sent_at = ?, last_error = NULL, held_until = 0 WHERE num = ?');
  const giveBack = db.prepare('UPDATE alert_deliveries SET busy_until = 0, busy_by = NULL WHERE num = ?');
  const retry = db.prepare('UPDATE alert_deliveries SET attempts = attempts + 1, busy_until = 0, busy_by = NULL WHERE num = ?');
  const giveUp = db.prepare('UPDATE alert_rules SET failed = failed + 1 WHERE num = ?');
  const hold = db.prepare('UPDATE alert_rules SET last_error = ?, held_until = ? WHERE num = ?');
  const byId = db.prepare<[string], { readonly num: number; readonly rule: number }>('SELECT num, rule FROM alert_deliveries WHERE id = ?');
  const remove = db.prepare('DELETE FROM alert_deliveries WHERE num = ?');

  return {
    add: (delivery: NewDelivery, now: number): void => void insert.run({ id: delivery.id, rule: delivery.rule, body: delivery.body, now }),
    claim(
      worker: Worker,
      now: number,
      { rules, perRule, leaseMs }: { readonly rules: number; readonly perRule: number; readonly leaseMs: number },
    ): readonly (readonly Delivery[])[] {
      return ready.all({ now, rules }).map((rule) =>
        due.all({ rule: rule.num, perRule }).map(({ num, delivery, body, attempts, createdMs }) => {
          take.run(now + leaseMs, worker.id, num);
          return { id: delivery, rule: rule.id, body, to: ruleOf(rule), secret: rule.secret, attempts, createdAt: createdMs };
        }),
      );
    },
    settle(id: AlertId, outcome: DeliveryOutcome | null): void {
      const row = byId.get(id);
      if (row === undefined) return;
      if (outcome === null) {
        giveBack.run(row.num);
        return;
      }
      if (outcome.sent) {
        remove.run(row.num);
        sent.run(new Date(outcome.at).toISOString(), row.rule);
        return;
      }
      if (outcome.retryAt === null) {
        remove.run(row.num);
        giveUp.run(row.rule);
      } else retry.run(row.num);
      hold.run(outcome.error, outcome.retryAt ?? 0, row.rule);
    },
    nextInMs(now: number): number | undefined {
      const at = soonest.get();
      return typeof at === 'number' ? Math.max(0, at - now) : undefined;
    },
  };
}

export type AlertDeliveries = ReturnType<typeof alertDeliveries>;
