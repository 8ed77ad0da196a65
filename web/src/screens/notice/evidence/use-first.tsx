import { useState, type ReactNode } from 'react';
import { Button } from '../../../parts/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useAllOpen } from '../all-open.ts';

/** The first rows of a list, and a button for the others where there are more: a notice may have thousands of anything. On paper all of them. */
export function useFirst<Row>(rows: readonly Row[], most: number): readonly [readonly Row[], ReactNode] {
  const say = useWords('notice');
  const open = useAllOpen();
  const [all, setAll] = useState(false);
  if (all || open || rows.length <= most) return [rows, null];
  return [
    rows.slice(0, most),
    <Button key="more" kind="quiet" onClick={() => setAll(true)}>
      {say('moreRows', { count: rows.length - most })}
    </Button>,
  ];
}
