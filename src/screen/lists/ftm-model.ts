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
  const schema = isKnownSchema(name) ? MODEL.schemata[name] : undefined;
  return schema === undefined ? undefined : PARTY_SCHEMATA.find((party) => party !== 'LegalEntity' && schema.isA(party));
}

export function isKnownSchema(name: string): boolean {
  return Object.hasOwn(MODEL.schemata, name);
}

/** What the model says of a schema or property, for people. */
export interface ModelEntry {
  readonly id: string;
  readonly label: string;
  readonly description: string | null;
}

export interface SchemaEntry extends ModelEntry {
  readonly plural: string;
}

/** Schemata that a party can have, with their names for people. */
export const PARTY_MODEL: readonly (SchemaEntry & { readonly id: PartySchema })[] = PARTY_SCHEMATA.map((schema) => {
  const { label, plural, description } = MODEL.getSchema(schema);
  return { id: schema, label, plural, description };
});

/** Properties that parties of these schemata can have with values of their own, each once, by its qualified name (`Thing:country`). */
export const PARTY_PROPERTIES: readonly (ModelEntry & { readonly name: string })[] = [
  ...new Map(
    PARTY_SCHEMATA.flatMap((schema) =>
      [...MODEL.getSchema(schema).getProperties().values()]
        .filter(({ type, stub, hidden }) => !stub && !hidden && !type.isEntity)
        .map(({ qname, name, label, description }) => [qname, { id: qname, name, label, description }] as const),
    ),
  ).values(),
];

/** Whether a schema is, or extends, another; both as the model names them. */
export function isSchemaOf(schema: string, base: string): boolean {
  return MODEL.schemata[schema]?.isA(base) === true;
}

export function topicLabel(topic: string): string {
  return MODEL.getType('topic').values.get(topic) ?? topic;
}

export function countryLabel(code: string): string {
  return MODEL.getType('country').values.get(code) ?? code;
}
