import type { TradeParty } from '../../model/trade-party.ts';
import type { TradeHits } from './trade-hits.ts';

/** An address or a house: it ends as such names end, and a clause ends behind it. */
const HAN_PLACE =
  /[：:]?([\p{Script=Han}\d（）()\w#-]{1,39}[院校楼库局厂心园区县市镇乡村路号馆所站司地间室店港场层])(?=[,，。;；、\s]|$)/uy;

/** A place that is only pointed at: what was agreed, all of them, the site, our house. */
const UNNAMED = /指定|约定|^(?:各|现场$|[我贵本该你您](?:公司|单位|司|院|校|局|厂|馆|所|园|库))/u;

/** Where goods are handed over: what stands right behind "送到" and its like, whether the catalogue knows the place or not. `isFree`: nobody else has the span. */
export function handovers(text: string, hits: TradeHits, isFree: (from: number, to: number) => boolean): readonly TradeParty[] {
  return hits.of('handover').flatMap(({ from, to }): readonly TradeParty[] => {
    HAN_PLACE.lastIndex = to;
    const place = HAN_PLACE.exec(text)?.[1];
    if (place === undefined || UNNAMED.test(place)) return [];
    const end = HAN_PLACE.lastIndex;
    const start = end - place.length;
    if (!isFree(start, end)) return [];
    return [{ role: 'destination', start, end, text: place, named: true, kind: 'place', because: text.slice(from, to) }];
  });
}
