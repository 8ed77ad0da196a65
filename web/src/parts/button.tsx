import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main`: the one act of a screen; `quiet`: beside others; `grave`: what cannot be undone. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'grave';
  /** The key that does the same; shown, and told to assistive technology. */
  readonly hotkey?: string;
  readonly icon?: ReactNode;
}

/** Of a link that is the one act of a screen. */
export const MAIN_LINK = `${css.button} ${css.main}`;

export function Button({ kind = 'plain', hotkey, icon, children, className, type = 'button', ...rest }: Props): ReactNode {
  return (
    <button
      type={type}
      className={[css.button, css[kind], children === undefined ? css.bare : '', className].filter(Boolean).join(' ')}
      aria-keyshortcuts={hotkey}
      {...rest}
    >
      {icon}
      {children}
      {hotkey !== undefined && (
        <kbd className={css.key} aria-hidden="true">
          {hotkey}
        </kbd>
      )}
    </button>
  );
}
