import type { ObservationState } from '../model/observation.ts';
import type { FollowState, VisitPolicy } from '../model/notice.ts';
import type { PageReading } from '../model/reading.ts';
import type { Source } from '../model/source.ts';
import type { WantedExtra } from '../store/extras-port.ts';
import type { VisitContext } from './visit-context.ts';

/** What a visit asks to be kept beside it: pictures that a new file shows, and what a browser sees of it. */
export function wantedExtras(
  context: Pick<VisitContext, 'browser' | 'config'>,
  policy: VisitPolicy,
  source: Source | null,
  visit: {
    readonly observed: ObservationState;
    readonly before: FollowState;
    readonly reading: PageReading | null;
    /** Whether the visit left a file. */
    readonly kept: boolean;
    readonly answered: boolean;
    /** It was read from a browser's document: that browser has been there. */
    readonly rendered: boolean;
  },
): readonly WantedExtra[] {
  const { observed, before, reading, kept } = visit;
  const change = observed === 'changed' ? 'changed' : observed === 'present' && before.reading === null ? 'new' : undefined;
  const extras: WantedExtra[] = [];
  if (kept && context.config.images.keep === 'yes' && reading?.state === 'present' && reading.images.length > 0)
    extras.push({ kind: 'images', reason: change ?? 'new bytes', policy, source });
  const gone = observed === 'removed' && before.removal === null ? 'removed' : undefined;
  const reason = policy.browser === 'always' ? (change ?? gone ?? 'always') : policy.browser === 'changes' ? (change ?? gone) : undefined;
  if (reason !== undefined && visit.answered && !visit.rendered && context.browser.missing === null)
    extras.push({ kind: 'browser', reason, policy, source });
  return extras;
}
