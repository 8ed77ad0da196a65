import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Dialog } from 'radix-ui';
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { keysNow } from '../acts/keys.ts';
import { asking } from '../api/queries.ts';
import { ShownText } from '../parts/shown-text.tsx';
import { useWords } from '../words/use-words.ts';
import { SCREENS } from './screens.ts';
import css from './palette.module.css';

interface Choice {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly beside?: string | undefined;
  readonly run: () => void;
}

const SHOWN = 6;

/** One line that finds everything: screens, what can be done here, notices by their words, cases by their names. */
export function Palette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const say = useWords('shell');
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={css.scrim} />
        <Dialog.Content
          className={css.palette}
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => event.isComposing && event.preventDefault()}
        >
          <Dialog.Title className="visually-hidden">{say('palette')}</Dialog.Title>
          <Finder onClose={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords('shell');
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const choices = useChoices(words);
  const chosen = choices[Math.min(at, choices.length - 1)];
  const run = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    onClose();
    // After the dialog has given the focus back.
    setTimeout(choice.run, 0);
  };
  const pressed = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((Math.min(at, choices.length - 1) + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className={css.input}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
        placeholder={say('paletteHint')}
        aria-label={say('paletteHint')}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen.id}`}
      />
      <div className={css.list} id={list} role="listbox" aria-label={say('palette')}>
        {choices.length === 0 && <p className={css.nothing}>{say('paletteNothing')}</p>}
        {groupsOf(choices).map(([group, members]) => (
          <div key={group} role="group" aria-label={group}>
            <p className={css.group} aria-hidden="true">
              {group}
            </p>
            {members.map((choice) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the line of words has the keys
              <div
                key={choice.id}
                id={`${list}-${choice.id}`}
                role="option"
                aria-selected={choice === chosen}
                className={css.choice}
                onMouseMove={() => setAt(choices.indexOf(choice))}
                onClick={() => run(choice)}
              >
                <span>
                  <ShownText text={choice.text} />
                </span>
                {choice.beside !== undefined && <kbd>{choice.beside}</kbd>}
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

function groupsOf(choices: readonly Choice[]): readonly (readonly [string, readonly Choice[]])[] {
  return [...Map.groupBy(choices, ({ group }) => group)];
}

function useChoices(words: string): readonly Choice[] {
  const say = useWords('shell');
  const navigate = useNavigate();
  const asked = useDeferredValue(words.trim());
  const wanted = asked.length > 0;
  const { data: notices } = useQuery({ ...asking('GET /api/v1/search', { query: { q: asked, limit: SHOWN } }), enabled: wanted });
  const { data: cases } = useQuery({ ...asking('GET /api/v1/cases', { query: { limit: 200 } }), enabled: wanted });
  const matches = (text: string): boolean => text.toLowerCase().includes(words.trim().toLowerCase());
  const screens = SCREENS.map(({ id, to, key }) => ({
    id: `screen-${id}`,
    group: say('groupScreens'),
    text: say(id),
    beside: `g ${key}`,
    run: () => void navigate({ to }),
  }));
  const acts = keysNow('here').map(({ key, label, run }) => ({ id: `act-${key}`, group: say('groupActs'), text: label, beside: key, run }));
  const found = wanted ? (notices?.items ?? []) : [];
  const named = wanted ? (cases?.items ?? []).filter(({ title }) => matches(title)).slice(0, SHOWN) : [];
  return [
    ...acts.filter(({ text }) => matches(text)),
    ...screens.filter(({ text }) => matches(text)),
    ...named.map(({ id, title }) => ({
      id: `case-${id}`,
      group: say('groupCases'),
      text: title,
      run: () => void navigate({ to: '/cases/$id', params: { id } }),
    })),
    ...found.map(({ notice }) => ({
      id: `notice-${notice.id}`,
      group: say('groupNotices'),
      text: notice.title ?? notice.url,
      beside: String(notice.priority),
      run: () => void navigate({ to: '/notices/$id', params: { id: notice.id } }),
    })),
  ];
}
