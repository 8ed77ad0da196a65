import type { TradeRoles } from '../../catalogue/trade-roles.ts';
import type { TradeParty } from '../../model/trade-party.ts';
import { firstFrom } from './hit-search.ts';
import type { LabelledValue } from './labelled-values.ts';
import type { Organisation } from './organisations.ts';
import type { PlaceHit } from './trade-hits.ts';
import type { Unnamed } from './unnamed.ts';
import { alternatives } from './words-pattern.ts';

const LONGEST_NAME = 120;
/** A supplier that is not known yet is no secret. */
const HIDEABLE: ReadonlySet<TradeParty['role']> = new Set(['buyer', 'endUser', 'consignee', 'agent']);

/** What the values of labels name: an organisation written out in the value, an unnamed party, places, or the value itself where it can be a name. */
export function labelledParties(
  text: string,
  values: readonly LabelledValue[],
  organisations: readonly Organisation[],
  unnamed: readonly Unnamed[],
  places: readonly PlaceHit[],
  { sentences, hidden, terms }: ValuePatterns,
): readonly TradeParty[] {
  return values.flatMap(({ role, kind, label, from, to }): readonly TradeParty[] => {
    const inside = <T extends { readonly from: number; readonly to: number }>(all: readonly T[]): readonly T[] =>
      all.slice(firstFrom(all, from), firstFrom(all, to)).filter((one) => one.to <= to + 2);
    const value = text.slice(from, to);
    const base = { role, because: label, named: true } as const;
    if (kind === 'place') {
      const found = inside(places).map(({ place, from: start, to: end }): TradeParty => ({
        ...base,
        kind,
        start,
        end,
        text: text.slice(start, end),
        place,
      }));
      if (found.length > 0) return found;
      return isName(value, sentences) && !terms.test(value) ? [{ ...base, kind, start: from, end: to, text: value }] : [];
    }
    if (kind !== 'organisation') return [];
    const [secret] = inside(unnamed);
    const [organisation] = inside(organisations);
    // "a foreign firm" is the value, not a word in it
    if (
      secret !== undefined &&
      secret.from - from <= 2 &&
      (organisation === undefined || organisation.to <= secret.to || to - secret.to <= 2)
    )
      return [
        {
          ...base,
          named: false,
          kind,
          start: secret.from,
          end: secret.to,
          text: text.slice(secret.from, secret.to),
          ...(secret.place === null ? {} : { place: secret.place }),
        },
      ];
    if (HIDEABLE.has(role) && hidden.test(value)) {
      const secretly = value.replace(/[.]$/u, '');
      return [{ ...base, named: false, kind, start: from, end: from + secretly.length, text: secretly }];
    }
    if (!isName(value, sentences)) return [];
    const end = organisation !== undefined && organisation.from - from <= 1 ? organisation.to : to;
    return [{ ...base, kind, start: from, end, text: text.slice(from, end) }];
  });
}

/** A name begins with a letter or a quote, not as a sentence does, and is no longer than names are. */
function isName(value: string, sentences: RegExp): boolean {
  if (value.length < 2 || value.length > LONGEST_NAME || !/\p{L}/u.test(value) || sentences.test(value)) return false;
  const han = value.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0
    ? han <= 50 && !/[，。？！]/u.test(value)
    : /^[\p{Lu}\d«"“„№'(]/u.test(value) || value.length <= 40 || /\p{Lu}/u.test(value.slice(0, 40));
}

/** Beginnings of values that are sentences, of those that keep a party secret, and of those that say when or on which terms and no place. */
export interface ValuePatterns {
  readonly sentences: RegExp;
  readonly hidden: RegExp;
  readonly terms: RegExp;
}

/** Compiles {@link ValuePatterns}. */
export function valuePatterns({ sentences, hidden, terms }: Pick<TradeRoles, 'sentences' | 'hidden' | 'terms'>): ValuePatterns {
  return { sentences: beginning(sentences), hidden: beginning(hidden), terms: termPattern(terms) };
}

/** A trade term, a date or a time within which something is delivered, and what else begins no place. Postal codes and numbers of houses are places. */
function termPattern({ trade, until, begin, periods }: TradeRoles['terms']): RegExp {
  const forms = [
    String.raw`(?:${alternatives(trade)})\b[^,，]{0,40}$`,
    String.raw`\d{1,4}\s?(?:年|个?(?:工作|日历|自然)?[天日周月])`,
    String.raw`\d{1,3}(?!\d)[^,，]{0,40}?(?<!\p{L})(?:${alternatives(periods)})(?!\p{L})`,
    String.raw`\d{1,2}\.?\s[^\d,，]{3,20}(?:19|20)\d\d(?!\d)`,
    String.raw`(?:${alternatives(until)})(?!\p{L})[^,，]{0,40}\d`,
    `(?:${alternatives(begin)})`,
    String.raw`自[^,，]{0,40}起`,
  ];
  return new RegExp(forms.map((one) => `^(?:${one})`).join('|'), 'iu');
}

function beginning(words: readonly string[]): RegExp {
  return new RegExp(`^(?:(?:${alternatives(words, 'han')})|(?:${alternatives(words, 'spelled')})(?!\\p{L}))`, 'iu');
}
