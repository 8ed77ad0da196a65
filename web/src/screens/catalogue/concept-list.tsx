import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { ConceptSummary } from '../../api/routes.gen.ts';
import { Field } from '../../parts/field.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { findConcepts, termsIn } from './find-concepts.ts';
import css from './catalogue.module.css';

/** All kinds of goods by their names in the reader's language, searched within. */
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
  const found = findConcepts(concepts, find, goods, language);
  return (
    <nav className={css.list} aria-label={say('tabConcepts')}>
      <Field
        label={say('find')}
        bare
        type="search"
        placeholder={say('findHint')}
        value={find}
        onChange={(event) => onFind(event.target.value)}
      />
      <p className={css.small} role="status">
        {say('concepts', { count: found.length })}
      </p>
      <ul>
        {found.map((one) => (
          <li key={one.concept}>
            <Link
              from="/catalogue"
              to="/catalogue"
              search={(before) => ({ ...before, concept: one.concept })}
              className={css.row}
              aria-current={one.concept === chosen ? 'true' : undefined}
            >
              <span className={css.name}>{goods(one.concept)}</span>
              <span className={css.small}>{say('counts', { terms: termsIn(one), controls: one.controls.named + one.controls.byHs })}</span>
            </Link>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <div className={css.none}>
          <p>{say('noConcept')}</p>
          <Link to="/catalogue" search={{ tab: 'try' }}>
            {say('tryWords')}
          </Link>
        </div>
      )}
    </nav>
  );
}
