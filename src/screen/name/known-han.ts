/** A name in Han, simplified, with those in Latin letters. */
export type KnownHanName = readonly [han: string, latin: readonly string[]];

/** Names that Chinese has for bodies. */
export interface KnownHan {
  /** Their first two characters. */
  readonly pairs: ReadonlySet<string>;
  /** By their first {@link LONGEST_BEGINNING} characters, or by the whole of shorter ones; the longest first. */
  readonly names: ReadonlyMap<string, readonly KnownHanName[]>;
}

/** Hundreds of names begin with 中国. */
export const LONGEST_BEGINNING = 5;
const NONE: readonly KnownHanName[] = [];

export function knownHan(names: readonly KnownHanName[]): KnownHan {
  return {
    pairs: new Set(names.map(([han]) => han.slice(0, 2))),
    names: Map.groupBy(
      names.toSorted(([a], [b]) => b.length - a.length),
      ([han]) => han.slice(0, LONGEST_BEGINNING),
    ),
  };
}

/** Names of which some may begin at a place of a text, the longest first. */
export function knownFrom(text: string, at: number, { pairs, names }: KnownHan): readonly KnownHanName[] {
  if (!pairs.has(text.slice(at, at + 2))) return NONE;
  const found: KnownHanName[] = [];
  for (let length = Math.min(LONGEST_BEGINNING, text.length - at); length > 1; length -= 1)
    found.push(...(names.get(text.slice(at, at + length)) ?? NONE));
  return found;
}
