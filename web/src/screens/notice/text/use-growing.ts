import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const AT_ONCE = 8;
const EACH = 24;

/** How many of `all` blocks are drawn: a few at once, so that a huge text opens as fast as a short one, the others frame by frame. The second draws up to one that is wanted now. */
export function useGrowing(all: number): readonly [number, (wanted: number) => void] {
  const [shown, setShown] = useState(AT_ONCE);
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
