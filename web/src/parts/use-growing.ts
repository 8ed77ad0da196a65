import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const EACH = 24;

/** How many of `all` are drawn: a few (`first`) at once, so that what is huge opens as fast as what is short, the others frame by frame. The second draws up to one that is wanted now. */
export function useGrowing(all: number, first = 8): readonly [number, (wanted: number) => void] {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    if (shown >= all) return undefined;
    const frame = requestAnimationFrame(() => setShown((now) => now + EACH));
    return () => cancelAnimationFrame(frame);
  }, [shown, all]);
  const showTo = useCallback((wanted: number) => {
    flushSync(() => setShown((now) => Math.max(now, wanted)));
  }, []);
  return [Math.min(shown, all), showTo];
}
