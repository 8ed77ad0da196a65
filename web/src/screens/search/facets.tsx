import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { valuesOf, withValue } from '../../parts/filter-text.ts';
import { Button } from '../../parts/button.tsx';
import { TickBox } from '../../parts/tick-box.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { facetList } from './facet-list.ts';
import { FACET_WORDS, FACETS, useFacetNames, type Facet, type FacetValue } from './facet-names.ts';
import css from './facets.module.css';

const SHOWN = 7;

/** By what the results can be narrowed, each value with how many there are of it; a tick is a test in the filter. */
export function Facets({
  q,
  filter,
  onFilter,
  folded,
}: {
  readonly q: string;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly folded: boolean;
}): ReactNode {
  const say = useWords('search');
  const [open, setOpen] = useState(false);
  const query = useQuery({
    ...asking('GET /api/v1/search', { query: { q, filter, limit: 1, facets: FACETS } }),
    enabled: !folded || open,
    placeholderData: keepPreviousData,
  });
  const groups = FACETS.map((facet) => (
    <FacetGroup key={facet} facet={facet} counts={query.data?.facets[facet] ?? []} filter={filter} onFilter={onFilter} />
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

function FacetGroup({
  facet,
  counts,
  filter,
  onFilter,
}: {
  readonly facet: Facet;
  readonly counts: readonly FacetValue[];
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}): ReactNode {
  const say = useWords('search');
  const frame = useWords('shell');
  const language = useLanguage();
  const nameOf = useFacetNames();
  const [all, setAll] = useState(false);
  const chosen = valuesOf(filter, facet);
  const values = facetList(facet, counts, chosen);
  if (values.length === 0) return null;
  const shown = all ? values : values.slice(0, Math.max(SHOWN, chosen.length));
  return (
    <fieldset className={css.group}>
      <legend>{say(FACET_WORDS[facet])}</legend>
      {shown.map((one) => (
        <label key={one.value} className={css.tick}>
          <TickBox on={chosen.includes(one.value)} onTick={(next) => onFilter(withValue(filter, facet, one.value, next))} />
          <span className={css.name}>{nameOf(facet, one)}</span>
          <span className={css.count}>{new Intl.NumberFormat(language).format(one.count)}</span>
        </label>
      ))}
      {shown.length < values.length && (
        <Button
          kind="quiet"
          className={css.more}
          onClick={() => setAll(true)}
          aria-label={say('moreOf', { what: say(FACET_WORDS[facet]) })}
        >
          {frame('showMore')}
        </Button>
      )}
    </fieldset>
  );
}
