import type { Digest } from '../model/digest.ts';
import type { FollowState } from '../model/notice.ts';
import type { Sighting } from '../observe/judge.ts';
import { lastingReason, type PageJudgement } from '../observe/page-judgement.ts';
import { readingDigest } from '../observe/reading-digest.ts';
import type { FetchedPage } from './fetch-page.ts';

/** Reasons of observations are one word or two, as the readers' are. */
const FAILURE_REASONS: Readonly<Record<string, string>> = { 'robots-forbidden': 'robots', 'address-forbidden': 'address' };

/** What a visit showed, before the history is asked: what was judged of its page, or why there is none. `digest`: of its reading. */
export function sightingOf(
  before: FollowState,
  page: FetchedPage,
  judged: PageJudgement | null,
  digest: Digest | null,
  evidence: Digest | null,
): Sighting {
  if (page.forbidden !== null) return { state: 'unreachable', reason: 'robots' };
  if (page.result === null) return { state: 'unreachable', reason: 'unvisited' };
  if (!page.result.ok) return { state: 'unreachable', reason: FAILURE_REASONS[page.result.failure.kind] ?? page.result.failure.kind };
  if (page.result.notModified)
    return before.reading === null
      ? { state: 'unreachable', reason: 'http 304' }
      : { state: 'present', reading: before.reading, reason: lastingReason(before.reason) };
  if (judged === null) return { state: 'unreachable', reason: 'unreadable' };
  switch (judged.state) {
    case 'present':
      return { state: 'present', reading: digest ?? readingDigest(judged.reading), reason: judged.reason };
    case 'removed':
      return { state: 'removed', kind: judged.kind, reason: judged.reason, evidence };
    default:
      return { state: judged.state, reason: judged.reason };
  }
}
