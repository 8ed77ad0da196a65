import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/ask.ts';
import type { Case } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import { Tick } from '../../parts/field.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import form from './form.module.css';
import { useChangeCase } from './use-case.ts';

/** Captures a page as a press report or as a notice, and puts it into the case. */
export function KeepPage({ of, url }: { readonly of: Case; readonly url: string }): ReactNode {
  const say = useWords('cases');
  const change = useChangeCase(of.id);
  const isAdmin = useMay('admin');
  const [allowPrivate, setAllowPrivate] = useState(false);
  const keeping = useMutation({
    mutationFn: async (type: 'notice' | 'report') => {
      const kept = await ask('POST /api/v1/captures', { body: { url, type, ...(allowPrivate ? { allowPrivate } : {}) } });
      const caption = kept.title ?? url;
      await change({ change: { do: 'add', item: { kind: type, id: kept.id } }, caption, said: say('saidAdded', { what: caption }) });
      return caption;
    },
  });
  return (
    <div className={form.form}>
      <p className={css.soft}>{say('keepPageText')}</p>
      {isAdmin && (
        <Tick
          label={say('allowPrivate')}
          hint={say('allowPrivateHint')}
          checked={allowPrivate}
          onChange={(event) => setAllowPrivate(event.target.checked)}
        />
      )}
      <div className={form.acts}>
        <AnalystButton kind="main" disabled={keeping.isPending} onClick={() => keeping.mutate('report')}>
          {say('keepReport')}
        </AnalystButton>
        <AnalystButton disabled={keeping.isPending} onClick={() => keeping.mutate('notice')}>
          {say('keepNotice')}
        </AnalystButton>
      </div>
      {keeping.isPending && <p role="status">{say('keeping')}</p>}
      <ProblemLine error={keeping.error} />
      {keeping.data !== undefined && <p role="status">{say('kept', { what: keeping.data })}</p>}
    </div>
  );
}
