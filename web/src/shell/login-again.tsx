import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../words/use-words.ts';
import { Login } from './login.tsx';
import css from './login.module.css';

/** A login over the page, where the session has ended in the middle of work: above dialogs too, which stay open beneath it with all that was written. */
export function LoginAgain({ openid }: { readonly openid: string | null }): ReactNode {
  const say = useWords('shell');
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // A dialog beneath would take a press here, or Escape, for its end.
    const keep = (event: Event): void => event.stopPropagation();
    const stay = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
    };
    shown?.addEventListener('pointerdown', keep);
    shown?.addEventListener('focusin', keep);
    window.addEventListener('keydown', stay, true);
    return () => {
      shown?.removeEventListener('pointerdown', keep);
      shown?.removeEventListener('focusin', keep);
      window.removeEventListener('keydown', stay, true);
      // Gives the focus back to what had it.
      shown?.close();
    };
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className={css.again}
      aria-label={say('login')}
      onCancel={(event) => event.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      <Login openid={openid} told={say('sessionEnded')} />
    </dialog>,
    document.body,
  );
}
