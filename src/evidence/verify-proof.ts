import { DualwatchError } from '../model/errors.ts';
import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './merkle.ts';

/** A tree as a checkpoint names it. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Checks that the leaf with this hash is the `index`-th of the tree. The proof comes from outside: it is taken to be hostile.
 * Source of the method: RFC 9162 §2.1.3.2. Throws `evidence-invalid`.
 */
export function verifyInclusion(index: number, leaf: Uint8Array, proof: readonly Uint8Array[], tree: TreeHead): void {
  checkHashes([leaf, tree.root, ...proof]);
  if (!isCount(index) || !isCount(tree.size) || index >= tree.size)
    throw invalid(`the proof is for entry ${index} of a log of ${tree.size} entries, which has no such entry`);
  // Numbers up to 2^53 and no bit operators: those cut to 32 bits.
  let [at, last, hash] = [index, tree.size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) throw invalid(`the inclusion proof of entry ${index} has hashes left over`);
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  if (last !== 0) throw invalid(`the inclusion proof of entry ${index} ends too early`);
  if (!equal(hash, tree.root))
    throw invalid(`entry ${index} is not in the signed log of ${tree.size} entries: its proof leads to another root`);
}

/**
 * Checks that the newer tree holds the older one unchanged. Source of the method: RFC 9162 §2.1.4.2. Throws `evidence-invalid`.
 */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Uint8Array[]): void {
  checkHashes([older.root, newer.root, ...proof]);
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size)
    throw invalid(`a log of ${newer.size} entries cannot extend one of ${older.size}`);
  if (older.size === 0 || older.size === newer.size) return verifyTrivial(older, newer, proof);
  const wholeSubtree = Number.isInteger(Math.log2(older.size)) && 2 ** Math.log2(older.size) === older.size;
  const [first, ...rest] = wholeSubtree ? [older.root, ...proof] : proof;
  if (first === undefined) throw invalid('the consistency proof is empty');
  let [at, last] = [older.size - 1, newer.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [oldHash, newHash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) throw invalid('the consistency proof has hashes left over');
    if (at % 2 === 1 || at === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  if (last !== 0) throw invalid('the consistency proof ends too early');
  if (!equal(oldHash, older.root) || !equal(newHash, newer.root))
    throw invalid(`the log of ${newer.size} entries does not contain the log of ${older.size} entries unchanged`);
}

function verifyTrivial(older: TreeHead, newer: TreeHead, proof: readonly Uint8Array[]): void {
  if (proof.length > 0) throw invalid('the consistency proof has hashes left over');
  if (older.size === 0 && !equal(older.root, EMPTY_ROOT)) throw invalid('the older log is empty, yet its root is not that of an empty log');
  if (older.size === newer.size && !equal(older.root, newer.root))
    throw invalid(`two logs of ${older.size} entries have different roots: one of them was rewritten`);
}

function checkHashes(hashes: readonly Uint8Array[]): void {
  if (hashes.some((hash) => hash.length !== HASH_BYTES)) throw invalid(`a hash of the proof is not ${HASH_BYTES} bytes long`);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function invalid(message: string): DualwatchError {
  return new DualwatchError('evidence-invalid', message);
}
