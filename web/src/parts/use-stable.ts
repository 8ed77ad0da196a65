import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for as long as the component is shown, which does what the latest one does: rows that are kept as they were can call it. */
export function useStable<Given extends readonly unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given) => latest.current(...given), []);
}
