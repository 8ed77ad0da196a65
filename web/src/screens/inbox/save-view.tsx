import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Sort } from './sort.ts';
import css from './inbox-head.module.css';

/** Keeps a filter and the order of its list under a name. */
export function SaveView({
  open,
  filter,
  sort,
  onClose,
  onSaved,
}: {
  readonly open: boolean;
  readonly filter: string;
  readonly sort: Sort;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}): ReactNode {
  const say = useWords('inbox');
  return (
    <Panel open={open} onClose={onClose} title={say('saveViewTitle')}>
      {open && <Form filter={filter} sort={sort} onClose={onClose} onSaved={onSaved} />}
    </Panel>
  );
}

function Form({
  filter,
  sort,
  onClose,
  onSaved,
}: {
  readonly filter: string;
  readonly sort: Sort;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}): ReactNode {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => ask('POST /api/v1/searches', { body: { name, query: filter, sort } }),
    onSuccess(saved) {
      forget('GET /api/v1/searches');
      sayDone(say('viewSaved', { name: saved.name }), async () => {
        await ask('DELETE /api/v1/searches/:id', { params: { id: saved.id } });
        forget('GET /api/v1/searches');
      });
      onClose();
      onSaved(saved.id);
    },
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p>
        <code>{filter}</code>
        {sort === 'firstSeen' && <> · {say('newestFirst')}</>}
      </p>
      <Field
        label={say('viewName')}
        hint={say('viewNameHint')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <ProblemLine error={save.error} />
      <Button kind="main" type="submit" disabled={save.isPending || name.trim() === ''}>
        {shell('save')}
      </Button>
    </form>
  );
}
