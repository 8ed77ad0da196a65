import type { Span } from './span.ts';

/** What a party does in the trade of a notice. */
export const TRADE_ROLES = ['buyer', 'seller', 'endUser', 'consignee', 'agent', 'publisher', 'destination', 'transit', 'contact'] as const;
export type TradeRole = (typeof TRADE_ROLES)[number];

export const TRADE_PARTY_KINDS = ['organisation', 'person', 'place', 'phone', 'mail', 'address', 'messenger'] as const;

/** Somebody or some place that a notice names in the trade, or says is there without naming. Both offsets are 0 where it stands in a field alone. */
export interface TradeParty extends Span {
  readonly role: TradeRole;
  /** As written; masked where it is a private person's and was not asked for. */
  readonly text: string;
  /** False for "a foreign company", "国外企业", "иностранная компания". A publisher that says "we" is named: by the page. */
  readonly named: boolean;
  readonly kind: (typeof TRADE_PARTY_KINDS)[number];
  /** ISO country or catalogue id of a place. */
  readonly place?: string;
  /** The words that gave the role. */
  readonly because: string;
  readonly masked?: boolean;
  /** Of a publisher: whether it acts for itself or for somebody else. */
  readonly acts?: 'forItself' | 'onBehalf';
  /** The field of the reading that names it, where one does. */
  readonly field?: string;
}

/** Until when and by which way offers are wanted. */
export interface TradeTerm extends Span {
  readonly term: 'deadline' | 'channel';
  readonly text: string;
  /** Of a deadline: the day as ISO 8601, null where the text gives none that can be read. */
  readonly date: string | null;
  /** The words that gave it. */
  readonly because: string;
  readonly masked?: boolean;
}

/** Who trades, and on which terms: what is read from one notice. */
export interface Trade {
  readonly parties: readonly TradeParty[];
  readonly terms: readonly TradeTerm[];
}
