import type { FollowState } from './notice.ts';

/** A notice that is listed but was never visited: nothing is claimed about its page. */
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
