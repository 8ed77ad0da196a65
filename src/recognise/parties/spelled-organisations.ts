import type { Organisation } from './organisations.ts';
import { sentenceEnd } from './sentence.ts';
import type { TradeHit, TradeHits } from './trade-hits.ts';

const CAPITALS = /^[\p{Lu}\d./ -]+$/u;
const QUOTED = /[ \u00a0,-]{0,3}(?:(?!["«“„])[\p{L}\d./-]{1,40}[ \u00a0]{1,2}){0,8}["«“„'][^"»”“'\n]{1,120}["»”']/uy;
const CAPITALISED = /[ \u00a0]{1,2}\p{Lu}[\p{L}\d.’'-]{0,40}(?:[ \u00a0]{1,2}\p{Lu}[\p{L}\d.’'-]{0,40}){0,3}/uy;
const LATIN_NAME = /[ \u00a0]{1,2}[A-Z][\w.&’'-]{1,40}(?:[ \u00a0]{1,2}[A-Z][\w.&’'-]{0,40}){0,3}/y;
const LONGEST_BODY = 110;
/** Words with which a sentence goes on behind the name of an authority. */
const BODY_STOP = /[,;:()\n]|\s(?:на|для|при|при|провод\p{L}*|извещ\p{L}*|и|та|про|щодо)\s|\s[—–-]\s|\s\d{2,}[.:]/u;
const ENGLISH_BODY = /(?:[ \u00a0](?:of|the|and|for|[A-Z][\w’'-]{0,40})){0,10}/y;
const ENGLISH_BEFORE = /(?:(?:[A-Z][\w’'.&-]{0,40}|&|and|of|for|de)(?:,? )){1,9}$/;
const ENGLISH_LEADING =
  /^(?:(?:The|the|and|of|for|de|&|A|An|By|From|To|For|In|With|And|At|On|Buyer|Supplier|Seller|Our|Purchase|Contact),? )+/;

/** Names in Cyrillic and Latin letters: by legal form with quotes or capitals, by the name of an authority, in English by their last word. */
export function spelledOrganisations(text: string, hits: TradeHits): readonly Organisation[] {
  const found: Organisation[] = [];
  for (const hit of hits.of('form')) {
    const one = hit.word.lang === 'en' ? englishName(text, hit) : nameAfterForm(text, hit);
    if (one !== undefined) found.push(one);
  }
  const deals = hits.of('deal');
  let deal = 0;
  for (const hit of hits.of('body')) {
    for (; (deals[deal]?.from ?? Infinity) < hit.to; deal += 1);
    const one = authority(text, hit, deals[deal]?.from ?? Infinity);
    if (one !== undefined) found.push(one);
  }
  return joined(
    text,
    found.toSorted((a, b) => a.from - b.from || b.to - a.to),
  );
}

function nameAfterForm(text: string, { from, to }: TradeHit): Organisation | undefined {
  const form = text.slice(from, to);
  const abbreviation = form.length <= 8 && CAPITALS.test(form);
  // a short form in small letters is a word: "ао", "пп"
  if (form.length <= 5 && !abbreviation && !/^[Кк]омп|^[Фф]ирм|^[Зз]авод/u.test(form)) return undefined;
  QUOTED.lastIndex = to;
  const quoted = QUOTED.exec(text);
  if (quoted !== null && (abbreviation || quoted[0].length < 110)) return { from, to: QUOTED.lastIndex };
  const pattern = abbreviation || form.length > 14 ? CAPITALISED : LATIN_NAME;
  pattern.lastIndex = to;
  const capitals = pattern.exec(text);
  return capitals === null ? undefined : { from, to: to + capitals[0].trimEnd().replace(/(?<![\s.]\p{Lu})\.$|[’'-]+$/u, '').length };
}

function authority(text: string, { word, from, to }: TradeHit, deal: number): Organisation | undefined {
  const name = text.slice(from, to);
  if (word.lang === 'en') {
    if (!/^[A-Z]/.test(name)) return undefined;
    ENGLISH_BODY.lastIndex = to;
    const rest = (ENGLISH_BODY.exec(text)?.[0] ?? '').replace(/(?:\s(?:of|the|and|for))+$/, '');
    return { from, to: to + rest.length };
  }
  if (!/^\p{Lu}/u.test(name) && !name.includes('/') && !/^\s(?:№\s?)?\d{4,6}/u.test(text.slice(to, to + 10))) return undefined;
  if (name.length <= 5 && !CAPITALS.test(name) && !name.includes('/')) return undefined;
  const end = Math.min(deal, sentenceEnd(text, to), to + LONGEST_BODY);
  const rest = text.slice(to, end);
  const stop = BODY_STOP.exec(`${rest} `)?.index ?? rest.length;
  const whole = rest.slice(0, stop).trimEnd().replace(/[.]$/u, '');
  // a word cut off at the limit is no part of a name
  const kept = to + LONGEST_BODY === end ? whole.replace(/\s\S*$/u, '') : whole;
  return { from, to: to + kept.length };
}

function englishName(text: string, { from, to }: TradeHit): Organisation | undefined {
  if (!/^[A-Z]/.test(text.charAt(from))) return undefined;
  const before = ENGLISH_BEFORE.exec(text.slice(Math.max(0, from - 120), from))?.[0] ?? '';
  const name = before.replace(ENGLISH_LEADING, '');
  if (!/[A-Z]/.test(name)) return undefined;
  const stop = text.charAt(to) === '.' && /^(?:Ltd|Inc|Corp|Co|S\.A|S\.r\.l)$/.test(text.slice(from, to)) ? 1 : 0;
  return { from: from - name.length, to: to + stop };
}

/** One name found by two of its words is one: Foo Group Ltd; a name inside an authority's gives way. */
function joined(text: string, found: readonly Organisation[]): readonly Organisation[] {
  const kept: Organisation[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    if (last !== undefined && one.from <= last.to) kept[kept.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
    else kept.push(one);
  }
  return kept.filter(({ from, to }) => to - from <= 260 && text.slice(from, to).trim() !== '');
}
