import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Case, NoticeInFull } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { Priority } from '../../parts/priority.tsx';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { useGathered } from './gathered.ts';
import { KINDS, KIND_WORDS, type Item } from './item-kinds.ts';
import { Notes } from './notes.tsx';
import { useChangeCase } from './use-case.ts';
import { NoticeLink } from './notice-link.tsx';

/** What a case holds, by kind, and the notes on it. */
export function Overview({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const { data } = useGathered(of, false);
  const known = new Map(data.notices.map((notice) => [notice.id, notice]));
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
                  <ItemRow key={item.no} of={of} item={item} notice={known.get(item.id)} />
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

function ItemRow({ of, item, notice }: { readonly of: Case; readonly item: Item; readonly notice: NoticeInFull | undefined }): ReactNode {
  const say = useWords('cases');
  const mayChange = useMay('analyst');
  const change = useChangeCase(of.id);
  const caption = shownString(item.caption ?? say('gone'));
  return (
    <li className={css.item}>
      {notice !== undefined && notice.type === 'notice' && <Priority value={notice.priority} />}
      <div className={css.itemText}>
        <p className={css.itemTitle}>
          <ItemLink of={of} item={item} caption={caption} />
        </p>
        {notice !== undefined && (
          <p className={css.meta}>
            <StateMark state={notice.state} />
            {notice.publisher !== null && <span>{shownString(notice.publisher)}</span>}
            <Moment at={notice.publishedAt ?? notice.firstSeenAt} about />
          </p>
        )}
        <p className={css.meta}>
          {item.why !== null && <span className={css.why}>{item.why}</span>}
          <span>{say('addedBy', { name: item.by })}</span>
          <Moment at={item.at} about />
        </p>
      </div>
      {mayChange && (
        <Button
          kind="quiet"
          className="no-print"
          icon={<X aria-hidden="true" />}
          aria-label={say('removeItem', { what: caption })}
          onClick={() => void change({ change: { do: 'remove', item: item.no }, said: say('saidRemoved', { what: caption }) })}
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
        <Link to="/publishers" search={{ publisher: item.id }}>
          {caption}
        </Link>
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
