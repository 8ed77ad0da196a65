import type { PreparedText } from '../prepared-text.ts';

export interface Containment {
  /** Of what the shorter text tells. */
  readonly shorter: number;
  readonly longer: number;
  readonly aInB: number;
  readonly bInA: number;
}

/** Shares of what either text tells that the other has too: rare pairs of characters and rare words count more. An empty text is contained in nothing. */
export function containmentOf(a: PreparedText, b: PreparedText): Containment {
  const shared = sharedMass(a, b);
  const aInB = a.mass === 0 ? 0 : shared / a.mass;
  const bInA = b.mass === 0 ? 0 : shared / b.mass;
  return a.mass <= b.mass ? { shorter: aInB, longer: bInA, aInB, bInA } : { shorter: bInA, longer: aInB, aInB, bInA };
}

function sharedMass(a: PreparedText, b: PreparedText): number {
  const [few, many] = a.units.size <= b.units.size ? [a, b] : [b, a];
  let mass = 0;
  for (const [unit, weight] of few.units) if (many.units.has(unit)) mass += weight;
  return mass;
}
