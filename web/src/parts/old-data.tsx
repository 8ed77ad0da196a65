import { TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { yearsOld } from './age-of-data.ts';
import css from './old-data.module.css';

/** Warns beside what rests on an old text of a control list; nothing where the text is young, or its day is not told. */
export function OldData({ asOf }: { readonly asOf: string | undefined }): ReactNode {
  const say = useWords('terms');
  const [now] = useState(() => Date.now());
  const count = yearsOld(asOf, now);
  if (count === null) return null;
  return (
    <span className={css.old}>
      <TriangleAlert aria-hidden="true" />
      {say('oldData', { count })}
    </span>
  );
}
