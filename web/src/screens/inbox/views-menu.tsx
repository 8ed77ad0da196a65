import { useQuery } from '@tanstack/react-query';
import { BookmarkPlus, ChevronDown, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { sayDone, sayRefused } from '../../acts/done.ts';
import { ask, messageOf } from '../../api/ask.ts';
import { asking, forget } from '../../api/queries.ts';
import type { SavedSearch } from '../../api/routes.gen.ts';
import { useMay, useMe } from '../../api/who.ts';
import { useWords } from '../../words/use-words.ts';
import type { InboxAddress } from './address.ts';
import { SaveView } from './save-view.tsx';
import type { Sort } from './sort.ts';
import { addressOfFilter, filterOfMine, GIVEN, viewOf } from './views.ts';
import css from './views-menu.module.css';

/** The name of the list as the button that leads to the other lists. */
export function ViewsMenu({
  filter,
  sort,
  onChoose,
}: {
  readonly filter: string;
  readonly sort: Sort;
  readonly onChoose: (to: InboxAddress) => void;
}): ReactNode {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  const may = useMay('analyst');
  const mine = useMe()?.name ?? '';
  const [saving, setSaving] = useState(false);
  const { data } = useQuery(asking('GET /api/v1/searches', { query: { limit: 500 } }));
  const saved = data?.items ?? [];
  const view = viewOf(filter, sort, mine, saved);
  const own = view !== null && typeof view !== 'string' ? view : null;
  const name = view === null ? say('viewOther') : own === null ? say(view as 'viewNew') : own.name;
  const remove = async (one: SavedSearch): Promise<void> => {
    try {
      await ask('DELETE /api/v1/searches/:id', { params: { id: one.id } });
      sayDone(say('viewRemoved', { name: one.name }), async () => {
        await ask('POST /api/v1/searches', { body: { name: one.name, query: one.query, sort: one.sort } });
        forget('GET /api/v1/searches');
      });
    } catch (error) {
      sayRefused(shell('putBack', { why: messageOf(error) }));
    }
    forget('GET /api/v1/searches');
  };
  const item = (key: string, label: string, to: InboxAddress, here: boolean): ReactNode => (
    <DropdownMenu.Item key={key} className={css.item} data-here={here} onSelect={() => onChoose(to)}>
      {label}
    </DropdownMenu.Item>
  );
  return (
    <h1 className={css.heading}>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className={css.trigger} title={say('views')}>
          <span>{name}</span>
          <ChevronDown aria-hidden="true" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={css.menu} sideOffset={4} collisionPadding={8} align="start" aria-label={say('views')}>
            {GIVEN.map(({ id, filter: to }) => item(id, say(id), addressOfFilter(to), view === id))}
            {item('viewMine', say('viewMine'), addressOfFilter(filterOfMine(mine)), view === 'viewMine')}
            {saved.length > 0 && <DropdownMenu.Separator className={css.rule} />}
            {saved.map((one) => item(one.id, one.name, { view: one.id }, own?.id === one.id))}
            {may && <DropdownMenu.Separator className={css.rule} />}
            {may && own !== null && (
              <DropdownMenu.Item className={css.item} onSelect={() => void remove(own)}>
                <Trash2 aria-hidden="true" />
                {say('removeView', { name: own.name })}
              </DropdownMenu.Item>
            )}
            {may && (
              <DropdownMenu.Item className={css.item} disabled={filter === ''} onSelect={() => setSaving(true)}>
                <BookmarkPlus aria-hidden="true" />
                {say('saveView')}
              </DropdownMenu.Item>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <SaveView open={saving} filter={filter} sort={sort} onClose={() => setSaving(false)} onSaved={(id) => onChoose({ view: id })} />
    </h1>
  );
}
