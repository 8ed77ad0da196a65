import type { ReactNode } from 'react';
import { Field } from '../../parts/field.tsx';
import { useWords } from '../../words/use-words.ts';
import { isListName } from './sent-file.ts';

/** What a list is to be called: said where it is no name, once there is something. */
export function ListName({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }): ReactNode {
  const say = useWords('lists');
  return (
    <Field
      label={say('name')}
      hint={say('nameHint')}
      required
      maxLength={40}
      spellCheck={false}
      value={name}
      problem={name === '' || isListName(name) ? undefined : say('nameWrong')}
      onChange={(event) => onName(event.target.value)}
    />
  );
}
