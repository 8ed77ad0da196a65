import { Bookmark } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { FilterLine } from '../../parts/filter-line.tsx';
import { filterProblem } from '../../parts/filter-problem.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './search-head.module.css';

const WORDS_ID = 'search-words';
const FILTER_ID = 'search-filter';
/** So long after the last key a search is made. */
const PAUSE_MS = 180;

export function focusWords(): void {
  const field = document.querySelector<HTMLInputElement>(`#${WORDS_ID}`);
  field?.focus();
  field?.select();
}

/** The words that are looked for, as they are typed, the filter that narrows them, and how much is found. */
export function SearchHead({
  q,
  filter,
  problem,
  total,
  onWords,
  onFilter,
  onKeep,
}: {
  readonly q: string;
  readonly filter: string;
  readonly problem: Error | null;
  readonly total: number | string | null;
  /** `replace`: somebody is still typing. */
  readonly onWords: (words: string, replace: boolean) => void;
  readonly onFilter: (filter: string) => void;
  readonly onKeep: () => void;
}): ReactNode {
  const say = useWords('search');
  const frame = useWords('shell');
  const language = useLanguage();
  return (
    <header className={css.head}>
      <h1 className="visually-hidden">{frame('search')}</h1>
      <WordsField q={q} onWords={onWords} />
      <div className={css.filter}>
        <span aria-hidden="true">{say('filter')}</span>
        <FilterLine
          id={FILTER_ID}
          label={say('filter')}
          placeholder={say('filterHint')}
          filter={filter}
          problem={filterProblem(problem)}
          onApply={onFilter}
        />
      </div>
      <div className={css.line}>
        <p className={css.total} aria-live="polite">
          {total === null
            ? ''
            : typeof total === 'number'
              ? say('total', { count: total })
              : say('totalMore', { total: counted(total, language) })}
        </p>
        {(q !== '' || filter !== '') && (
          <Button kind="quiet" icon={<Bookmark aria-hidden="true" />} hotkey="b" onClick={onKeep}>
            {say('keep')}
          </Button>
        )}
      </div>
    </header>
  );
}

/** `10,000+` as the reader's language writes it. */
function counted(total: string, language: string): string {
  const number = Number(total.replaceAll(/\D/g, ''));
  return `${new Intl.NumberFormat(language).format(number)}${total.endsWith('+') ? '+' : ''}`;
}

interface Draft {
  readonly text: string;
  /** Words of the address that this draft was begun with, and those that it was sent as. */
  readonly of: string;
  readonly sent: string;
}

function WordsField({ q, onWords }: { readonly q: string; readonly onWords: (words: string, replace: boolean) => void }): ReactNode {
  const say = useWords('search');
  const [draft, setDraft] = useState<Draft>({ text: q, of: q, sent: q });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Whoever has left the search is not led back by what they typed last.
  useEffect(() => () => clearTimeout(timer.current), []);
  // The address is the truth unless it is still on its way: Back shows the words of then.
  if (q === draft.sent && q !== draft.of) setDraft({ ...draft, of: q });
  const isMine = q === draft.of || q === draft.sent;
  const text = isMine ? draft.text : q;
  // What Enter asked for stays in the history; the next words that are typed follow it.
  const wasEntered = useRef(false);
  const send = (words: string, isTyped: boolean): void => {
    clearTimeout(timer.current);
    setDraft((now) => ({ ...now, sent: words.trim() }));
    onWords(words.trim(), isTyped && !wasEntered.current);
    wasEntered.current = !isTyped;
  };
  const typed = (words: string): void => {
    setDraft(isMine ? { ...draft, text: words } : { text: words, of: q, sent: q });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(words, true), PAUSE_MS);
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        send(text, false);
      }}
    >
      <input
        id={WORDS_ID}
        type="text"
        enterKeyHint="search"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever comes to the search comes to type
        autoFocus={q === ''}
        className={css.input}
        value={text}
        placeholder={say('hint')}
        aria-label={say('words')}
        aria-describedby={`${FILTER_ID}-problem`}
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        onChange={(event) => {
          if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) typed(event.target.value);
          else setDraft(isMine ? { ...draft, text: event.target.value } : { text: event.target.value, of: q, sent: q });
        }}
        onCompositionEnd={(event) => typed(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur();
        }}
      />
    </form>
  );
}
