import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { facetList } from './facet-list.ts';
import { FACET_WORDS, useFacetNames, type Facet, type FacetValue } from './facet-names.ts';
import { valuesOf, withValue } from './filter-text.ts';
import { TickGroup } from './tick-group.tsx';

/** Values of a facet, with how many notices each would leave; a tick is a test in the filter. Undefined counts: they are not here yet. */
export function FacetGroup({
  facet,
  counts = [],
  filter,
  none,
  onFilter,
}: {
  readonly facet: Facet;
  readonly counts: readonly FacetValue[] | undefined;
  readonly filter: string;
  readonly none?: string;
  readonly onFilter: (filter: string) => void;
}): ReactNode {
  const terms = useWords('terms');
  const nameOf = useFacetNames();
  const chosen = valuesOf(filter, facet);
  return (
    <TickGroup
      label={terms(FACET_WORDS[facet])}
      ticks={facetList(facet, counts, chosen).map((one) => ({
        value: one.value,
        label: nameOf(facet, one),
        on: chosen.includes(one.value),
        count: one.count,
      }))}
      none={none}
      onTick={(value, on) => onFilter(withValue(filter, facet, value, on))}
    />
  );
}
