import type { Digest } from '../model/digest.ts';
import type { LearnedPage } from '../model/learned-page.ts';
import type { ProbeRecord } from '../model/log-record.ts';
import type { NewCapture } from './port.ts';

/** One request of a probe: what it is logged as, and its file. */
export interface ProbeVisit {
  readonly record: ProbeRecord;
  readonly capture: NewCapture | null;
}

/** What is known of a host's own pages. */
export interface LearnedOfHost {
  readonly pages: readonly LearnedPage[];
  /** When the host was last asked for a page that never existed, whatever came of it; null where never. */
  readonly probedAt: string | null;
  /** The latest visit of another notice that was made to judge one; null where there was none. */
  readonly otherVisited: { readonly url: string; readonly at: string; readonly stands: boolean; readonly capture: Digest | null } | null;
}

/**
 * What was learned of hosts: derived from captures that visits of notices record ({@link NoticeVisit.probes}, {@link NoticeVisit.learned}).
 * The guarantees of {@link Store} hold here too.
 */
export interface LearnedStore {
  ofHost(host: string): Promise<LearnedOfHost>;
  /** The same page made again from its capture, under another recipe: it takes the place of the one with its host, kind and capture, if that is still there. */
  put(page: LearnedPage): Promise<void>;
}
