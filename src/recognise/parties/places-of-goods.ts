import type { Mention } from '../../model/mention.ts';
import type { TradeParty } from '../../model/trade-party.ts';

/**
 * The parties without places that are goods: a label may say what is done as well as where (`Поставка: тепловизор`, `Delivery: 5 drones`), and what stands behind it and is no known place names what is
 * delivered where counted goods stand in it. `mentions` are of the same text, in its order. Linear in the mentions for each such place.
 */
export function withoutPlacesOfGoods(parties: readonly TradeParty[], mentions: readonly Mention[]): readonly TradeParty[] {
  return parties.filter(
    (party) => !isRawPlace(party) || !mentions.some(({ counted, start, end }) => counted && start >= party.start && end <= party.end),
  );
}

/** The value of a label as it is, in the text. */
function isRawPlace({ kind, place, start, end }: TradeParty): boolean {
  return kind === 'place' && place === undefined && end > start;
}
