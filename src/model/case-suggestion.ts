import type { CopyKind } from './copy.ts';
import type { CaseItemKind, CaseNotice } from './case.ts';
import type { Claim } from './claim.ts';
import type { NoticeId } from './ids.ts';
import type { Said } from './statement.ts';

export const CASE_FACT_KINDS = ['tradeName', 'good', 'body', 'quote', 'date', 'code', 'link'] as const;
export type CaseFactKind = (typeof CASE_FACT_KINDS)[number];

/** Something that a text says and another may say too. Equal keys mean the same, in whatever language. */
export interface CaseFact {
  readonly kind: CaseFactKind;
  readonly key: string;
  /** Where it stands; null where a field of the reading says it, or a link. */
  readonly said: Said | null;
  /** In words, for the reason. */
  readonly shown: string;
}

/** Why a notice or report may belong to a case. */
export interface SuggestionReason {
  readonly kind: CaseFactKind | 'copy' | 'claim' | 'time';
  readonly points: number;
  readonly why: string;
  /** The notice of the case that it is shared with; null where it is no notice. */
  readonly with: NoticeId | null;
  /** Words there and here; offsets count in the reading that speaks for each. */
  readonly there: Said | null;
  readonly here: Said | null;
}

/** Something that may belong to a case. */
export interface CaseSuggestion {
  readonly kind: Extract<CaseItemKind, 'notice' | 'report' | 'claim'>;
  readonly id: string;
  readonly caption: string;
  /** Of a notice or report. */
  readonly notice?: CaseNotice;
  /** Of a claim, whose caption says who makes it. */
  readonly claim?: Pick<Claim, 'saidAt' | 'recordedAt' | 'quote' | 'forgotten' | 'about'>;
  /** 0 to 100: the sum of its reasons. */
  readonly score: number;
  /** Heaviest first. */
  readonly reasons: readonly SuggestionReason[];
}

/** A notice or report with all that may tie it to others. */
export interface TiedText {
  readonly id: NoticeId;
  readonly url: string;
  /** ISO 8601; null where nobody knows. */
  readonly at: string | null;
  readonly facts: readonly CaseFact[];
  readonly copies: readonly { readonly other: NoticeId; readonly kind: CopyKind; readonly score: number }[];
}

/** The best suggestions, and of how many. */
export interface BestSuggestions {
  readonly items: readonly CaseSuggestion[];
  readonly total: number;
}
