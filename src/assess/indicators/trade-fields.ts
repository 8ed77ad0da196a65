import type { Transshipment } from '../../catalogue/indicators.ts';
import type { Span } from '../../model/span.ts';
import type { TradeParty, TradeRole } from '../../model/trade-party.ts';
import type { FactValue, FieldValues, NoticeFacts } from './facts.ts';

/** Who trades, where the goods go and how to answer. */
export const TRADE_FIELDS: Readonly<Record<string, FieldValues>> = {
  destination: (facts) => destinations(facts),
  transit: (facts) => transits(facts),
  hub: (facts, { table }) =>
    [...destinations(facts), ...transits(facts)].filter(({ value }) => {
      const home = facts.lang === 'zh' && String(value).startsWith('CN');
      return !home && isHub(table.transshipment, String(value), facts.publishedAt);
    }),
  buyer: (facts) => namedOf(facts, 'buyer'),
  buyerPlace: (facts) => placesOf(facts, ['buyer', 'endUser', 'consignee']),
  buyerTrade: (facts) => {
    const buyers = facts.trade.parties.filter(
      ({ role }) => role === 'buyer' || role === 'endUser' || role === 'consignee' || role === 'publisher',
    );
    return facts.mentions.flatMap(({ kind, id, text, start, end }) =>
      kind === 'intent' && id === 'trade_unlike' && buyers.some((party) => holds(party, { start, end }))
        ? [{ value: text, span: { start, end } }]
        : [],
    );
  },
  publisher: ({ trade }) =>
    trade.parties.flatMap((party) =>
      party.role === 'publisher' && party.acts !== undefined ? [{ value: party.acts, ...spanOf(party) }] : [],
    ),
  endUser: (facts) => namedOf(facts, 'endUser'),
  consignee: (facts) => namedOf(facts, 'consignee'),
  deadlineDays: ({ trade, publishedAt }) => {
    const dated = trade.terms.flatMap(({ term, date, start, end }) =>
      term === 'deadline' && date !== null ? [{ date, span: { start, end } }] : [],
    );
    if (dated.length === 0) return [];
    if (publishedAt === null) return null;
    return dated
      .map(({ date, span }): FactValue => ({ value: daysBetween(publishedAt, date), span }))
      .filter(({ value }) => Number(value) >= 0);
  },
};

function destinations(facts: NoticeFacts): readonly FactValue[] {
  return placesOf(facts, ['destination']);
}

/** Words of transit looked at: a text that repeats them says no more. */
const MOST_WORDS = 200;

/** Places of parties in transit, and those that words of transit name (через Казахстан). */
function transits(facts: NoticeFacts): readonly FactValue[] {
  const words = facts.mentions.filter(({ kind, id }) => kind === 'intent' && id === 'transit').slice(0, MOST_WORDS);
  const inWords = facts.mentions.flatMap(({ kind, id, start, end }) =>
    kind === 'place' && id !== undefined && words.some((word) => holds(word, { start, end })) ? [{ value: id, span: { start, end } }] : [],
  );
  return [...placesOf(facts, ['transit']), ...inWords];
}

function placesOf({ trade, mentions }: NoticeFacts, roles: readonly TradeRole[]): readonly FactValue[] {
  return trade.parties.flatMap((party): readonly FactValue[] => {
    if (!roles.includes(party.role)) return [];
    if (party.place !== undefined) return [{ value: party.place, ...spanOf(party) }];
    return mentions.flatMap(({ kind, id, start, end }) =>
      kind === 'place' && id !== undefined && holds(party, { start, end }) ? [{ value: id, span: { start, end } }] : [],
    );
  });
}

function namedOf({ trade }: NoticeFacts, role: TradeRole): readonly FactValue[] {
  return trade.parties
    .filter((party) => party.role === role && party.kind !== 'place')
    .map((party) => ({ value: party.named ? 'named' : 'unnamed', ...spanOf(party) }));
}

/** A party of a field has no place in the text. */
function spanOf({ start, end, field, text }: TradeParty): Pick<FactValue, 'span' | 'says'> {
  return end > start ? { span: { start, end } } : { says: `${field ?? 'field'}: ${text}` };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether an authority had named the place as a whole by the day of the notice; `KZ-ALA` is in KZ. */
function isHub(points: readonly Transshipment[], place: string, isoDate: string | null): boolean {
  const country = place.slice(0, 2);
  return points.some(
    ({ places, companies, date }) => !companies && places.includes(country) && (isoDate === null || date <= isoDate.slice(0, 10)),
  );
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS);
}
