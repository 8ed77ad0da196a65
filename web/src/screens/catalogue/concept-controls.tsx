import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Concept } from '../../api/routes.gen.ts';
import { useWords } from '../../words/use-words.ts';
import { ControlLine } from './control-line.tsx';
import { DayField } from './day-field.tsx';
import css from './catalogue.module.css';

/** The control entries that may apply to a kind of goods on a day, and those that are often named for it and do not. */
export function ConceptControls({ concept, date }: { readonly concept: Concept; readonly date: string | undefined }): ReactNode {
  const say = useWords('catalogue');
  const navigate = useNavigate({ from: '/catalogue' });
  const { candidates, exclusions } = concept;
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const day = date ?? today;
  const named = candidates.filter(({ via }) => via === 'entry');
  const byCode = candidates.filter(({ via }) => via === 'hs');
  return (
    <>
      <section aria-label={say('controls')}>
        <header className={css.sectionHead}>
          <h3>{say('controls')}</h3>
          <DayField
            value={day}
            onChange={(chosen) => void navigate({ search: (before) => ({ ...before, date: chosen }), replace: true })}
          />
        </header>
        {named.length === 0 && <p className={css.small}>{say('noControls')}</p>}
        <ul className={css.controls}>
          {named.map(({ entry, state }) => (
            <ControlLine key={`${entry.list} ${entry.entry}`} entry={entry} state={state} day={day} />
          ))}
        </ul>
        {byCode.length > 0 && (
          <details className={css.more}>
            <summary>
              {say('byCode')} <span className={css.small}>({byCode.length})</span>
            </summary>
            <p className={css.small}>{say('byCodeHint')}</p>
            <ul className={css.controls}>
              {byCode.map(({ entry, state }) => (
                <ControlLine key={`${entry.list} ${entry.entry}`} entry={entry} state={state} day={day} />
              ))}
            </ul>
          </details>
        )}
      </section>
      {exclusions.length > 0 && (
        <section aria-label={say('exclusions')}>
          <h3>{say('exclusions')}</h3>
          <p className={css.small}>{say('exclusionsHint')}</p>
          <ul className={css.controls}>
            {exclusions.map(({ entry, why }) => (
              <ControlLine key={`${entry.list} ${entry.entry}`} entry={entry} day={day} beside={<span lang="en">{why}</span>} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
