import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './views.module.css';

export interface View {
  readonly id: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

/** Tabs whose choice the address holds: the caller keeps `value`. `flush` where what stands above and below has no padding of its own. */
export function Views({
  label,
  value,
  onChoose,
  views,
  flush = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (id: string) => void;
  readonly views: readonly View[];
  readonly flush?: boolean;
}): ReactNode {
  return (
    <Tabs.Root value={value} onValueChange={onChoose} className={css.views}>
      <Tabs.List className={css.list} data-flush={flush} aria-label={label}>
        {views.map((view) => (
          <Tabs.Trigger key={view.id} value={view.id} className={css.tab} ref={view.id === value ? showInList : undefined}>
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

/** On a narrow page the tabs scroll sideways: the one that is open is to be seen among them. The page itself stays where it is. */
function showInList(tab: HTMLElement | null): void {
  const list = tab?.parentElement;
  if (tab === null || list === null || list === undefined || list.scrollWidth <= list.clientWidth) return;
  const [all, one] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
  list.scrollLeft += one.left + one.width / 2 - (all.left + all.width / 2);
}
