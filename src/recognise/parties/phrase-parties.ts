import type { TradeParty } from '../../model/trade-party.ts';
import type { TradeHits } from './trade-hits.ts';

/** What a cue such as "по поручению" or "on behalf of" is followed by: words in quotes, or a capital and what belongs to it. */
const QUOTED = /[ \u00a0]{1,2}((?:[\p{L}\d№/-]{1,40}[ \u00a0]{1,2}){0,2}[«"“][^»"”\n]{1,100}[»"”])/uy;
const ENGLISH = /[ \u00a0]{1,2}(?:the )?(\p{Lu}[\p{L}\d.-]{0,40}(?: (?:of|and|the|for|\p{Lu}[\p{L}\d-]{1,40})){0,7})/uy;
/** In Russian and Ukrainian the name may go on in small letters, up to a preposition. */
const CYRILLIC =
  /[ \u00a0]{1,2}(\p{Lu}[\p{L}\d.-]{1,40}(?: (?!(?:в|во|на|по|из|для|с|со|от|при|и|к|о|об|з|із|та|до|у|за|під|через)(?: |$))[\p{L}\d№-]{1,40}){0,8})/uy;

/** Parties behind cues of several words in Russian, Ukrainian and English that have no form of an organisation: "для нужд Минобороны". */
export function phraseParties(
  text: string,
  hits: TradeHits,
  taken: readonly { readonly start: number; readonly end: number }[],
): readonly TradeParty[] {
  const busy = taken.map(({ start }) => start).toSorted((a, b) => a - b);
  const nouns = new Set(hits.of('noun').map((noun) => noun.from));
  return hits.of('cue').flatMap(({ word, from, to }): readonly TradeParty[] => {
    if (word.lang === 'zh' || word.role === null || !/\s/u.test(text.slice(from, to))) return [];
    if (busy.some((start) => start >= to && start - to <= 40)) return [];
    const found = match(QUOTED, text, to) ?? match(word.lang === 'en' ? ENGLISH : CYRILLIC, text, to);
    if (found === null) return [];
    const name = (found[1] ?? '').replace(/(?:\s(?:of|and|the|for))+$|[.-]+$/u, '');
    if (/^(?:The|Our|This|Your|I|We)$/u.test(name)) return [];
    const start = to + found[0].indexOf(found[1] ?? '');
    // "для нужд Заказчика" names nobody
    if (nouns.has(start) && !/\s/u.test(name)) return [];
    return [
      { role: word.role, start, end: start + name.length, text: name, named: true, kind: 'organisation', because: text.slice(from, to) },
    ];
  });
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
