import { useMutation } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ask } from '../../../api/ask.ts';
import { Button } from '../../../parts/button.tsx';
import { Digest } from '../../../parts/digest.tsx';
import { Field } from '../../../parts/field.tsx';
import { OneLine } from '../../../parts/form.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';
import css from '../settings.module.css';

/** Computes every hash of the audit log anew, against an earlier head where one was kept. */
export function AuditVerification(): ReactNode {
  const say = useWords('settings');
  const [earlier, setEarlier] = useState('');
  const verify = useMutation({
    mutationFn: () => ask('GET /api/v1/audit/verification', { query: earlier.trim() === '' ? {} : { head: earlier.trim() } }),
  });
  return (
    <form
      className={css.box}
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate();
      }}
    >
      <OneLine>
        <Field
          label={say('auditEarlier')}
          maxLength={100}
          spellCheck={false}
          autoComplete="off"
          value={earlier}
          onChange={(event) => setEarlier(event.target.value)}
        />
        <Button type="submit" disabled={verify.isPending}>
          {say('auditVerify')}
        </Button>
      </OneLine>
      <ProblemLine error={verify.error} />
      {verify.data !== undefined && (
        <div role="status" className={css.holds}>
          <p className={css.good}>
            <Check aria-hidden="true" />
            {say('auditHolds', { count: verify.data.entries })}
          </p>
          <p className={css.aside}>{say('auditHead')}</p>
          <Digest value={verify.data.head} whole />
        </div>
      )}
    </form>
  );
}
