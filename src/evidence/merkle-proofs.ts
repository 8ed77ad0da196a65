import { EMPTY_ROOT, nodeHash } from './merkle.ts';

/** Reads the hash of a full subtree: of 2^height leaves, the index-th of that height. */
export type NodeReader = (height: number, index: number) => Promise<Uint8Array>;

/** Root of the first `size` leaves. RFC 6962 §2.1. Reads O(log n) nodes. */
export async function treeRoot(size: number, read: NodeReader): Promise<Uint8Array> {
  return size === 0 ? EMPTY_ROOT : rangeRoot(0, size, read);
}

/** Sibling hashes from the leaf up to the child of the root. RFC 6962 §2.1.1. Throws RangeError where `index` is not below `size`. */
export async function proveInclusion(index: number, size: number, read: NodeReader): Promise<readonly Uint8Array[]> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    throw new RangeError(`a tree of ${size} has no leaf ${index}`);
  }
  const proof: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    const inLeft = index < middle;
    proof.push(await (inLeft ? rangeRoot(middle, to, read) : rangeRoot(from, middle, read)));
    [from, to] = inLeft ? [from, middle] : [middle, to];
  }
  return proof.toReversed();
}

/** Hashes that show that the tree of `newSize` extends the tree of `oldSize`. RFC 6962 §2.1.2. Empty where the old one is empty or the same. */
export async function proveConsistency(oldSize: number, newSize: number, read: NodeReader): Promise<readonly Uint8Array[]> {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize) || oldSize < 0 || oldSize > newSize) {
    throw new RangeError(`a tree of ${newSize} cannot extend a tree of ${oldSize}`);
  }
  if (oldSize === 0 || oldSize === newSize) return [];
  const proof: Uint8Array[] = [];
  let [from, to] = [0, newSize];
  while (to !== oldSize) {
    const middle = from + largestPowerBelow(to - from);
    const inLeft = oldSize <= middle;
    proof.push(await (inLeft ? rangeRoot(middle, to, read) : rangeRoot(from, middle, read)));
    [from, to] = inLeft ? [from, middle] : [middle, to];
  }
  // The old tree's own last subtree is left out where it is the whole old tree: its root is known to the verifier.
  if (from !== 0) proof.push(await rangeRoot(from, to, read));
  return proof.toReversed();
}

/** MTH(D[from:to]) of RFC 6962, where `from` stands at a boundary that a tree walk reaches. */
async function rangeRoot(from: number, to: number, read: NodeReader): Promise<Uint8Array> {
  const width = to - from;
  const height = Math.floor(Math.log2(width));
  if (2 ** height === width) return read(height, from / width);
  const middle = from + largestPowerBelow(width);
  return nodeHash(await rangeRoot(from, middle, read), await rangeRoot(middle, to, read));
}

/** The largest power of two smaller than `count`, for `count` > 1. */
function largestPowerBelow(count: number): number {
  const power = 2 ** Math.floor(Math.log2(count));
  return power === count ? power / 2 : power;
}
