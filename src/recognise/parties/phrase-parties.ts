import type { TradeParty } from '../../model/trade-party.ts';
import type { TradeHits } from './trade-hits.ts';

/** What a cue such as "по поручению" or "on behalf of" is followed by: words in quotes, or up to six words of which one of the first two has a capital. */
const PHRASE =
  /\s{1,2}(?:(?:the|г\.|города)\s)?((?:[\p{L}\d№/-]{1,40}\s{1,2}){0,1}(?:[«"“][^»"”\n]{1,100}[»"”]|\p{Lu}[\p{L}\d№/.-]{1,40}(?:\s(?:of|and|the|for|\p{Lu}[\p{L}\d-]{1,40}|\d{3,6})){0,6}))/uy;

/** Parties behind cues of several words in Russian, Ukrainian and English that have no form of an organisation: "для нужд Минобороны". */
export function phraseParties(
  text: string,
  hits: TradeHits,
  taken: readonly { readonly start: number; readonly end: number }[],
): readonly TradeParty[] {
  const busy = taken.map(({ start }) => start).toSorted((a, b) => a - b);
  return hits.of('cue').flatMap(({ word, from, to }): readonly TradeParty[] => {
    if (word.lang === 'zh' || word.role === null || !/\s/u.test(text.slice(from, to))) return [];
    if (busy.some((start) => start >= to && start - to <= 40)) return [];
    PHRASE.lastIndex = to;
    const found = PHRASE.exec(text);
    if (found === null) return [];
    const name = (found[1] ?? '').replace(/(?:\s(?:of|and|the|for))+$|[.-]+$/u, '');
    if (/^(?:The|Our|This|Your|I|We)$/u.test(name)) return [];
    const start = to + found[0].indexOf(found[1] ?? '');
    return [
      { role: word.role, start, end: start + name.length, text: name, named: true, kind: 'organisation', because: text.slice(from, to) },
    ];
  });
}
