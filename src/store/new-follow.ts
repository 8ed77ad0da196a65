import type { FollowState, NoticeSummary } from '../model/notice.ts';
import type { SourceItem } from '../model/source.ts';

/** A notice that was listed and never visited. */
export const UNVISITED: FollowState = {
  state: 'unreachable',
  reason: 'unvisited',
  lastSeenPresentAt: null,
  removal: null,
  kindSince: null,
  goneReason: null,
  removalWaits: false,
  versions: 0,
  reading: null,
  readBy: null,
  version: null,
  newest: null,
  bodyBySite: false,
  etag: null,
  lastModified: null,
  other: null,
  otherState: null,
  otherReading: null,
  lastVisitAt: null,
  lastChangeAt: null,
  visits: 0,
  errorStreak: 0,
  own: null,
};

/** All that a listing says of a notice before anybody read it. */
export function summaryOfItem(item: Pick<SourceItem, 'title' | 'publishedAt'> | null): NoticeSummary {
  return {
    title: item?.title || null,
    publisher: null,
    publishedAt: item?.publishedAt ?? null,
    lang: 'und',
    goods: [],
    tradeNames: [],
    intents: [],
    places: [],
    priority: 0,
    reasons: [],
  };
}
