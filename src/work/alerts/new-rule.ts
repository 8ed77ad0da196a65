import { randomBytes } from 'node:crypto';
import { isAbsolute, resolve } from 'node:path';
import { ALERT_CHANNELS, type AlertChannel, type AlertRule } from '../../model/alert.ts';
import { DualwatchError } from '../../model/errors.ts';
import { newAlertRuleId } from '../../model/ids.ts';
import { parseNoticeQuery } from '../../model/notice-query.ts';

export interface WantedRule {
  readonly channel: string;
  readonly target: string;
  readonly when: string;
  readonly name?: string | undefined;
  readonly allowPrivate: boolean;
  /** Key or token that the user brought. */
  readonly secret?: string | undefined;
}

/**
 * A rule of alerts as its user asks for it, with its secret. A webhook without one gets one made, to be shown once. `goods`: the concepts that there are.
 * Throws `usage` with what is wrong, and for a predicate where.
 */
export function newRule(
  wanted: WantedRule,
  goods: readonly string[],
  nowMs: number,
): { readonly rule: AlertRule; readonly secret: string | null; readonly made: boolean } {
  const channel = ALERT_CHANNELS.find((one) => one === wanted.channel);
  if (channel === undefined)
    throw new DualwatchError('usage', `"${wanted.channel}" is no way to send alerts; choose one of ${ALERT_CHANNELS.join(', ')}`);
  if (wanted.when.trim() === '')
    throw new DualwatchError('usage', '--when is empty; write what is to be told, as in "removed or priority>=70"');
  parseNoticeQuery(wanted.when, goods);
  const target = targetOf(channel, wanted.target);
  if (wanted.secret !== undefined && (channel === 'mail' || channel === 'file' || channel === 'slack'))
    throw new DualwatchError('usage', `${channel} takes no secret`);
  if (wanted.allowPrivate && (channel === 'mail' || channel === 'file'))
    throw new DualwatchError('usage', `--allow-private is for web addresses; ${channel} needs none`);
  const id = newAlertRuleId(nowMs);
  const name = wanted.name?.trim() ?? id;
  if (!/^[^\p{Cc}\s][^\p{Cc}]{0,99}$/u.test(name)) throw new DualwatchError('usage', '--name is one line of at most 100 characters');
  const made = channel === 'webhook' && wanted.secret === undefined;
  return {
    rule: {
      id,
      name,
      channel,
      target,
      when: wanted.when.trim(),
      allowPrivate: wanted.allowPrivate,
      createdAt: new Date(nowMs).toISOString(),
    },
    secret: made ? randomBytes(32).toString('base64url') : (wanted.secret ?? null),
    made,
  };
}

function targetOf(channel: AlertChannel, given: string): string {
  if (channel === 'file') return isAbsolute(given) ? given : resolve(given);
  if (channel === 'mail') {
    if (!/^[^\s<>@,;]+@[^\s<>@,;]+$/.test(given)) throw new DualwatchError('usage', `"${given}" is no mail address`);
    return given;
  }
  const url = URL.parse(given);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new DualwatchError('usage', `"${given}" is no web address; write one that begins with https://`);
  if (channel === 'ntfy' && !/^\/(?:.*\/)?[-\w]{1,64}$/.test(url.pathname))
    throw new DualwatchError('usage', `${given} names no topic, which has letters, digits, - and _; write https://ntfy.sh/<topic>`);
  url.hash = '';
  return url.href;
}
