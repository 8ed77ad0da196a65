import { columnWord, type CustomerColumns } from '../../catalogue/customer-columns.ts';
import type { NameQuery } from '../../model/party.ts';
import { countryCodes } from './country-code.ts';
import type { ColumnRole } from './find-columns.ts';

/** Text of the column with a role; undefined where the file has no such column or the row no value in it. */
export type ValueOf = (role: ColumnRole) => string | undefined;

/** Nothing that a person writes; left in, they would hide a name from those who look for it. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const WRITTEN = /[\p{L}\p{N}]/u;

/** What is screened of a row, or why it cannot be. */
export function customerOfRow(
  valueOf: ValueOf,
  { schemata, countries: known }: Pick<CustomerColumns, 'schemata' | 'countries'>,
): { readonly key?: string; readonly query: NameQuery } | { readonly why: string } {
  const name = valueOf('name')?.trim().replaceAll(/\s+/g, ' ') ?? '';
  if (name === '') return { why: 'the row has no name' };
  const values = (['country', 'id', 'key', 'schema', 'birthDate'] as const).map((role) => valueOf(role)?.trim() ?? '');
  if (name.includes('\ufffd') || values.some((value) => value.includes('\ufffd')))
    return { why: 'the row has bytes that are no text in the encoding of the file' };
  if (CONTROL.test(name)) return { why: 'the name has control characters: it is damaged, or this is no file of text' };
  if (!WRITTEN.test(name)) return { why: 'the name has no letter and no digit' };
  const [country = '', id = '', key = '', kind = '', born = ''] = values;
  const countries = country === '' ? [] : countryCodes(country, known);
  const birthDates = born === '' ? [] : isoDates(born);
  const schema = kind === '' ? undefined : schemata.get(columnWord(kind));
  return {
    ...(key === '' ? {} : { key }),
    query: {
      name,
      ...(schema === undefined ? {} : { schema }),
      ...(countries.length === 0 ? {} : { countries }),
      ...(birthDates.length === 0 ? {} : { birthDates }),
      ...(id === ''
        ? {}
        : {
            identifiers: id
              .split(/[;|]/)
              .map((one) => one.trim())
              .filter((one) => one !== ''),
          }),
    },
  };
}

/** `1961-05-03`, `3.5.1961`, `05/03/1961` (only the year, where day and month could be either), `1961` → as {@link NameQuery} has it. */
function isoDates(written: string): readonly string[] {
  return written.split(/[;|]/).flatMap((part) => {
    const text = part.trim();
    const iso = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?)?(?:[T ].*)?$/.exec(text);
    if (iso) return [[iso[1], ...[iso[2], iso[3]].filter((one) => one !== undefined).map((one) => one.padStart(2, '0'))].join('-')];
    const other = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(text);
    if (!other) return [];
    const [, first = '', mark, second = '', year = ''] = other;
    // Dots put the day first everywhere; with slashes it is known only where one of the two is no month.
    const [day, month] = mark === '.' || Number(first) > 12 ? [first, second] : Number(second) > 12 ? [second, first] : [undefined, ''];
    return [day === undefined || Number(month) > 12 ? year : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`];
  });
}
