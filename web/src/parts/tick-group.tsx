import { useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { FieldGroup } from './field-group.tsx';
import { TickBox } from './tick-box.tsx';
import css from './tick-group.module.css';

export interface Ticked {
  readonly value: string;
  readonly label: string;
  readonly on: boolean;
  readonly count?: number | undefined;
}

const FIRST = 8;

/** Values that can be ticked, the first few and all that are; `none` stands where there is nothing to tick, else nothing stands there. */
export function TickGroup({
  label,
  ticks,
  none,
  onTick,
}: {
  readonly label: string;
  readonly ticks: readonly Ticked[];
  readonly none?: string | undefined;
  readonly onTick: (value: string, on: boolean) => void;
}): ReactNode {
  const say = useWords('shell');
  const language = useLanguage();
  const [all, setAll] = useState(false);
  if (ticks.length === 0 && none === undefined) return null;
  const shown = all ? ticks : ticks.filter(({ on }, place) => place < FIRST || on);
  return (
    <FieldGroup label={label}>
      {ticks.length === 0 && <p className={css.none}>{none}</p>}
      {shown.map(({ value, label: name, on, count }) => (
        <label key={value} className={css.tick}>
          <TickBox on={on} onTick={(next) => onTick(value, next)} />
          <span className={css.name}>{name}</span>
          {count !== undefined && <span className={css.count}>{count.toLocaleString(language)}</span>}
        </label>
      ))}
      {shown.length < ticks.length && (
        <Button kind="quiet" onClick={() => setAll(true)} aria-label={say('moreOf', { what: label })}>
          {say('showMore')}
        </Button>
      )}
    </FieldGroup>
  );
}
