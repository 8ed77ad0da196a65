import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { Notice } from '../../api/routes.gen.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './publishers.module.css';

const LONGEST = 300;
const GOODS = 3;

/** A notice of the publisher: title, what it is about, what became of it; and what the list is for. */
export function NoticeLine({
  notice,
  tab,
  children,
}: {
  readonly notice: Notice;
  readonly tab?: 'versions' | 'copies';
  readonly children?: ReactNode;
}): ReactNode {
  const say = useWords('publishers');
  const { goods } = useGlossary();
  const title = notice.title === null || notice.title.trim() === '' ? say('untitled') : notice.title.slice(0, LONGEST);
  return (
    <li className={css.line}>
      <Link to="/notices/$id" params={{ id: notice.id }} search={tab === undefined ? {} : { tab }} className={css.title}>
        <bdi>
          <ShownText text={title} />
        </bdi>
      </Link>
      <StateMark state={notice.state} pending={notice.pending} />
      {notice.goods.length > 0 && <span className={css.beside}>{notice.goods.slice(0, GOODS).map(goods).join(' · ')}</span>}
      {children !== undefined && <span className={css.lineEnd}>{children}</span>}
    </li>
  );
}
