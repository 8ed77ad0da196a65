import { CornerDownLeft, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useSearch } from '@tanstack/react-router';
import { useWords } from '../../words/use-words.ts';
import { BulkBar } from './bulk-bar.tsx';
import { DemoStrip } from './demo.tsx';
import { Filters } from './filters.tsx';
import { useFirstRun } from './first-run.tsx';
import type { Sheet } from './sheet.ts';
import type { InboxState } from './use-inbox.ts';
import { filterProblem } from './use-sheet.ts';
import { ViewsMenu } from './views-menu.tsx';
import css from './inbox-head.module.css';

/** What list this is, how long, what it asks for, and what came in meanwhile. */
export function InboxHead({
  filter,
  sheet,
  pending,
  error,
  state,
  onAsk,
}: {
  readonly filter: string;
  readonly sheet: Sheet;
  /** The list of this filter is not there yet. */
  readonly pending: boolean;
  readonly error: unknown;
  readonly state: InboxState;
  readonly onAsk: (what: 'assign' | 'case') => void;
}): ReactNode {
  const say = useWords('inbox');
  const { view } = useSearch({ from: '/inbox' });
  const ask = (q: string, keepView = false): void => state.go({ q, ...(keepView && view !== undefined ? { view } : {}) });
  const { total, news } = sheet;
  // Nothing to filter yet.
  const bare = useFirstRun(total === 0) === true;
  return (
    <header className={css.head}>
      <div className={css.line}>
        <ViewsMenu filter={filter} onChoose={(to) => state.go(to)} />
        <span className={css.count} aria-live="polite" aria-busy={pending}>
          {total === null ? '' : say('notices', { count: total })}
        </span>
      </div>
      {!bare && (
        <div className={css.line}>
          <FilterLine filter={filter} problem={filterProblem(error)} onApply={ask} />
          <Filters filter={filter} onChange={ask} />
        </div>
      )}
      <DemoStrip />
      {state.selection.size > 0 && <BulkBar total={total ?? 0} state={state} onAsk={onAsk} />}
      {news !== null && (
        <button type="button" className={css.news} onClick={() => void sheet.renew()}>
          {news.more > 0 ? say('news', { count: news.more }) : say('newsOrder')}
          <span>{say('newsShow')}</span>
        </button>
      )}
    </header>
  );
}

/** The filter as it is written; Enter applies it, Escape puts back what is applied. */
function FilterLine({
  filter,
  problem,
  onApply,
}: {
  readonly filter: string;
  readonly problem: string | null;
  readonly onApply: (filter: string) => void;
}): ReactNode {
  const say = useWords('inbox');
  const [text, setText] = useState(filter);
  const [applied, setApplied] = useState(filter);
  // Another filter was chosen elsewhere: the line shows it, and keeps the focus that it has.
  if (applied !== filter) {
    setApplied(filter);
    setText(filter);
  }
  return (
    <form
      className={css.filter}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(text.trim());
      }}
    >
      <input
        id="inbox-filter"
        className={css.input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          setText(filter);
          event.currentTarget.blur();
        }}
        placeholder={say('filterHint')}
        aria-label={say('filterLabel')}
        aria-invalid={problem !== null}
        aria-describedby="inbox-filter-problem"
        spellCheck={false}
        autoComplete="off"
        maxLength={2000}
      />
      {text.trim() !== filter ? (
        <button type="submit" className={css.inside} title={say('filterApply')} aria-label={say('filterApply')}>
          <CornerDownLeft aria-hidden="true" />
        </button>
      ) : (
        text !== '' && (
          <button
            type="button"
            className={css.inside}
            title={say('filterClear')}
            aria-label={say('filterClear')}
            onClick={() => onApply('')}
          >
            <X aria-hidden="true" />
          </button>
        )
      )}
      <p id="inbox-filter-problem" className={css.problem} role={problem === null ? undefined : 'alert'}>
        {problem}
      </p>
    </form>
  );
}
