/**
 * The direction of imports: a folder of src/ imports from itself and from the lines above its own; folders on one line do not know each other.
 * ARCHITECTURE.md shows the same order as a map.
 */
export const LAYERS: readonly (readonly string[])[] = [
  ['model'],
  ['text'],
  ['catalogue'],
  ['recognise', 'screen', 'copies', 'assess', 'read', 'observe'],
  ['store'],
  ['fetch', 'evidence'],
  ['capture'],
  ['watch', 'share'],
  ['work'],
  ['server'],
  ['cli', 'index'],
];

/** Folders whose answers depend on their arguments alone: no I/O, no clock, no randomness. */
export const PURE_FOLDERS: ReadonlySet<string> = new Set(['text', 'recognise', 'screen', 'copies', 'assess', 'read', 'observe']);

/** Why a file in folder `from` must not import one in folder `to`, or undefined where it may. */
export function importRefusal(from: string, to: string): string | undefined {
  if (from === to) return undefined;
  const fromLayer = layerOf(from);
  const toLayer = layerOf(to);
  if (fromLayer === undefined)
    return `src/${from} has no place in the direction of imports; give it one in scripts/lint/layers.ts and ARCHITECTURE.md`;
  if (toLayer === undefined)
    return `src/${to} has no place in the direction of imports; give it one in scripts/lint/layers.ts and ARCHITECTURE.md`;
  if (toLayer < fromLayer) return undefined;
  if (toLayer === fromLayer)
    return `src/${from} and src/${to} stand side by side and do not know each other; move what both need to a folder before them`;
  return `src/${from} comes before src/${to} and cannot import from it; move the shared part down, or the caller up`;
}

function layerOf(folder: string): number | undefined {
  const index = LAYERS.findIndex((layer) => layer.includes(folder));
  return index < 0 ? undefined : index;
}
