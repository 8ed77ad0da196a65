import type { ReactNode } from 'react';
import { useGlossary } from '../../../api/glossary.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { Chip } from '../../../parts/chip.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useLanguage, useWords } from '../../../words/use-words.ts';
import { useAllOpen } from '../all-open.ts';
import { useTradeWords } from '../text/mark-story.tsx';
import { clauseFrom } from './clause.ts';
import { figure, limitOf } from './figures.ts';
import { SpanLink } from './span-link.tsx';
import css from './evidence-list.module.css';

/** A notice, or any text that was recognised, which nobody has published. */
type Told = Pick<NoticeInFull, 'id' | 'parties' | 'terms' | 'items' | 'parameters'> &
  Partial<Pick<NoticeInFull, 'publisher' | 'publishedAt'>> & {
    readonly reading: { readonly text: string; readonly fields?: Readonly<Record<string, string>> } | null;
  };

/** What the notice says in its own terms: who, what and how much, until when, where offers go; each with the words that say so. */
export function Fields({ notice }: { readonly notice: Told }): ReactNode {
  const say = useWords('notice');
  const trade = useTradeWords();
  const open = useAllOpen();
  const { publisher, publishedAt, parties, terms, items, parameters, reading } = notice;
  const own = Object.entries(reading?.fields ?? {});
  return (
    <>
      <section className={css.part} aria-label={say('fieldsOf')}>
        <h3>{say('fieldsOf')}</h3>
        <dl className={css.pairs}>
          {publisher !== undefined && (
            <Pair term={say('publisher')}>{publisher === null ? say('notSaid') : <ShownText text={publisher} />}</Pair>
          )}
          {publishedAt !== undefined && (
            <Pair term={say('published')}>{publishedAt === null ? say('notSaid') : <Moment at={publishedAt} />}</Pair>
          )}
          {parties.map((party) => (
            <Pair key={`${party.role} ${party.start} ${party.text}`} term={trade(party.role)}>
              <SpanLink notice={notice.id} spans={party.field === undefined ? [party] : []} text={party.text} />{' '}
              {!party.named && <span className={css.soft}>{say('unnamed')}</span>}
              {party.acts === 'onBehalf' && <span className={css.soft}>{say('onBehalf')}</span>}
            </Pair>
          ))}
          {terms.map((term) => (
            <Pair key={`${term.term} ${term.start}`} term={say(term.term === 'deadline' ? 'cardDeadline' : 'cardChannel')}>
              <SpanLink notice={notice.id} spans={[term]} text={wordsOf(term, reading?.text)} />{' '}
              {term.date !== null && <Moment at={term.date} />}
            </Pair>
          ))}
        </dl>
      </section>
      {items.length > 0 && <Items notice={notice} />}
      {parameters.length > 0 && (
        <section className={css.part} aria-label={say('parameters')}>
          <h3>{say('parameters')}</h3>
          <dl className={css.pairs}>
            {parameters.map((parameter) => (
              <Pair
                key={`${parameter.start} ${parameter.property ?? ''}`}
                term={parameter.label ?? parameter.property ?? parameter.measured}
              >
                <SpanLink notice={notice.id} spans={[parameter]} text={parameter.text} beside={limitOf(parameter)} />
              </Pair>
            ))}
          </dl>
        </section>
      )}
      {own.length > 0 && (
        <details className={css.part} open={open}>
          <summary>
            <h3>{say('ownFields')}</h3>
          </summary>
          <p className={css.soft}>{say('ownFieldsHint')}</p>
          <dl className={css.pairs}>
            {own.map(([name, value]) => (
              <Pair key={name} term={name}>
                <ShownText text={value} />
              </Pair>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

/** Words that say where offers go stand before the place itself. */
function wordsOf({ term, start, end, text }: NoticeInFull['terms'][number], whole: string | undefined): string {
  return term === 'channel' && whole !== undefined && end > start ? clauseFrom(whole, { start, end }) : text;
}

function Items({ notice }: { readonly notice: Told }): ReactNode {
  const say = useWords('notice');
  const language = useLanguage();
  const { goods } = useGlossary();
  return (
    <section className={css.part} aria-label={say('items')}>
      <h3>{say('items')}</h3>
      <ol className={css.rows}>
        {notice.items.map((item) => (
          <li key={item.number}>
            <div className={css.line}>
              <span className={css.soft}>{item.number}</span>
              <SpanLink notice={notice.id} spans={[item]} text={item.text} />
            </div>
            <div className={css.chips}>
              {item.goods.map((concept) => (
                <Chip key={concept}>{goods(concept)}</Chip>
              ))}
              {item.quantity !== null && <Chip strong>{`${figure(item.quantity.value, language)} ${item.quantity.unit}`}</Chip>}
              {item.budget !== null && <Chip strong>{`${figure(item.budget.value, language)} ${item.budget.currency}`}</Chip>}
              {item.orEquivalent && <Chip>{say('orEquivalent')}</Chip>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Pair({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>
        <ShownText text={term} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
