/** What two notices are to each other. `edited` covers another stage of one purchase; `translated` is a candidate, never certain. */
export const COPY_RELATIONS = ['verbatim', 'edited', 'partial', 'translated', 'unrelated'] as const;

export type CopyRelation = (typeof COPY_RELATIONS)[number];

/** The relations that make one notice a copy of another. */
export type CopyKind = Exclude<CopyRelation, 'unrelated'>;

/**
 * What a difference is about. Copies may differ in the first row: other stages, days and numbers of one purchase, other channels.
 * Twins of one template differ in the second.
 */
export const DIFFERENCE_KINDS = [
  ...([
    'stage',
    'procedure',
    'round',
    'date',
    'deadline',
    'number',
    'price',
    'contact',
    'contactPerson',
    'publisher',
    'account',
    'signature',
    'words',
  ] as const),
  ...(['goods', 'model', 'class', 'quantity', 'lot', 'phase', 'section', 'place', 'buyer', 'year', 'siblingNumber'] as const),
] as const;

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** UTF-16 offsets, half open. */
export type Range = readonly [start: number, end: number];

/** One thing in which two texts differ: the words of either side as they stand there; null where a side has nothing in its place. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly a: string | null;
  readonly b: string | null;
  readonly aAt: Range | null;
  readonly bAt: Range | null;
}

/** A stretch that both texts have, punctuation and spelling variants aside. */
export interface Aligned {
  readonly a: Range;
  readonly b: Range;
}

/** Answer about two texts. */
export interface PairVerdict {
  readonly relation: CopyRelation;
  /** Probability that one is a copy of the other, 0 to 1; at least .5 for every relation but `unrelated`, below .9 for `translated`. */
  readonly score: number;
  /** Share of what the shorter text says that the longer one says too, 0 to 1, rare words counting more. */
  readonly containment: number;
  /** The same of `a` in `b` and of `b` in `a`. */
  readonly aInB: number;
  readonly bInA: number;
  readonly aligned: readonly Aligned[];
  /** What speaks for a copy, as written in `a`: numbers, days, names, contacts, goods. */
  readonly shared: readonly string[];
  readonly differs: readonly Difference[];
}

/** A fact of a text that recognition found, for texts whose words cannot be compared: `key` is equal where two languages mean the same. */
export interface CopyFact {
  readonly kind: 'good' | 'tradeName' | 'place' | 'party' | 'code' | 'contact' | 'parameter' | 'quantity';
  readonly key: string;
  readonly start: number;
  readonly end: number;
}
