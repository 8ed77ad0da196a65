import type { AskedPolicy, FollowState, VisitPolicy } from '../model/notice.ts';
import type { Proxy } from '../model/proxy.ts';
import type { NoticeClaim } from '../store/port.ts';

export type Asked = AskedPolicy;

/**
 * A claim under what was asked. The source's rules hold, but where the address is opened in a private network: a source of another origin is then left aside for this visit, since what is opened is the
 * address itself and not the source's host, and the source's credentials are not for it. Its proxy is: whoever set one wants to be seen by no site. What was asked before of a visit that was
 * put off still holds. Pure.
 */
export function claimUnder(claim: NoticeClaim, askedNow: Asked, defaults: VisitPolicy): NoticeClaim {
  const { source, follow, url } = claim;
  const asked = { ...follow.forNext, ...askedNow };
  const own = { ...defaults, ...follow.own };
  if (source === null) {
    if (follow.forNext === undefined) return { ...claim, follow: { ...follow, own: under(own, asked) } };
    // What was asked while a source still listed the notice is for one visit, and does not stay.
    const stays = Object.keys(askedNow).length === 0 ? follow.own : under(own, askedNow);
    return { ...claim, asked, policy: under(own, asked), follow: { ...follow, own: stays } };
  }
  const listed = { ...claim, ...(Object.keys(asked).length > 0 && { asked }) };
  const sameOrigin = URL.canParse(source.url) && new URL(source.url).origin === new URL(url).origin;
  if (sameOrigin || asked.allowPrivate !== true) return { ...listed, source: under(source, asked) };
  return { ...listed, source: null, policy: under({ ...own, ...(source.proxy && { proxy: source.proxy }) }, asked) };
}

/** The same rules, but for what was asked. */
function under<Policy extends { readonly proxy?: Proxy }>(policy: Policy, { proxy, ...asked }: Asked): Policy {
  if (proxy === undefined) return { ...policy, ...asked };
  const { proxy: _, ...direct } = policy;
  return { ...direct, ...asked, ...(proxy !== null && { proxy }) } as Policy;
}

/** What stands of a claim for whoever visits later: for good where no source lists the notice, else for the next visit alone. */
export function keptOf({ follow, asked }: NoticeClaim): Pick<FollowState, 'own' | 'forNext'> {
  return { own: follow.own, ...(asked && { forNext: asked }) };
}
