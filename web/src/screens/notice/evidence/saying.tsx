import type { ReactNode } from 'react';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { findingWords } from './finding-words.ts';

/** A sentence of a finding in the reader's language; what control lists and the catalogue say stays in their own, and is named so. */
export function Saying({ said }: { readonly said: string }): ReactNode {
  const say = useWords('notice');
  const words = findingWords(said);
  if (words !== null) return say(words.key, words.values);
  return (
    <span lang="en">
      <ShownText text={said} />
    </span>
  );
}
