import { countryCodes } from '../../catalogue/country-code.ts';
import { columnWord, type CustomerColumns } from '../../catalogue/customer-columns.ts';
import { DualwatchError } from '../../model/errors.ts';
import { nearestName } from '../../model/nearest-name.ts';

/** Columns by name or number (from 1), as a user writes them. */
export interface WantedColumns {
  readonly name?: string;
  readonly country?: string;
  readonly id?: string;
  readonly key?: string;
  readonly schema?: string;
  readonly birthDate?: string;
}

export type ColumnRole = keyof WantedColumns;

/** Offsets of columns from 0. */
export type FoundColumns = { readonly [Role in ColumnRole]?: number } & {
  readonly name: number;
  /** What all rows have, where the user gave a value in place of a column. */
  readonly same: { readonly [Role in ColumnRole]?: string };
  /** What the user gave a column or a value for. */
  readonly asked: ReadonlySet<ColumnRole>;
};

/** What stands in a column in the first rows of a file. */
export type ColumnValues = (at: number) => readonly string[];

const OPTION_OF: Readonly<Record<ColumnRole, string>> = {
  name: '--column',
  country: '--country',
  id: '--id',
  key: '--key',
  schema: '--schema',
  birthDate: '--birth-date',
};

/**
 * Finds each wanted column among the columns of a file; without a wanted name, the first that the catalogue knows for one and that does not hold bare numbers in the
 * first rows, or the only one. `valuesOf` gives what stands in a column of those.
 * Throws `usage` with the columns that there are, and the nearest.
 */
export function findColumns(
  file: string,
  columns: readonly string[],
  wanted: WantedColumns,
  known: CustomerColumns,
  valuesOf: ColumnValues,
): FoundColumns {
  const found: { -readonly [Role in ColumnRole]?: number } = {};
  const same: { -readonly [Role in ColumnRole]?: string } = {};
  for (const role of Object.keys(OPTION_OF) as ColumnRole[]) {
    const one = wanted[role];
    if (one === undefined) continue;
    if (isValue(role, one, known) && !columns.some((column) => columnWord(column) === columnWord(one))) {
      if (role === 'country' && countryCodes(one, known.countries).codes.length === 0)
        throw new DualwatchError(
          'usage',
          `"${one}" (--country) is neither a column of ${file} nor a country. Its columns are ${listed(columns)}`,
        );
      same[role] = one;
    } else found[role] = findColumn(file, columns, one, OPTION_OF[role]);
  }
  const name = found.name ?? guessName(file, columns, known, valuesOf);
  if (name === undefined)
    throw new DualwatchError(
      'usage',
      `${file} does not say which column holds the name; say it with --column. Its columns are ${listed(columns)}`,
    );
  const asked = new Set((Object.keys(OPTION_OF) as ColumnRole[]).filter((role) => wanted[role] !== undefined));
  return { ...found, name, same, asked };
}

/** Whether a first row names columns: a wanted column stands in it, or a word that only such a row has. */
export function isHeader(first: readonly string[], wanted: WantedColumns, known: CustomerColumns): boolean {
  const words = new Set(first.map(columnWord));
  return wantedWords(wanted, known).intersection(words).size > 0 || words.intersection(known.headers).size > 0;
}

/** Words of columns that a user named: a row that has one names columns. A country or schema given as a value is none. */
export function wantedWords(wanted: WantedColumns, known: CustomerColumns): ReadonlySet<string> {
  const words = (Object.keys(OPTION_OF) as ColumnRole[]).map((role) => {
    const one = wanted[role];
    return one === undefined || isValue(role, one, known) ? undefined : columnWord(one);
  });
  return new Set(words.filter((one) => one !== undefined));
}

/** `CN` and `Person` say what all rows are, unless a column has that name. */
function isValue(role: ColumnRole, written: string, { schemata }: CustomerColumns): boolean {
  if (role === 'country') return /^[a-z]{2}$/i.test(written);
  return role === 'schema' && schemata.has(columnWord(written));
}

function findColumn(file: string, columns: readonly string[], wanted: string, option: string): number {
  const exact = only(file, columns, option, (column) => column.trim().toLowerCase() === wanted.trim().toLowerCase());
  if (exact !== undefined) return exact;
  const alike = only(file, columns, option, (column) => columnWord(column) === columnWord(wanted));
  if (alike !== undefined) return alike;
  if (/^\d{1,4}$/.test(wanted) && Number(wanted) >= 1 && Number(wanted) <= columns.length) return Number(wanted) - 1;
  const near = nearestName(wanted, columns);
  throw new DualwatchError(
    'usage',
    `${file} has no column "${wanted}" (${option}).${near === undefined ? '' : ` Did you mean "${near}"?`} Its columns are ${listed(columns)}`,
  );
}

/** Two columns of one name: nobody can tell which is meant, and the wrong one would be screened without a word. */
function only(file: string, columns: readonly string[], option: string, fits: (column: string) => boolean): number | undefined {
  const [found, ...more] = columns.flatMap((column, n) => (fits(column) ? [n] : []));
  if (found === undefined || more.length === 0) return found;
  const numbers = [found, ...more].map((n) => n + 1);
  throw new DualwatchError(
    'usage',
    `${file} has ${numbers.length} columns "${columns[found]?.trim() ?? ''}" (${numbers.join(', ')}); name one by its number, as in ${option} ${found + 1}`,
  );
}

function guessName(file: string, columns: readonly string[], { names }: CustomerColumns, valuesOf: ColumnValues): number | undefined {
  if (columns.length === 1) return 0;
  let numbers: number | undefined;
  for (const name of names) {
    const at = only(file, columns, OPTION_OF.name, (column) => columnWord(column) === name);
    if (at === undefined) continue;
    if (!holdsNumbers(valuesOf(at))) return at;
    numbers ??= at;
  }
  return numbers;
}

/** Numbers of customers are no names, whatever their column is called. */
function holdsNumbers(values: readonly string[]): boolean {
  const written = values.filter((value) => value.trim() !== '');
  return written.length > 0 && !written.some((value) => /\p{L}/u.test(value));
}

function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, 40).map((column, n) => `${n + 1} "${column.trim().slice(0, 60)}"`);
  return shown.join(', ') + (columns.length > shown.length ? ` and ${columns.length - shown.length} more` : '');
}
