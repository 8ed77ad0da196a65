import type { Gathered } from './gathered.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';

/** What a case comes to, before any of it is read. */
export interface Glance {
  /** Notice by notice, the later of each pair of copies. */
  readonly copies: readonly TimelineEntry[];
  readonly listed: readonly string[];
  /** Who said what, and what the notices do to it. */
  readonly claims: readonly GlancedClaim[];
}

export interface GlancedClaim {
  readonly id: string;
  readonly who: string;
  readonly saidAt: string | null;
  /** `agrees`: none contradicts, and in `points` they say the same; `silent`: they say nothing of it; `notCompared`: nothing was there to compare. */
  readonly came: 'contradicted' | 'agrees' | 'silent' | 'notCompared';
  /** In how many points they contradict it, or agree; 0 for the others. */
  readonly points: number;
}

/** What a copy says as well is one point. */
function comesTo(comparison: Gathered['claims'][number]['comparison']): Pick<GlancedClaim, 'came' | 'points'> {
  const findings = comparison.flatMap((one) => one.findings);
  const pointsOf = (wanted: 'contradicts' | 'agrees'): number =>
    new Set(findings.filter(({ verdict }) => verdict === wanted).map(({ about, says }) => `${about} ${says}`)).size;
  const [against, alike] = [pointsOf('contradicts'), pointsOf('agrees')];
  if (against > 0) return { came: 'contradicted', points: against };
  if (alike > 0) return { came: 'agrees', points: alike };
  return { came: findings.length > 0 ? 'silent' : 'notCompared', points: 0 };
}

/** Draws it from what was gathered. Pure. */
export function glanceOf({ notices, copies, claims }: Pick<Gathered, 'notices' | 'copies' | 'claims'>): Glance {
  const standing = claims.filter(({ claim }) => claim.withdrawn === null);
  return {
    copies: timelineOf({ notices, copies, claims: [] }).filter(({ kind }) => kind === 'copy'),
    listed: [
      ...new Set(notices.flatMap(({ listed }) => listed.filter(({ verdict }) => verdict !== 'cleared').map(({ caption }) => caption))),
    ],
    claims: standing.map(({ claim: { id, who, saidAt }, comparison }) => ({ id, who, saidAt, ...comesTo(comparison) })),
  };
}
