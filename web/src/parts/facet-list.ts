import type { Facet, FacetValue } from './facet-names.ts';

/** Values of a facet as they are shown: those that are chosen first, also where nothing is found of them; months the latest first, others as the server has them. */
export function facetList(facet: Facet, counts: readonly FacetValue[], chosen: readonly string[]): readonly FacetValue[] {
  const known = new Map(counts.map((one) => [one.value, one]));
  const first = chosen.map((value) => known.get(value) ?? { value, count: 0 });
  // A control is found under its list and by its code alone: one line says it.
  const codes = new Set(facet === 'control' ? counts.flatMap(({ value }) => /^\S+ (.+)$/.exec(value)?.[1] ?? []) : []);
  const others = counts.filter(({ value }) => !chosen.includes(value) && !codes.has(value));
  return [...first, ...(facet === 'published' ? others.toSorted((one, other) => (one.value < other.value ? 1 : -1)) : others)];
}
