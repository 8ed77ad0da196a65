import type { ComponentProps, ReactNode } from 'react';
import { useMay } from '../api/who.ts';
import { Button } from './button.tsx';
import { useWords } from '../words/use-words.ts';

/** A button for analysts: others see it disabled, with why. */
export function AnalystButton({ disabled, title, ...rest }: ComponentProps<typeof Button>): ReactNode {
  const say = useWords('shell');
  const may = useMay('analyst');
  return <Button {...rest} disabled={disabled === true || !may} title={may ? title : say('notAllowed')} />;
}
