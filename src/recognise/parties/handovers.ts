import type { TradeRoles } from '../../catalogue/trade-roles.ts';
import type { TradeParty } from '../../model/trade-party.ts';
import type { TradeHits } from './trade-hits.ts';
import { alternatives } from './words-pattern.ts';

/**
 * Where goods are handed over: what stands right behind "送到" and its like, whether the catalogue knows the place or not; not what is only pointed at. `isFree`: nobody else has
 * the span.
 */
export function handovers(
  text: string,
  hits: TradeHits,
  { place, pointedAt }: PlacePatterns,
  isFree: (from: number, to: number) => boolean,
): readonly TradeParty[] {
  return hits.of('handover').flatMap(({ from, to }): readonly TradeParty[] => {
    place.lastIndex = to;
    const found = place.exec(text)?.[1];
    if (found === undefined || pointedAt.test(found)) return [];
    const end = place.lastIndex;
    const start = end - found.length;
    if (!isFree(start, end)) return [];
    return [{ role: 'destination', start, end, text: found, named: true, kind: 'place', because: text.slice(from, to) }];
  });
}

/** An address or a house at `lastIndex`: it ends as such names end, and a clause ends behind it. And words of one that is not named. */
export interface PlacePatterns {
  readonly place: RegExp;
  readonly pointedAt: RegExp;
}

/** Compiles {@link PlacePatterns}. */
export function placePatterns({ placeEndings, unnamedPlaces }: Pick<TradeRoles, 'placeEndings' | 'unnamedPlaces'>): PlacePatterns {
  const { anywhere, first, alone } = unnamedPlaces;
  return {
    place: new RegExp(String.raw`[：:]?([\p{Script=Han}\d（）()\w#-]{1,39}(?:${alternatives(placeEndings)}))(?=[,，。;；、\s]|$)`, 'uy'),
    pointedAt: new RegExp(`${alternatives(anywhere)}|^(?:${alternatives(first)}|(?:${alternatives(alone)})$)`, 'u'),
  };
}
