import type { Match } from '../../model/match.ts';
import type { MatchDecision } from './judged-match.ts';

/** How matches differ from what they were. */
export interface MatchChanges<Before, Now> {
  readonly added: readonly Now[];
  readonly changed: readonly Now[];
  readonly removed: readonly Before[];
  /** Matches that were cleared, of a listing or a party that is not what it was: somebody must decide anew. */
  readonly lapsed: readonly Now[];
}

type Compared = Pick<Match, 'score' | 'matchedName' | 'listing'>;

/** Sets matches against each other by `idOf`: of several with one id the best counts; of lapses, those that `toldLapses` does not name. Undefined where nothing differs. */
export function matchChanges<Before extends Compared, Now extends Before & { readonly decision?: MatchDecision }>(
  before: readonly Before[],
  now: readonly Now[],
  idOf: (match: Before) => string,
  toldLapses: readonly string[],
): MatchChanges<Before, Now> | undefined {
  const [old, current] = [bestOf(before, idOf), bestOf(now, idOf)];
  const added = [...current].flatMap(([id, match]) => (old.has(id) ? [] : [match]));
  const removed = [...old].flatMap(([id, match]) => (current.has(id) ? [] : [match]));
  const changed = [...current].flatMap(([id, match]) => {
    const earlier = old.get(id);
    return earlier === undefined || isSame(earlier, match) ? [] : [match];
  });
  const lapsed = [...current.values()].filter((match) => {
    const lapse = lapseOf(match, idOf);
    return lapse !== undefined && !toldLapses.includes(lapse);
  });
  return added.length + removed.length + changed.length + lapsed.length === 0 ? undefined : { added, changed, removed, lapsed };
}

/** Names what of these matches was cleared and lapsed, each by its match and the time of the clearance: told once, it is no news any more. */
export function lapsesOf<Kind extends { readonly decision?: MatchDecision }>(
  matches: readonly Kind[],
  idOf: (match: Kind) => string,
): readonly string[] {
  return [...new Set(matches.flatMap((match) => lapseOf(match, idOf) ?? []))];
}

function lapseOf<Kind extends { readonly decision?: MatchDecision }>(match: Kind, idOf: (match: Kind) => string): string | undefined {
  return match.decision?.lapsed === undefined ? undefined : `${idOf(match)} ${match.decision.at}`;
}

function isSame(one: Compared, other: Compared): boolean {
  return one.score === other.score && one.matchedName === other.matchedName && one.listing === other.listing;
}

function bestOf<Kind extends Compared>(matches: readonly Kind[], idOf: (match: Kind) => string): ReadonlyMap<string, Kind> {
  const best = new Map<string, Kind>();
  for (const match of matches) if ((best.get(idOf(match))?.score ?? -1) < match.score) best.set(idOf(match), match);
  return best;
}
