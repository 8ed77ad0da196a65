import type { TradeRoles } from '../../catalogue/trade-roles.ts';
import type { TradeParty, TradeTerm } from '../../model/trade-party.ts';
import type { TradeHits } from './trade-hits.ts';

const DATE_REACH = 60;
const CONTACT_REACH = 50;
const MOST = 50;
const TIME = /^[\sTв,，]{0,3}(?:上午|下午)?\d{1,2}\s?[:：时時点]\s?(?:\d{2}分?)?(?:\s?整)?/u;

/** Until when and by which way offers are wanted. */
export function findTradeTerms(
  text: string,
  hits: TradeHits,
  contacts: readonly TradeParty[],
  months: TradeRoles['months'],
): readonly TradeTerm[] {
  const terms: TradeTerm[] = [];
  for (const { from, to } of hits.of('deadline').slice(0, MOST)) {
    const window = text.slice(to, to + DATE_REACH);
    const found = firstDate(window.split(/\n\s*\n|。/u)[0] ?? '', months);
    if (found === undefined) continue;
    const behind = TIME.exec(window.slice(found.end))?.[0].length ?? 0;
    const [start, end] = [to + found.start, to + found.end + behind];
    terms.push({ term: 'deadline', start, end, text: text.slice(start, end), date: found.date, because: text.slice(from, to) });
  }
  for (const { from, to } of hits.of('channel').slice(0, MOST)) {
    const contact = contacts.find(
      ({ start, kind }) => start >= to && start - to <= CONTACT_REACH && kind !== 'person' && kind !== 'address',
    );
    const end = contact?.end ?? to;
    terms.push({ term: 'channel', start: from, end, text: text.slice(from, end), date: null, because: text.slice(from, to) });
  }
  const ordered = terms.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return ordered.filter((one, at) => !ordered.slice(Math.max(0, at - 3), at).some(({ term, end }) => term === one.term && end > one.start));
}

const DATES =
  /(?<y>20\d{2})\s?[年./-]\s?(?<m>\d{1,2})\s?[月./-]\s?(?<d>\d{1,2})\s?日?|(?<m2>\d{1,2})\s?月\s?(?<d2>\d{1,2})\s?[日号]|(?<d3>\d{1,2})(?<sep>[./])(?<m3>\d{1,2})[./](?<y3>20\d{2}|\d{2})(?!\d)|(?<d4>\d{1,2})(?:st|nd|rd|th)?\s(?<w4>\p{L}{3,12})\.?,?\s?(?<y4>20\d{2})?|(?<w5>\p{L}{3,12})\.?\s(?<d5>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?<y5>20\d{2}))?/gu;

function firstDate(
  window: string,
  months: TradeRoles['months'],
): { readonly start: number; readonly end: number; readonly date: string | null } | undefined {
  for (const found of window.matchAll(DATES)) {
    const g = found.groups ?? {};
    const word = g['w4'] ?? g['w5'];
    // 12/25/2026 begins with the month; 05/06/2026 may be either
    const [third, second] = g['sep'] === '/' && Number(g['m3']) > 12 ? [g['d3'], g['m3']] : [g['m3'], g['d3']];
    const unsure = g['sep'] === '/' && Number(third) <= 12 && Number(second) <= 12 && third !== second;
    const month = word === undefined ? Number(g['m'] ?? g['m2'] ?? third) : monthOf(word, months);
    const day = Number(g['d'] ?? g['d2'] ?? second ?? g['d4'] ?? g['d5']);
    if (month === undefined || !(month >= 1 && month <= 12 && day >= 1 && day <= 31)) continue;
    const year = g['y'] ?? g['y3'] ?? g['y4'] ?? g['y5'];
    const full = year === undefined ? undefined : year.length === 2 ? `20${year}` : year;
    const date = full === undefined || unsure ? null : isoDay(`${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    return { start: found.index, end: found.index + found[0].trimEnd().length, date };
  }
  return undefined;
}

/** "5 нояб" and "Nov" count for their month. */
function monthOf(word: string, months: TradeRoles['months']): number | undefined {
  const small = word.toLowerCase();
  const whole = months.get(small);
  if (whole !== undefined || small.length < 3) return whole;
  for (const [name, month] of months) if (name.startsWith(small)) return month;
  return undefined;
}

/** Null for a day that no calendar has. */
function isoDay(day: string): string | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
}
