import type { NoticeClaim, SourceClaim } from '../store/port.ts';
import type { VisitPolicy } from '../model/notice.ts';

/** Whose rules a visit follows: its own alone, else the source's, what `capture` was told, else the defaults of the configuration. */
export function policyOf(claim: NoticeClaim, defaults: VisitPolicy): VisitPolicy {
  return claim.policy ?? claim.source ?? claim.follow.own ?? defaults;
}

type Visited = Pick<NoticeClaim, 'kind' | 'source' | 'url'> | Pick<SourceClaim, 'kind' | 'source'>;

/** The private host and port that a claim may reach, if any: its source's own, else that of the address that `capture` was given. */
export function allowanceOf(claim: Visited, policy: Pick<VisitPolicy, 'allowPrivate'>): ReturnType<typeof openedHost> {
  const opener =
    claim.kind === 'source' ? claim.source.url : claim.source?.kind === 'folder' ? claim.url : (claim.source?.url ?? claim.url);
  return openedHost(policy, opener);
}

/** Credentials belong to the source's own origin; its notices elsewhere get none. */
export function credentialsFor(
  policy: Pick<VisitPolicy, 'credentials'>,
  source: { readonly url: string } | null,
  address: string,
): VisitPolicy['credentials'] {
  return source !== null && URL.canParse(source.url) && new URL(source.url).origin === new URL(address).origin ? policy.credentials : {};
}

/** The one host and port that `allowPrivate` opens: that of the source, or of the address that `capture` was given. */
export function openedHost(
  policy: Pick<VisitPolicy, 'allowPrivate'>,
  address: string,
): { readonly host: string; readonly port: number } | undefined {
  if (!policy.allowPrivate || !URL.canParse(address)) return undefined;
  const { hostname, port, protocol } = new URL(address);
  return { host: hostname, port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) };
}
