import type { ObservationState, RemovalKind } from '../model/observation.ts';
import type { PageReading } from '../model/reading.ts';

/** What was judged of a page, wherever that stands: in a judgement, or in the observation that was made of it. */
export interface Judged {
  readonly state: ObservationState;
  readonly reason: string | null;
  readonly basis: string | null;
  readonly removalKind: RemovalKind | null;
}

/**
 * The reading of a page, in the state that was judged: what only the history tells from the notice does not speak for it, and the text of a notice under
 * an error's status does. `asPage`: the same bytes read as if the status were 200. Pure.
 */
export function readingInState(reading: PageReading, judged: Judged, asPage: () => PageReading): PageReading {
  const { state, reason, basis, removalKind } = judged;
  if (state === 'present' || state === 'changed') return reading.state === 'present' ? reading : asPage();
  if (reading.state === state && reading.reason === reason) return reading;
  const { items: _, basis: __, ...rest } = reading;
  return { ...rest, state, reason, ...(basis === null ? {} : { basis }), removalKind, bodyBySite: false, aliases: [] };
}
