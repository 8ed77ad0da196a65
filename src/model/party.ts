import type { Digest } from './digest.ts';

/** Schemata of FollowTheMoney that name a party. `LegalEntity` where a list does not say whether it is a person. */
export const PARTY_SCHEMATA = ['Person', 'Company', 'Organization', 'PublicBody', 'LegalEntity', 'Vessel', 'Airplane'] as const;
export type PartySchema = (typeof PARTY_SCHEMATA)[number];

/** An entity as FollowTheMoney writes it (https://followthemoney.tech): every property is a list of strings. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: PartySchema;
  readonly caption: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** One record of one list: the designation of a party by an authority. */
export interface Listing {
  /** Name of the list in this home, `ofac-sdn`. */
  readonly list: string;
  /** `<list>:<id that the authority gives, or one made of the record>`; the same in every version of the list that has the record. */
  readonly id: string;
  /** SHA-256 of the canonical JSON of `entity`. */
  readonly hash: Digest;
  /** Line of the file on which the record begins, from 1; of XML and JSON too. */
  readonly line: number;
  readonly entity: FtmEntity;
}

/** A name of a listing. `weak`: the authority itself calls it a weak alias, or it is an abbreviation. */
export interface ListedName {
  readonly name: string;
  readonly weak: boolean;
}

/** Properties of {@link FtmEntity} that hold names, strongest first. */
export const NAME_PROPERTIES = ['name', 'alias', 'previousName', 'weakAlias', 'abbreviation'] as const;

/** Names of an entity, each once, strongest first. */
export function namesOf(entity: FtmEntity): readonly ListedName[] {
  const seen = new Map<string, ListedName>();
  for (const property of NAME_PROPERTIES) {
    const weak = property === 'weakAlias' || property === 'abbreviation';
    for (const name of entity.properties[property] ?? []) if (!seen.has(name)) seen.set(name, { name, weak });
  }
  return [...seen.values()];
}

/** One party with all its listings, as the index holds it. Listings of one party stand together only where something proves that they are one. */
export interface Party {
  /** Id of its first listing; every listing id of the party answers to it. */
  readonly id: string;
  readonly listings: readonly Listing[];
}

/** Other names that are asked about at once. */
export const MOST_ALIASES = 200;

/** What is asked about: a name, and what else is known. Everything but the name is optional and only ever helps or contradicts. */
export interface NameQuery {
  readonly name: string;
  /** Other names of the same party: each is searched for as `name` is, and the best counts. */
  readonly aliases?: readonly string[];
  readonly schema?: PartySchema;
  /** ISO 3166-1 alpha-2, any case. */
  readonly countries?: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly birthDates?: readonly string[];
  /** Registration and tax numbers, IMO, LEI, passport …, as written. */
  readonly identifiers?: readonly string[];
}
