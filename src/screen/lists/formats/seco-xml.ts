import type { ListFacts } from '../../../catalogue/list-facts.ts';
import type { PartySchema } from '../../../model/party.ts';
import { decodeList } from '../decode-list.ts';
import { addLabelled, addLabelledText } from '../labelled-facts.ts';
import { withId, type BadRow, type ListFile } from '../list-file.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { addValue, draftParty } from '../party-draft.ts';
import type { PartyDraft } from '../party-draft.ts';
import { elementsAt, readXml, textAt, textsAt } from '../xml-records.ts';
import type { XmlElement } from '../xml-records.ts';
import { secoNames } from './seco-names.ts';

const RECORDS: ReadonlySet<string> = new Set(['target', 'place', 'sanctions-program']);
const SCHEMATA: Readonly<Record<string, PartySchema>> = { individual: 'Person', entity: 'Organization', object: 'Vessel' };

/**
 * The whole list of the Swiss State Secretariat for Economic Affairs (swiss-sanctions-list.xsd). Names are written in parts, places stand apart from who is
 * there. Written from the published schema; it has not met a real file yet.
 */
export const secoXml: ListFormat = {
  name: 'ch-seco-xml',
  recognises: (heads) => heads.some(({ text }) => /<(?:[\w.-]+:)?swiss-sanctions-list[\s>]/u.test(text)),
  read(files, facts) {
    const parties: ReadParty[] = [];
    const bad: BadRow[] = [];
    let publishedAt: string | null = null;
    for (const file of files) {
      const content = readXml(decodeList(file.bytes), file.name, RECORDS, idOf);
      bad.push(...content.bad);
      publishedAt ??= content.root?.attributes['date'] ?? null;
      const of = (name: string): readonly XmlElement[] =>
        content.records.flatMap(({ element }) => (element.name === name ? [element] : []));
      const known: Known = { file, facts, places: placesOf(of('place')), programs: programsOf(of('sanctions-program')) };
      for (const { element, line } of content.records) {
        if (element.name !== 'target' || isDelisted(element)) continue;
        const party = readTarget(element, line, known);
        if (party !== undefined) parties.push(party);
        else bad.push(withId({ file: file.name, line, why: 'is no individual, entity or object' }, idOf(element)));
      }
    }
    return { publishedAt, parties, bad };
  },
};

function idOf({ name, attributes }: XmlElement): string | undefined {
  return name === 'target' ? attributes['ssid'] : undefined;
}

interface Known {
  readonly file: ListFile;
  readonly facts: ListFacts;
  readonly places: ReadonlyMap<string, XmlElement>;
  readonly programs: ReadonlyMap<string, string>;
}

function placesOf(places: readonly XmlElement[]): ReadonlyMap<string, XmlElement> {
  return new Map(places.map((place) => [place.attributes['ssid'] ?? '', place]));
}

/** By the ids of their sets of sanctions: what targets name. */
function programsOf(programs: readonly XmlElement[]): ReadonlyMap<string, string> {
  return new Map(
    programs.flatMap((program) => {
      const names = [...elementsAt(program, 'program-name'), ...elementsAt(program, 'program-key')];
      const name = (names.find(({ attributes }) => attributes['lang'] === 'eng') ?? names[0])?.text.trim() ?? '';
      return elementsAt(program, 'sanctions-set').map((set): [string, string] => [set.attributes['ssid'] ?? '', name]);
    }),
  );
}

/** The latest change says whether a target is on the list still. */
function isDelisted(target: XmlElement): boolean {
  const changes = elementsAt(target, 'modification').map(({ attributes }) => ({
    type: attributes['modification-type'] ?? '',
    at: attributes['effective-date'] ?? attributes['publication-date'] ?? '',
  }));
  const last = changes.reduce((latest, { at }) => (at > latest ? at : latest), '');
  return changes.some(({ type, at }) => type === 'de-listed' && at === last);
}

function readTarget(target: XmlElement, line: number, known: Known): ReadParty | undefined {
  const node = target.children.find(({ name }) => SCHEMATA[name] !== undefined);
  const schema = SCHEMATA[node?.name ?? ''];
  if (node === undefined || schema === undefined) return undefined;
  const draft = draftParty(known.facts, schema, known.file.name, line);
  addValue(draft, 'gender', node.attributes['sex']);
  // Some lists put the identities of a target beside it and not inside.
  for (const identity of [...elementsAt(node, 'identity'), ...elementsAt(target, 'identity')]) readIdentity(identity, draft, known);
  for (const other of elementsAt(node, 'other-information'))
    if (!addLabelledText(draft, other.text.trim().replaceAll(/\s+/gu, ' ').replace(/ ?: ?/u, ' '))) addValue(draft, 'notes', other.text);
  for (const why of elementsAt(node, 'justification')) addValue(draft, 'notes', why.text);
  for (const set of [...textsAt(target, '@sanctions-set-id'), ...textsAt(target, 'sanctions-set-id')])
    addValue(draft, 'program', known.programs.get(set));
  addValue(draft, 'topics', 'sanction');
  const foreign = textAt(target, 'foreign-identifier');
  if (foreign !== '') addValue(draft, 'notes', `Foreign identifier: ${foreign}`);
  return { draft, id: idOf(target) ?? null, regulation: '' };
}

function readIdentity(identity: XmlElement, draft: PartyDraft, { places }: Known): void {
  for (const name of elementsAt(identity, 'name')) for (const [property, value] of secoNames(name)) addValue(draft, property, value);
  for (const born of elementsAt(identity, 'day-month-year')) addValue(draft, 'birthDate', dateOf(born));
  for (const nationality of elementsAt(identity, 'nationality/country'))
    addValue(draft, 'nationality', nationality.attributes['iso-code'] || nationality.text);
  for (const address of elementsAt(identity, 'address')) {
    const [text, country] = placeOf(address, places);
    if (text !== country) addValue(draft, 'address', text);
    addValue(draft, 'country', country);
  }
  for (const born of elementsAt(identity, 'place-of-birth')) {
    const [text, country] = placeOf(born, places);
    addValue(draft, 'birthPlace', text);
    addValue(draft, 'birthCountry', country);
  }
  for (const document of elementsAt(identity, 'identification-document')) {
    const number = textAt(document, 'number');
    const kind = (document.attributes['document-type'] ?? '').replaceAll('-', ' ');
    const issuer = elementsAt(document, 'issuer')[0];
    if (!addLabelled(draft, kind, number, issuer?.attributes['code'] ?? issuer?.text ?? null)) addValue(draft, 'idNumber', number);
  }
}

function dateOf({ attributes: { year, month, day } }: XmlElement): string {
  return [year, month, month === undefined ? undefined : day]
    .filter((part) => part !== undefined && part !== '')
    .map((part, n) => (n === 0 ? (part ?? '') : (part ?? '').padStart(2, '0')))
    .join('-');
}

/** A place in one line, and its country. What the place itself says goes before what is said of it elsewhere. */
function placeOf(own: XmlElement, places: ReadonlyMap<string, XmlElement>): readonly [string, string] {
  const shared = places.get(own.attributes['place-id'] ?? '');
  const part = (name: string): string => textAt(own, name) || (shared === undefined ? '' : textAt(shared, name));
  const country = part('country');
  const parts = ['c-o', 'address-details', 'p-o-box', 'zip-code', 'location', 'area'].map(part);
  return [[...parts, country].filter((text) => text !== '').join(', '), country];
}
