import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, type ReactNode } from 'react';
import { Refused } from '../../../api/ask.ts';
import { asking } from '../../../api/queries.ts';
import { TextField } from '../../../parts/field.tsx';
import { useSettled } from '../../../parts/use-settled.ts';
import { useWords } from '../../../words/use-words.ts';

const PAUSE_MS = 300;

/** A filter in the predicate language, asked for while it is typed: how many notices it holds for now, or where it cannot be read. */
export function PredicateField({ value, onChange }: { readonly value: string; readonly onChange: (when: string) => void }): ReactNode {
  const say = useWords('settings');
  const asked = useSettled(useDeferredValue(value.trim()), PAUSE_MS);
  const { data, error } = useQuery({
    ...asking('GET /api/v1/notices', { query: { query: asked, limit: 1, offset: 0 } }),
    enabled: asked !== '',
    retry: false,
  });
  const isCurrent = asked === value.trim();
  const holds = isCurrent && typeof data?.total === 'number' ? say('whenHolds', { count: data.total }) : undefined;
  return (
    <TextField
      label={say('when')}
      hint={asked === '' || holds === undefined ? say('whenHint') : holds}
      problem={isCurrent && asked !== '' && error instanceof Refused ? error.message : undefined}
      required
      rows={3}
      maxLength={4000}
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
