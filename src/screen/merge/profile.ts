import type { Listing, PartySchema } from '../../model/party.ts';
import type { NameKnowledge } from '../knowledge.ts';
import type { NameFamily } from '../name/name-part.ts';
import { analyseName } from '../name/analyse.ts';
import type { Address } from './address.ts';
import { readAddress } from './address.ts';
import { readEmail, readPhone } from './contact.ts';
import { generationOf } from './generation.ts';
import type { IdentityNumber } from './identity-numbers.ts';
import { identityNumbersOf } from './identity-numbers.ts';
import type { ProfileName } from './name-key.ts';
import { profileName } from './name-key.ts';

/** What a listing says of its party, read once for all comparisons. */
export interface Profile {
  /** Its place among the listings of this merging, by id. */
  readonly n: number;
  readonly listing: Listing;
  readonly kind: PartyKind;
  /** An authority's list says itself who is distinct; a file of customers does not. */
  readonly designated: boolean;
  /** Names that are no weak aliases, the primary first; read as a person's and as an organisation's where the list does not say which. */
  readonly names: readonly ProfileName[];
  readonly numbers: readonly IdentityNumber[];
  readonly birthDates: readonly string[];
  readonly sex: ReadonlySet<string>;
  readonly generation: number | undefined;
  /** Lower-case codes of country, nationality and citizenship. */
  readonly countries: ReadonlySet<string>;
  readonly addresses: readonly Address[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** `any`: the list does not say whether it is a person or an organisation. */
export type PartyKind = 'person' | 'organisation' | 'any' | 'vessel' | 'airplane';

export function profileOf(listing: Listing, n: number, knowledge: NameKnowledge): Profile {
  const { entity } = listing;
  const all = (property: string): readonly string[] => entity.properties[property] ?? [];
  const kind = KIND_OF[entity.schema];
  const texts = [...new Set(['name', 'alias', 'previousName'].flatMap(all))].filter((name) => name.trim() !== '').slice(0, MOST_NAMES);
  const families: readonly NameFamily[] = kind === 'any' ? ['organisation', 'person'] : [FAMILY_OF[kind]];
  return {
    n,
    listing,
    kind,
    designated: all('topics').length + all('program').length > 0,
    names: texts.flatMap((name) => families.map((family) => profileName(analyseName(name, family, knowledge)))),
    numbers: identityNumbersOf(entity),
    birthDates: all('birthDate').filter((date) => /^\d{4}(?:-\d{2}){0,2}$/.test(date)),
    sex: new Set(all('gender').filter((sex) => sex === 'male' || sex === 'female')),
    generation:
      kind === 'person' || kind === 'any'
        ? all('name')
            .map(generationOf)
            .find((generation) => generation !== undefined)
        : undefined,
    countries: new Set(COUNTRIES.flatMap(all).map((country) => country.toLowerCase())),
    addresses: all('address')
      .slice(0, MOST_ADDRESSES)
      .flatMap((text) => readAddress(text) ?? []),
    emails: all('email').flatMap((text) => readEmail(text) ?? []),
    phones: all('phone').flatMap((text) => readPhone(text) ?? []),
  };
}

/** Names as they are read against those of another listing: as a person's only where one of both is known to be a person. */
export function namesAgainst({ names, kind }: Profile, other: PartyKind): readonly ProfileName[] {
  if (kind !== 'any') return names;
  return names.filter(({ family }) => (family === 'person') === (other === 'person'));
}

/** May two listings be of one party by what they are? */
export function kindsFit(a: PartyKind, b: PartyKind): boolean {
  if (a === b) return true;
  const land = (kind: PartyKind): boolean => kind === 'person' || kind === 'organisation';
  return (a === 'any' && land(b)) || (b === 'any' && land(a));
}

const MOST_NAMES = 40;
const MOST_ADDRESSES = 12;

const COUNTRIES = ['country', 'jurisdiction', 'mainCountry', 'nationality', 'citizenship', 'flag', 'birthCountry'] as const;

const KIND_OF: Readonly<Record<PartySchema, PartyKind>> = {
  Person: 'person',
  Company: 'organisation',
  Organization: 'organisation',
  PublicBody: 'organisation',
  LegalEntity: 'any',
  Vessel: 'vessel',
  Airplane: 'airplane',
};

const FAMILY_OF: Readonly<Record<Exclude<PartyKind, 'any'>, NameFamily>> = {
  person: 'person',
  organisation: 'organisation',
  vessel: 'vessel',
  airplane: 'vessel',
};
