import type { NameQuery } from '../../model/party.ts';
import { checkIdentifier, normaliseIdentifier } from './identifiers.ts';

/** What is known of a party beside its names, normalised once. */
export interface Qualifiers {
  /** ISO 3166-1 alpha-2, lower case. */
  readonly countries: readonly string[];
  /** `YYYY[-MM[-DD]]`. */
  readonly birthDates: readonly string[];
  /** As `normaliseIdentifier` gives them. */
  readonly identifiers: readonly string[];
}

/** What facts beside the name add to the log odds, with the words for a reader. `certain`: an identifier agrees. */
export interface QualifierVerdict {
  readonly logit: number;
  readonly certain: boolean;
  readonly agrees: boolean;
  readonly for: readonly string[];
  readonly against: readonly string[];
}

export function qualifiersOf(query: NameQuery): Qualifiers {
  if (query.countries === undefined && query.birthDates === undefined && query.identifiers === undefined) return UNKNOWN;
  return {
    countries: [...new Set((query.countries ?? []).map((country) => country.trim().toLowerCase()).filter((country) => country !== ''))],
    birthDates: (query.birthDates ?? []).filter((date) => /^\d{4}(?:-\d{2}){0,2}$/.test(date)),
    identifiers: (query.identifiers ?? []).map(normaliseIdentifier).filter((id) => id.length > 3),
  };
}

const UNKNOWN: Qualifiers = { countries: [], birthDates: [], identifiers: [] };

/** Where one side has no facts. */
export const NOTHING: QualifierVerdict = { logit: 0, certain: false, agrees: false, for: [], against: [] };

/** Sets two parties' facts against each other. What only one side knows says nothing. */
export function weighQualifiers(a: Qualifiers, b: Qualifiers): QualifierVerdict {
  if (a.countries.length + a.birthDates.length + a.identifiers.length === 0) return NOTHING;
  const pro: string[] = [];
  const contra: string[] = [];
  let [logit, certain] = [0, false];
  const shared = a.identifiers.filter((one) => b.identifiers.includes(one));
  const id = shared.find((one) => checkIdentifier(one).holds === true) ?? shared[0];
  if (id !== undefined) {
    const check = checkIdentifier(id);
    // Numbers without check digits (passports, local registers) come again elsewhere: they help, and do not decide.
    certain = check.holds === true;
    logit += certain ? 6 : check.holds === undefined ? 3 : 2;
    pro.push(
      `identifier ${id} agrees${check.kind === undefined ? '' : ` (${check.kind}, check digits ${check.holds ? 'hold' : 'do not hold'})`}`,
    );
  }
  if (a.birthDates.length > 0 && b.birthDates.length > 0) {
    const best = bestDates(a.birthDates, b.birthDates);
    logit += best.logit;
    (best.logit > 0 ? pro : contra).push(best.words);
  }
  if (a.countries.length > 0 && b.countries.length > 0) {
    const country = a.countries.find((one) => b.countries.includes(one));
    logit += country === undefined ? -1 : 0.7;
    if (country === undefined) contra.push(`country ${listed(a.countries)} against ${listed(b.countries)}`);
    else pro.push(`country agrees (${country.toUpperCase()})`);
  }
  return { logit, certain, agrees: pro.length > 0, for: pro, against: contra };
}

function listed(countries: readonly string[]): string {
  return countries.map((country) => country.toUpperCase()).join(', ');
}

function bestDates(a: readonly string[], b: readonly string[]): { readonly logit: number; readonly words: string } {
  let best = { logit: -Infinity, words: '' };
  for (const x of a) {
    for (const y of b) {
      const one = datesAgainst(x, y);
      if (one.logit > best.logit) best = one;
    }
  }
  return best;
}

function datesAgainst(x: string, y: string): { readonly logit: number; readonly words: string } {
  if (x === y) return { logit: x.length === 10 ? 3.5 : 1.8, words: `born ${x}, as listed` };
  const years = Math.abs(Number(x.slice(0, 4)) - Number(y.slice(0, 4)));
  if (years === 0 && (x.startsWith(y) || y.startsWith(x))) return { logit: 1.8, words: `born ${x}, listed ${y}` };
  // Day and month exchanged, or one of them mistyped.
  if (x.length === 10 && y.length === 10) {
    const swapped = `${x.slice(0, 5)}${x.slice(8)}-${x.slice(5, 7)}`;
    if (swapped === y) return { logit: 2, words: `born ${x}, listed ${y}: day and month exchanged` };
    const apart = Array.from(x).filter((digit, n) => digit !== y[n]).length;
    if (apart === 1) return { logit: 0.8, words: `born ${x}, listed ${y}: one digit apart` };
  }
  if (years === 0) return { logit: 0.3, words: `born ${x}, listed ${y}: the year agrees` };
  return { logit: years === 1 ? -1 : years <= 3 ? -2 : -3.5, words: `born ${x} against ${y}` };
}
