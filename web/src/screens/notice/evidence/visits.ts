import type { Capture, Observation } from '../../../api/routes.gen.ts';

/** A visit with what it brought: bytes of its own (`capture`), or the same as an earlier one (`same`), which are kept once. */
export interface Visit {
  readonly observation: Observation;
  readonly capture: Capture | null;
  readonly same: Capture | null;
}

/** The visits of a notice, the oldest first, each with what it brought; and captures that belong to none of them: pictures of the notice, pages that were asked beside it. */
export function visitsOf(
  observations: readonly Observation[],
  captures: readonly Capture[],
): { readonly visits: readonly Visit[]; readonly beside: readonly Capture[] } {
  const byDigest = new Map(captures.map((capture) => [capture.sha256, capture]));
  const named = new Set(observations.map(({ capture }) => capture));
  const find = (digest: string | null): Capture | null => (digest === null ? null : (byDigest.get(digest) ?? null));
  return {
    visits: observations
      .map((observation) => ({ observation, capture: find(observation.capture), same: find(observation.confirms) }))
      .toSorted((a, b) => a.observation.at.localeCompare(b.observation.at) || a.observation.logIndex - b.observation.logIndex),
    beside: captures.filter(({ sha256 }) => !named.has(sha256)),
  };
}

/** Visits that showed nothing new one after another are one line: nine times no answer is said once. */
export function runsOf(visits: readonly Visit[]): readonly (readonly Visit[])[] {
  const runs: Visit[][] = [];
  for (const visit of visits) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && isSame(last, visit)) runs.at(-1)?.push(visit);
    else runs.push([visit]);
  }
  return runs;
}

function isSame({ observation: a, capture, same }: Visit, { observation: b, ...other }: Visit): boolean {
  if (capture !== null || other.capture !== null || same?.sha256 !== other.same?.sha256) return false;
  return a.state === b.state && a.reason === b.reason && a.removalKind === b.removalKind;
}
