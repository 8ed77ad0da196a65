import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import type { WatchedSource } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Acts, Form } from '../../parts/form.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { asBody, needsReason, paceOf, SettingsFields, type Settings } from './source-settings.tsx';
import css from './sources.module.css';

function settingsOf(source: WatchedSource): Settings {
  return {
    name: source.name,
    everyMs: source.everyMs,
    followMs: source.followMs,
    paceSeconds: source.paceMs === null ? '' : String(source.paceMs / 1000),
    keep: source.keep,
    robots: source.robots,
    robotsReason: source.robotsReason ?? '',
    browser: source.browser ?? 'never',
  };
}

/** How a source is visited, decided anew; undo decides as before. */
export function EditSource({ source, onDone }: { readonly source: WatchedSource; readonly onDone: () => void }): ReactNode {
  const say = useWords('sources');
  const shell = useWords('shell');
  const [value, setValue] = useState(() => settingsOf(source));
  const send = async (settings: Settings): Promise<void> => {
    await ask('PATCH /api/v1/sources/:id', { params: { id: source.id }, body: { ...asBody(settings), paceMs: paceOf(settings) } });
    forget('GET /api/v1/sources');
  };
  const save = useMutation({
    mutationFn: () => send(value),
    onSuccess: () => {
      sayDone(say('saved', { name: value.name }), () => send(settingsOf(source)));
      onDone();
    },
  });
  return (
    <Form onSend={() => save.mutate()}>
      <SettingsFields value={value} onChange={setValue} isNew={false} />
      <p className={css.soft}>{say('editStays')}</p>
      <ProblemLine error={save.error} />
      <Acts>
        <Button kind="main" type="submit" disabled={save.isPending || needsReason(value) || value.name.trim() === ''}>
          {shell('save')}
        </Button>
        <Button onClick={onDone}>{shell('cancel')}</Button>
      </Acts>
    </Form>
  );
}
