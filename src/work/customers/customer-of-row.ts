import { columnWord, type CustomerColumns } from '../../catalogue/customer-columns.ts';
import { MOST_ALIASES, type NameQuery } from '../../model/party.ts';
import { countryCodes } from '../../catalogue/country-code.ts';
import type { ColumnRole } from './find-columns.ts';
import { MOST_CELL_CHARS } from './table-shape.ts';

/** Text of the column with a role; undefined where the file has no such column or the row no value in it. */
export type ValueOf = (role: ColumnRole) => string | undefined;

/** Nothing that a person writes; left in, they would hide a name from those who look for it. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** A cell that was passed over since it is not understood; the row is screened without it. */
export interface IgnoredCell {
  readonly what: IgnoredWhat;
  readonly value: string;
}

export type IgnoredWhat = 'country' | 'schema' | 'birthDate';

/** What is screened of a row, or why it cannot be; `key` wherever it can be read. */
export type ReadCustomer =
  | { readonly key?: string; readonly query: NameQuery; readonly ignored?: readonly IgnoredCell[] }
  | { readonly key?: string; readonly why: string };

/** Reads who is screened from the cells of a row; `others` are its names beside the first. */
export function customerOfRow(
  valueOf: ValueOf,
  { schemata, countries: known }: Pick<CustomerColumns, 'schemata' | 'countries'>,
  others: readonly string[] = [],
): ReadCustomer {
  const names = namesOf([valueOf('name') ?? '', ...others]);
  const [name = '', ...aliases] = names.filter(isWritten);
  const values = (['country', 'id', 'schema', 'birthDate'] as const).map((role) => valueOf(role)?.trim() ?? '');
  const key = keyOf(valueOf('key'));
  const why = whyUnreadable(names, [...values, valueOf('key') ?? '']);
  if (why !== undefined) return { ...key, why };
  const [country = '', id = '', kind = '', born = ''] = values;
  const countries = countryCodes(country, known);
  const birthDates = datesOf(born);
  const schema = schemata.get(columnWord(kind));
  const identifiers = id.split(/[;|]/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  const ignored: readonly IgnoredCell[] = [
    ...countries.unknown.map((value) => ({ what: 'country' as const, value })),
    ...(kind !== '' && schema === undefined ? [{ what: 'schema' as const, value: kind }] : []),
    ...birthDates.unknown.map((value) => ({ what: 'birthDate' as const, value })),
  ];
  return {
    ...key,
    query: {
      name,
      ...(aliases.length === 0 ? {} : { aliases }),
      ...(schema === undefined ? {} : { schema }),
      ...(countries.codes.length === 0 ? {} : { countries: countries.codes }),
      ...(birthDates.dates.length === 0 ? {} : { birthDates: birthDates.dates }),
      ...(identifiers.length === 0 ? {} : { identifiers }),
    },
    ...(ignored.length === 0 ? {} : { ignored }),
  };
}

/** Whether a name can be searched for: `—` stands where there is none. */
export function isWritten(name: string): boolean {
  return /[\p{L}\p{N}]/u.test(name);
}

/** Why a name that is given by hand cannot be screened, as in a file; undefined where it can. */
export function troubleOfName(name: string): string | undefined {
  return whyUnreadable(namesOf([name]), []);
}

/** A key that is damaged is no key. */
export function keyOf(written: string | undefined): { readonly key?: string } {
  const key = written?.trim() ?? '';
  return key === '' || key.includes('\ufffd') ? {} : { key };
}

/** Each name once. */
function namesOf(written: readonly string[]): readonly string[] {
  return [...new Set(written.map((name) => name.trim().replaceAll(/\s+/g, ' ')).filter((name) => name !== ''))];
}

function whyUnreadable(names: readonly string[], values: readonly string[]): string | undefined {
  if (names.length === 0) return 'the row has no name';
  const long = names.find((name) => name.length > MOST_CELL_CHARS);
  if (long !== undefined) return `the name is longer than ${MOST_CELL_CHARS} characters`;
  if (names.length > MOST_ALIASES + 1) return `the row has ${names.length} names; at most ${MOST_ALIASES + 1} are screened as one party's`;
  if ([...names, ...values].some((value) => value.includes('\ufffd')))
    return 'the row has bytes that are no text in the encoding of the file';
  if (names.some((name) => CONTROL.test(name))) return 'the name has control characters: it is damaged, or this is no file of text';
  return names.some(isWritten) ? undefined : 'the name has no letter and no digit';
}

/**
 * `1961-05-03`, `3.5.1961`, `05/03/1961` (only the year, where day and month could be either), `1961` → as {@link NameQuery} has it. What no
 * calendar has is unknown.
 */
function datesOf(written: string): { readonly dates: readonly string[]; readonly unknown: readonly string[] } {
  const [dates, unknown]: [string[], string[]] = [[], []];
  for (const part of written.split(/[;|]/)) {
    const text = part.trim();
    if (text === '' || NO_DATE.test(text)) continue;
    const date = isoDate(text);
    if (date === undefined) unknown.push(text);
    else dates.push(date);
  }
  return { dates, unknown };
}

/** How tables say that there is no date. */
const NO_DATE = /^(?:[-–—?.]+|n\/?a|null|none|unknown|нет|0000-00-00)$/i;

function isoDate(text: string): string | undefined {
  const iso = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?)?(?:[T ].*)?$/.exec(text);
  if (iso) return sound(iso[1], iso[2], iso[3]);
  const other = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?:[T ].*)?$/.exec(text);
  if (!other) return undefined;
  const [, first = '', mark, second = '', year = ''] = other;
  // Dots put the day first everywhere; with slashes it is known only where one of the two is no month.
  if (mark === '.' || Number(first) > 12) return sound(year, second, first);
  return Number(second) > 12 ? sound(year, first, second) : sound(year);
}

/** Undefined where no calendar has it. */
function sound(year = '', month?: string, day?: string): string | undefined {
  if (Number(year) < 1000) return undefined;
  if (month === undefined) return year;
  const [m, d] = [Number(month), Number(day ?? 1)];
  if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) return undefined;
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}
