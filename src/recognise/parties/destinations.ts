import type { TradeParty, TradeRole } from '../../model/trade-party.ts';

/** What says most about where goods go comes first. */
const ORDER: readonly TradeRole[] = ['destination', 'endUser', 'consignee', 'buyer'];

/** ISO 3166-1 countries that the goods of a notice are to go to, each once, most telling first: destinations, then where end users, consignees and buyers are. */
export function destinationsOf(parties: readonly TradeParty[]): readonly string[] {
  const countries = ORDER.flatMap((role) =>
    parties
      .filter((party) => party.role === role)
      .flatMap(({ place }) => (place !== undefined && /^[A-Z]{2}(?:-|$)/.test(place) ? [place.slice(0, 2)] : [])),
  );
  return [...new Set(countries)];
}
