import type { TradeParty } from '../../model/trade-party.ts';
import { firstFrom } from './hit-search.ts';
import type { PlaceHit } from './trade-hits.ts';

/** Between the name of an organisation and where it is. */
const BESIDE = /^[,，(（]?\s{0,2}(?:г\.\s?|м\.\s?|город\s)?$/u;
const REACH = 10;
/** In Chinese notices every second name says where in China it is. */
const HOME = /^CN(?:-|$)/;

/** Parties with the place that stands in their name or right behind it. Adjectives are no place: "Русский мир". */
export function withPlaces(text: string, parties: readonly TradeParty[], places: readonly PlaceHit[]): readonly TradeParty[] {
  const known = places.filter(({ strength }) => strength === 'hard');
  return parties.map((party) => {
    if (!party.named || party.kind !== 'organisation' || party.place !== undefined || party.role === 'publisher') return party;
    let found: PlaceHit | undefined;
    for (let at = firstFrom(known, party.start), round = 0; round < 4; at += 1, round += 1) {
      const place = known[at];
      if (place === undefined || place.from > party.end + REACH) break;
      if (place.to <= party.end || BESIDE.test(text.slice(party.end, place.from))) found = place;
    }
    return found === undefined || HOME.test(found.place) ? party : { ...party, place: found.place };
  });
}
