import { decodeList } from '../decode-list.ts';
import { addLabelled } from '../labelled-facts.ts';
import { withId, type BadRow, type ListFile } from '../list-file.ts';
import type { ListFacts } from '../../../catalogue/list-facts.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { addValue, draftParty } from '../party-draft.ts';
import type { PartyDraft } from '../party-draft.ts';
import type { PartySchema } from '../../../model/party.ts';
import { elementsAt, readXml, textAt } from '../xml-records.ts';
import type { XmlElement } from '../xml-records.ts';
import { advancedNames } from './ofac-advanced-names.ts';
import { openReferences, REFERENCE_RECORDS, type References } from './ofac-references.ts';

const RECORDS: ReadonlySet<string> = new Set([...REFERENCE_RECORDS, 'DateOfIssue', 'DistinctParty', 'SanctionsEntry']);
const SCHEMATA: Readonly<Record<string, PartySchema>> = {
  Individual: 'Person',
  Entity: 'Organization',
  Vessel: 'Vessel',
  Aircraft: 'Airplane',
};

/**
 * OFAC's lists in the Advanced Sanctions Data Model (SDN_ADVANCED.XML, CONS_ADVANCED.XML): words, places and papers stand apart and are named by number.
 * Written from the published schema; it has not met a real file yet.
 */
export const ofacAdvancedXml: ListFormat = {
  name: 'ofac-advanced-xml',
  recognises: (heads) =>
    heads.some(
      ({ text }) => /<(?:[\w.-]+:)?Sanctions[\s>]/u.test(text) && /<(?:[\w.-]+:)?(?:ReferenceValueSets|DateOfIssue)[\s>]/u.test(text),
    ),
  read(files, facts) {
    const parties = new Map<string, ReadParty>();
    const bad: BadRow[] = [];
    let publishedAt: string | null = null;
    for (const file of files) {
      const references = openReferences();
      const content = readXml(decodeList(file.bytes), file.name, RECORDS, idOf, ({ element, line }) => {
        if (element.name === 'DateOfIssue') publishedAt ??= dateOf(element) || null;
        else if (element.name === 'SanctionsEntry') readEntry(element, parties);
        else if (element.name === 'DistinctParty') readDistinct(element, line, { file, facts, references }, parties, bad);
        else references.take(element);
      });
      bad.push(...content.bad);
    }
    return { publishedAt, parties: [...parties.values()], bad };
  },
};

function idOf(party: XmlElement): string | undefined {
  return party.name === 'DistinctParty' ? elementsAt(party, 'Profile')[0]?.attributes['ID'] : undefined;
}

interface Known {
  readonly file: ListFile;
  readonly facts: ListFacts;
  readonly references: References;
}

function readDistinct(element: XmlElement, line: number, known: Known, parties: Map<string, ReadParty>, bad: BadRow[]): void {
  const { file, facts, references } = known;
  for (const profile of elementsAt(element, 'Profile')) {
    const kind = references.partyKind(profile.attributes['PartySubTypeID']);
    const schema = SCHEMATA[kind];
    const id = profile.attributes['ID'] ?? '';
    if (schema === undefined || id === '') {
      bad.push(withId({ file: file.name, line, why: id === '' ? 'has no id' : `the kind of the party “${kind}” is not known` }, id));
      continue;
    }
    const draft = draftParty(facts, schema, file.name, line);
    for (const identity of elementsAt(profile, 'Identity')) {
      for (const [property, value] of advancedNames(identity, references)) addValue(draft, property, value);
      for (const paper of references.papersOf(identity.attributes['ID']))
        if (!addLabelled(draft, paper.kind, paper.number, paper.country)) addValue(draft, 'notes', `${paper.kind}: ${paper.number}`);
    }
    for (const feature of elementsAt(profile, 'Feature')) readFeature(feature, draft, references);
    addValue(draft, 'topics', 'sanction');
    addValue(draft, 'notes', textAt(element, 'Comment'));
    parties.set(id, { draft, id, regulation: '' });
  }
}

/** What is known of a party is a text, a word by its number, a place, or a time. */
function readFeature(feature: XmlElement, draft: PartyDraft, references: References): void {
  const label = references.word('FeatureType', feature.attributes['FeatureTypeID']).replace(/\s*[:-]*\s*$/u, '');
  for (const version of elementsAt(feature, 'FeatureVersion')) {
    const place = references.place(elementsAt(version, 'VersionLocation')[0]?.attributes['LocationID']);
    if (place !== undefined && label === 'Location') {
      if (place.text !== place.country) addValue(draft, 'address', place.text);
      addValue(draft, 'country', place.country);
    } else if (place !== undefined) add(label, place.country === '' ? place.text : place.country);
    for (const period of elementsAt(version, 'DatePeriod')) {
      const [from = '', to = ''] = [elementsAt(period, 'Start/From')[0], elementsAt(period, 'End/To')[0]].map((one) =>
        one === undefined ? '' : dateOf(one),
      );
      add(label, from === to || to === '' ? from : `${from} to ${to}`);
    }
    for (const detail of elementsAt(version, 'VersionDetail'))
      add(label, references.word('DetailReference', detail.attributes['DetailReferenceID']) || detail.text);
  }

  function add(of: string, value: string): void {
    if (value.trim() !== '' && !addLabelled(draft, of, value)) addValue(draft, 'notes', `${of}: ${value}`);
  }
}

/** Programmes stand as remarks of the measures of an entry. */
function readEntry(entry: XmlElement, parties: ReadonlyMap<string, ReadParty>): void {
  const draft = parties.get(entry.attributes['ProfileID'] ?? '')?.draft;
  if (draft === undefined) return;
  for (const measure of elementsAt(entry, 'SanctionsMeasure')) addValue(draft, 'program', textAt(measure, 'Comment'));
}

function dateOf(element: XmlElement): string {
  const [year, month, day] = ['Year', 'Month', 'Day'].map((part) => textAt(element, part));
  return [
    year ?? '',
    ...[month, day].filter((part) => part !== undefined && part !== '').map((part) => (part ?? '').padStart(2, '0')),
  ].join('-');
}
