import type { CustomerColumns } from '../../catalogue/customer-columns.ts';
import { isCountryProperty, isIdentifierProperty } from '../../screen/index/party-record.ts';
import { isKnownSchema, partySchemaOf } from '../../screen/lists/ftm-model.ts';
import { customerOfRow, isWritten, keyOf, type ReadCustomer } from './customer-of-row.ts';
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
  return { name: [], ...rest, ...properties };
}

/** Texts and numbers that stand under a key. */
export function textsAt(object: Values, key: string): readonly string[] {
  return textsOf(listOf(object[key]));
}

/** Objects of other programs have a schema and properties too: an entity is of a schema that is known, or has its names in lists. */
export function isEntity(object: Values): object is Entity {
  const { schema, properties } = object;
  if (typeof schema !== 'string' || typeof properties !== 'object' || properties === null || Array.isArray(properties)) return false;
  return isKnownSchema(schema) || [...NAMES, ...NAME_PIECES].some((property) => Array.isArray((properties as Values)[property]));
}

const OTHER_NAMES = ['alias', 'previousName', 'weakAlias'] as const;
const NAMES = ['name', ...OTHER_NAMES] as const;
/** Of a person whose name comes in pieces alone. */
const NAME_PIECES = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'] as const;

/** What stands in a receipt for the columns of entities, but for roles that the user gave. */
export function readOfEntities(asked: ReadonlySet<ColumnRole>): Readonly<Partial<Record<ColumnRole, string>>> {
  return Object.fromEntries(Object.entries(READ_OF_ENTITIES).filter(([role]) => !asked.has(role as ColumnRole)));
}

const READ_OF_ENTITIES: Readonly<Record<ColumnRole, string>> = {
  name: `${NAMES.join(', ')}; without a name its pieces and the caption`,
  country: 'countries of the entity',
  id: 'numbers of the entity',
  key: 'id',
  schema: 'schema',
  birthDate: 'birthDate',
};

function valuesOfEntity(entity: Entity, role: ColumnRole): readonly unknown[] {
  const { id, schema, properties } = entity;
  const of = (wanted: (property: string) => boolean): readonly unknown[] =>
    Object.entries(properties).flatMap(([property, value]) => (wanted(property) ? listOf(value) : []));
  switch (role) {
    case 'name':
      return namesOfEntity(entity);
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

/** Where `name` has none, its pieces stand for it, and what the entity is called by beside its properties; the caption of what is no party is none. */
function namesOfEntity({ schema, properties, caption, name }: Entity): readonly unknown[] {
  const others = OTHER_NAMES.flatMap((property) => listOf(properties[property]));
  const own = listOf(properties['name']);
  if (own.some((one) => typeof one !== 'string' || isWritten(one))) return [...own, ...others];
  const pieces = NAME_PIECES.flatMap((property) => textsAt(properties, property).filter(isWritten).slice(0, 1));
  const isParty = partySchemaOf(schema) !== undefined || !isKnownSchema(schema);
  return [...(pieces.length === 0 ? [] : [pieces.join(' ')]), ...(isParty ? listOf(caption) : []), ...listOf(name), ...own, ...others];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function textsOf(values: readonly unknown[]): readonly string[] {
  return values.flatMap((one) => (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [String(one)] : []));
}
