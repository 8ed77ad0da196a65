import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { Analysis, Finding, Mention } from '../../api/routes.gen.ts';
import { dayOfText } from '../../parts/age-of-data.ts';
import { OldData } from '../../parts/old-data.tsx';
import { STATUS_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';
import { NoticeText } from '../notice/text/notice-text.tsx';
import { useMentionName } from './use-mention-name.ts';
import css from './catalogue.module.css';

/** A scanned text with its marks, and what was recognised in it with the line of the catalogue that found it. */
export function Recognised({ text, analysis }: { readonly text: string; readonly analysis: Analysis }): ReactNode {
  const say = useWords('catalogue');
  const { mentions, findings } = analysis;
  const goods = mentions.filter(({ kind }) => kind === 'good' || kind === 'tradeName');
  const others = mentions.filter((mention) => !goods.includes(mention));
  const telling = findings.filter(({ status }) => status !== 'absent');
  return (
    <article className={css.recognised} aria-label={say('recognised')}>
      <h2>{say('recognised')}</h2>
      <div className={css.scanned} role="group" aria-label={say('text')}>
        <NoticeText notice={{ ...analysis, id: 'scanned', matches: [], reading: { text } }} />
      </div>
      {mentions.length === 0 && <p>{say('nothingRecognised')}</p>}
      <Mentions title={say('recognisedGoods')} mentions={goods} />
      <Mentions title={say('recognisedElse')} mentions={others} />
      <section aria-label={say('mayApply')}>
        <h3>{say('mayApply')}</h3>
        {telling.length === 0 && <p className={css.small}>{say('noFindings')}</p>}
        <ul className={css.controls}>
          {telling.map((finding) => (
            <FindingLine key={`${finding.title} ${finding.item} ${finding.status}`} finding={finding} />
          ))}
        </ul>
      </section>
    </article>
  );
}

function Mentions({ title, mentions }: { readonly title: string; readonly mentions: readonly Mention[] }): ReactNode {
  const say = useWords('catalogue');
  const nameOf = useMentionName();
  if (mentions.length === 0) return null;
  const distinct = [...new Map(mentions.map((one) => [`${one.kind} ${one.concept} ${one.id} ${one.text} ${one.counted}`, one])).values()];
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={css.controls}>
        {distinct.slice(0, 200).map((mention) => (
          <li key={mention.start + mention.kind + (mention.concept ?? mention.id ?? '')} className={css.found}>
            <span className={css.termText} lang={mention.lang === 'und' ? undefined : mention.lang}>
              {mention.text}
            </span>
            {mention.concept === undefined ? (
              <span>{nameOf(mention)}</span>
            ) : (
              <Link to="/catalogue" search={{ concept: mention.concept }}>
                {nameOf(mention)}
              </Link>
            )}
            {mention.kind === 'good' && !mention.counted && <span className={css.soft}>{say('notCounted')}</span>}
            {mention.rule !== undefined && (
              <span className={css.small}>
                {say('foundBy')} <code>{mention.rule.term}</code> <code>{mention.rule.source}</code>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindingLine({ finding }: { readonly finding: Finding }): ReactNode {
  const say = useWords('catalogue');
  const word = useWords('terms');
  const { list, indicator } = useGlossary();
  const { control, title, status, missing, against, source } = finding;
  return (
    <li className={css.control}>
      <p className={css.controlHead}>
        <strong>{control === undefined ? indicator(finding.indicator ?? title) : control.entry}</strong>
        {control !== undefined && <span className={css.soft}>{list(control.list)}</span>}
        <span className={css.status}>{word(STATUS_WORDS[status])}</span>
      </p>
      <p lang="en">{title}</p>
      {missing.length > 0 && (
        <p className={css.small}>
          {say('missingInText')}: <span lang="en">{missing.join('; ')}</span>
        </p>
      )}
      {against.length > 0 && (
        <p className={css.small}>
          {say('speaksAgainst')}: <span lang="en">{against.map((one) => one.text).join('; ')}</span>
        </p>
      )}
      {control !== undefined && <OldData asOf={dayOfText(source)} />}
      <p className={css.small}>
        {say('source')}: <span lang="en">{source}</span>
      </p>
    </li>
  );
}
