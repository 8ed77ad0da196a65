import type Database from 'better-sqlite3';
import type { AlertChannel, AlertHealth, AlertRule } from '../../model/alert.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { AlertRuleId } from '../../model/ids.ts';

export interface RuleRow {
  readonly num: number;
  readonly id: AlertRuleId;
  readonly name: string;
  readonly channel: AlertChannel;
  readonly target: string;
  readonly predicate: string;
  readonly allow_private: number;
  readonly secret: string | null;
  readonly created_at: string;
}

interface HealthRow extends RuleRow {
  readonly sent: number;
  readonly waiting: number;
  readonly failed: number;
  readonly last_sent_at: string | null;
  readonly last_error: string | null;
}

export function alertRules(db: Database.Database) {
  const insert = db.prepare(
    `INSERT INTO alert_rules (id, name, channel, target, predicate, allow_private, secret, created_at)
     VALUES (@id, @name, @channel, @target, @when, @allowPrivate, @secret, @createdAt)`,
  );
  const named = db.prepare<[string, string], RuleRow>('SELECT * FROM alert_rules WHERE id = ? OR name = ?');
  const every = db.prepare<[], HealthRow>(
    `SELECT r.*, count(d.num) AS waiting
     FROM alert_rules r LEFT JOIN alert_deliveries d ON d.rule = r.num GROUP BY r.num ORDER BY r.num`,
  );
  const dropDeliveries = db.prepare('DELETE FROM alert_deliveries WHERE rule = ?');
  const remove = db.prepare('DELETE FROM alert_rules WHERE num = ?');

  return {
    add(rule: AlertRule, secret: string | null): void {
      if (named.get(rule.id, rule.name) !== undefined)
        throw new DualwatchError(
          'usage',
          `there is a rule ${rule.name} already; give another --name, or remove it first with "dualwatch alerts remove ${rule.name}"`,
        );
      insert.run({ ...rule, allowPrivate: rule.allowPrivate ? 1 : 0, secret });
    },
    find: (idOrName: string): RuleRow | undefined => named.get(idOrName, idOrName),
    all: (): readonly (AlertRule & AlertHealth)[] =>
      every.all().map((row) => ({
        ...ruleOf(row),
        sent: row.sent,
        waiting: row.waiting,
        failed: row.failed,
        lastSentAt: row.last_sent_at,
        lastError: row.last_error,
      })),
    remove(id: AlertRuleId): void {
      const row = named.get(id, id);
      if (row === undefined) return;
      dropDeliveries.run(row.num);
      remove.run(row.num);
    },
  };
}

export type AlertRules = ReturnType<typeof alertRules>;

export function ruleOf(row: RuleRow): AlertRule {
  return {
    id: row.id,
    name: row.name,
    channel: row.channel,
    target: row.target,
    when: row.predicate,
    allowPrivate: row.allow_private === 1,
    createdAt: row.created_at,
  };
}
