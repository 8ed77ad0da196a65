import type { Digest } from '../model/digest.ts';
import type { VisitPolicy } from '../model/notice.ts';
import type { PageJudgement, PageToJudge, StandingNotice } from '../observe/page-judgement.ts';
import type { Asked, Shown } from '../observe/witness.ts';
import type { NoticeClaim } from '../store/port.ts';
import type { FetchedPage } from './fetch-page.ts';
import { askBeside, NOT_PROBED, outcomeOf, PAGES_BESIDE, type Probed } from './probe-site.ts';
import type { VisitContext } from './visit-context.ts';

/** What became of asking whether a site is up. */
export interface WitnessesAsked {
  readonly asked: readonly Asked[];
  readonly probed: Probed;
}

/**
 * Visits another notice of the site, and if that is not seen to stand a second, or another page: the notice that was last seen to stand, else such as the page in place of the notice or its own led to,
 * of the same origin. Paced and by robots.txt like any visit; every answer is captured. Stops where one stands, and where the site asks to be left alone.
 */
export async function askWitnesses(
  context: VisitContext,
  claim: NoticeClaim,
  policy: VisitPolicy,
  { page, judgement }: { readonly page: PageToJudge; readonly judgement: PageJudgement },
  { paceMs, startedMs }: Pick<FetchedPage, 'paceMs' | 'startedMs'>,
): Promise<WitnessesAsked> {
  const { origin } = new URL(claim.url);
  const followed = await context.store.standingAt(claim.host, LONG_AGO, claim.noticeId);
  // another port or scheme of the host is another site, which may be asked by other rules
  const known = followed !== undefined && URL.parse(followed.url)?.origin === origin ? followed.url : null;
  const { timeout, pace } = context.config.fetch;
  // the claim of the host lasts no longer than this (src/work/local.ts)
  const untilMs = startedMs + (timeout + pace) * (1 + PAGES_BESIDE);
  const met: Asked[] = [];
  let probed = NOT_PROBED;
  for (const witness of context.judge.witnesses(page, judgement, known)) {
    const { url } = witness;
    if (context.clock.now() + (paceMs ?? pace) + timeout > untilMs) break;
    const asked = await askBeside(context, claim, policy, paceMs, url, 'other');
    if (asked === null) break;
    const { answer, probe, file } = asked;
    const finalUrl = asked.page.result?.finalUrl ?? url;
    const shown = answer === null ? 'nothing' : context.judge.shownBy(page, { ...answer, url, finalUrl });
    const record = { ...probe.record, outcome: inLog(shown) ?? outcomeOf(asked.page) };
    const busy = answer?.status === 429 || answer?.status === 503 ? asked.page.result : null;
    probed = {
      ...probed,
      probes: [...probed.probes, { ...probe, record }],
      files: [...probed.files, ...(file === null ? [] : [file])],
      starts: probed.starts + asked.page.extraStarts,
      busy,
    };
    met.push({ witness, shown, cited: citationOf(record) });
    if (shown === 'stands' || busy !== null) break;
  }
  return { asked: met, probed };
}

const LONG_AGO = new Date(0).toISOString();

function inLog(shown: Shown): string | null {
  return shown === 'stands' || shown === 'same page' ? shown : null;
}

/** How a judgement cites a visit that was recorded. */
export function citationOf({
  url,
  at,
  capture,
}: {
  readonly url: string;
  readonly at: string;
  readonly capture: Digest | null;
}): StandingNotice {
  return { url, at, capture };
}
