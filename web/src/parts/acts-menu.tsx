import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './acts-menu.module.css';

export interface MenuAct {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hotkey?: string;
  readonly grave?: boolean;
  readonly disabled?: boolean;
  readonly act: () => void;
}

/** A button that opens a list of acts. `children` is the button. */
export function ActsMenu({
  label,
  acts,
  children,
}: {
  readonly label: string;
  readonly acts: readonly MenuAct[];
  readonly children: ReactNode;
}): ReactNode {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={css.menu} sideOffset={4} collisionPadding={8} align="end" aria-label={label}>
          {acts.map(({ id, label: text, icon, hotkey, grave, disabled, act }) => (
            <DropdownMenu.Item key={id} className={`${css.item} ${grave ? css.grave : ''}`} disabled={disabled ?? false} onSelect={act}>
              {icon}
              <span className={css.text}>{text}</span>
              {hotkey !== undefined && <kbd className={css.key}>{hotkey}</kbd>}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
