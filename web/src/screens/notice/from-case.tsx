import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './from-case.module.css';

/** Back to the case out of which a notice was opened. */
export function FromCase({ id }: { readonly id: string }): ReactNode {
  const say = useWords('cases');
  const { data } = useQuery(asking('GET /api/v1/cases/:id', { params: { id } }));
  if (data === undefined) return null;
  return (
    <p className={`${css.back} no-print`}>
      <Link to="/cases/$id" params={{ id }}>
        <ArrowLeft aria-hidden="true" />
        <ShownText text={say('backToCase', { title: data.title })} />
      </Link>
    </p>
  );
}
