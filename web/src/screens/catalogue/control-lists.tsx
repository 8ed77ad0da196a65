import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { ControlList } from '../../api/routes.gen.ts';
import { inFull } from '../../parts/moment.tsx';
import { OldData } from '../../parts/old-data.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './catalogue.module.css';

/** Before anything is chosen: what to do, and the control lists that all of it rests on, with what they lack. */
export function ControlLists({ lists }: { readonly lists: readonly ControlList[] }): ReactNode {
  const say = useWords('catalogue');
  const { list: label } = useGlossary();
  const language = useLanguage();
  return (
    <>
      <section className={css.chooseNote} aria-label={say('chooseTitle')}>
        <h2>{say('chooseTitle')}</h2>
        <p>{say('choose')}</p>
      </section>
      <section aria-label={say('lists')}>
        <h3>{say('lists')}</h3>
        <ul className={css.controls}>
          {lists.map(({ id, name, asOf, texts, entries, completeness, secondary, credit }) => (
            <li key={id} className={css.control}>
              <p className={css.controlHead}>
                <strong>{label(id)}</strong>
                <span className={css.soft}>
                  {say('entries')}: {entries} ·{' '}
                  {texts
                    .map((text) => say('dataOf', { asOf: inFull(text.asOf, language) }) + (texts.length === 1 ? '' : `: ${text.entries}`))
                    .join(' · ')}
                </span>
              </p>
              <p lang="en">{name}</p>
              <OldData asOf={texts.at(-1)?.asOf ?? asOf} />
              <details className={css.more}>
                <summary>{say('missing')}</summary>
                <p lang="en">{[completeness, secondary, credit].filter((text) => text !== '').join(' ')}</p>
              </details>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
