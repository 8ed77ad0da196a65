/** What the index keeps of a name besides its parts, in one number: which of its party's names it is, and the bits here. */
export const WEAK = 1 << 31;
/** Nothing says that it is a person's, and it may well be one's: see `AnalysedName`. */
export const ANYONES = 1 << 30;

/** Number of the name in its party's record. */
export function numberIn(info: number): number {
  return info & 0x3fffffff;
}

/** The bits alone. */
export function flagsIn(info: number): number {
  return info >>> 30;
}

export function isWeak(info: number): boolean {
  return (info & WEAK) !== 0;
}

export function isAnyones(info: number): boolean {
  return (info & ANYONES) !== 0;
}
