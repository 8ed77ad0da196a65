import { createContext, useContext } from 'react';

/** All that could be unfolded stands open: the notice is to be printed. */
export const AllOpen = createContext(false);

export function useAllOpen(): boolean {
  return useContext(AllOpen);
}
