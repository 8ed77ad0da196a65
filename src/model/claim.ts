import type { Digest } from './digest.ts';
import type { CaseId, ClaimId, NoticeId } from './ids.ts';
import type { Span } from './span.ts';

export const PURPOSES = ['civil', 'military', 'police', 'research', 'own', 'resale'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a claim is taken to say by whoever recorded it, beside what is recognised in its quote. */
export interface Assertions {
  /** Concepts of the catalogue that it says the notice is about. */
  readonly goods: readonly string[];
  /** Concepts of the catalogue that it says the notice is not about. */
  readonly notGoods: readonly string[];
  /** What it says the goods are instead, in words: `toys`. Names of `not-controlled` goods of the catalogue. */
  readonly otherGoods: readonly string[];
  /** Where it says the goods go: ISO countries or ids of places. */
  readonly destinations: readonly string[];
  readonly purposes: readonly Purpose[];
  /** `false`: it says that there was no such notice; `true`: that there was. Null where it says neither. */
  readonly published: boolean | null;
}

export const NO_ASSERTIONS: Assertions = {
  goods: [],
  notGoods: [],
  otherGoods: [],
  destinations: [],
  purposes: [],
  published: null,
};

/** What somebody says about notices: a denial, an explanation, a confirmation. */
export interface NewClaim {
  readonly id: ClaimId;
  /** Whoever says it, as an analyst names them. */
  readonly who: string;
  /** When it was said: ISO 8601, a day or a time; null where nobody knows. */
  readonly saidAt: string | null;
  /** Its words, as published. */
  readonly quote: string;
  /** The capture that the quote stands in; null: it was heard, or is nowhere kept. */
  readonly capture: Digest | null;
  /** Where it stands in the text of that capture; null where it does not stand there word for word. */
  readonly at: Span | null;
  /** Notices that it is about. */
  readonly about: readonly NoticeId[];
  readonly asserts: Assertions;
  readonly by: string;
  readonly recordedAt: string;
}

export interface Claim extends NewClaim {
  /** Its quote is gone, because the capture that it was taken from was forgotten by order. */
  readonly forgotten: boolean;
  /** Who took it back, when and why; null while it counts. */
  readonly withdrawn: { readonly by: string; readonly at: string; readonly why: string } | null;
  /** Cases that hold it. */
  readonly cases: readonly CaseId[];
}
