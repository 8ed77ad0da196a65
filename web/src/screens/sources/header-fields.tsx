import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './sources.module.css';

export interface SecretHeader {
  readonly name: string;
  readonly value: string;
}

/** Headers that a source's own address is sent; nobody is shown their values again. */
export function HeaderFields({
  value,
  onChange,
}: {
  readonly value: readonly SecretHeader[];
  readonly onChange: (next: readonly SecretHeader[]) => void;
}): ReactNode {
  const say = useWords('sources');
  const set = (at: number, part: Partial<SecretHeader>): void => onChange(value.map((one, n) => (n === at ? { ...one, ...part } : one)));
  return (
    <fieldset className={css.headers}>
      <legend>{say('headers')}</legend>
      <p className={css.soft}>{say('headersHint')}</p>
      {value.map((header, at) => (
        <div key={at} className={css.header}>
          <Field
            label={say('headerName')}
            spellCheck={false}
            maxLength={100}
            value={header.name}
            problem={header.name === '' || /^[\w-]+$/.test(header.name.trim()) ? undefined : say('headerWrong')}
            onChange={(event) => set(at, { name: event.target.value })}
          />
          <Field
            label={say('headerValue')}
            type="password"
            autoComplete="off"
            maxLength={4000}
            value={header.value}
            onChange={(event) => set(at, { value: event.target.value })}
          />
          <Button
            kind="quiet"
            icon={<X aria-hidden="true" />}
            aria-label={say('headerRemove')}
            onClick={() => onChange(value.filter((_, n) => n !== at))}
          />
        </div>
      ))}
      <Button icon={<Plus aria-hidden="true" />} onClick={() => onChange([...value, { name: '', value: '' }])}>
        {say('headerAdd')}
      </Button>
    </fieldset>
  );
}
