import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGlossary } from '../../../api/glossary.ts';
import { asking } from '../../../api/queries.ts';
import { asScore } from '../../../parts/fractions.ts';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useLanguage, useWords, type WordKey } from '../../../words/use-words.ts';
import { candidatesOf } from './candidates.ts';
import { useGlosses } from './glosses.ts';
import { useKinds } from './kinds.ts';
import type { Mark } from './marks.ts';
import css from './mark-card.module.css';

const RULES = {
  term: 'ruleTerm',
  translationese: 'ruleTranslationese',
  abbreviation: 'ruleAbbreviation',
  slang: 'ruleSlang',
  designation: 'ruleDesignation',
  tradeName: 'ruleTradeName',
  partNumber: 'rulePartNumber',
  intent: 'ruleIntent',
  place: 'rulePlace',
  code: 'ruleCode',
} as const satisfies Record<string, WordKey<'notice'>>;
const ROLES = {
  part: 'rolePart',
  service: 'roleService',
  show: 'roleShow',
  toy: 'roleToy',
  software: 'roleSoftware',
  place: 'rolePlace',
  news: 'roleNews',
  merchandise: 'roleMerchandise',
  other: 'roleOther',
} as const satisfies Record<string, WordKey<'notice'>>;

/** One mark of a text, told: what it is called, why it matched, what it does in its sentence, what may control it, and where the rule stands. */
export function MarkStory({ mark }: { readonly mark: Mark }): ReactNode {
  const gloss = useGlosses()(mark);
  const kind = useKinds()(mark.kind);
  return (
    <section className={css.story}>
      <p className={css.what}>
        <span>{gloss ?? <ShownText text={wordsOf(mark)} />}</span>
        <span className={css.kind}>{kind}</span>
      </p>
      <dl className={css.lines}>
        <Lines mark={mark} />
      </dl>
    </section>
  );
}

function Lines({ mark }: { readonly mark: Mark }): ReactNode {
  const say = useWords('notice');
  const trade = useTradeWords();
  const language = useLanguage();
  if ('mention' in mark) return <MentionLines mention={mark.mention} />;
  if ('match' in mark)
    return (
      <>
        <Line term={say('cardParty')}>{mark.match.caption}</Line>
        <Line term={say('cardList')}>{mark.match.list}</Line>
        <Line term={say('cardScore')}>{asScore(mark.match.score, language)}</Line>
      </>
    );
  if ('party' in mark)
    return (
      <>
        <Line term={say('cardRole')}>{trade(mark.party.role)}</Line>
        <Line term={say('cardBecause')}>{mark.party.because}</Line>
      </>
    );
  if ('term' in mark)
    return (
      <>
        <Line term={say(mark.term.term === 'deadline' ? 'cardDeadline' : 'cardChannel')}>{mark.term.date ?? mark.term.text}</Line>
        <Line term={say('cardBecause')}>{mark.term.because}</Line>
      </>
    );
  if ('parameter' in mark) return <Line term={mark.parameter.property ?? mark.parameter.measured}>{mark.parameter.text}</Line>;
  return null;
}

function MentionLines({ mention }: { readonly mention: Extract<Mark, { readonly mention: unknown }>['mention'] }): ReactNode {
  const say = useWords('notice');
  const { goods } = useGlossary();
  const { rule, strength, note, concept, kind, role } = mention;
  const isGoods = kind === 'good' || kind === 'tradeName';
  const inSentence = role !== undefined && role in ROLES ? say(ROLES[role as keyof typeof ROLES]) : undefined;
  return (
    <>
      {rule !== undefined && (
        <Line
          term={say('cardWhy')}
        >{`${rule.term.replaceAll('|', '')} · ${say(RULES[rule.kind as keyof typeof RULES] ?? 'ruleTerm')} · ${say(strength === 'hard' ? 'strengthHard' : 'strengthSoft')}`}</Line>
      )}
      {isGoods && (
        <Line term={say('cardCounts')}>
          {mention.counted ? say('counted') : say('notCounted', { why: inSentence ?? say('roleOther') })}
        </Line>
      )}
      {note !== undefined && <Line term={say('cardNote')}>{note}</Line>}
      {concept !== undefined && mention.counted && <Controls concept={concept} />}
      {rule !== undefined && (
        <>
          <dt>{say('cardSource')}</dt>
          <dd>
            {concept !== undefined && (
              <Link to="/catalogue" search={{ concept }} tabIndex={-1}>
                {goods(concept)}
              </Link>
            )}{' '}
            <span className={css.file}>{`catalogue/${rule.source}`}</span>
          </dd>
        </>
      )}
    </>
  );
}

function Controls({ concept }: { readonly concept: string }): ReactNode {
  const say = useWords('notice');
  const { list } = useGlossary();
  const { data } = useQuery({
    ...asking('GET /api/v1/catalogue/:id', { params: { id: concept }, query: { terms: false } }),
    staleTime: Infinity,
  });
  const [first, more] = candidatesOf(data);
  if (first.length === 0) return null;
  return (
    <>
      <dt>{say('cardControls')}</dt>
      <dd>
        <ul>
          {first.map((entry) => (
            <li key={`${entry.list} ${entry.entry}`} title={entry.source}>
              <b>{`${list(entry.list)} ${entry.entry}`}</b> {entry.heading}
            </li>
          ))}
          {more > 0 && <li className={css.more}>{say('moreRows', { count: more })}</li>}
        </ul>
      </dd>
    </>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: string }): ReactNode {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <ShownText text={children} />
      </dd>
    </>
  );
}

const TRADE = {
  buyer: 'tradeBuyer',
  seller: 'tradeSeller',
  endUser: 'tradeEndUser',
  consignee: 'tradeConsignee',
  agent: 'tradeAgent',
  publisher: 'tradePublisher',
  destination: 'tradeDestination',
  transit: 'tradeTransit',
  contact: 'tradeContact',
} as const satisfies Record<string, WordKey<'notice'>>;

/** What the roles of a trade are called. */
export function useTradeWords(): (role: string) => string {
  const say = useWords('notice');
  return (role) => (role in TRADE ? say(TRADE[role as keyof typeof TRADE]) : role);
}

function wordsOf(mark: Mark): string {
  if ('mention' in mark) return mark.mention.text;
  if ('match' in mark) return mark.match.text;
  if ('party' in mark) return mark.party.text;
  if ('term' in mark) return mark.term.text;
  return 'parameter' in mark ? mark.parameter.text : '';
}
