import type { ReactNode } from 'react';
import css from './form.module.css';

/** Fields under one another, sent by Enter or by the button of its `Acts`. */
export function Form({ onSend, children }: { readonly onSend: () => void; readonly children: ReactNode }): ReactNode {
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </form>
  );
}

/** Two fields side by side, where there is room. */
export function Pair({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={css.pair}>{children}</div>;
}

/** Buttons beside one another; `end` at the foot of what stands over the page. */
export function Acts({ end = false, children }: { readonly end?: boolean; readonly children: ReactNode }): ReactNode {
  return (
    <div className={css.acts} data-end={end}>
      {children}
    </div>
  );
}

/** A field with its buttons beside it. */
export function OneLine({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={css.oneLine}>{children}</div>;
}
