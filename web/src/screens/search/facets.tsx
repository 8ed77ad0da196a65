import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { FacetGroup } from '../../parts/facet-group.tsx';
import { FACETS } from '../../parts/facet-names.ts';
import { useWords } from '../../words/use-words.ts';
import css from './facets.module.css';

/** By what the results can be narrowed, each value with how many there are of it; a tick is a test in the filter. */
export function Facets({
  asked,
  filter,
  onFilter,
  folded,
}: {
  /** Of what is counted. */
  readonly asked: { readonly q: string; readonly filter: string };
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly folded: boolean;
}): ReactNode {
  const say = useWords('search');
  const [open, setOpen] = useState(false);
  const query = useQuery({
    ...asking('GET /api/v1/search', { query: { ...asked, limit: 1, facets: FACETS } }),
    enabled: !folded || open,
    placeholderData: keepPreviousData,
  });
  const groups = FACETS.map((facet) => (
    <FacetGroup key={facet} facet={facet} counts={query.data?.facets[facet]} filter={filter} onFilter={onFilter} />
  ));
  if (!folded)
    return (
      <aside className={css.facets} aria-label={say('narrow')}>
        {groups}
      </aside>
    );
  return (
    <details className={css.folded} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('narrow')}</summary>
      <div className={css.columns}>{open && groups}</div>
    </details>
  );
}
