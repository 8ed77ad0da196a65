import type { Digest } from '../../model/digest.ts';

/** Reads captures as the program did that wrote the package: what a text claims can then be held against bytes. */
export interface Reread {
  /** Whose packages it reads alike: `Dualwatch/<version>`. */
  readonly software: string;
  /** What it sees in a capture file of that address; null where it sees nothing. */
  read(archive: Uint8Array, name: string, url: string): SeenAnew | null;
}

export interface SeenAnew {
  /** As observations in the log have it. */
  readonly digest: Digest;
  readonly title: string | null;
  readonly text: string;
}

/** What contacts and names of private persons are masked by. Masking keeps lengths. */
const MASK = '•';

/** Whether a text is the one that was read, but for what was masked of it. */
export function isShownOf(shown: string, read: string, masked: boolean): boolean {
  if (shown === read) return true;
  if (!masked || shown.length !== read.length) return false;
  for (let at = 0; at < shown.length; at += 1) {
    if (shown[at] !== read[at] && shown[at] !== MASK) return false;
  }
  return true;
}
