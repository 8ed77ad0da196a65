import type { TradeRoles } from '../../catalogue/trade-roles.ts';
import type { TradeParty } from '../../model/trade-party.ts';
import { firstFrom } from './hit-search.ts';
import type { PlaceHit, TradeHit, TradeHits } from './trade-hits.ts';
import { alternatives } from './words-pattern.ts';

const REACH = 110;
const NEAR = 6;

/** Places in the position of a destination or of transit, `outside` the names of organisations. */
export function placeRoles(
  text: string,
  hits: TradeHits,
  toPlace: RegExp,
  outside: (from: number, to: number) => boolean,
): readonly TradeParty[] {
  const towards = hits.of('toward');
  const throughs = new Map(hits.of('through').map((hit) => [hit.to, hit]));
  const crossings = hits.of('crossing');
  const markets = hits.of('market');
  return hits.places.flatMap((place): readonly TradeParty[] => {
    const { from, to } = place;
    if (!outside(from, to)) return [];
    const through = before(text, from, throughs);
    const crossing = after(text, crossings, to, through === undefined ? 1 : NEAR);
    const han = /\p{Script=Han}/u.test(text.charAt(from));
    if (
      through !== undefined &&
      (!han || through.to - through.from > 1 || crossing !== undefined || after(text, towards, to, NEAR) !== undefined)
    )
      return [party('transit', text, place, through)];
    if (crossing !== undefined) return [party('transit', text, place, crossing)];
    const market = after(text, markets, to, 1);
    if (market !== undefined) return [party('destination', text, place, market)];
    const toward = towardBefore(text, place, towards, toPlace, han);
    return toward === undefined ? [] : [party('destination', text, place, toward)];
  });
}

function party(role: 'destination' | 'transit', text: string, { place, from, to }: PlaceHit, why: TradeHit): TradeParty {
  return {
    role,
    start: from,
    end: to,
    text: text.slice(from, to),
    named: true,
    kind: 'place',
    place,
    because: text.slice(why.from, why.to),
  };
}

function before(text: string, from: number, ends: ReadonlyMap<number, TradeHit>): TradeHit | undefined {
  for (let end = from; end >= Math.max(0, from - 8); end -= 1) {
    const hit = ends.get(end);
    if (hit !== undefined) return /^\s{0,2}(?:the\s|порт\p{L}{0,2}\s|г\.\s?)?$/u.test(text.slice(end, from)) ? hit : undefined;
  }
  return undefined;
}

/** The next hit behind a place, with few letters of the same clause between. */
function after(text: string, hits: readonly TradeHit[], to: number, most: number): TradeHit | undefined {
  const next = hits[firstFrom(hits, to)];
  if (next === undefined || next.from - to > most) return undefined;
  return /^(?:\s|的|\p{Script=Han}*)$/u.test(text.slice(to, next.from)) ? next : undefined;
}

/** "for delivery to Kazakhstan": the preposition right before the place, the word of motion earlier in the sentence. */
function towardBefore(text: string, { from }: PlaceHit, towards: readonly TradeHit[], toPlace: RegExp, han: boolean): TradeHit | undefined {
  const window = text.slice(Math.max(0, from - 30), from);
  const preposition = toPlace.exec(window)?.[0];
  for (let at = firstFrom(towards, from) - 1, round = 0; at >= 0 && round < 3; at -= 1, round += 1) {
    const toward = towards[at];
    if (toward === undefined || from - toward.to > REACH) return undefined;
    const gap = text.slice(toward.to, from);
    if (/^[\s:：—–-]{0,3}$/u.test(gap)) {
      if (toward.word.free || /[:：]/u.test(gap)) return toward;
      continue;
    }
    if (/[\n。；;!?，]|\p{L}{3}\.\s/u.test(gap)) return undefined;
    if (preposition === undefined) continue;
    if (han ? gap.length <= preposition.length : true) return toward;
  }
  return undefined;
}

/** A preposition at the end of a text, with blanks behind it. */
export function prepositionPattern({ prepositions }: Pick<TradeRoles, 'prepositions'>): RegExp {
  const [han, spelled] = [alternatives(prepositions, 'han'), alternatives(prepositions, 'spelled')];
  return new RegExp(`(?:(?:^|[\\s(])(?:${spelled})\\.?\\s{1,2}|(?:${han}))$`, 'iu');
}
