/** What the pages under way may hold together, in bytes of their capture files: a page takes about twenty times its compressed size while it is read. */
const BUDGET = 6 * 1024 * 1024;
const LEAST = 3;
/** Weight of the latest page in the running mean. */
const WEIGHT = 0.1;

/** Keeps memory bounded without asking each page first: the larger the pages lately were, the fewer visits run at once. */
export function pageSizes(most: number): { readonly seen: (captureBytes: number | null) => void; readonly room: () => number } {
  let mean = 20_000;
  return {
    seen(bytes) {
      if (bytes !== null) mean += WEIGHT * (bytes - mean);
    },
    room: () => Math.max(Math.min(LEAST, most), Math.min(most, Math.floor(BUDGET / mean))),
  };
}
