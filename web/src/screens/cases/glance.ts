import type { Gathered } from './gathered.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';

/** What a case comes to, before any of it is read. */
export interface Glance {
  /** Notice by notice, the later of each pair of copies. */
  readonly copies: readonly TimelineEntry[];
  readonly listed: readonly string[];
  /** Who said what, and in how many points the notices say otherwise. */
  readonly claims: readonly { readonly id: string; readonly who: string; readonly saidAt: string | null; readonly contradicted: number }[];
}

/** What is said against by a copy as well is one point. */
function pointsOf(comparison: Gathered['claims'][number]['comparison']): number {
  const against = comparison.flatMap(({ findings }) => findings).filter(({ verdict }) => verdict === 'contradicts');
  return new Set(against.map(({ about, says }) => `${about} ${says}`)).size;
}

/** Draws it from what was gathered. Pure. */
export function glanceOf({ notices, copies, claims }: Pick<Gathered, 'notices' | 'copies' | 'claims'>): Glance {
  const standing = claims.filter(({ claim }) => claim.withdrawn === null);
  return {
    copies: timelineOf({ notices, copies, claims: [] }).filter(({ kind }) => kind === 'copy'),
    listed: [
      ...new Set(notices.flatMap(({ listed }) => listed.filter(({ verdict }) => verdict !== 'cleared').map(({ caption }) => caption))),
    ],
    claims: standing.map(({ claim: { id, who, saidAt }, comparison }) => ({
      id,
      who,
      saidAt,
      contradicted: pointsOf(comparison),
    })),
  };
}
