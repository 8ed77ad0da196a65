import type { TradeRole } from '../../model/trade-party.ts';
import { firstFrom } from './hit-search.ts';
import { sentenceEnd } from './sentence.ts';
import type { PlaceHit, TradeHit, TradeHits } from './trade-hits.ts';

/** A party that is there and is not named: 国外企业, "a foreign buyer", "компания из Казахстана". */
export interface Unnamed {
  readonly from: number;
  readonly to: number;
  /** Role of the noun, null where only the sentence can give it. */
  readonly role: TradeRole | null;
  /** Id of the place that it is said to be of. */
  readonly place: string | null;
  readonly because: string;
}

const DEAL_REACH = 80;
const BESIDE = /^(?:\s{1,2}(?:\p{Ll}[\p{L}-]{0,30}\s{1,2})?)?$/u;
const HAN_BESIDE = /^(?:的|一家|几家|多家|某|大型|知名|国防|军工|贸易|石油|能源|航空)?$/u;
const FROM_PLACE = /^\s{1,2}(?:из|з|із|зі|от|from|in|based in|located in)\s{1,2}(?:the\s|Республики\s|г\.\s?)?$/u;
/** Chinese firms that are only called so, as all are at home, say nothing. */
const AT_HOME = /^CN(?:-|$)/;

/** Unnamed parties of a text, in order: a noun with a modifier or a place beside it. */
export function findUnnamed(text: string, hits: TradeHits): readonly Unnamed[] {
  const modifiers = byEnd(hits.of('modifier'));
  const placesByEnd = byEnd(hits.places);
  const placesByStart = new Map(hits.places.map((place) => [place.from, place]));
  const found: Unnamed[] = [];
  for (const { word, from, to } of hits.of('alone')) found.push({ from, to, role: word.role, place: null, because: text.slice(from, to) });
  for (const noun of hits.of('noun')) {
    const zh = noun.word.lang === 'zh';
    let { from, to } = noun;
    let place: PlaceHit | undefined;
    let modified = false;
    for (let round = 0; round < 3; round += 1) {
      const beside = hitBefore(text, from, zh, modifiers) ?? hitBefore(text, from, zh, placesByEnd);
      if (beside === undefined) break;
      if ('place' in beside) place = beside;
      else modified = true;
      ({ from } = beside);
    }
    const behind = zh ? undefined : placeBehind(text, to, placesByStart);
    if (behind !== undefined) {
      place = behind;
      ({ to } = behind);
    }
    if (zh && place !== undefined && AT_HOME.test(place.place)) place = undefined;
    if (!modified && place === undefined) continue;
    if (!noun.word.free && !modified && placeIsTown(place)) continue;
    found.push({ from, to, role: noun.word.free ? noun.word.role : null, place: place?.place ?? null, because: text.slice(from, to) });
  }
  const ordered = found.toSorted((a, b) => a.from - b.from || b.to - a.to);
  return ordered.filter((one, at) => !ordered.slice(Math.max(0, at - 4), at).some((earlier) => earlier.to > one.from));
}

/** "London companies" are no secret: a town counts only with a noun that is a party by itself. */
function placeIsTown(place: PlaceHit | undefined): boolean {
  return place?.place.includes('-') === true;
}

function byEnd<T extends { readonly to: number }>(hits: readonly T[]): ReadonlyMap<number, T> {
  return new Map(hits.map((hit) => [hit.to, hit]));
}

/** The hit that ends right before `from`, or one word before it. */
function hitBefore<T extends TradeHit | PlaceHit>(text: string, from: number, zh: boolean, ends: ReadonlyMap<number, T>): T | undefined {
  for (let end = from; end >= Math.max(0, from - (zh ? 3 : 24)); end -= 1) {
    const hit = ends.get(end);
    if (hit !== undefined && (zh ? HAN_BESIDE : BESIDE).test(text.slice(end, from)) && hit.from < from) return hit;
  }
  return undefined;
}

function placeBehind(text: string, to: number, starts: ReadonlyMap<number, PlaceHit>): PlaceHit | undefined {
  for (let start = to + 2; start <= to + 24; start += 1) {
    const place = starts.get(start);
    if (place !== undefined) return FROM_PLACE.test(text.slice(to, start)) ? place : undefined;
  }
  return undefined;
}

/** The first deal in the rest of the sentence: what makes of "a Russian company" a buyer or a seller. */
export function dealBehind(text: string, to: number, deals: readonly TradeHit[]): TradeHit | undefined {
  const end = Math.min(sentenceEnd(text, to), to + DEAL_REACH);
  const deal = deals[firstFrom(deals, to)];
  return deal !== undefined && deal.from <= end ? deal : undefined;
}
