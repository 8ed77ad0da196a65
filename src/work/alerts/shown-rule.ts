import type { AlertRule } from '../../model/alert.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { AlertStore } from '../../store/alert-port.ts';

/** By id or name, with its secret. Throws `not-found`. */
export async function ruleNamed(store: Pick<AlertStore, 'findAlertRule'>, wanted: string) {
  const found = await store.findAlertRule(wanted);
  if (found === undefined)
    throw new DualwatchError('not-found', `No rule of alerts has the id or name "${wanted}"; "dualwatch alerts list" shows them`);
  return found;
}

/** A rule without what would let others send in its name. */
export function shownRule(rule: AlertRule): AlertRule {
  const { id, name, channel, when, allowPrivate, createdAt } = rule;
  return { id, name, channel, target: shownTarget(rule), when, allowPrivate, createdAt };
}

/** Whoever knows the whole address of a chat's webhook may post there; logins and queries of addresses hold keys. */
export function shownTarget({ channel, target }: AlertRule): string {
  const url = channel === 'mail' || channel === 'file' ? null : URL.parse(target);
  if (url === null) return target;
  if (channel === 'slack') return `${url.origin}/…`;
  const login = url.username === '' ? '' : '…@';
  const query = url.search === '' ? '' : '?…';
  return `${url.protocol}//${login}${url.host}${url.pathname}${query}`;
}
