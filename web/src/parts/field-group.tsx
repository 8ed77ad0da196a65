import type { ReactNode } from 'react';
import css from './field-group.module.css';

/** Fields that answer one question, under its name. */
export function FieldGroup({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <fieldset className={css.group}>
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}
