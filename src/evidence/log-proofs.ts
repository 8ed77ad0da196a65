import { DualwatchError } from '../model/errors.ts';
import type { Checkpoint } from './checkpoint.ts';
import { proveConsistency, proveInclusion } from './merkle-proofs.ts';
import type { TileFolder } from './tile-folder.ts';
import { formatTlogProof } from './tlog-proof.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

/** A `.tlog-proof` file for one entry of a signed tree, from its tiles. Throws `evidence-invalid` where they do not lead to the root. */
export async function proveEntry(tiles: TileFolder, tree: Checkpoint, index: number): Promise<string> {
  const nodes = tiles.nodes(tree.size);
  const hashes = await proveInclusion(index, tree.size, nodes);
  // A damaged tile must not give a proof that fails in somebody else's hands.
  verifyInclusion(index, await nodes(0, index), hashes, tree);
  return formatTlogProof({ index, hashes, checkpoint: tree.text });
}

/** Hashes that show that one signed tree extends an earlier one, from tiles of `published` entries. Throws `evidence-invalid` where it does not. */
export async function proveExtension(
  tiles: TileFolder,
  earlier: Checkpoint,
  tree: Checkpoint,
  published: number = tree.size,
): Promise<readonly Uint8Array[]> {
  if (earlier.size > tree.size)
    throw new DualwatchError('evidence-invalid', `a log of ${tree.size} entries cannot extend one of ${earlier.size}`);
  const hashes = await proveConsistency(earlier.size, tree.size, tiles.nodes(published));
  verifyConsistency(earlier, tree, hashes);
  return hashes;
}
