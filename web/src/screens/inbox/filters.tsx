import { SlidersHorizontal } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { asking } from '../../api/queries.ts';
import { useMe } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { useWords } from '../../words/use-words.ts';
import { FacetGroup } from '../../parts/facet-group.tsx';
import type { Facet } from '../../parts/facet-names.ts';
import { FieldGroup } from '../../parts/field-group.tsx';
import { Steps } from '../../parts/steps.tsx';
import { TickGroup, type Ticked } from '../../parts/tick-group.tsx';
import { boundOf, valuesOf, withTest, withValue, type Test } from '../../parts/filter-text.ts';
import { SORTS, type Sort } from './sort.ts';
import css from './filters.module.css';

const COUNTED = ['state', 'lang', 'goods', 'source'] as const satisfies readonly Facet[];
const TRIAGES = { new: 'triageNew', escalated: 'triageEscalated', dismissed: 'triageDismissed' } as const;
const ORDERS = { priority: 'importantFirst', firstSeen: 'newestFirst' } as const satisfies Record<Sort, string>;
const PRIORITIES = ['30', '50', '70', '90'] as const;

interface Asked {
  readonly filter: string;
  readonly onChange: (filter: string) => void;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** The filter by clicking, and the order: each tick edits the same text that can be written beside it. */
export function Filters(asked: Asked): ReactNode {
  const say = useWords('inbox');
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button icon={<SlidersHorizontal aria-hidden="true" />} aria-label={say('filterBy')} title={say('filterBy')} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={css.panel} sideOffset={6} collisionPadding={8} align="start" side="bottom" aria-label={say('filterBy')}>
          <Groups {...asked} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Groups({ filter, onChange, sort, onSort }: Asked): ReactNode {
  const [say, terms] = [useWords('inbox'), useWords('terms')];
  const me = useMe()?.name ?? '';
  const { data } = useQuery({
    ...asking('GET /api/v1/search', { query: { filter, limit: 1, facets: COUNTED } }),
    placeholderData: (before) => before,
  });
  const counts = data?.facets ?? {};
  const test = (asked: Test): void => onChange(withTest(filter, asked));
  const least = boundOf(filter, 'priority', '>=') ?? '';
  const has = (field: string, label: string): Ticked => ({
    value: field,
    label,
    on: boundOf(filter, field, '>=') === '1' || boundOf(filter, field, '>') === '0',
  });
  const [state, ...others] = COUNTED.map((facet) => (
    <FacetGroup key={facet} facet={facet} counts={counts[facet]} filter={filter} none={say('noValues')} onFilter={onChange} />
  ));
  return (
    <div className={css.groups}>
      <FieldGroup label={say('order')}>
        <Steps steps={SORTS.map((one) => [one, say(ORDERS[one])])} at={sort} onStep={onSort} />
      </FieldGroup>
      <TickGroup
        label={say('byTriage')}
        ticks={Object.entries(TRIAGES).map(([one, word]) => ({
          value: one,
          label: terms(word),
          on: valuesOf(filter, 'triage').includes(one),
        }))}
        onTick={(one, on) => onChange(withValue(filter, 'triage', one, on))}
      />
      {state}
      <FieldGroup label={say('byPriority')}>
        <Steps
          steps={['', ...PRIORITIES].map((one) => [one, one === '' ? say('priorityAny') : say('priorityFrom', { value: one })])}
          at={least}
          onStep={(one) => test({ field: 'priority', op: '>=', values: one === '' ? [] : [one] })}
        />
      </FieldGroup>
      <TickGroup
        label={say('byOther')}
        ticks={[
          has('listed', say('hasListed')),
          has('copies', say('hasCopies')),
          { value: 'assignee', label: say('isMine'), on: boundOf(filter, 'assignee', '=') === me && me !== '' },
        ]}
        onTick={(one, on) =>
          test(one === 'assignee' ? { field: one, op: '=', values: on ? [me] : [] } : { field: one, op: '>=', values: on ? ['1'] : [] })
        }
      />
      {others}
    </div>
  );
}
