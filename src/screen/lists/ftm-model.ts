import { Model, defaultModel } from '@opensanctions/followthemoney';
import type { PartySchema } from '../../model/party.ts';
import { PARTY_SCHEMATA } from '../../model/party.ts';

/** Types of FollowTheMoney's properties that a party's own values can have. */
export type ValueType = 'name' | 'date' | 'country' | 'identifier' | 'gender' | 'topic' | 'email' | 'url' | 'number' | 'text';

const MODEL = new Model(defaultModel);
export const TOPICS: ReadonlySet<string> = new Set(MODEL.getType('topic').values.keys());

const OWN_TYPES: ReadonlySet<string> = new Set<ValueType>([
  'name',
  'date',
  'country',
  'identifier',
  'gender',
  'topic',
  'email',
  'url',
  'number',
  'text',
]);

const PROPERTIES: ReadonlyMap<PartySchema, ReadonlyMap<string, ValueType>> = new Map(
  PARTY_SCHEMATA.map((schema) => [
    schema,
    new Map(
      [...MODEL.getSchema(schema).getProperties().values()]
        .filter(({ type, stub }) => !stub && !type.isEntity)
        .map(({ name, type }) => [name, (OWN_TYPES.has(type.name) ? type.name : 'text') as ValueType]),
    ),
  ]),
);

/** Type of a property's values, or undefined where the schema has no such property or it holds another entity. */
export function valueTypeOf(schema: PartySchema, property: string): ValueType | undefined {
  return PROPERTIES.get(schema)?.get(property);
}

/** Names of the properties whose values a party of that schema can have. */
export function propertiesOf(schema: PartySchema): readonly string[] {
  return [...(PROPERTIES.get(schema)?.keys() ?? [])];
}

/** The schema of a party that a schema of FollowTheMoney is or extends; undefined for what is no party (addresses, ownership, sanctions). */
export function partySchemaOf(name: string): PartySchema | undefined {
  const exact = PARTY_SCHEMATA.find((schema) => schema === name);
  if (exact !== undefined) return exact;
  const schema = MODEL.schemata[name];
  return schema === undefined ? undefined : PARTY_SCHEMATA.find((party) => party !== 'LegalEntity' && schema.isA(party));
}

export function isKnownSchema(name: string): boolean {
  return MODEL.schemata[name] !== undefined;
}
