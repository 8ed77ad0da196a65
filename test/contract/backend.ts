import type { Store } from '../../src/store/port.ts';

/** One place where data are kept, for a contract test. */
export interface Place {
  /** Opens the store there; again for a second user of the same data. */
  readonly open: () => Promise<Store>;
  /** Module that exports `openStore(target)`, so that other processes can open it too. */
  readonly opener: URL;
  readonly target: string;
  /** Where a backup may be written, and how one is opened. */
  readonly backup: { readonly file: string; readonly open: () => Promise<Store> };
  readonly remove: () => Promise<void>;
}

/** Makes a new, empty place. */
export type MakePlace = () => Promise<Place>;
