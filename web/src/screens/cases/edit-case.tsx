import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useWords } from '../../words/use-words.ts';
import { summaryOf } from './apply-change.ts';
import css from './form.module.css';
import { useChangeCase } from './use-case.ts';

interface Given {
  readonly of: Case;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Title and summary of a case. What was written stays where it is refused. */
export function EditCase({ of, open, onClose }: Given): ReactNode {
  const say = useWords('cases');
  return (
    <Panel open={open} onClose={onClose} title={say('edit')}>
      <Form of={of} onClose={onClose} />
    </Panel>
  );
}

function Form({ of, onClose }: Omit<Given, 'open'>): ReactNode {
  const say = useWords('cases');
  const frame = useWords('shell');
  const change = useChangeCase(of.id);
  const known = summaryOf(of);
  const [title, setTitle] = useState(of.title);
  const [summary, setSummary] = useState(known?.text ?? '');
  const save = async (): Promise<boolean> => {
    const [wanted, text] = [title.trim(), summary.trim()];
    const isNamed = wanted === of.title || (await change({ change: { do: 'rename', title: wanted }, said: say('saidRenamed') }));
    if (!isNamed || text === '' || text === known?.text) return isNamed;
    return change(
      known === undefined
        ? { change: { do: 'note', text }, said: say('saidSummary') }
        : { change: { do: 'changeNote', note: known.no, text }, said: say('saidSummary') },
    );
  };
  const saving = useMutation({ mutationFn: save, onSuccess: (isSaved) => isSaved && onClose() });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Field label={say('title')} required maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
      <TextField
        label={say('summary')}
        hint={say('summaryHint')}
        rows={6}
        maxLength={20_000}
        required={known !== undefined}
        value={summary}
        onChange={(event) => setSummary(event.target.value)}
      />
      <div className={css.acts}>
        <Button kind="main" type="submit" disabled={saving.isPending || title.trim() === ''}>
          {frame('save')}
        </Button>
        <Button onClick={onClose}>{frame('cancel')}</Button>
      </div>
    </form>
  );
}
