import { foldLabel } from '../../catalogue/fold-label.ts';
import type { TradeRoles, TradeWord } from '../../catalogue/trade-roles.ts';
import type { Span } from '../../model/span.ts';
import type { Trade, TradeParty, TradeRole } from '../../model/trade-party.ts';
import { findContactParties } from './contacts.ts';
import { fieldParties } from './field-parties.ts';
import { handovers, placePatterns } from './handovers.ts';
import { headBuyer } from './head-buyer.ts';
import { labelledParties, valuePatterns } from './labelled-parties.ts';
import { labelledValues } from './labelled-values.ts';
import { isPrivate } from './mask-parties.ts';
import { findOrganisations } from './organisations.ts';
import { personPattern } from './persons.ts';
import { phraseParties } from './phrase-parties.ts';
import { placeRoles, prepositionPattern } from './place-roles.ts';
import { withPlaces } from './party-places.ts';
import { copulaPattern, runningParties } from './running-roles.ts';
import type { Program } from '../compile.ts';
import { createTradeHits } from './trade-hits.ts';
import { findTradeTerms } from './trade-terms.ts';
import { findUnnamed } from './unnamed.ts';

/** Reads who trades and on which terms. Pure: the same text, fields and catalogue give the same answer. */
export interface TradeFinder {
  /**
   * Parties with their roles, in the order of the text, those of fields alone first. Linear in the text; never throws. Nothing is masked. `goods`: where the text names
   * goods, in its order; no contact person is looked for there.
   */
  find(text: string, fields?: Readonly<Record<string, string>>, goods?: readonly Span[]): Trade;
}

/** Whoever of them is named leaves none to be looked for in the head. */
const DEALERS: ReadonlySet<TradeRole> = new Set(['buyer', 'seller', 'endUser', 'consignee', 'publisher']);
/** Parties listed of one text, beside private persons and ways to reach them: all those are, since what is not listed is not masked. */
const MOST = 300;

/** Looks for the words of trade-roles.yaml with the places of the catalogue, as {@link compileTradeWords} compiles them. */
export function createTradeFinder(roles: TradeRoles, program: Program): TradeFinder {
  const hitsOf = createTradeHits(roles, program);
  const copula = copulaPattern(roles);
  const toPlace = prepositionPattern(roles);
  const patterns = valuePatterns(roles);
  const houses = placePatterns(roles);
  const persons = personPattern(roles.honorifics);
  const agents = roles.words.filter(({ role, lang }) => role === 'agent' && lang === 'zh').map(({ text }) => text);
  const labels = new Map<string, TradeWord>(roles.words.filter(({ is }) => is === 'label').map((word) => [foldLabel(word.text), word]));

  const read = (text: string, goods: readonly Span[] = []): Trade => {
    const hits = hitsOf(text);
    const organisations = findOrganisations(text, hits);
    const unnamed = findUnnamed(text, hits);
    const values = labelledValues(text, hits);
    const labelled = labelledParties(text, values, organisations, unnamed, hits.places, patterns);
    const free = (one: { readonly from: number; readonly to: number }): boolean => !overlaps(labelled, one.from, one.to);
    const running = runningParties(text, hits, organisations.filter(free), unnamed.filter(free), copula);
    const phrases = phraseParties(text, hits, [...labelled, ...running]);
    const names = inOrder([...organisations.map(spanOf), ...phrases, ...labelled]);
    const places = placeRoles(text, hits, toPlace, (from, to) => !overlapsSorted(names, from, to));
    const taken = inOrder([...labelled, ...places]);
    const handedOver = handovers(text, hits, houses, (from, to) => !overlapsSorted(taken, from, to));
    const dealers = [...labelled, ...running, ...phrases].filter(({ role }) => DEALERS.has(role));
    const head = dealers.length > 0 ? null : headBuyer(text, organisations, agents);
    const contacts = findContactParties(text, hits, values, persons, [...goods, ...organisations.map(spanOf)]);
    const parties = inOrder([
      ...withPlaces(text, [...labelled, ...running, ...phrases, ...(head === null ? [] : [head])], hits.places),
      ...places,
      ...handedOver,
      ...contacts,
    ]);
    return { parties, terms: findTradeTerms(text, hits, inOrder([...contacts]), roles.months) };
  };

  return {
    find(text, fields = {}, goods = []) {
      const { parties, terms } = read(text, goods);
      const ofFields = fieldParties(text, fields, labels, (line) => read(line));
      return { parties: distinct([...ofFields, ...parties]).filter((party, n) => n < MOST || isPrivate(party)), terms };
    },
  };
}

function spanOf({ from, to }: { readonly from: number; readonly to: number }): Span {
  return { start: from, end: to };
}

function inOrder<T extends { readonly start: number; readonly end: number }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function overlaps(parties: readonly TradeParty[], from: number, to: number): boolean {
  return overlapsSorted(parties, from, to);
}

/** Whether a span touches one of ordered spans that overlap little: the nearest before it tells. */
function overlapsSorted(spans: readonly { readonly start: number; readonly end: number }[], from: number, to: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) < to) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= Math.max(0, low - 3); at -= 1) if ((spans[at]?.end ?? 0) > from) return true;
  return false;
}

/** Each party once under a role: of those with equal words the first with a span; of one span the first. */
function distinct(parties: readonly TradeParty[]): readonly TradeParty[] {
  const kept = new Map<string, TradeParty>();
  for (const party of parties) {
    const key = `${party.role} ${party.kind} ${party.text}`;
    const known = kept.get(key);
    if (known === undefined || (known.end === 0 && party.end > 0))
      kept.set(key, known?.field === undefined ? party : { ...party, field: known.field });
  }
  return [...kept.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
}
