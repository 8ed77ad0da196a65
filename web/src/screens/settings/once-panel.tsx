import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Acts } from '../../parts/form.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './settings.module.css';

/** A secret that is shown this once. */
export function OncePanel({
  name,
  secret,
  note,
  onClose,
}: {
  readonly name: string;
  readonly secret: string;
  readonly note: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords('settings');
  return (
    <Panel open onClose={onClose} title={say('onceTitle')}>
      <div className={css.form}>
        <p>{name}</p>
        <p className={css.secret}>
          <Digest value={secret} whole />
        </p>
        <p>{note}</p>
        <Acts end>
          <Button kind="main" onClick={onClose}>
            {say('keptIt')}
          </Button>
        </Acts>
      </div>
    </Panel>
  );
}
