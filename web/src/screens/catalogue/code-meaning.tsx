import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { CodeAnswer } from '../../api/routes.gen.ts';
import { useWords } from '../../words/use-words.ts';
import { ControlLine } from './control-line.tsx';
import { SCHEMES } from './schemes.ts';
import css from './catalogue.module.css';

const RELATIONS = { is: 'relationIs', above: 'relationAbove', below: 'relationBelow' } as const;
type Meaning = CodeAnswer['meanings'][number];

/** One thing that a code may be. */
export function CodeMeaning({ meaning, day }: { readonly meaning: Meaning; readonly day: string }): ReactNode {
  const say = useWords('catalogue');
  const { goods } = useGlossary();
  const { scheme, code, label, parents, children, controls, concepts, notes } = meaning;
  const scheme_ = SCHEMES[scheme];
  return (
    <article className={css.concept} aria-label={code}>
      <h2>
        {code} <span className={css.soft}>{scheme_ === undefined ? scheme : say(scheme_)}</span>
      </h2>
      {label !== null && <p lang="en">{label}</p>}
      <Kin title={say('above')} kin={parents} />
      <Kin title={say('below')} kin={children} />
      {concepts.length > 0 && (
        <section aria-label={say('goods')}>
          <h3>{say('goods')}</h3>
          <ul className={css.codes}>
            {concepts.map((concept) => (
              <li key={concept}>
                <Link to="/catalogue" search={{ concept }}>
                  {goods(concept)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={say('onLists')}>
        <h3>{say('onLists')}</h3>
        {controls.length === 0 && <p className={css.small}>{say('onNoList')}</p>}
        <ul className={css.controls}>
          {controls.map(({ entry, relation, by, state }) => (
            <ControlLine
              key={`${entry.list} ${entry.entry} ${by}`}
              entry={entry}
              state={state}
              day={day}
              beside={say(RELATIONS[relation], { by })}
            />
          ))}
        </ul>
      </section>
      {notes.length > 0 && (
        <section aria-label={say('notes')}>
          <h3>{say('notes')}</h3>
          <ul lang="en">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Kin({ title, kin }: { readonly title: string; readonly kin: Meaning['parents'] }): ReactNode {
  if (kin.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={css.kin}>
        {kin.map(({ code, label }) => (
          <li key={code}>
            <Link from="/catalogue" to="/catalogue" search={(before) => ({ ...before, tab: 'codes', code })}>
              {code}
            </Link>
            <span lang="en">{label}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
