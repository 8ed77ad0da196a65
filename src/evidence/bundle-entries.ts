import { DualwatchError } from '../model/errors.ts';
import type { EntryReader } from './entry-reader.ts';
import type { TileFolder } from './tile-folder.ts';
import { decodeBundle, TILE_WIDTH, tilePath, type TileName } from './tiles.ts';

/**
 * Reads the entries of a log of that size from its own bundles, where there is no store to ask; one bundle at a time.
 * Throws `evidence-invalid`, naming the file, where a bundle is missing or broken.
 */
export function bundleEntries(tiles: TileFolder, size: number): EntryReader {
  let held: { readonly index: number; readonly entries: readonly Uint8Array[] } | undefined;
  const bundle = async (index: number): Promise<readonly Uint8Array[]> => {
    if (held?.index !== index) held = { index, entries: await readBundle(tiles, index, Math.min(TILE_WIDTH, size - index * TILE_WIDTH)) };
    return held.entries;
  };
  return async (from, to) => {
    const found: { index: number; bytes: Uint8Array }[] = [];
    for (let index = from; index < Math.min(to, size); index += 1) {
      const bytes = (await bundle(Math.floor(index / TILE_WIDTH)))[index % TILE_WIDTH];
      if (bytes !== undefined) found.push({ index, bytes });
    }
    return found;
  };
}

/** A partial bundle may be gone once the full one is there, which begins with the same entries. */
async function readBundle(tiles: TileFolder, index: number, width: number): Promise<readonly Uint8Array[]> {
  const name: TileName = { level: 'entries', index, width };
  const bytes = (await tiles.read(name)) ?? (await tiles.read({ ...name, width: TILE_WIDTH }));
  const entries = bytes === undefined ? undefined : decodeBundle(bytes)?.slice(0, width);
  if (entries?.length !== width)
    throw new DualwatchError('evidence-invalid', `${tiles.folder}/${tilePath(name)} is ${bytes === undefined ? 'missing' : 'broken'}`);
  return entries;
}
