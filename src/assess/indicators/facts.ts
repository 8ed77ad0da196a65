import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IndicatorTable } from '../../catalogue/indicator-rules.ts';
import type { LineItem } from '../../model/line-item.ts';
import type { Mention } from '../../model/mention.ts';
import type { ListedParty } from '../../model/notice.ts';
import type { ObservationState } from '../../model/observation.ts';
import type { Parameter } from '../../model/parameter.ts';
import type { Lang } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import type { Trade } from '../../model/trade-party.ts';

/** A notice under analysis. `null` stands for what nobody has looked up yet: an indicator that needs it is `unstated`. */
export interface NoticeFacts {
  readonly text: string;
  readonly lang: Lang;
  /** ISO 8601, or null. */
  readonly publishedAt: string | null;
  /** All of the text, contacts too. */
  readonly mentions: readonly Mention[];
  readonly trade: Trade;
  readonly items: readonly LineItem[];
  readonly parameters: readonly Parameter[];
  /** Control entries that may apply, as `list entry`. */
  readonly controls: readonly string[];
  readonly state: ObservationState | null;
  readonly versions: number | null;
  /** Other notices with the same text. */
  readonly copies: number | null;
  readonly listed: readonly ListedParty[] | null;
}

/** What the catalogue knows of goods, makers and indicators. */
export interface IndicatorKnowledge {
  readonly table: IndicatorTable;
  readonly concepts: Catalogue['concepts'];
  readonly makers: Catalogue['makers'];
}

/** A value of a field, where the text says so, and how to tell it where it stands nowhere. */
export interface FactValue {
  readonly value: string | number;
  readonly span?: Span;
  readonly says?: string;
}

/** Values of a field of `src/model/indicator-fields.ts`; null where it is not known. */
export type FieldValues = (facts: NoticeFacts, knowledge: IndicatorKnowledge) => readonly FactValue[] | null;
