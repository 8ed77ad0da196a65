import { useSyncExternalStore } from 'react';

const DARK = '(prefers-color-scheme: dark)';

/** Whether the system is dark now: it may turn so with the hour, while the page stands. */
export function useSystemDark(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(DARK).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
