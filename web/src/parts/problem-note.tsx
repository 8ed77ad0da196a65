import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { messageOf, Refused } from '../api/ask.ts';
import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import css from './notes.module.css';

/** What failed, where, and what to do, in place of what could not be shown. */
export function ProblemNote({ error, again }: { readonly error: unknown; readonly again?: () => void }): ReactNode {
  const say = useWords('shell');
  const problem = error instanceof Refused ? error.problem : undefined;
  const [title, text] =
    problem === undefined
      ? [say('failedTitle'), messageOf(error)]
      : problem.status === 0
        ? [say('unreachableTitle'), say('unreachable')]
        : problem.code === 'not-found'
          ? [say('notFoundTitle'), problem.detail]
          : [say('failedTitle'), messageOf(error)];
  return (
    <div className={css.note} role="alert">
      <TriangleAlert aria-hidden="true" className={css.icon} />
      <h2>{title}</h2>
      <p>{text}</p>
      {problem?.errors !== undefined && problem.errors.length > 0 && (
        <ul className={css.parts}>
          {problem.errors.map(({ where, message }) => (
            <li key={where + message}>
              <code>{where}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {again !== undefined && <Button onClick={again}>{say('tryAgain')}</Button>}
    </div>
  );
}

/** The same in one line, within a form. */
export function ProblemLine({ error }: { readonly error: unknown }): ReactNode {
  if (error === null || error === undefined) return null;
  return (
    <p className={css.line} role="alert">
      <TriangleAlert aria-hidden="true" />
      {messageOf(error)}
    </p>
  );
}
