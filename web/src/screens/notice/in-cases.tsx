import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './reader.module.css';

/** Shown by name; of the rest it is said how many. */
const MOST = 3;

/** The cases that hold a notice, as facts of its head; nothing where none does. */
export function InCases({ id }: { readonly id: string }): ReactNode {
  const say = useWords('notice');
  const { data } = useQuery(asking('GET /api/v1/cases', { query: { holding: id, limit: 100 } }));
  const cases = data?.items ?? [];
  return (
    <>
      {cases.slice(0, MOST).map((one) => (
        <li key={one.id}>
          {say('inCase')}{' '}
          <Link to="/cases/$id" params={{ id: one.id }} className={css.inCase} title={shownString(one.title)}>
            <ShownText text={one.title} />
          </Link>
        </li>
      ))}
      {cases.length > MOST && <li>{say('inMoreCases', { count: cases.length - MOST })}</li>}
    </>
  );
}
