/** What facts of two texts tell that both have, and what else the text tells that has less of them. */
export interface Common {
  readonly shared: number;
  readonly other: number;
}

/** Compares facts by what they say. Of each text: fact → what it tells. */
export function inCommon(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Common {
  let shared = 0;
  for (const [key, told] of one) if (other.has(key)) shared += told;
  return { shared, other: Math.max(0, Math.min(toldBy(one), toldBy(other)) - shared) };
}

export function toldBy(facts: ReadonlyMap<string, number>): number {
  let told = 0;
  for (const one of facts.values()) told += one;
  return told;
}
