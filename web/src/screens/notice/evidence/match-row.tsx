import type { ReactNode } from 'react';
import { useGlossary } from '../../../api/glossary.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { useMay } from '../../../api/who.ts';
import { Button } from '../../../parts/button.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useTradeWords } from '../text/mark-story.tsx';
import { DecisionForm } from './decision-form.tsx';
import { NameAlignment } from './name-alignment.tsx';
import type { Matched, Verdict } from './matched-parties.ts';
import { SpanLink } from './span-link.tsx';
import css from './evidence-list.module.css';
import own from './match-row.module.css';

const VERDICTS = [
  ['hit', 'h'],
  ['cleared', 'l'],
  ['unsure', undefined],
] as const;
const WORDS = { hit: 'verdictHit', cleared: 'verdictCleared', unsure: 'verdictUnsure' } as const;

/** One listed party against a name of the notice: both names part by part, what speaks for and against, and what was decided. */
export function MatchRow({
  notice,
  match: { key, match, spans, decision },
  chosen,
  asked,
  onAsk,
}: {
  readonly notice: NoticeInFull;
  readonly match: Matched;
  readonly chosen: boolean;
  readonly asked: Verdict | null;
  readonly onAsk: (verdict: Verdict | null) => void;
}): ReactNode {
  const say = useWords('notice');
  const [terms, shell] = [useWords('terms'), useWords('shell')];
  const may = useMay('analyst');
  const trade = useTradeWords();
  const { list } = useGlossary();
  return (
    <li className={own.match} data-chosen={chosen} aria-current={chosen ? 'true' : undefined}>
      <div className={`${css.line} ${css.apart}`}>
        <h3>
          <ShownText text={match.caption} />
        </h3>
        <span className={css.figures} title={say('scoreHint')}>
          {match.score.toFixed(2)}
        </span>
      </div>
      <p className={css.soft}>
        {list(match.list)} · <code>{match.listing}</code>
      </p>
      <p className={own.named}>
        {match.field === undefined ? say('namedInText') : say('namedInField', { field: match.field })}{' '}
        <SpanLink notice={notice.id} spans={spans} text={match.text} beside={spans.length > 1 ? `×${spans.length}` : undefined} />
        {match.role !== undefined && ` (${trade(match.role)})`}
      </p>
      <NameAlignment explanation={match.explanation} listed={match.matchedName} />
      {decision !== undefined && (
        <p className={own.decided} data-verdict={decision.verdict}>
          <b>{terms(WORDS[decision.verdict])}</b>
          {': '}
          <ShownText text={decision.why} /> <span className={css.soft}>{decision.by}</span>{' '}
          <span className={css.soft}>
            <Moment at={decision.at} about />
          </span>
          {decision.lapsed !== undefined && <span className={own.lapsed}>{say('lapsed', { why: decision.lapsed })}</span>}
        </p>
      )}
      {asked === null ? (
        <div className={`${css.acts} no-print`} role="group" aria-label={say('decide')}>
          {VERDICTS.map(([verdict, hotkey]) => (
            <Button
              key={verdict}
              aria-pressed={decision?.verdict === verdict}
              disabled={!may}
              title={may ? undefined : shell('notAllowed')}
              {...(chosen && hotkey !== undefined ? { hotkey } : {})}
              onClick={() => onAsk(verdict)}
            >
              {terms(WORDS[verdict])}
            </Button>
          ))}
        </div>
      ) : (
        <DecisionForm key={`${key} ${asked}`} notice={notice} matchKey={key} match={match} before={decision} verdict={asked} onDone={() => onAsk(null)} />
      )}
    </li>
  );
}
