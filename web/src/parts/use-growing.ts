import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Blocks of a text; rows of a list, which cost less each. */
export const BLOCKS = { first: 8, each: 24 } as const;
export const ROWS = { first: 40, each: 80 } as const;

/** How many of `all` are drawn: the `first` at once, so that what is huge opens as fast as what is short, the others frame by frame. The second draws up to one that is wanted now. */
export function useGrowing(
  all: number,
  { first, each }: { readonly first: number; readonly each: number },
): readonly [number, (wanted: number) => void] {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    if (shown >= all) return undefined;
    const frame = requestAnimationFrame(() => setShown((now) => now + each));
    return () => cancelAnimationFrame(frame);
  }, [shown, all, each]);
  const showTo = useCallback((wanted: number) => {
    flushSync(() => setShown((now) => Math.max(now, wanted)));
  }, []);
  return [Math.min(shown, all), showTo];
}
