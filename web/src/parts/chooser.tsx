import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ShownText } from './shown-text.tsx';
import css from './chooser.module.css';

export interface Choosable {
  readonly id: string;
  readonly text: string;
  readonly beside?: string | undefined;
  readonly icon?: ReactNode;
  /** What it stands under; those of one group follow one another. */
  readonly group?: string;
  readonly run: () => void;
}

/** A line of words and what it finds: arrows move, Enter takes, typing narrows. The caller narrows, since it alone knows what words make of it (`Somebody new: …`). `bare`: it is all of a dialog, to its edges. `under` stands below the list and knows what Enter would take. */
export function Chooser({
  label,
  words,
  onWords,
  choices,
  nothing,
  bare = false,
  under,
}: {
  readonly label: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly choices: readonly Choosable[];
  readonly nothing: string;
  readonly bare?: boolean;
  readonly under?: (chosen: Choosable | undefined) => ReactNode;
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
    <div className={css.chooser} data-bare={bare}>
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
        {[...Map.groupBy(choices, ({ group }) => group)].map(([group, members]) => {
          const options = members.map((choice) => (
            <Option
              key={choice.id}
              id={`${list}-${choice.id}`}
              choice={choice}
              isChosen={choice === chosen}
              onPoint={() => setAt(choices.indexOf(choice))}
            />
          ));
          return group === undefined ? (
            options
          ) : (
            <div key={group} role="group" aria-label={group}>
              <p className={css.group} aria-hidden="true">
                {group}
              </p>
              {options}
            </div>
          );
        })}
      </div>
      {under?.(chosen)}
    </div>
  );
}

function Option({
  id,
  choice: { text, beside, icon, run },
  isChosen,
  onPoint,
}: {
  readonly id: string;
  readonly choice: Choosable;
  readonly isChosen: boolean;
  readonly onPoint: () => void;
}): ReactNode {
  const row = useRef<HTMLDivElement>(null);
  // What the arrows reach beyond the edge comes into sight.
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the line of words has the keys
    <div ref={row} id={id} role="option" aria-selected={isChosen} className={css.choice} onMouseMove={onPoint} onClick={run}>
      {icon}
      <span className={css.text}>
        <ShownText text={text} />
      </span>
      {beside !== undefined && <span className={css.beside}>{beside}</span>}
    </div>
  );
}
