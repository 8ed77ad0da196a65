import { elementsAt, textAt } from '../xml-records.ts';
import type { XmlElement } from '../xml-records.ts';

const WORDS = [
  'AliasType',
  'AreaCode',
  'Country',
  'DetailReference',
  'FeatureType',
  'IDRegDocType',
  'LocPartType',
  'NamePartType',
  'PartySubType',
  'PartyType',
] as const;
type WordKind = (typeof WORDS)[number];

/** Elements that {@link openReferences} takes; all stand before the parties. */
export const REFERENCE_RECORDS: readonly string[] = [...WORDS, 'Location', 'IDRegDocument'];

export interface Paper {
  readonly kind: string;
  readonly number: string;
  readonly country: string | null;
}

export interface Place {
  /** In one line, with its country. */
  readonly text: string;
  readonly country: string;
}

/** What the parties of OFAC's advanced model name by number. */
export interface References {
  take(element: XmlElement): void;
  /** Empty where there is none. */
  word(kind: WordKind, id: string | undefined): string;
  /** `Individual`, `Entity`, `Vessel` or `Aircraft`. */
  partyKind(subType: string | undefined): string;
  papersOf(identity: string | undefined): readonly Paper[];
  place(location: string | undefined): Place | undefined;
}

export function openReferences(): References {
  const words = new Map<string, XmlElement>();
  const places = new Map<string, XmlElement>();
  const papers = new Map<string, XmlElement[]>();
  const word: References['word'] = (kind, id) => {
    const element = id === undefined ? undefined : words.get(`${kind} ${id}`);
    return element?.text.trim() || element?.attributes['Description'] || '';
  };
  return {
    word,
    take(element) {
      const { ID: id = '', IdentityID: identity = '' } = element.attributes;
      if (element.name === 'Location') places.set(id, element);
      else if (element.name !== 'IDRegDocument') words.set(`${element.name} ${id}`, element);
      else {
        const known = papers.get(identity);
        if (known === undefined) papers.set(identity, [element]);
        else known.push(element);
      }
    },
    partyKind(subType) {
      const own = word('PartySubType', subType);
      // Entities and individuals have sub-types that are unknown; their type says what they are.
      return own !== 'Unknown' ? own : word('PartyType', words.get(`PartySubType ${subType ?? ''}`)?.attributes['PartyTypeID']);
    },
    papersOf: (identity) =>
      (papers.get(identity ?? '') ?? []).map((paper) => ({
        kind: word('IDRegDocType', paper.attributes['IDRegDocTypeID']),
        number: textAt(paper, 'IDRegistrationNo'),
        country: word('Country', paper.attributes['IssuedBy-CountryID']) || null,
      })),
    place(location) {
      const element = places.get(location ?? '');
      return element === undefined ? undefined : placeOf(element, word);
    },
  };
}

function placeOf(location: XmlElement, word: References['word']): Place {
  const countries = [
    ...elementsAt(location, 'LocationCountry').map(({ attributes }) => word('Country', attributes['CountryID'])),
    ...elementsAt(location, 'LocationAreaCode').map(({ attributes }) => word('AreaCode', attributes['AreaCodeID'])),
  ];
  const country = countries.find((name) => name !== '' && name !== 'undetermined') ?? '';
  const parts = elementsAt(location, 'LocationPart').map((part) => textAt(part, 'LocationPartValue/Value'));
  return { text: [...parts, country].filter((part, n, all) => part !== '' && all.indexOf(part) === n).join(', '), country };
}
