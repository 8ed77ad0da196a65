import { useState, type ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { Term } from '../../api/routes.gen.ts';
import { Chip } from '../../parts/chip.tsx';
import { useWords } from '../../words/use-words.ts';
import { KINDS } from './filter-terms.ts';
import css from './catalogue.module.css';

const SHOWN = 8;

/** A term with its guards in words. An upright bar, which ends the part that all its forms share, is shown as the hyphen of a stem. */
export function TermLine({ term }: { readonly term: Term }): ReactNode {
  const say = useWords('catalogue');
  const { goods } = useGlossary();
  const { text, lang, kind, strength, matchCase, guards, maker, yieldsTo = [], also = [], note } = term;
  return (
    <li className={css.term}>
      <p className={css.termHead}>
        <span className={css.termText} lang={lang === 'und' ? undefined : lang}>
          {kind === 'partNumber' ? <code>{text}</code> : text.replace(/\|/g, '·')}
        </span>
        {kind !== 'term' && <Chip>{say(KINDS[kind])}</Chip>}
        {strength === 'soft' && <Chip title={say('softHint')}>{say('soft')}</Chip>}
        {matchCase && <Chip>{say('exactCase')}</Chip>}
      </p>
      <Guard label={say('needs')} words={guards.needs} />
      <Guard label={say('notBefore')} words={guards.notBefore} />
      <Guard label={say('notAfter')} words={guards.notAfter} />
      <Guard label={say('yieldsTo')} words={yieldsTo.map(goods)} />
      <Guard label={say('also')} words={also.map(goods)} />
      {maker !== undefined && <Guard label={say('maker')} words={[maker]} />}
      {note !== undefined && (
        <p className={css.small} lang="en">
          {note}
        </p>
      )}
    </li>
  );
}

function Guard({ label, words }: { readonly label: string; readonly words: readonly string[] }): ReactNode {
  const say = useWords('catalogue');
  const [all, setAll] = useState(false);
  if (words.length === 0) return null;
  const shown = all ? words : words.slice(0, SHOWN);
  return (
    <p className={css.small}>
      {label}: {shown.join(' · ')}
      {shown.length < words.length && (
        <button type="button" className={css.wordsMore} onClick={() => setAll(true)}>
          {say('moreWords', { count: words.length - shown.length })}
        </button>
      )}
    </p>
  );
}
