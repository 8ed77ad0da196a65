import type { ReactNode } from 'react';
import { useWords } from '../../../words/use-words.ts';
import { useKinds } from './kinds.ts';
import type { Mark } from './marks.ts';
import css from './notice-text.module.css';

/** How each kind that stands in this text is underlined, and how often. */
export function Legend({ marks }: { readonly marks: readonly Mark[] }): ReactNode {
  const say = useWords('notice');
  const kindOf = useKinds();
  const kinds = [...Map.groupBy(marks, ({ kind }) => kind)].filter(([kind]) => kind !== 'finding');
  if (kinds.length === 0) return <p className={css.legend}>{say('nothingMarked')}</p>;
  return (
    <ul className={`${css.legend} no-print`} aria-label={say('legend')}>
      {kinds.map(([kind, members]) => (
        <li key={kind}>
          <span className={css.mark} data-kind={kind} data-counted="true">
            {kindOf(kind)}
          </span>{' '}
          {members.length}
        </li>
      ))}
    </ul>
  );
}
