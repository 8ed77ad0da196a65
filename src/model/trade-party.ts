import type { Span } from './span.ts';

/** What a party does in the trade of a notice. */
export type TradeRole = 'buyer' | 'seller' | 'endUser' | 'agent' | 'publisher' | 'destination' | 'transit' | 'contact';

/** Somebody or some place that a notice names in the trade, or says is there without naming. */
export interface TradeParty extends Span {
  readonly role: TradeRole;
  /** As written; masked where it is a private person's and was not asked for. */
  readonly text: string;
  /** False for "a foreign company", "国外企业", "иностранная компания". */
  readonly named: boolean;
  readonly kind: 'organisation' | 'person' | 'place' | 'phone' | 'mail' | 'address' | 'messenger';
  /** ISO country or catalogue id of a place. */
  readonly place?: string;
  /** The words that gave the role. */
  readonly because: string;
  readonly masked?: boolean;
}
