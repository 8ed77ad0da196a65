import { hash } from 'node:crypto';

/** Length of a node of the tree: SHA-256. */
export const HASH_BYTES = 32;

/** Hash of a leaf, `SHA256(0x00 ‖ entry)`: RFC 6962 §2.1. The prefix keeps leaves from being passed off as nodes. */
export function leafHash(entry: Uint8Array): Buffer {
  return hash('sha256', prefixed(entry), 'buffer');
}

/** Hash of an inner node, `SHA256(0x01 ‖ left ‖ right)`: RFC 6962 §2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  node[0] = 1;
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return hash('sha256', node, 'buffer');
}

/** Root of the tree without leaves: the SHA-256 of nothing. */
export const EMPTY_ROOT: Uint8Array = hash('sha256', '', 'buffer');

/** Writes {@link leafHash} to `target` at `offset` without an allocation: hundreds of thousands of leaves a second. */
export function writeLeafHash(entry: Uint8Array, target: Buffer, offset: number): void {
  target.write(hash('sha256', prefixed(entry), 'binary'), offset, 'latin1');
}

/**
 * Root of a full subtree, given its 2^k leaves' hashes one after another. Overwrites `hashes` and returns its first 32 bytes.
 * Throws RangeError where the count is no power of two: only full subtrees have a root of their own.
 */
export function foldInPlace(hashes: Buffer): Buffer {
  let count = hashes.length / HASH_BYTES;
  if (count < 1 || 2 ** Math.floor(Math.log2(count)) !== count) throw new RangeError(`${count} hashes are not a full subtree`);
  for (; count > 1; count /= 2) {
    for (let pair = 0; pair < count / 2; pair += 1) {
      node[0] = 1;
      hashes.copy(node, 1, pair * 2 * HASH_BYTES, (pair + 1) * 2 * HASH_BYTES);
      hashes.write(hash('sha256', node, 'binary'), pair * HASH_BYTES, 'latin1');
    }
  }
  return hashes.subarray(0, HASH_BYTES);
}

const node = Buffer.alloc(1 + 2 * HASH_BYTES);
/** Longest entry of a C2SP bundle, after its prefix byte. Reused: hashing is synchronous. */
const leaf = Buffer.alloc(1 + 0xffff);

function prefixed(entry: Uint8Array): Uint8Array {
  if (entry.length >= leaf.length) return Buffer.concat([leaf.subarray(0, 1), entry]);
  leaf.set(entry, 1);
  return leaf.subarray(0, 1 + entry.length);
}
