import type { Observation } from '../../api/routes.gen.ts';

/** What visits showed one after another: equal ones are one step. `after` is the last visit before it, so that what it tells of happened between `after` and `from`. */
export interface Step {
  readonly state: Observation['state'];
  readonly after: string | null;
  readonly from: string;
  readonly to: string;
  readonly visits: number;
  readonly reason: string | null;
  readonly basis: string | null;
  readonly removalKind: Observation['removalKind'];
}

/**
 * The steps of a notice, oldest first.
 *
 * For what became other at the publisher (`changed`, `removed`) `after` is the last visit that showed the notice itself: a captcha or an error in between shows nothing of it.
 */
export function stepsOf(observations: readonly Observation[]): readonly Step[] {
  const steps: Step[] = [];
  let shown: string | null = null;
  let visited: string | null = null;
  for (const { state, at, reason, basis, removalKind } of observations.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const last = steps.at(-1);
    if (last !== undefined && last.state === state && state !== 'changed' && last.removalKind === removalKind && last.reason === reason)
      steps[steps.length - 1] = { ...last, to: at, visits: last.visits + 1 };
    else {
      const after = state === 'changed' || state === 'removed' ? shown : visited;
      steps.push({ state, after, from: at, to: at, visits: 1, reason, basis, removalKind });
    }
    if (state === 'present' || state === 'changed') shown = at;
    visited = at;
  }
  return steps;
}
