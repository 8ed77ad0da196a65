import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import css from './panel.module.css';

/** A dialog over the page; Escape and a click beside it close it. The first field has the focus, and what had it before gets it back. */
export function Panel({
  open,
  onClose,
  title,
  wide = false,
  children,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const say = useWords('shell');
  const before = useRef<Element | null>(null);
  const opened = (event: Event): void => {
    before.current = document.activeElement;
    const field = event.target instanceof HTMLElement ? event.target.querySelector<HTMLElement>('input, textarea, select') : null;
    if (field === null) return;
    event.preventDefault();
    field.focus();
  };
  const closed = (event: Event): void => {
    if (!(before.current instanceof HTMLElement) || !before.current.isConnected) return;
    event.preventDefault();
    before.current.focus({ preventScroll: true });
  };
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={css.scrim} />
        <Dialog.Content
          className={`${css.panel} ${wide ? css.wide : ''}`}
          aria-describedby={undefined}
          // Escape leaves the candidates of an input method first.
          onEscapeKeyDown={(event) => event.isComposing && event.preventDefault()}
          onOpenAutoFocus={opened}
          onCloseAutoFocus={closed}
        >
          <header className={css.head}>
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className={css.close} aria-label={say('close')}>
              <X aria-hidden="true" />
            </Dialog.Close>
          </header>
          <div className={css.body}>{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
