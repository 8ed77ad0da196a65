import type { Digest } from './digest.ts';
import type { NoticeId } from './ids.ts';
import type { Said } from './statement.ts';

export const CLAIM_VERDICTS = ['contradicts', 'agrees', 'unsaid'] as const;

/** What the notice does to the claim. `unsaid`: the notice says nothing of it, which neither supports nor contradicts it. */
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

export const CLAIM_TOPICS = ['goods', 'destination', 'purpose', 'publication'] as const;
export type ClaimTopic = (typeof CLAIM_TOPICS)[number];

/** One thing that a claim says, set against what one notice says of it. */
export interface ClaimFinding {
  readonly about: ClaimTopic;
  /** What the claim says: `toys`, `not counter_uav_detect`, `KZ`, `not RU`, `civil`, `not published`. */
  readonly says: string;
  readonly verdict: ClaimVerdict;
  /** Why, in one sentence. */
  readonly basis: string;
  /** Words of the quote; null where whoever recorded the claim took it to say so. */
  readonly claim: Said | null;
  /** Words of the notice; null where it says nothing of it, or where a capture alone shows it. */
  readonly notice: (Said & { readonly names: string }) | null;
}

/** A claim against one notice. Offsets of `claim` count in the quote, those of `notice` in the reading of `capture`. */
export interface ClaimComparison {
  readonly notice: NoticeId;
  /** Capture whose text was compared; null where there is none, or it was forgotten. */
  readonly capture: Digest | null;
  readonly findings: readonly ClaimFinding[];
}
