import type { CustomerColumns } from '../../catalogue/customer-columns.ts';
import { isCountryProperty, isIdentifierProperty } from '../../screen/index/party-record.ts';
import { partySchemaOf } from '../../screen/lists/ftm-model.ts';
import { customerOfRow, keyOf, type ReadCustomer } from './customer-of-row.ts';
import type { ColumnRole, FoundColumns } from './find-columns.ts';

type Values = Readonly<Record<string, unknown>>;

/** An entity as FollowTheMoney writes it: https://followthemoney.tech */
interface Entity extends Values {
  readonly schema: string;
  readonly properties: Values;
}

/**
 * Reads who is screened from the object of a JSON line. A list of names is of one party; of an entity of FollowTheMoney, what no option names a column for is read of
 * its properties: all its names and aliases, countries, numbers and dates of birth, its schema, and its id as the key.
 */
export function customerOfObject(
  object: Values,
  columns: readonly string[],
  { same, asked, ...found }: FoundColumns,
  known: Pick<CustomerColumns, 'schemata' | 'countries'>,
): ReadCustomer {
  const flat = flatObject(object);
  const valuesOf = (role: ColumnRole): readonly unknown[] => {
    const given = same[role];
    if (given !== undefined) return [given];
    const at = found[role];
    if (isEntity(object) && !asked.has(role)) return valuesOfEntity(object, role);
    return at === undefined ? [] : listOf(flat[columns[at] ?? '']);
  };
  const names = valuesOf('name');
  const key = textsOf(valuesOf('key'))[0];
  if (names.some((name) => typeof name === 'object' && name !== null))
    return { ...keyOf(key), why: 'what stands for the name is neither a text nor a list of texts' };
  const [name, ...others] = textsOf(names);
  const valueOf = (role: ColumnRole): string | undefined => {
    if (role === 'name') return name;
    return role === 'key' ? key : textsOf(valuesOf(role)).join(';');
  };
  return customerOfRow(valueOf, known, others);
}

/** The properties of an entity stand beside its id and schema; any other object as it is. */
export function flatObject(object: Values): Values {
  if (!isEntity(object)) return object;
  const { properties, ...rest } = object;
  return { ...rest, name: [], ...properties };
}

/** Texts and numbers that stand under a key. */
export function textsAt(object: Values, key: string): readonly string[] {
  return textsOf(listOf(object[key]));
}

export function isEntity(object: Values): object is Entity {
  const { schema, properties } = object;
  return typeof schema === 'string' && typeof properties === 'object' && properties !== null && !Array.isArray(properties);
}

const NAMES = ['name', 'alias', 'previousName', 'weakAlias'] as const;
/** Of a person whose name comes in pieces alone. */
const NAME_PIECES = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'] as const;

/** What stands in a receipt for the columns of entities, but for roles that the user gave. */
export function readOfEntities(asked: ReadonlySet<ColumnRole>): Readonly<Partial<Record<ColumnRole, string>>> {
  return Object.fromEntries(Object.entries(READ_OF_ENTITIES).filter(([role]) => !asked.has(role as ColumnRole)));
}

const READ_OF_ENTITIES: Readonly<Record<ColumnRole, string>> = {
  name: NAMES.join(', '),
  country: 'countries of the entity',
  id: 'numbers of the entity',
  key: 'id',
  schema: 'schema',
  birthDate: 'birthDate',
};

function valuesOfEntity({ id, schema, properties }: Entity, role: ColumnRole): readonly unknown[] {
  const of = (wanted: (property: string) => boolean): readonly unknown[] =>
    Object.entries(properties).flatMap(([property, value]) => (wanted(property) ? listOf(value) : []));
  switch (role) {
    case 'name': {
      const names = NAMES.flatMap((property) => listOf(properties[property]));
      if (names.length > 0) return names;
      const pieces = NAME_PIECES.flatMap((property) => textsAt(properties, property).slice(0, 1));
      return pieces.length === 0 ? [] : [pieces.join(' ')];
    }
    case 'key':
      return listOf(id);
    case 'schema':
      return [partySchemaOf(schema) ?? schema];
    case 'country':
      return of(isCountryProperty);
    case 'id':
      return of(isIdentifierProperty);
    case 'birthDate':
      return listOf(properties['birthDate']);
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function textsOf(values: readonly unknown[]): readonly string[] {
  return values.flatMap((one) => (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [String(one)] : []));
}
