import type { ReactNode } from 'react';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { GlossedText } from '../notice/text/glossed-text.tsx';
import { useGlosses } from '../notice/text/glosses.ts';
import { useKinds } from '../notice/text/kinds.ts';
import { marksOf } from '../notice/text/marks.ts';
import { namedWordsOf } from '../notice/text/named-words.ts';
import paper from './dossier.module.css';

/** The text of a notice as published; for whoever does not read its language with what its marked words are called, between the lines and once more under it. */
export function DossierText({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('cases');
  const { reading, lang } = notice;
  const isForeign = lang !== useLanguage();
  if (reading === null) return null;
  return (
    <>
      <h3>{say('textAsPublished')}</h3>
      <p className={paper.source}>
        {say('textOf')} <code>{reading.capture}</code>
        {isForeign && ` · ${say('glossesHint')}`}
      </p>
      <blockquote className={paper.reading}>
        <GlossedText notice={notice} />
      </blockquote>
      {isForeign && <Named notice={notice} text={reading.text} />}
    </>
  );
}

function Named({ notice, text }: { readonly notice: NoticeInFull; readonly text: string }): ReactNode {
  const say = useWords('cases');
  const glossOf = useGlosses();
  const kindOf = useKinds();
  const named = namedWordsOf(text, marksOf(notice), glossOf);
  if (named.length === 0) return null;
  return (
    <>
      <h4>{say('namedWords')}</h4>
      <ul className={paper.named}>
        {named.map(({ text: words, kind, gloss }) => (
          <li key={`${words} ${gloss}`}>
            <b lang={notice.lang === 'und' ? undefined : notice.lang}>
              <ShownText text={words} />
            </b>{' '}
            {gloss} <span className={paper.source}>({kindOf(kind)})</span>
          </li>
        ))}
      </ul>
    </>
  );
}
