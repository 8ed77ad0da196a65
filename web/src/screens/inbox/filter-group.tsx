import { useState, type ReactNode } from 'react';
import { TickBox } from '../../parts/tick-box.tsx';
import { Button } from '../../parts/button.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './filters.module.css';

export interface Ticked {
  readonly value: string;
  readonly label: string;
  readonly on: boolean;
  readonly count?: number | undefined;
}

export interface Count {
  readonly value: string;
  readonly count: number;
  readonly name?: string;
}

const FIRST = 8;

/** Values of a field, with how many notices each would leave; what is chosen stands there also where it would leave none. Undefined counts: they are not here yet. */
export function FacetGroup({
  label,
  counts,
  chosen,
  nameOf,
  onTick,
}: {
  readonly label: string;
  readonly counts: readonly Count[] | undefined;
  readonly chosen: readonly string[];
  readonly nameOf: (count: Count) => string;
  readonly onTick: (value: string, on: boolean) => void;
}): ReactNode {
  const missing = chosen.filter((value) => counts?.every((one) => one.value !== value) !== false);
  const all = [...missing.map((value) => ({ value, count: 0 })), ...(counts ?? [])];
  return (
    <TickGroup
      label={label}
      ticks={all.map((one) => ({ value: one.value, label: nameOf(one), on: chosen.includes(one.value), count: one.count }))}
      onTick={onTick}
    />
  );
}

export function TickGroup({
  label,
  ticks,
  onTick,
}: {
  readonly label: string;
  readonly ticks: readonly Ticked[];
  readonly onTick: (value: string, on: boolean) => void;
}): ReactNode {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const shown = all ? ticks : ticks.filter(({ on }, place) => place < FIRST || on);
  return (
    <fieldset className={css.group}>
      <legend>{label}</legend>
      {ticks.length === 0 && <p className={css.nothing}>{say('noValues')}</p>}
      {shown.map(({ value, label: name, on, count }) => (
        <label key={value} className={css.tick}>
          <TickBox on={on} onTick={(next) => onTick(value, next)} />
          <span>{name}</span>
          {count !== undefined && <span className={css.count}>{count.toLocaleString(language)}</span>}
        </label>
      ))}
      {shown.length < ticks.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {shell('showMore')}
        </Button>
      )}
    </fieldset>
  );
}
