import { useDeferredValue, useState, type ReactNode } from 'react';
import type { Term } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { LANGUAGE_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';
import { TermLine } from './term-line.tsx';
import { countBy, filterTerms, KINDS } from './filter-terms.ts';
import css from './catalogue.module.css';

const SHOWN = 60;
const CHECK = 'npm run dualwatch -- catalogue check';

/** The words by which goods are told, with what each wants beside it and what undoes it. */
export function ConceptTerms({ concept, terms }: { readonly concept: string; readonly terms: readonly Term[] }): ReactNode {
  const say = useWords('catalogue');
  const word = useWords('terms');
  const shell = useWords('shell');
  const [words, setWords] = useState('');
  const [lang, setLang] = useState('');
  const [kind, setKind] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const asked = useDeferredValue(words);
  const found = filterTerms(terms, { words: asked, lang, kind });
  const every = ['', say('all', { count: terms.length })] as const;
  return (
    <section aria-label={say('terms')}>
      <h3>
        {say('terms')} <span className={css.small}>{terms.length}</span>
      </h3>
      <div className={css.filters}>
        <Field label={say('findTerm')} type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        <Choice
          label={say('language')}
          value={lang}
          onChange={(event) => setLang(event.target.value)}
          options={[every, ...countBy(terms, 'lang').map(([one, count]) => [one, `${word(LANGUAGE_WORDS[one])} (${count})`] as const)]}
        />
        <Choice
          label={say('kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          options={[every, ...countBy(terms, 'kind').map(([one, count]) => [one, `${say(KINDS[one])} (${count})`] as const)]}
        />
      </div>
      <p className={css.small} role="status">
        {shell('of', { some: Math.min(shown, found.length), all: found.length })}
      </p>
      {found.length === 0 && <p>{say('noTerm')}</p>}
      <ul className={css.terms}>
        {found.slice(0, shown).map((term) => (
          <TermLine key={`${term.lang} ${term.kind} ${term.text}`} term={term} />
        ))}
      </ul>
      {found.length > shown && <Button onClick={() => setShown(shown + 4 * SHOWN)}>{shell('showMore')}</Button>}
      <aside className={css.contribute}>
        <strong>{say('contribute')}</strong>
        <p>{say('contributeHow', { file: `catalogue/goods/${concept}.yaml`, check: CHECK })}</p>
      </aside>
    </section>
  );
}
