import type { ReactNode } from 'react';
import { useGlossary } from '../../../api/glossary.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { Chip } from '../../../parts/chip.tsx';
import { Fact, Facts } from '../../../parts/facts.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { PublisherName } from '../../../parts/publisher-name.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useLanguage, useWords } from '../../../words/use-words.ts';
import { useAllOpen } from '../all-open.ts';
import { useTradeWords } from '../text/mark-story.tsx';
import { clauseFrom } from './clause.ts';
import { figure, readAs } from './figures.ts';
import { SpanLink } from './span-link.tsx';
import { useFirst } from './use-first.tsx';
import css from './evidence-list.module.css';

const MOST = 100;

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
  const language = useLanguage();
  const { publisher, publishedAt, terms, items, reading } = notice;
  const [parties, moreParties] = useFirst(saidOnce(notice.parties), MOST);
  const [parameters, moreParameters] = useFirst(notice.parameters, MOST);
  const own = Object.entries(reading?.fields ?? {});
  return (
    <>
      <section className={css.part} aria-label={say('fieldsOf')}>
        <h3>{say('fieldsOf')}</h3>
        <Facts ruled>
          {publisher !== undefined && (
            <Fact label={say('publisher')}>{publisher === null ? say('notSaid') : <PublisherName name={publisher} />}</Fact>
          )}
          {publishedAt !== undefined && (
            <Fact label={say('published')}>{publishedAt === null ? say('notSaid') : <Moment at={publishedAt} />}</Fact>
          )}
          {parties.map(([party, ...again]) => (
            <Fact key={`${party.role} ${party.start} ${party.text}`} label={asHeading(trade(party.role), language)}>
              <SpanLink
                notice={notice.id}
                spans={[party, ...again].filter(({ field }) => field === undefined)}
                text={party.text}
                beside={again.length > 0 ? `×${again.length + 1}` : undefined}
              />{' '}
              {!party.named && <span className={css.soft}>{say('unnamed')}</span>}
              {party.acts === 'onBehalf' && <span className={css.soft}>{say('onBehalf')}</span>}
            </Fact>
          ))}
          {terms.map((term) => (
            <Fact key={`${term.term} ${term.start}`} label={say(term.term === 'deadline' ? 'cardDeadline' : 'cardChannel')}>
              <SpanLink notice={notice.id} spans={[term]} text={wordsOf(term, reading?.text)} />{' '}
              {term.date !== null && <Moment at={term.date} />}
            </Fact>
          ))}
        </Facts>
        {moreParties}
      </section>
      {items.length > 0 && <Items notice={notice} />}
      {parameters.length > 0 && (
        <section className={css.part} aria-label={say('parameters')}>
          <h3>{say('parameters')}</h3>
          <Facts ruled>
            {parameters.map((parameter) => (
              <Fact
                key={`${parameter.start} ${parameter.property ?? ''}`}
                label={<ShownText text={parameter.label ?? parameter.property ?? parameter.measured} />}
              >
                <SpanLink notice={notice.id} spans={[parameter]} text={parameter.text} beside={readAs(parameter, language)} />
              </Fact>
            ))}
          </Facts>
          {moreParameters}
        </section>
      )}
      {own.length > 0 && (
        <details className={css.part} open={open}>
          <summary>
            <h3>{say('ownFields')}</h3>
          </summary>
          <p className={css.soft}>{say('ownFieldsHint')}</p>
          <Facts ruled>
            {own.map(([name, value]) => (
              <Fact key={name} label={<ShownText text={name} />}>
                <ShownText text={value} />
              </Fact>
            ))}
          </Facts>
        </details>
      )}
    </>
  );
}

type Party = NoticeInFull['parties'][number];

/** A party that is named many times is one, with all places where it is. */
function saidOnce(parties: readonly Party[]): readonly (readonly [Party, ...Party[]])[] {
  return [...Map.groupBy(parties, ({ role, text, acts }) => JSON.stringify([role, text, acts])).values()].flatMap(([first, ...again]) =>
    first === undefined ? [] : [[first, ...again] as const],
  );
}

function asHeading(word: string, language: string): string {
  return word.slice(0, 1).toLocaleUpperCase(language) + word.slice(1);
}

/** Words that say where offers go stand before the place itself. */
function wordsOf({ term, start, end, text }: NoticeInFull['terms'][number], whole: string | undefined): string {
  return term === 'channel' && whole !== undefined && end > start ? clauseFrom(whole, { start, end }) : text;
}

function Items({ notice }: { readonly notice: Told }): ReactNode {
  const say = useWords('notice');
  const language = useLanguage();
  const { goods } = useGlossary();
  const [items, more] = useFirst(notice.items, MOST);
  return (
    <section className={css.part} aria-label={say('items')}>
      <h3>{say('items')}</h3>
      <ol className={css.rows}>
        {items.map((item) => (
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
      {more}
    </section>
  );
}
