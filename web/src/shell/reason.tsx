import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone, type Done } from '../acts/done.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Panel } from '../parts/panel.tsx';
import { ProblemLine } from '../parts/problem-note.tsx';
import { ShownText } from '../parts/shown-text.tsx';
import { useWords } from '../words/use-words.ts';
import css from './reason.module.css';

/** Asks why something was done, after it was done: nobody who judges two hundred notices is held up by it. */
export function Reason({ of, onClose }: { readonly of: Done | null; readonly onClose: () => void }): ReactNode {
  const say = useWords('shell');
  return (
    <Panel open={of !== null} onClose={onClose} title={say('reasonTitle')}>
      {of !== null && <Form of={of} onClose={onClose} />}
    </Panel>
  );
}

function Form({ of: { text, explain }, onClose }: { readonly of: Done; readonly onClose: () => void }): ReactNode {
  const say = useWords('shell');
  const [why, setWhy] = useState('');
  const keep = useMutation({
    mutationFn: async () => explain?.(why.trim()),
    onSuccess() {
      onClose();
      sayDone(say('reasonKept'));
    },
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <p className={css.done}>
        <ShownText text={text} />
      </p>
      <Field
        label={say('reason')}
        hint={say('reasonHint')}
        value={why}
        maxLength={2000}
        autoComplete="off"
        onChange={(event) => setWhy(event.target.value)}
      />
      <ProblemLine error={keep.error} />
      <Button kind="main" type="submit" disabled={why.trim() === '' || keep.isPending}>
        {say('save')}
      </Button>
    </form>
  );
}
