import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Case, CaseSuggestion } from '../../api/routes.gen.ts';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { ONE_WORDS } from './item-kinds.ts';
import { NoticeFacts } from './notice-facts.tsx';
import { suggestionsQuery } from './suggestions-query.ts';
import { useChangeCase } from './use-case.ts';
import { NoticeLink } from './notice-link.tsx';

/** What may belong to a case, with all that ties it to what the case holds; nothing is added by itself. */
export function Suggestions({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const query = useQuery(suggestionsQuery(of, true));
  const held = new Set(of.items.map(({ id }) => id));
  return (
    <div className={css.body}>
      <p className={css.soft}>{say('suggestionsLead')}</p>
      {of.items.length === 0 ? (
        <Empty title={say('noSuggestions')}>{say('noSuggestionsText')}</Empty>
      ) : (
        <Answered query={query}>
          {({ items, total }) => {
            const left = items.filter(({ id }) => !held.has(id));
            if (left.length === 0) return <Empty title={say('noSuggestions')}>{say('noSuggestionsText')}</Empty>;
            return (
              <>
                <ol className={css.items}>
                  {left.map((one) => (
                    <OneSuggestion key={one.id} of={of} one={one} />
                  ))}
                </ol>
                {items.length < total && <p className={css.soft}>{say('suggestionsMore', { count: total - items.length })}</p>}
              </>
            );
          }}
        </Answered>
      )}
    </div>
  );
}

function OneSuggestion({ of, one }: { readonly of: Case; readonly one: CaseSuggestion }): ReactNode {
  const say = useWords('cases');
  const change = useChangeCase(of.id);
  const { kind, id, notice, claim, score, reasons } = one;
  const caption = shownString(one.caption);
  return (
    <li className={css.item}>
      <span className={css.score} aria-label={say('score', { score })}>
        {score}
      </span>
      <div className={css.itemText}>
        <p className={css.itemTitle}>
          <span className={css.kind}>{say(ONE_WORDS[kind])}</span> {kind === 'claim' ? caption : <NoticeLink id={id}>{caption}</NoticeLink>}
        </p>
        {notice !== undefined && <NoticeFacts notice={notice} />}
        {claim !== undefined && <ClaimFacts claim={claim} />}
        <Reasons reasons={reasons} />
      </div>
      <AnalystButton
        icon={<Plus aria-hidden="true" />}
        aria-label={say('addThis', { what: caption })}
        onClick={() => void change({ change: { do: 'add', item: { kind, id } }, caption, said: say('saidAdded', { what: caption }) })}
      >
        {say('add')}
      </AnalystButton>
    </li>
  );
}

/** What tells claims of the same people apart: when, about what, in which words. */
function ClaimFacts({
  claim: { saidAt, recordedAt, quote, forgotten, about },
}: {
  readonly claim: NonNullable<CaseSuggestion['claim']>;
}): ReactNode {
  const say = useWords('claims');
  const [first] = about;
  return (
    <>
      <p className={css.meta}>
        <span>
          {say(saidAt === null ? 'saidUnknown' : 'saidAt')} <Moment at={saidAt ?? recordedAt} />
        </span>
        {first !== undefined && <NoticeLink id={first}>{say('aboutNotice')}</NoticeLink>}
      </p>
      <blockquote className={css.suggestedQuote}>{forgotten ? say('quoteForgotten') : <ShownText text={quote} />}</blockquote>
    </>
  );
}

const REASON_WORDS = {
  copy: 'tieCopy',
  claim: 'tieClaim',
  link: 'tieLink',
  quote: 'tieQuote',
  tradeName: 'tieTradeName',
  body: 'tieBody',
  code: 'tieCode',
  date: 'tieDate',
  good: 'tieGood',
  time: 'tieTime',
} as const;

function Reasons({ reasons }: Pick<CaseSuggestion, 'reasons'>): ReactNode {
  const say = useWords('cases');
  return (
    <ul className={css.reasons}>
      {reasons.map(({ kind, points, why, here, there }) => (
        <li key={kind + why} title={why}>
          <span className={css.points}>+{points}</span> {kind in REASON_WORDS ? say(REASON_WORDS[kind as keyof typeof REASON_WORDS]) : why}
          {here !== null && (
            <>
              {' '}
              <mark className={css.word}>{shownString(here.text)}</mark>
            </>
          )}
          {there !== null && there.text !== here?.text && (
            <span className={css.soft}> {say('tieThere', { words: shownString(there.text) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
