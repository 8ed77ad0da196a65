import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { List, ListVersion } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Acts } from '../../parts/form.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './lists.module.css';
import { useLoad } from '../../acts/load-list.ts';

/** A download that lost much is more often broken than true: it waits until somebody has seen what it would change. */
export function HeldVersion({
  list,
  held,
  isBusy,
}: {
  readonly list: List;
  readonly held: ListVersion;
  readonly isBusy: boolean;
}): ReactNode {
  const say = useWords('lists');
  const may = useMay('admin');
  const load = useLoad();
  return (
    <section className={css.held} aria-label={say('stateHeld')}>
      <h2>{say('heldTitle', { version: held.version })}</h2>
      <p>{say('heldText', { now: list.current?.counts.listings ?? 0, next: held.counts.listings })}</p>
      <p className={css.soft}>
        {say('fetched')} <Moment at={held.fetchedAt} />
      </p>
      <Acts>
        <Link to="/lists" search={{ list: list.name, tab: 'changes', to: held.version }}>
          {say('heldChanges')}
        </Link>
        {may && (
          <Button kind="grave" disabled={isBusy} onClick={() => load.mutate({ act: 'update', list: list.name, accept: true })}>
            {say('heldAccept')}
          </Button>
        )}
      </Acts>
    </section>
  );
}
