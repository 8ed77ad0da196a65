import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './views.module.css';

export interface View {
  readonly id: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

/** Tabs whose choice the address holds: the caller keeps `value`. */
export function Views({
  label,
  value,
  onChoose,
  views,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (id: string) => void;
  readonly views: readonly View[];
}): ReactNode {
  return (
    <Tabs.Root value={value} onValueChange={onChoose} className={css.views}>
      <Tabs.List className={css.list} aria-label={label}>
        {views.map((view) => (
          <Tabs.Trigger key={view.id} value={view.id} className={css.tab}>
            {view.label} {view.count !== undefined && <span className={css.count}>{view.count}</span>}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {views.map((view) => (
        <Tabs.Content key={view.id} value={view.id} className={css.content}>
          {view.content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
