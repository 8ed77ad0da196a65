import type { TradeRoles } from '../../catalogue/trade-roles.ts';
import type { TradeParty, TradeRole } from '../../model/trade-party.ts';
import { firstFrom } from './hit-search.ts';
import type { Organisation } from './organisations.ts';
import { sentenceEnd, sentenceStart } from './sentence.ts';
import type { TradeHit, TradeHits } from './trade-hits.ts';
import type { Unnamed } from './unnamed.ts';
import { dealBehind } from './unnamed.ts';
import { alternatives } from './words-pattern.ts';

/** Between a word that gives a role and the party. */
const GAP = 36;
const DEAL_REACH = 90;
const TOUCHING = 0;
/** In Chinese a deal that begins farther behind a comma or colon is of somebody else. */
const NEXT_CLAUSE = 12;
/** Characters between a spelled name and its verb. */
const BUYS = 40;
const SELLS = 12;

/** Who does what in running text: organisations and unnamed parties with a word before or behind them that gives a role. */
export function runningParties(
  text: string,
  hits: TradeHits,
  organisations: readonly Organisation[],
  unnamed: readonly Unnamed[],
  copula: RegExp,
): readonly TradeParty[] {
  const cues = [...hits.of('cue'), ...hits.of('label').filter(({ word }) => word.kind === 'organisation')].toSorted((a, b) => a.to - b.to);
  const cuesByStart = cues.toSorted((a, b) => a.from - b.from);
  const cueEnds = cues.map(({ to }) => ({ from: to }));
  const behinds = new Map(hits.of('behind').map((hit) => [hit.from, hit]));
  const deals = hits.of('deal');
  const parties: TradeParty[] = [];
  const principals: number[] = [];
  /** Unnamed buyers of whom nobody says that they asked somebody. */
  const openBuyers: number[] = [];

  const byWords = (from: number, to: number): { readonly role: TradeRole; readonly because: string } | undefined => {
    const behind = behinds.get(to) ?? behinds.get(to + 1);
    const cue = cueBefore(text, from, cues, cueEnds, copula);
    if (cue !== undefined) {
      const short = cue.word.lang === 'zh' && cue.to - cue.from === 1;
      if (!short || (behind !== undefined && behind.word.role === cue.word.role)) {
        const because = text.slice(cue.from, cue.to) + (short && behind !== undefined ? `…${text.slice(behind.from, behind.to)}` : '');
        if (cue.word.role !== null) return { role: cue.word.role, because };
      }
    }
    return undefined;
  };

  for (const one of unnamed) {
    if (organisations.some(({ from, to }) => from < one.to && one.from < to && to - from > one.to - one.from)) continue;
    const words = byWords(one.from, one.to);
    const deal = words === undefined && one.role === null ? dealBehind(text, one.to, deals) : undefined;
    const role = words?.role ?? one.role ?? deal?.word.role;
    if (role === undefined || role === null) continue;
    if (role === 'buyer') (words === undefined ? openBuyers : principals).push(one.from);
    parties.push({
      role,
      start: one.from,
      end: one.to,
      text: text.slice(one.from, one.to),
      named: false,
      kind: 'organisation',
      ...(one.place === null ? {} : { place: one.place }),
      because: words?.because ?? (deal === undefined ? one.because : text.slice(deal.from, deal.to)),
    });
  }
  const roles = organisations.map(({ from, to }) => byWords(from, to));
  organisations.forEach(({ from }, at) => {
    if (roles[at]?.role === 'buyer') principals.push(from);
  });
  const known = new Set(principals);
  organisations.forEach((one, at) => {
    const words = roles[at];
    const name = text.slice(one.from, one.to);
    if (words !== undefined) {
      if (words.role === 'buyer') principals.push(one.from);
      parties.push({
        role: words.role,
        start: one.from,
        end: one.to,
        text: name,
        named: true,
        kind: 'organisation',
        because: words.because,
      });
      return;
    }
    const asks = askedBy(text, one, cuesByStart, known);
    if (asks !== undefined) {
      parties.push({ role: 'agent', start: one.from, end: one.to, text: name, named: true, kind: 'organisation', because: asks });
      return;
    }
    const deal = dealOf(text, one, organisations[at + 1]?.from ?? Infinity, deals);
    if (deal === undefined || deal.word.role === null) return;
    const begin = sentenceStart(text, one.from, 120);
    // whoever is asked by somebody else to buy is an agent
    const asked = deal.word.role === 'buyer' && principals.some((from) => from >= begin && from < deal.from && from !== one.from);
    // 商会关于国外企业采购…: whoever speaks of another's purchase publishes it
    const speaks = deal.word.role === 'buyer' && openBuyers.some((from) => from >= one.to && from < deal.from);
    if (speaks) {
      parties.push({ ...party(text, one, 'publisher', deal), acts: 'onBehalf' });
      return;
    }
    const second = parties.some(({ named, role, start, end }) => named && role === 'buyer' && start >= begin && end <= one.from);
    if (second && !asked) return;
    parties.push(party(text, one, asked ? 'agent' : deal.word.role, deal));
  });
  for (const { word, from, to } of hits.of('we')) {
    const begin = sentenceStart(text, from, 120);
    const onBehalf = [...principals, ...openBuyers].some((principal) => principal >= begin && principal - to < 120);
    parties.push({
      role: word.role ?? 'publisher',
      start: from,
      end: to,
      text: text.slice(from, to),
      named: true,
      kind: 'organisation',
      acts: onBehalf ? 'onBehalf' : 'forItself',
      because: text.slice(from, to),
    });
  }
  return parties;
}

function party(text: string, { from, to }: Organisation, role: TradeRole, why: TradeHit): TradeParty {
  return {
    role,
    start: from,
    end: to,
    text: text.slice(from, to),
    named: true,
    kind: 'organisation',
    because: text.slice(why.from, why.to),
  };
}

function cueBefore(
  text: string,
  from: number,
  cues: readonly TradeHit[],
  ends: readonly { readonly from: number }[],
  copula: RegExp,
): TradeHit | undefined {
  // the nearest that ends at `from` or before
  for (let at = firstFrom(ends, from + 1) - 1, round = 0; at >= 0 && round < 4; at -= 1, round += 1) {
    const cue = cues[at];
    if (cue === undefined || from - cue.to > GAP) return undefined;
    if (copula.test(text.slice(cue.to, from))) return cue;
  }
  return undefined;
}

/** What an organisation does: in Chinese buying anywhere in the sentence, selling only where it touches; else the first deal behind it. */
function dealOf(text: string, { from, to }: Organisation, next: number, deals: readonly TradeHit[]): TradeHit | undefined {
  const zh = /\p{Script=Han}/u.test(text.slice(from, to));
  // a Chinese title names further organisations inside what is bought; behind a comma another one speaks
  const limit = zh && next < Infinity && !/[，,]/u.test(text.slice(to, next)) ? Infinity : next;
  const sentence = Math.min(sentenceEnd(text, to), to + DEAL_REACH, limit);
  const clause = text.slice(to, sentence).search(/[，,：:]/u);
  const end = zh && clause !== -1 ? Math.min(sentence, to + Math.max(NEXT_CLAUSE, clause)) : sentence;
  let first: TradeHit | undefined;
  for (let at = firstFrom(deals, to); at < deals.length; at += 1) {
    const deal = deals[at];
    if (deal === undefined || deal.from > end) break;
    if (!zh) {
      const near = deal.from - to <= (deal.word.role === 'seller' ? SELLS : BUYS);
      return near && !/[,;:]/u.test(text.slice(to, deal.from)) ? deal : undefined;
    }
    if (deal.from - to <= TOUCHING && deal.word.role === 'seller') return deal;
    if (deal.word.role === 'buyer') return deal;
    first ??= deal;
  }
  return first !== undefined && first.from - to <= TOUCHING ? first : undefined;
}

/** 甲公司受乙大学委托: the words behind an organisation that make it another's agent. */
function askedBy(text: string, { to }: Organisation, cues: readonly TradeHit[], principals: ReadonlySet<number>): string | undefined {
  const cue = cues[firstFrom(cues, to)];
  if (cue === undefined || cue.from - to > 1 || cue.word.role !== 'buyer' || cue.word.lang !== 'zh') return undefined;
  return principals.has(cue.to) ? text.slice(cue.from, cue.to) : undefined;
}

/** White space, signs and copulas alone. */
export function copulaPattern({ copulas }: Pick<TradeRoles, 'copulas'>): RegExp {
  const words = alternatives(copulas);
  return new RegExp(`^[\\s—–:："«“„'(-]{0,6}(?:(?:${words})[\\s—–:："«“„'(-]{0,4}){0,2}$`, 'iu');
}
