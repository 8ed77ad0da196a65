/** Layers of the engine that an ablation can leave out: see `npm run -s eval -- names --ablate`. */
export const NAME_LAYERS = ['glossary', 'frequencies', 'skeleton', 'typing', 'readings', 'givenNames', 'joined', 'qualifiers'] as const;
export type NameLayer = (typeof NAME_LAYERS)[number];

export function isLayer(name: string): name is NameLayer {
  return (NAME_LAYERS as readonly string[]).includes(name);
}
