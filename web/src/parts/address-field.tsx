import { useState, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Field } from './field.tsx';
import { isWebAddress } from './web-address.ts';

/** Where an address of the web is written. That it is none is said once it was left or sent: what is half written is no mistake yet. */
export function AddressField({
  label,
  hint,
  value,
  onAddress,
  maxLength = 2000,
  isFirst = false,
}: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onAddress: (address: string) => void;
  readonly maxLength?: number;
  /** The screen was opened to write here. */
  readonly isFirst?: boolean;
}): ReactNode {
  const say = useWords('shell');
  const [isWritten, setWritten] = useState(false);
  return (
    <Field
      label={label}
      hint={hint}
      problem={isWritten && value.trim() !== '' && !isWebAddress(value) ? say('addressWrong') : undefined}
      type="url"
      inputMode="url"
      required
      maxLength={maxLength}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opened the screen came to write here
      autoFocus={isFirst}
      spellCheck={false}
      value={value}
      onChange={(event) => onAddress(event.target.value)}
      onBlur={() => setWritten(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') setWritten(true);
      }}
    />
  );
}
