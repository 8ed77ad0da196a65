import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { Priority } from '../../parts/priority.tsx';
import { NameReading } from '../../parts/publisher-name.tsx';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { ROWS, useGrowing } from '../../parts/use-growing.ts';
import { useStable } from '../../parts/use-stable.ts';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { KINDS, KIND_WORDS, type Item } from './item-kinds.ts';
import { Notes } from './notes.tsx';
import { NoticeFacts } from './notice-facts.tsx';
import { NoticeLink } from './notice-link.tsx';
import { useChangeCase } from './use-case.ts';

/** What a case holds, by kind, and the notes on it. */
export function Overview({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const mayChange = useMay('analyst');
  const change = useChangeCase(of.id);
  const remove = useStable(
    (no: number, what: string) => void change({ change: { do: 'remove', item: no }, said: say('saidRemoved', { what }) }),
  );
  // A case may hold thousands.
  const [drawn] = useGrowing(of.items.length, ROWS);
  const sections = sectionsOf(of.items, drawn);
  return (
    <div className={css.columns}>
      <div>
        {of.items.length === 0 && <Empty title={say('emptyTitle')}>{say('emptyText')}</Empty>}
        {sections.map(([kind, items]) => (
          <Section key={kind} title={say(KIND_WORDS[kind])}>
            <ul className={css.items}>
              {items.map((item) => (
                <ItemRow key={item.no} of={of.id} item={item} onRemove={mayChange ? remove : undefined} />
              ))}
            </ul>
          </Section>
        ))}
      </div>
      <Notes of={of} />
    </div>
  );
}

/** The first items by kind. */
function sectionsOf(items: readonly Item[], most: number): readonly (readonly [Item['kind'], readonly Item[]])[] {
  const byKind = Map.groupBy(items, ({ kind }) => kind);
  let left = most;
  return KINDS.flatMap((kind) => {
    const some = (byKind.get(kind) ?? []).slice(0, left);
    left -= some.length;
    return some.length === 0 ? [] : [[kind, some] as const];
  });
}

/** Drawn anew only where the item itself has become other. */
const ItemRow = memo(function ItemRow({
  of,
  item,
  onRemove,
}: {
  /** Id of the case. */
  readonly of: string;
  readonly item: Item;
  readonly onRemove: ((no: number, what: string) => void) | undefined;
}): ReactNode {
  const say = useWords('cases');
  const who = useWho();
  const { kind, notice } = item;
  const caption = shownString(item.caption ?? say('gone'));
  return (
    <li className={css.item}>
      {notice !== undefined && kind === 'notice' && <Priority value={notice.priority} />}
      <div className={css.itemText}>
        <p className={css.itemTitle}>
          <ItemLink of={of} item={item} caption={caption} />
        </p>
        {notice !== undefined && <NoticeFacts notice={notice} />}
        <p className={css.meta}>
          {item.why !== null && <span className={css.why}>{item.why}</span>}
          <span>{say('addedBy', { name: who(item.by) })}</span>
          <Moment at={item.at} about />
        </p>
      </div>
      {onRemove !== undefined && (
        <Button
          kind="quiet"
          className="no-print"
          icon={<X aria-hidden="true" />}
          aria-label={say('removeItem', { what: caption })}
          onClick={() => onRemove(item.no, caption)}
        />
      )}
    </li>
  );
});

/** Leads to what an item is. */
function ItemLink({ of, item, caption }: { readonly of: string; readonly item: Item; readonly caption: string }): ReactNode {
  if (item.caption === null) return caption;
  switch (item.kind) {
    case 'notice':
    case 'report':
      return <NoticeLink id={item.id}>{caption}</NoticeLink>;
    case 'claim':
      return (
        <Link to="/cases/$id" params={{ id: of }} search={{ tab: 'claims', chosen: item.id }}>
          {caption}
        </Link>
      );
    case 'publisher':
      return (
        <>
          <Link to="/publishers" search={{ publisher: item.id }}>
            {caption}
          </Link>
          {item.caption !== null && <NameReading name={item.caption} />}
        </>
      );
    case 'party':
      return (
        <>
          {caption} <span className={css.soft}>{item.id}</span>
        </>
      );
    case 'capture':
      return (
        <>
          {caption} <Digest value={item.id} />
        </>
      );
  }
}
