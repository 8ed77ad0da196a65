import { orderedProperties } from '../../parts/party-words.ts';
import type { Listing } from '../../api/routes.gen.ts';

/** What of a property came and what went, between two versions of a listing. */
export interface PropertyChange {
  readonly property: string;
  readonly gone: readonly string[];
  readonly came: readonly string[];
}

/** Values that one listing has and the other has not, property by property, the telling ones first. */
export function propertyChanges(before: Listing['entity'] | undefined, after: Listing['entity'] | undefined): readonly PropertyChange[] {
  const mine = before?.properties ?? {};
  const theirs = after?.properties ?? {};
  return orderedProperties({ ...mine, ...theirs }).flatMap(([property]) => {
    const [old, now] = [mine[property] ?? [], theirs[property] ?? []];
    const gone = old.filter((value) => !now.includes(value));
    const came = now.filter((value) => !old.includes(value));
    return gone.length + came.length === 0 ? [] : [{ property, gone, came }];
  });
}
