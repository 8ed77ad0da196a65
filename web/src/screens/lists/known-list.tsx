import { Check, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { useGlossary } from '../../api/glossary.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { Outside } from '../../parts/outside.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './lists.module.css';

export type Known = Answer<'GET /api/v1/lists/known'>['items'][number];

/** A public list: whose it is, under which terms, how often it changes, from where it comes. */
export function KnownList({
  known,
  state,
  error,
  onAdd,
}: {
  readonly known: Known;
  readonly state: 'there' | 'coming' | 'absent';
  /** Why it could not be loaded when it was last tried. */
  readonly error: Error | null;
  readonly onAdd: () => void;
}): ReactNode {
  const say = useWords('lists');
  const glossary = useGlossary();
  const code = known.country.toLowerCase();
  const country =
    code === 'un' || code === 'eu' ? code.toUpperCase() : /^(?:[a-wy][a-z]|z[a-y])$/.test(code) ? glossary.country(code) : null;
  return (
    <li className={css.knownOne}>
      <div className={css.knownText}>
        <h3>
          {known.title} <code>{known.name}</code>
        </h3>
        <p className={css.soft}>
          {known.publisher}
          {country !== null && ` · ${country}`}
        </p>
        <p className={css.soft}>
          {say('licence')}: {known.licence}
        </p>
        <details className={css.soft}>
          <summary>{say('knownMore')}</summary>
          <p>{known.rhythm}</p>
          {known.note !== undefined && <p>{known.note}</p>}
          <ul>
            {known.files.map((address) => (
              <li key={address}>
                <Outside address={address} />
              </li>
            ))}
          </ul>
        </details>
        <ProblemLine error={error} />
      </div>
      {state === 'there' ? (
        <span className={css.there}>
          <Check aria-hidden="true" />
          {say('isThere')}
        </span>
      ) : (
        <Button
          icon={<Plus aria-hidden="true" />}
          disabled={state === 'coming'}
          onClick={onAdd}
          aria-label={`${say('addThis')}: ${known.name}`}
        >
          {state === 'coming' ? say('coming') : say('addThis')}
        </Button>
      )}
    </li>
  );
}
