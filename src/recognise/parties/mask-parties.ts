import type { Mention } from '../../model/mention.ts';
import type { Trade, TradeParty } from '../../model/trade-party.ts';
import { bullets, maskContacts } from '../mask-contacts.ts';
import { nameMask } from './name-mask.ts';

const PRIVATE: ReadonlySet<TradeParty['kind']> = new Set(['person', 'phone', 'mail', 'messenger']);

/** Whether a party is a private person or a way to reach one. */
export function isPrivate({ kind }: Pick<TradeParty, 'kind'>): boolean {
  return PRIVATE.has(kind);
}

/** The trade of a notice without persons, telephone numbers, mail addresses and messengers; `more` masks what it knows in the rest. */
function maskTrade({ parties, terms }: Trade, more: (text: string) => string): Trade {
  const hidden = parties.filter(isPrivate);
  const marked = <T extends { readonly text: string }>(one: T, text: string): T =>
    text === one.text ? one : { ...one, text, masked: true };
  return {
    parties: parties.map((party) => marked(party, isPrivate(party) ? bullets(party.text) : more(party.text))),
    terms: terms.map((term) => marked(term, more(maskSpans(term.text, term.start, hidden)))),
  };
}

/** A text that begins at offset `at`, with the private parties in it as bullets. */
function maskSpans(text: string, at: number, parties: readonly TradeParty[]): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of parties.filter(isPrivate).toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(done, start - at);
    const to = Math.min(text.length, end - at);
    if (to <= from) continue;
    masked += text.slice(done, from) + bullets(text.slice(from, to));
    done = to;
  }
  return masked + text.slice(done);
}

/** What is shown of a reading. */
export interface ShownReading {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly fields: Readonly<Record<string, string>>;
  readonly trade: Trade;
}

const SHORTEST_NAME = 2;

/** Names of private persons and messengers, telephone numbers and mail addresses among parties, longest first. */
export function privateNames(parties: readonly TradeParty[]): readonly string[] {
  return [...new Set(parties.filter(isPrivate).map((party) => party.text.trim()))]
    .filter((name) => name.length >= SHORTEST_NAME)
    .toSorted((a, b) => b.length - a.length);
}

/** A line with such names as bullets, wherever they stand in it. */
export function maskNames(line: string, names: readonly string[]): string {
  return nameMask(names)(line);
}

/** A reading without contacts and names of private persons, wherever they stand in it: lengths stay, so that every span still cuts out its text. */
export function maskReading({ text, mentions, fields, trade }: ShownReading): ShownReading {
  const { parties } = trade;
  const everywhere = nameMask(privateNames(parties));
  const spans = parties.filter(({ end }) => end > 0);
  const known = maskContacts(everywhere(maskSpans(text, 0, spans)), mentions, fields);
  return {
    text: known.text,
    mentions: known.mentions,
    fields: Object.fromEntries(Object.entries(known.fields).map(([name, value]) => [name, everywhere(value)])),
    trade: maskTrade(trade, everywhere),
  };
}
