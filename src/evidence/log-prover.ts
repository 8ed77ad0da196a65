import { DualwatchError } from '../model/errors.ts';
import type { Checkpoint } from './checkpoint.ts';
import { leafHash } from './merkle.ts';
import { proveConsistency, proveInclusion } from './merkle-proofs.ts';
import type { NodeReader } from './merkle-proofs.ts';
import type { TileFolder } from './tile-folder.ts';
import { nodesFromTiles, tilePath } from './tiles.ts';
import { formatTlogProof } from './tlog-proof.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

/** Tiles held: 8 KB each. Those near the root serve every proof. */
const TILES = 1024;

/** Proves many entries under one checkpoint, whatever the log grows to meanwhile. Memory is bounded. */
export class LogProver {
  readonly checkpoint: Checkpoint;
  readonly #nodes: NodeReader;

  constructor(tiles: TileFolder, checkpoint: Checkpoint) {
    this.checkpoint = checkpoint;
    const held = new Map<string, Promise<Uint8Array>>();
    this.#nodes = nodesFromTiles(checkpoint.size, (tile) => {
      const path = tilePath(tile);
      const hashes = held.get(path) ?? tiles.hashes(tile);
      held.delete(path);
      held.set(path, hashes);
      const [oldest] = held.keys();
      if (held.size > TILES && oldest !== undefined) held.delete(oldest);
      return hashes;
    });
  }

  /** A `.tlog-proof` file for an entry. Throws `evidence-invalid` where the entry is not the one that was logged, or a tile does not lead to the root. */
  async prove(index: number, entry: Uint8Array): Promise<string> {
    const hashes = await proveInclusion(index, this.checkpoint.size, this.#nodes);
    if (Buffer.compare(await this.#nodes(0, index), leafHash(entry)) !== 0)
      throw new DualwatchError(
        'evidence-invalid',
        `entry ${index} of the store is not the one that the log has signed: it was edited after it was logged. \`dualwatch log verify\` says more`,
      );
    verifyInclusion(index, leafHash(entry), hashes, this.checkpoint);
    return formatTlogProof({ index, hashes, checkpoint: this.checkpoint.text });
  }

  /** Hashes that show that the checkpoint extends an earlier one. Throws `evidence-invalid` where it does not. */
  async proveExtension(earlier: Checkpoint): Promise<readonly Uint8Array[]> {
    const hashes = await proveConsistency(earlier.size, this.checkpoint.size, this.#nodes);
    verifyConsistency(earlier, this.checkpoint, hashes);
    return hashes;
  }
}
