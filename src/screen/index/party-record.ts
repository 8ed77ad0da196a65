import type { ListedName, Party, PartySchema } from '../../model/party.ts';
import { PARTY_SCHEMATA, namesOf } from '../../model/party.ts';
import type { Qualifiers } from '../score/qualifiers.ts';
import { normaliseIdentifier } from '../score/identifiers.ts';

/** What an answer says of a party. */
export interface PartyRecord {
  readonly id: string;
  readonly schema: PartySchema;
  readonly caption: string;
  readonly listings: readonly (readonly [list: string, id: string])[];
  /** Names: as listed, which listing has it. */
  readonly names: readonly (readonly [name: string, listing: number])[];
  readonly facts: Qualifiers;
}

/**
 * A record as the index keeps it, JSON without what goes without saying, since there are very many: id, schema, caption (0: the first name), listings as list and id in
 * turn (one of the party's own id: its list alone), names (each with its listing behind it, if that is not the first), facts where there are any.
 */
type PackedRecord = readonly [
  id: string,
  schema: number,
  caption: string | 0,
  listings: string | readonly string[],
  names: readonly (string | number)[],
  facts?: readonly [countries: readonly string[], birthDates: readonly string[], identifiers: readonly string[]],
];

export function packRecord({ id, schema, caption, listings, names, facts: { countries, birthDates, identifiers } }: PartyRecord): string {
  const [first] = listings;
  const packed = [
    id,
    schemaNumber(schema),
    caption === names[0]?.[0] ? 0 : caption,
    listings.length === 1 && first?.[1] === id ? first[0] : listings.flat(),
    names.flatMap(([name, listing]) => (listing === 0 ? [name] : [name, listing])),
  ] as const;
  const known = countries.length + birthDates.length + identifiers.length > 0;
  return JSON.stringify((known ? [...packed, [countries, birthDates, identifiers]] : packed) satisfies PackedRecord);
}

export function unpackRecord(text: string): PartyRecord {
  const [id, schema, caption, listings, packedNames, facts] = JSON.parse(text) as PackedRecord;
  const names: [string, number][] = [];
  for (const one of packedNames) {
    if (typeof one === 'string') names.push([one, 0]);
    else names.at(-1)![1] = one;
  }
  return {
    id,
    schema: schemaAt(schema),
    caption: caption === 0 ? (names[0]?.[0] ?? id) : caption,
    listings:
      typeof listings === 'string'
        ? [[listings, id]]
        : Array.from({ length: listings.length / 2 }, (_, n) => [listings[2 * n]!, listings[2 * n + 1]!]),
    names,
    facts: { countries: facts?.[0] ?? [], birthDates: facts?.[1] ?? [], identifiers: facts?.[2] ?? [] },
  };
}

/** The id of a packed record, without reading the rest where it is a plain one. */
export function idOfPacked(text: string): string {
  const id = text.slice(2, text.indexOf('"', 2));
  return id.includes('\\') ? (JSON.parse(text) as PackedRecord)[0] : id;
}

/** Properties that hold what identifies a party for good. */
const IDENTIFIER_PROPERTIES = [
  'registrationNumber',
  'innCode',
  'ogrnCode',
  'taxNumber',
  'vatCode',
  'leiCode',
  'imoNumber',
  'uscCode',
  'idNumber',
  'passportNumber',
  'mmsi',
  'callSign',
  'swiftBic',
  'dunsCode',
  'okpoCode',
  'kppCode',
  'cageCode',
  'permId',
  'npiCode',
  'uniqueEntityId',
  'socialSecurityNumber',
] as const;

const COUNTRY_PROPERTIES = ['country', 'jurisdiction', 'nationality', 'citizenship', 'flag', 'mainCountry'] as const;

/** Whether values of this property of FollowTheMoney identify a party for good. */
export function isIdentifierProperty(property: string): boolean {
  return (IDENTIFIER_PROPERTIES as readonly string[]).includes(property);
}

/** Whether values of this property say where a party belongs. */
export function isCountryProperty(property: string): boolean {
  return (COUNTRY_PROPERTIES as readonly string[]).includes(property);
}

/** More names of one party add nothing but time. */
const MOST_NAMES = 400;

/** The record of a party, from all its listings; each name once, under the listing that gives it first. */
export function recordOf(party: Party): { readonly record: PartyRecord; readonly names: readonly ListedName[] } {
  const names: ListedName[] = [];
  const where: [string, number][] = [];
  const seen = new Map<string, number>();
  for (const [listing, { entity }] of party.listings.entries()) {
    for (const name of namesOf(entity)) {
      const at = seen.get(name.name);
      if (at !== undefined) {
        if (!name.weak) names[at] = { name: name.name, weak: false };
        continue;
      }
      if (names.length >= MOST_NAMES || name.name.trim() === '') continue;
      seen.set(name.name, names.length);
      names.push(name);
      where.push([name.name, listing]);
    }
  }
  const all = (properties: readonly string[]): readonly string[] => [
    ...new Set(party.listings.flatMap(({ entity }) => properties.flatMap((property) => entity.properties[property] ?? []))),
  ];
  const [first] = party.listings;
  const record: PartyRecord = {
    id: party.id,
    schema: schemaOf(party),
    caption: first?.entity.caption ?? party.id,
    listings: party.listings.map(({ list, id }) => [list, id] as const),
    names: where,
    facts: {
      countries: all(COUNTRY_PROPERTIES)
        .map((country) => country.toLowerCase())
        .filter((country, n, list) => list.indexOf(country) === n),
      birthDates: all(['birthDate']),
      identifiers: [...new Set(all(IDENTIFIER_PROPERTIES).map(normaliseIdentifier))].filter((id) => id.length > 3),
    },
  };
  return { record, names };
}

/** The most telling schema of its listings: a list that does not know leaves it to one that does. */
function schemaOf(party: Party): PartySchema {
  const schemata = party.listings.map(({ entity }) => entity.schema);
  return schemata.find((schema) => schema !== 'LegalEntity') ?? schemata[0] ?? 'LegalEntity';
}

/** May a query of this schema mean a party of that one? */
export function schemataFit(asked: PartySchema | undefined, party: PartySchema): boolean {
  if (asked === undefined || asked === party) return true;
  if (asked === 'LegalEntity') return party !== 'Vessel' && party !== 'Airplane';
  if (party === 'LegalEntity') return asked !== 'Vessel' && asked !== 'Airplane';
  if (asked === 'Person' || party === 'Person') return false;
  const craft = (schema: PartySchema): boolean => schema === 'Vessel' || schema === 'Airplane';
  return craft(asked) === craft(party) && !(craft(asked) && asked !== party);
}

export function schemaNumber(schema: PartySchema): number {
  return PARTY_SCHEMATA.indexOf(schema);
}

export function schemaAt(number: number): PartySchema {
  return PARTY_SCHEMATA[number] ?? 'LegalEntity';
}
