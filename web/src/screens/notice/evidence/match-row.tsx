import { useRef, type ReactNode, type Ref } from 'react';
import { useGlossary } from '../../../api/glossary.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { Alignment } from '../../../parts/alignment.tsx';
import { DecideBar, type DecideBarHandle } from '../../../parts/decide-bar.tsx';
import { Score } from '../../../parts/score.tsx';
import { shownString } from '../../../parts/shown-text-pieces.ts';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useTradeWords } from '../text/mark-story.tsx';
import type { Matched } from './matched-parties.ts';
import { SpanLink } from './span-link.tsx';
import css from './evidence-list.module.css';

/** One listed party against a name of the notice: both names part by part, what speaks for and against, and what was decided. */
export function MatchRow({
  notice,
  matched: { match, spans },
  chosen,
  onChoose,
  onParty,
  bar,
}: {
  readonly notice: NoticeInFull;
  readonly matched: Matched;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onParty: () => void;
  readonly bar: Ref<DecideBarHandle>;
}): ReactNode {
  const say = useWords('notice');
  const trade = useTradeWords();
  const { list } = useGlossary();
  const row = useRef<HTMLLIElement>(null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only notes where the focus is
    <li ref={row} className={css.chosen} data-chosen={chosen} aria-label={shownString(match.caption)} tabIndex={-1} onFocus={onChoose}>
      <div className={css.line}>
        <Score value={match.score} />
        <button type="button" className={css.open} onClick={onParty}>
          <bdi>
            <ShownText text={match.caption} />
          </bdi>
        </button>
        <span className={css.soft}>
          {list(match.list)} <code>{match.listing}</code>
        </span>
      </div>
      <p className={css.under}>
        {match.field === undefined ? say('namedInText') : say('namedInField', { field: match.field })}{' '}
        <SpanLink notice={notice.id} spans={spans} text={match.text} beside={spans.length > 1 ? `×${spans.length}` : undefined} />
        {match.role !== undefined && ` (${trade(match.role)})`}
      </p>
      <div className={css.under}>
        <Alignment explanation={match.explanation} />
      </div>
      <DecideBar match={match} notice={notice.id} onEnd={() => row.current?.focus()} ref={bar} />
    </li>
  );
}
