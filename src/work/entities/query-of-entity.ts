import { loadCustomerColumns } from '../../catalogue/customer-columns.ts';
import { DualwatchError } from '../../model/errors.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { PARTY_SCHEMATA, type NameQuery } from '../../model/party.ts';
import { isIdentifierProperty, isCountryProperty } from '../../screen/index/party-record.ts';
import { isKnownSchema, isSchemaOf, partySchemaOf, valueTypeOf } from '../../screen/lists/ftm-model.ts';
import { countryCodes } from '../../catalogue/country-code.ts';

/** What a client knows of somebody, as an entity of FollowTheMoney; values may stand alone or in lists. */
export interface EntityExample {
  readonly id?: string | null | undefined;
  readonly schema: string;
  readonly properties: Readonly<Record<string, string | readonly (string | number | boolean | null)[] | null>>;
}

/** An example understood. */
export interface EntityQuery {
  /** The example as it was understood: values in lists, countries as codes, what the schema does not know left out. */
  readonly query: { readonly id: string | null; readonly schema: string; readonly properties: Readonly<Record<string, readonly string[]>> };
  /** A query for each name; none where the example has no name or is of a schema that no party has. */
  readonly names: readonly NameQuery[];
}

/** Names of one example that are asked for. */
export const MOST_NAMES = 40;
const MOST_VALUES = 100;
const LONGEST_NAME = 500;
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?/;
const NAMES = ['name', 'alias', 'previousName', 'weakAlias'] as const;

/** Reads an example. Throws `usage` for a schema that the model does not have. */
export function queryOfEntity({ id, schema, properties }: EntityExample): EntityQuery {
  if (!isKnownSchema(schema)) {
    const near = nearestName(schema, PARTY_SCHEMATA);
    throw new DualwatchError(
      'usage',
      `"${schema.slice(0, 60)}" is no schema of FollowTheMoney.${near === undefined ? '' : ` Did you mean ${near}?`} Parties are ${PARTY_SCHEMATA.join(', ')}`,
    );
  }
  const party = partySchemaOf(schema);
  // A thing may be any party.
  const anyone = party === undefined && isSchemaOf('Person', schema);
  const understood: Record<string, readonly string[]> = {};
  for (const [property, given] of Object.entries(properties)) {
    const values = (typeof given === 'string' ? [given] : (given ?? [])).flatMap((one) => (one === null ? [] : [String(one).trim()]));
    const type = PARTY_SCHEMATA.map((one) => valueTypeOf(party ?? one, property)).find((one) => one !== undefined);
    if (type === undefined) continue;
    const known = values.filter((value) => value !== '').slice(0, MOST_VALUES);
    const clean =
      type === 'country' ? known.flatMap(codesOf) : type === 'date' ? known.flatMap((value) => DATE.exec(value)?.[0] ?? []) : known;
    if (clean.length > 0) understood[property] = [...new Set(clean)];
  }
  const of = (wanted: (property: string) => boolean): readonly string[] =>
    Object.entries(understood).flatMap(([property, values]) => (wanted(property) ? values : []));
  const [countries, identifiers, birthDates] = [of(isCountryProperty), of(isIdentifierProperty), understood['birthDate'] ?? []];
  const written = NAMES.flatMap((property) => understood[property] ?? []);
  const names = [...new Set(written.length > 0 ? written : partsOfName(understood))].slice(0, MOST_NAMES);
  return {
    query: { id: id ?? null, schema, properties: understood },
    names:
      party === undefined && !anyone
        ? []
        : names.map((name) => ({
            name: name.slice(0, LONGEST_NAME),
            ...(party === undefined ? {} : { schema: party }),
            ...(countries.length === 0 ? {} : { countries }),
            ...(birthDates.length === 0 ? {} : { birthDates }),
            ...(identifiers.length === 0 ? {} : { identifiers }),
          })),
  };
}

function codesOf(value: string): readonly string[] {
  const { codes } = countryCodes(value, (known ??= loadCustomerColumns().countries));
  return codes.map((code) => code.toLowerCase());
}

let known: ReadonlyMap<string, string> | undefined;

/** Of a person whose name comes in pieces. */
function partsOfName(properties: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const parts = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'].flatMap((part) => properties[part]?.[0] ?? []);
  return parts.length === 0 ? [] : [parts.join(' ')];
}
