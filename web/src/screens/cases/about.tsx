import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { CaseNotice } from '../../api/routes.gen.ts';
import css from './case.module.css';

const MOST = 3;

/** What a notice is about, as the catalogue calls it in the reader's language: a gloss beside a title that few may read, and no translation of it. */
export function About({ notice: { goods, destination } }: { readonly notice: Pick<CaseNotice, 'goods' | 'destination'> }): ReactNode {
  const { goods: good, country } = useGlossary();
  if (goods.length + destination.length === 0) return null;
  return (
    <span className={css.about}>
      {goods.slice(0, MOST).map(good).join(' · ')}
      {goods.length > MOST && ' …'}
      {destination.length > 0 && ` → ${destination.slice(0, MOST).map(country).join(', ')}`}
    </span>
  );
}
