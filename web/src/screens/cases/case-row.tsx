import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseSummary } from '../../api/routes.gen.ts';
import { Moment } from '../../parts/moment.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import css from './cases.module.css';

export function CaseRow({ of: { id, title, state, items, openTasks, updatedAt, by } }: { readonly of: CaseSummary }): ReactNode {
  const say = useWords('cases');
  const who = useWho();
  return (
    <li className={css.row}>
      <Link to="/cases/$id" params={{ id }} className={css.link}>
        <ShownText text={title} />
      </Link>
      <span className={css.fact}>{say(state === 'open' ? 'stateOpen' : 'stateClosed')}</span>
      <span className={css.fact}>{say('holds', { count: items })}</span>
      <span className={css.fact} data-some={openTasks > 0}>
        {openTasks > 0 ? say('openTasks', { count: openTasks }) : say('noOpenTasks')}
      </span>
      <span className={css.fact}>
        <span>{say('openedBy', { name: who(by) })}</span>
        {' · '}
        <span>{say('lastAct')}</span> <Moment at={updatedAt} about />
      </span>
    </li>
  );
}
