import type { Finding } from './finding.ts';
import type { LineItem } from './line-item.ts';
import type { Scan } from './mention.ts';
import type { ListedParty } from './notice.ts';
import type { ObservationState } from './observation.ts';
import type { Parameter } from './parameter.ts';
import type { Trade } from './trade-party.ts';

/** All that is said of one text: what it mentions, its items and values, who trades, and what may apply. */
export interface Analysis extends Scan, Trade {
  readonly items: readonly LineItem[];
  readonly parameters: readonly Parameter[];
  readonly findings: readonly Finding[];
  /** Only where the text is evidently not in its own words: what it names cannot be found then. */
  readonly garbled?: Garbled;
}

/** How a text lost its words: bytes `written` in one encoding were read as another (WHATWG names); null where only the loss is evident. */
export interface Garbled {
  readonly written: string | null;
  readonly readAs: string | null;
}

/** What is known of a notice beside its text; null where nobody has looked. */
export interface AnalysisContext {
  readonly fields: Readonly<Record<string, string>>;
  /** ISO 8601: controls are those in force on that day. Null: today's. */
  readonly publishedAt: string | null;
  readonly state: ObservationState | null;
  readonly versions: number | null;
  readonly copies: number | null;
  readonly listed: readonly ListedParty[] | null;
}
