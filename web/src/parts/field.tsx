import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import css from './field.module.css';

interface Labelled {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  /** The label is for assistive technology alone. */
  readonly bare?: boolean;
}

export function Field({ label, hint, problem, bare, ...rest }: Labelled & InputHTMLAttributes<HTMLInputElement>): ReactNode {
  const id = useId();
  return (
    <Frame id={id} {...{ label, hint, problem, bare }}>
      <input id={id} className={css.input} aria-invalid={problem !== undefined} aria-describedby={`${id}-hint`} {...rest} />
    </Frame>
  );
}

export function TextField({ label, hint, problem, bare, ...rest }: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactNode {
  const id = useId();
  return (
    <Frame id={id} {...{ label, hint, problem, bare }}>
      <textarea id={id} className={css.input} rows={4} aria-invalid={problem !== undefined} aria-describedby={`${id}-hint`} {...rest} />
    </Frame>
  );
}

export function Choice({
  label,
  hint,
  problem,
  bare,
  options,
  ...rest
}: Labelled & {
  readonly options: readonly (readonly [value: string, label: string])[];
} & SelectHTMLAttributes<HTMLSelectElement>): ReactNode {
  const id = useId();
  return (
    <Frame id={id} {...{ label, hint, problem, bare }}>
      <select id={id} className={css.input} aria-describedby={`${id}-hint`} {...rest}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function Tick({
  label,
  hint,
  ...rest
}: { readonly label: string; readonly hint?: ReactNode } & InputHTMLAttributes<HTMLInputElement>): ReactNode {
  const id = useId();
  return (
    <div className={css.tick}>
      <input id={id} type="checkbox" aria-describedby={`${id}-hint`} {...rest} />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

function Frame({
  id,
  label,
  hint,
  problem,
  bare = false,
  children,
}: Labelled & { readonly id: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={css.field}>
      <label htmlFor={id} className={bare ? 'visually-hidden' : css.label}>
        {label}
      </label>
      {children}
      {(hint !== undefined || problem !== undefined) && (
        <p id={`${id}-hint`} className={problem === undefined ? css.hint : css.problem}>
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}
