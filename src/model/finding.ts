import type { Span } from './span.ts';

/** A piece of the notice that speaks for or against: a quoted span, or a plain sentence where nothing can be quoted. */
export interface FindingReason {
  readonly text: string;
  readonly span?: Span;
}

/**
 * What may apply to a notice, never a verdict. Of a control: `met` (what the text states passes every limit), `unmet` (a stated value contradicts), `unstated` (goods fit, the threshold's value is
 * not in the text), `candidate` (a code alone). Of an indicator: `seen`, `unstated` (cannot be told yet), `absent`.
 */
export interface Finding {
  readonly indicator?: string;
  /** Ids of the same red flag in other documents. */
  readonly alsoIn?: readonly string[];
  /** Ids of red flags that say more than a notice can show: what was looked for is a part of them. */
  readonly partOf?: readonly string[];
  readonly control?: {
    readonly regime: string;
    readonly list: string;
    readonly entry: string;
    readonly inForceFrom: string | null;
    readonly inForceTo: string | null;
  };
  /** Concepts of the goods that a control is about; absent where only a code speaks for it, and of red flags. */
  readonly goods?: readonly string[];
  readonly title: string;
  readonly status: 'met' | 'unmet' | 'unstated' | 'candidate' | 'seen' | 'absent';
  readonly for: readonly FindingReason[];
  readonly against: readonly FindingReason[];
  /** What the text would have to say; of a control also the conditions of its entry that are no limits: even where it is `met`, somebody must look at them. */
  readonly missing: readonly string[];
  /** Document, date and how sure the data are. */
  readonly source: string;
  readonly confidence?: 'verbatim' | 'transcribed' | 'secondary';
  /** Number of the line item, or null for the notice as a whole. */
  readonly item: number | null;
}
