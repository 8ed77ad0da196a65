import { useSyncExternalStore } from 'react';

const THREE = '(min-width: 1100px)';
const TWO = '(min-width: 700px)';

/** How many columns the page has room for: list, reader and evidence; evidence under the reader; one after another. */
export function useColumns(): 1 | 2 | 3 {
  return useSyncExternalStore(subscribe, () => (matchMedia(THREE).matches ? 3 : matchMedia(TWO).matches ? 2 : 1));
}

function subscribe(listener: () => void): () => void {
  const queries = [matchMedia(THREE), matchMedia(TWO)];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
