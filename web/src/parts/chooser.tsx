import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ShownText } from './shown-text.tsx';
import css from './chooser.module.css';

export interface Choosable {
  readonly id: string;
  readonly text: string;
  readonly beside?: string | undefined;
  readonly icon?: ReactNode;
  readonly run: () => void;
}

/** A line of words and what it finds: arrows move, Enter takes, typing narrows. The caller narrows, since it alone knows what words make of it (`Somebody new: …`). */
export function Chooser({
  label,
  words,
  onWords,
  choices,
  nothing,
}: {
  readonly label: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly choices: readonly Choosable[];
  readonly nothing: string;
}): ReactNode {
  const list = useId();
  const [at, setAt] = useState(0);
  const chosen = choices[Math.min(at, choices.length - 1)];
  const pressed = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((Math.min(at, choices.length - 1) + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) chosen?.run();
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.chooser}>
      <input
        className={css.input}
        value={words}
        onChange={(event) => {
          onWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
        placeholder={label}
        aria-label={label}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen.id}`}
        maxLength={300}
      />
      {choices.length === 0 && <p className={css.nothing}>{nothing}</p>}
      <div className={css.list} id={list} role="listbox" aria-label={label}>
        {choices.map((choice) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the line of words has the keys
          <div
            key={choice.id}
            id={`${list}-${choice.id}`}
            role="option"
            aria-selected={choice === chosen}
            className={css.choice}
            onMouseMove={() => setAt(choices.indexOf(choice))}
            onClick={choice.run}
          >
            {choice.icon}
            <span className={css.text}>
              <ShownText text={choice.text} />
            </span>
            {choice.beside !== undefined && <span className={css.beside}>{choice.beside}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
