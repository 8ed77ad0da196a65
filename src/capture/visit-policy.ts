import type { NoticeClaim } from '../store/port.ts';
import type { VisitPolicy } from '../model/notice.ts';

/** Whose rules a visit follows: the source's, what `capture` was told, else the defaults of the configuration. */
export function policyOf(claim: NoticeClaim, defaults: VisitPolicy): VisitPolicy {
  return claim.source ?? claim.follow.own ?? defaults;
}

/** The one host and port that `allowPrivate` opens: that of the source, or of the address that `capture` was given. */
export function openedHost(policy: VisitPolicy, address: string): { readonly host: string; readonly port: number } | undefined {
  if (!policy.allowPrivate || !URL.canParse(address)) return undefined;
  const { hostname, port, protocol } = new URL(address);
  return { host: hostname, port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) };
}
