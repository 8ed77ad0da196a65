import { useState, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { ProblemLine } from './problem-note.tsx';
import { ShownText } from './shown-text.tsx';
import css from './reason-form.module.css';

/** What a reason can be given to; the first is what Enter does. */
export interface Reasoned {
  readonly label: string;
  readonly run: (why: string) => void;
}

/** Why something is or was done, in a line, and what to do with it. */
export function ReasonForm({
  about,
  acts,
  pending = false,
  error = null,
}: {
  readonly about: string;
  readonly acts: readonly Reasoned[];
  readonly pending?: boolean;
  readonly error?: Error | null;
}): ReactNode {
  const say = useWords('shell');
  const [text, setText] = useState('');
  const why = text.trim();
  const [first, ...others] = acts;
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        first?.run(why);
      }}
    >
      <p className={css.about}>
        <ShownText text={about} />
      </p>
      <Field
        label={say('reason')}
        hint={say('reasonHint')}
        value={text}
        maxLength={2000}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemLine error={error} />
      <div className={css.acts}>
        <Button kind="main" type="submit" disabled={why === '' || pending}>
          {first?.label}
        </Button>
        {others.map(({ label, run }) => (
          <Button key={label} disabled={why === '' || pending} onClick={() => run(why)}>
            {label}
          </Button>
        ))}
      </div>
    </form>
  );
}
