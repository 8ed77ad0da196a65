import type { VisitPolicy } from '../model/notice.ts';
import type { Proxy } from '../model/proxy.ts';
import type { NoticeClaim } from '../store/port.ts';

/** What its user decides about a visit and, where no source lists the notice, about those to come. */
export type Asked = Partial<Pick<VisitPolicy, 'robots' | 'robotsReason' | 'allowPrivate' | 'browser'>> & {
  /** Null takes back the proxy that was asked for before. */
  readonly proxy?: Proxy | null;
};

/**
 * A claim under what was asked. The source's rules hold, but where the address is opened in a private network: a source of another origin is then left aside for this visit, since what is opened is the
 * address itself and not the source's host, and the source's credentials are not for it. Its proxy is: whoever set one wants to be seen by no site. Pure.
 */
export function claimUnder(claim: NoticeClaim, asked: Asked, defaults: VisitPolicy): NoticeClaim {
  const { source, follow, url } = claim;
  const own = { ...defaults, ...follow.own };
  if (source === null) return { ...claim, follow: { ...follow, own: under(own, asked) } };
  const sameOrigin = URL.canParse(source.url) && new URL(source.url).origin === new URL(url).origin;
  if (sameOrigin || asked.allowPrivate !== true) return { ...claim, source: under(source, asked) };
  return { ...claim, source: null, policy: under({ ...own, ...(source.proxy && { proxy: source.proxy }) }, asked) };
}

/** The same rules, but for what was asked. */
function under<Policy extends { readonly proxy?: Proxy }>(policy: Policy, { proxy, ...asked }: Asked): Policy {
  if (proxy === undefined) return { ...policy, ...asked };
  const { proxy: _, ...direct } = policy;
  return { ...direct, ...asked, ...(proxy !== null && { proxy }) } as Policy;
}
