import type { Digest } from '../model/digest.ts';
import type { VisitPolicy } from '../model/notice.ts';
import { MOST_OTHERS, otherAddresses } from '../observe/another-notice.ts';
import type { PageToJudge, StandingNotice } from '../observe/page-judgement.ts';
import type { NoticeClaim } from '../store/port.ts';
import type { FetchedPage } from './fetch-page.ts';
import { askBeside, NOT_PROBED, outcomeOf, PAGES_BESIDE, type Probed } from './probe-site.ts';
import type { VisitContext } from './visit-context.ts';

/** What became of asking whether another notice of the site stands. */
export interface AnotherVisited {
  readonly standing: StandingNotice | null;
  readonly probed: Probed;
}

/**
 * Visits another notice of the site, and if that shows none a second: the one that was last seen to stand, else such as the page of the notice led to, of the same host and built as its
 * address is. Paced and by robots.txt like any visit; every answer is captured. Stops where the site asks to be left alone.
 */
export async function visitAnother(
  context: VisitContext,
  claim: NoticeClaim,
  policy: VisitPolicy,
  page: PageToJudge,
  { paceMs, startedMs }: Pick<FetchedPage, 'paceMs' | 'startedMs'>,
): Promise<AnotherVisited> {
  const { origin } = new URL(claim.url);
  const followed = await context.store.standingAt(claim.host, LONG_AGO, claim.noticeId);
  // another port or scheme of the host is another site, which may be asked by other rules
  const known = followed !== undefined && URL.parse(followed.url)?.origin === origin ? [followed.url] : [];
  const urls = [...new Set([...known, ...otherAddresses(page)])].slice(0, MOST_OTHERS);
  const { timeout, pace } = context.config.fetch;
  // the claim of the host lasts no longer than this (src/work/local.ts)
  const untilMs = startedMs + (timeout + pace) * (1 + PAGES_BESIDE);
  let probed = NOT_PROBED;
  for (const url of urls) {
    if (context.clock.now() + (paceMs ?? pace) + timeout > untilMs) break;
    const asked = await askBeside(context, claim, policy, paceMs, url, 'other');
    if (asked === null) break;
    const { answer, probe, file } = asked;
    const finalUrl = asked.page.result?.finalUrl ?? url;
    const stands = answer !== null && context.judge.isAnother(page, { ...answer, url, finalUrl });
    const record = { ...probe.record, outcome: stands ? 'stands' : outcomeOf(asked.page) };
    const busy = answer?.status === 429 || answer?.status === 503 ? asked.page.result : null;
    probed = {
      ...probed,
      probes: [...probed.probes, { ...probe, record }],
      files: [...probed.files, ...(file === null ? [] : [file])],
      starts: probed.starts + asked.page.extraStarts,
      busy,
    };
    if (stands) return { standing: standingOf(record), probed };
    if (busy !== null) break;
  }
  return { standing: null, probed };
}

const LONG_AGO = new Date(0).toISOString();

/** What a visit that was recorded showed: another notice that stands. */
export function standingOf({
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
