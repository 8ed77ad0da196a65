import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
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
import { useWho } from '../../parts/use-who.ts';
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
  const remove = (no: number, what: string): void =>
    void change({ change: { do: 'remove', item: no }, said: say('saidRemoved', { what }) });
  return (
    <div className={css.columns}>
      <div>
        {of.items.length === 0 && <Empty title={say('emptyTitle')}>{say('emptyText')}</Empty>}
        {KINDS.map((kind) => {
          const items = of.items.filter((item) => item.kind === kind);
          if (items.length === 0) return null;
          return (
            <Section key={kind} title={say(KIND_WORDS[kind])}>
              <ul className={css.items}>
                {items.map((item) => (
                  <ItemRow key={item.no} of={of} item={item} onRemove={mayChange ? remove : undefined} />
                ))}
              </ul>
            </Section>
          );
        })}
      </div>
      <Notes of={of} />
    </div>
  );
}

function ItemRow({
  of,
  item,
  onRemove,
}: {
  readonly of: Case;
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
}

/** Leads to what an item is. */
export function ItemLink({ of, item, caption }: { readonly of: Case; readonly item: Item; readonly caption: string }): ReactNode {
  if (item.caption === null) return caption;
  switch (item.kind) {
    case 'notice':
    case 'report':
      return <NoticeLink id={item.id}>{caption}</NoticeLink>;
    case 'claim':
      return (
        <Link to="/cases/$id" params={{ id: of.id }} search={{ tab: 'claims', chosen: item.id }}>
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
