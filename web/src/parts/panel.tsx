import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import css from './panel.module.css';

/** A dialog over the page; Escape and a click beside it close it. */
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
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={css.scrim} />
        <Dialog.Content className={`${css.panel} ${wide ? css.wide : ''}`} aria-describedby={undefined}>
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
