import { counted } from '../../model/counted.ts';
import type { LoggedFacts } from './logged-facts.ts';

/** How much of a package lies under one time-stamp: all else may have been made at any time after it. */
export interface Covers {
  readonly entries: number;
  readonly ofEntries: number;
  readonly captures: number;
  readonly ofCaptures: number;
}

/** Of the entries and captures of a package, those that the log had when its head of `size` entries was stamped. */
export function coveredBy(size: number, { times, captures }: LoggedFacts): Covers {
  const under = (list: Iterable<{ readonly index: number }>): number =>
    [...list].reduce((sum, { index }) => sum + (index < size ? 1 : 0), 0);
  return {
    entries: under(times),
    ofEntries: times.length,
    captures: under(captures.values()),
    ofCaptures: captures.size,
  };
}

/** Told by name; of the rest, how many. */
const MOST_NAMED = 20;

/** Names captures and visits whose entries lie beyond the head of `size` entries; null where there is none. */
export function beyondReach(size: number, { captures, observations }: LoggedFacts): string | null {
  const late = [...captures.values()].filter(({ index }) => index >= size);
  const visits = observations.filter(({ index }) => index >= size);
  if (late.length === 0 && visits.length === 0) return null;
  const named = late.slice(0, MOST_NAMED).map(({ sha256, index, at }) => `capture ${sha256} of ${at.slice(0, 40)} (entry ${index})`);
  const more = late.length > named.length ? [`${late.length - named.length} more captures`] : [];
  const seen = visits.length === 0 ? [] : [`${counted(visits.length, 'observation', 'observations')} (${entriesIn(visits)})`];
  return [...named, ...more, ...seen].join('; ');
}

function entriesIn(list: readonly { readonly index: number }[]): string {
  const shown = list.slice(0, MOST_NAMED).map(({ index }) => index);
  return `entries ${shown.join(', ')}${list.length > shown.length ? ' …' : ''}`;
}
