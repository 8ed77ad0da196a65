import type { Predicate } from './predicate.ts';

/** By what found notices are counted; each is a field of the query language. */
export const SEARCH_FACETS = ['goods', 'control', 'source', 'place', 'party', 'state', 'lang', 'published'] as const;
export type SearchFacet = (typeof SEARCH_FACETS)[number];

/** A value as its facet shows it: controls in their long form alone, dates by month. */
export function facetValue(facet: SearchFacet, value: string | number): string | undefined {
  const text = String(value);
  if (facet === 'control') return text.includes(' ') ? text : undefined;
  return facet === 'published' ? text.slice(0, 7) : text;
}

/** A filter without what it says of one field alone: what is counted of that field is what could be chosen there. Null where nothing is left. */
export function withoutField(filter: Predicate | null, field: string): Predicate | null {
  if (filter === null || isOf(filter, field)) return null;
  if (filter.is !== 'all') return filter;
  const of = filter.of.filter((one) => !isOf(one, field));
  return of.length === 0 ? null : of.length === filter.of.length ? filter : { is: 'all', of };
}

function isOf(predicate: Predicate, field: string): boolean {
  if (predicate.is === 'test') return predicate.field === field;
  if (predicate.is === 'not') return isOf(predicate.of, field);
  return predicate.is !== 'words' && predicate.of.every((one) => isOf(one, field));
}
