import { useState, type ReactNode } from 'react';
import { useMay } from '../../api/who.ts';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import { TextField } from '../../parts/field.tsx';
import form from './form.module.css';

/** A few lines to be added: a comment, a note. What was typed stays where it was refused. */
export function SayForm({
  label,
  button,
  onSay,
}: {
  readonly label: string;
  readonly button: string;
  readonly onSay: (text: string) => Promise<boolean>;
}): ReactNode {
  const mayChange = useMay('analyst');
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    const wanted = text.trim();
    if (wanted === '') return;
    setText('');
    if (!(await onSay(wanted))) setText(wanted);
  };
  return (
    <form
      className={`${form.form} no-print`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={label}
        rows={3}
        maxLength={20_000}
        disabled={!mayChange}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void send();
        }}
      />
      <div className={form.acts}>
        <AnalystButton type="submit" disabled={text.trim() === ''}>
          {button}
        </AnalystButton>
      </div>
    </form>
  );
}
