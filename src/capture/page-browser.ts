import type { VisitPolicy } from '../model/notice.ts';
import type { NoticeClaim } from '../store/port.ts';
import type { BrowserRequest, BrowserVisit } from '../fetch/browser/browser-visit.ts';
import { credentialsOf } from '../fetch/credentials.ts';
import type { VisitContext } from './visit-context.ts';
import { allowanceOf, credentialsFor } from './visit-policy.ts';

/** The browser of this machine, as visits use it: one at a time. */
export interface PageBrowser {
  /** Why none can visit, in a sentence, or null. */
  readonly missing: string | null;
  /** Visits that wait or are under way. */
  readonly waiting: number;
  visit(request: BrowserRequest): Promise<BrowserVisit>;
}

/** Visits the address of a notice with the browser, under the rules of the plain visit. The caller has waited for the pace of its host. */
export function browse(
  context: Pick<VisitContext, 'browser' | 'robots'>,
  notice: Pick<NoticeClaim, 'url' | 'source'>,
  policy: VisitPolicy,
  signal?: AbortSignal,
): Promise<BrowserVisit> {
  const { url, source } = notice;
  const allowPrivate = allowanceOf({ kind: 'notice', url, source }, policy);
  return context.browser.visit({
    url,
    credentials: credentialsOf(credentialsFor(policy, source, url), new URL(url)),
    allowPrivate,
    proxy: policy.proxy,
    signal,
    async mayNavigate(address) {
      if (policy.robots === 'ignore') return undefined;
      const { decision, failure } = await context.robots.decide(address, allowPrivate, policy.proxy);
      if (failure) return failure.message;
      return decision.allowed ? undefined : decision.reason;
    },
  });
}
