import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import { asking } from '../../api/queries.ts';
import type { ConceptSummary } from '../../api/routes.gen.ts';
import { Field } from '../../parts/field.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { useTyped } from '../../parts/use-typed.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { findConcepts, termsIn } from './find-concepts.ts';
import { plainTerm } from './plain-term.ts';
import css from './catalogue.module.css';

const PAUSE_MS = 150;

/** All kinds of goods by their names in the reader's language, searched within and by all their terms in any language. */
export function ConceptList({
  concepts,
  find,
  chosen,
  onFind,
}: {
  readonly concepts: readonly ConceptSummary[];
  readonly find: string;
  readonly chosen: string | undefined;
  readonly onFind: (words: string) => void;
}): ReactNode {
  const say = useWords('catalogue');
  const language = useLanguage();
  const { goods } = useGlossary();
  const [typed, type] = useTyped(find, onFind);
  const words = useSettled(find.trim(), PAUSE_MS);
  const byTerm = useQuery({
    ...asking('GET /api/v1/terms', { query: { words } }),
    enabled: words !== '',
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  const terms = find.trim() === '' ? [] : (byTerm.data?.items ?? []);
  const found = findConcepts(concepts, find, goods, language, terms);
  const isAsked = find.trim() !== '' && (words !== find.trim() || byTerm.isFetching);
  return (
    <nav className={css.list} aria-label={say('tabConcepts')}>
      <Field
        label={say('find')}
        bare
        type="search"
        placeholder={say('findHint')}
        maxLength={200}
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      <p className={css.small} role="status">
        {found.length === 0 && isAsked ? '…' : say('concepts', { count: found.length })}
      </p>
      <ul>
        {found.map(({ one, term }) => (
          <li key={one.concept}>
            <Link
              from="/catalogue"
              to="/catalogue"
              search={(before) => ({ ...before, concept: one.concept })}
              className={css.row}
              aria-current={one.concept === chosen ? 'true' : undefined}
            >
              <span className={css.name}>{goods(one.concept)}</span>
              {term !== undefined && (
                <span className={css.small}>
                  {say('byTerm')} <q lang={term.lang === 'und' ? undefined : term.lang}>{plainTerm(term)}</q>
                </span>
              )}
              <span className={css.small}>{say('counts', { terms: termsIn(one), controls: one.controls.named + one.controls.byHs })}</span>
            </Link>
          </li>
        ))}
      </ul>
      {found.length === 0 && !isAsked && (
        <div className={css.none}>
          <p>{say('noConcept')}</p>
          <Link to="/catalogue" search={{ tab: 'try', find }}>
            {say('tryWords')}
          </Link>
        </div>
      )}
    </nav>
  );
}
