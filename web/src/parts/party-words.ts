import { useWords, type WordKey } from '../words/use-words.ts';

type Key = WordKey<'screening'>;

/** Properties of FollowTheMoney in words, in the order in which they are read. What is not here keeps its name and comes last. */
export const PROPERTY_WORDS: Readonly<Record<string, Key | undefined>> = {
  name: 'propName',
  alias: 'propAlias',
  weakAlias: 'propWeakAlias',
  previousName: 'propPreviousName',
  topics: 'propTopics',
  program: 'propProgram',
  programId: 'propProgram',
  sanctions: 'propProgram',
  country: 'propCountry',
  jurisdiction: 'propJurisdiction',
  nationality: 'propNationality',
  citizenship: 'propNationality',
  flag: 'propFlag',
  birthDate: 'propBirthDate',
  birthPlace: 'propBirthPlace',
  gender: 'propGender',
  position: 'propPosition',
  innCode: 'propInn',
  ogrnCode: 'propOgrn',
  uscCode: 'propUscc',
  leiCode: 'propLei',
  taxNumber: 'propTaxNumber',
  registrationNumber: 'propRegistrationNumber',
  idNumber: 'propIdNumber',
  passportNumber: 'propPassport',
  imoNumber: 'propImo',
  mmsi: 'propMmsi',
  address: 'propAddress',
  phone: 'propPhone',
  email: 'propEmail',
  website: 'propWebsite',
  incorporationDate: 'propIncorporation',
  owner: 'propOwner',
  notes: 'propNotes',
  summary: 'propNotes',
  description: 'propNotes',
  sourceUrl: 'propSource',
};

const ORDER = Object.keys(PROPERTY_WORDS);

export const TOPIC_WORDS: Readonly<Record<string, Key | undefined>> = {
  sanction: 'topicSanction',
  'sanction.linked': 'topicSanctionLinked',
  'sanction.counter': 'topicSanction',
  'export.control': 'topicExportControl',
  'export.control.linked': 'topicExportControl',
  'export.risk': 'topicExportRisk',
  debarment: 'topicDebarment',
  'role.pep': 'topicPep',
  poi: 'topicPoi',
};

/** Properties that have values, the telling ones first. */
export function orderedProperties(
  properties: Readonly<Record<string, readonly string[]>>,
): readonly (readonly [string, readonly string[]])[] {
  const place = (property: string): number => {
    const at = ORDER.indexOf(property);
    return at < 0 ? ORDER.length : at;
  };
  return Object.entries(properties)
    .filter(([, values]) => values.length > 0)
    .toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
}

const SCHEMATA: Readonly<Record<string, Key | undefined>> = {
  Person: 'schemaPerson',
  Company: 'schemaCompany',
  Organization: 'schemaOrganization',
  PublicBody: 'schemaPublicBody',
  LegalEntity: 'schemaLegalEntity',
  Vessel: 'schemaVessel',
  Airplane: 'schemaAirplane',
};

/** What a schema of FollowTheMoney is called. */
export function useSchemaWord(): (schema: string) => string {
  const say = useWords('screening');
  return (schema) => {
    const word = SCHEMATA[schema];
    return word === undefined ? schema : say(word);
  };
}
