import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './form.module.css';

/** Opens a case and goes to it. */
export function NewCase({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const say = useWords('cases');
  return (
    <Panel open={open} onClose={onClose} title={say('newCase')}>
      <Form onClose={onClose} />
    </Panel>
  );
}

function Form({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords('cases');
  const frame = useWords('shell');
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const opening = useMutation({
    mutationFn: () =>
      ask('POST /api/v1/cases', {
        body: { title: title.trim(), changes: summary.trim() === '' ? [] : [{ do: 'note', text: summary.trim() }] },
      }),
    onSuccess: () => forget('GET /api/v1/cases'),
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        opening.mutate(undefined, { onSuccess: ({ id }) => void navigate({ to: '/cases/$id', params: { id }, replace: true }) });
      }}
    >
      <Field label={say('title')} required maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
      <TextField
        label={say('summary')}
        hint={say('summaryHint')}
        maxLength={20_000}
        value={summary}
        onChange={(event) => setSummary(event.target.value)}
      />
      <ProblemLine error={opening.error} />
      <div className={css.acts}>
        <Button kind="main" type="submit" disabled={opening.isPending || title.trim() === ''}>
          {say('openCase')}
        </Button>
        <Button onClick={onClose}>{frame('cancel')}</Button>
      </div>
    </form>
  );
}
