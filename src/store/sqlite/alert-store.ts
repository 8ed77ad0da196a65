import type { AlertRule } from '../../model/alert.ts';
import type { AlertRuleId, NoticeId } from '../../model/ids.ts';
import type { AlertStore } from '../alert-port.ts';
import { alertDeliveries } from './alert-deliveries.ts';
import { alertRules, ruleOf } from './alert-rules.ts';
import type { Connection } from './connection.ts';
import type { NoticeChanges } from './notice-changes.ts';
import type { NoticeRows } from './notice-rows.ts';
import type { SearchIndex } from './search.ts';

type Given<Method extends keyof AlertStore> = Parameters<AlertStore[Method]>;

/** The part of the store that alerts ask, as acts of the store. */
export function alertStore(
  connection: Connection,
  { changes, notices, search }: { readonly changes: NoticeChanges; readonly notices: NoticeRows; readonly search: SearchIndex },
): AlertStore {
  const { db } = connection;
  const rules = alertRules(db);
  const deliveries = alertDeliveries(db);
  const matches = db.prepare<[number, string], number>('SELECT 1 FROM search WHERE rowid = ? AND search MATCH ?').pluck();
  return {
    async addAlertRule(rule: AlertRule, secret: string | null) {
      connection.write(() => rules.add(rule, secret));
    },
    async alertRules() {
      return connection.read(() => rules.all());
    },
    async findAlertRule(idOrName: string) {
      const row = connection.read(() => rules.find(idOrName));
      return row && { rule: ruleOf(row), secret: row.secret };
    },
    async removeAlertRule(id: AlertRuleId) {
      connection.write(() => {
        rules.remove(id);
        changes.clearWithoutRules();
      });
    },
    async freshChanges(after: number, limit: number, waitsSince: string) {
      return connection.read(() => changes.fresh(after, limit, waitsSince));
    },
    async screenedChanges(after: number, limit: number) {
      return connection.read(() => changes.screened(after, limit));
    },
    async tellChanges({ changes: asked, deliveries: made, now }: Given<'tellChanges'>[0]) {
      connection.write(() => {
        // Another process may have told of it meanwhile.
        const fresh = made.filter(({ of, rule }) => of.some((seq) => changes.told(seq)?.includes(rule) === false));
        for (const { seq, told, done } of asked) {
          const before = changes.told(seq);
          if (before === undefined) continue;
          if (done) changes.remove(seq);
          else changes.tell(seq, [...new Set([...before, ...told])]);
        }
        for (const delivery of fresh) deliveries.add(delivery, now);
      });
    },
    async claimDeliveries({ worker, now, rules: most, perRule, leaseMs }: Given<'claimDeliveries'>[0]) {
      if (connection.read(() => deliveries.nextInMs(now)) !== 0) return [];
      return connection.write(() => deliveries.claim(worker, now, { rules: most, perRule, leaseMs }));
    },
    async settleDeliveries(outcomes: Given<'settleDeliveries'>[0]) {
      connection.write(() => outcomes.forEach(({ id, outcome }) => deliveries.settle(id, outcome)));
    },
    async nextDeliveryInMs(now: number) {
      return connection.read(() => deliveries.nextInMs(now));
    },
    async noticeHasWords(id: NoticeId, words: string) {
      return connection.read(() => {
        const row = notices.get(id);
        const expression = search.expression(words);
        return row !== undefined && expression !== undefined && matches.get(row.num, expression) !== undefined;
      });
    },
  };
}
