import type { ListFacts } from '../../../catalogue/list-facts.ts';
import { decodeList } from '../decode-list.ts';
import { addBracketedName } from '../bracketed-name.ts';
import { addLabelled } from '../labelled-facts.ts';
import { readDate } from '../list-date.ts';
import type { BadRow, ListFile } from '../list-file.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { addValue, addValues, draftParty } from '../party-draft.ts';
import type { PartyDraft } from '../party-draft.ts';
import { elementsAt, readXml, textAt, textsAt } from '../xml-records.ts';
import type { XmlElement } from '../xml-records.ts';

const RECORDS: ReadonlySet<string> = new Set(['INDIVIDUAL', 'ENTITY']);

/** The consolidated list of the United Nations Security Council (https://www.un.org/sc/resources/sc-sanctions.xsd). */
export const unXml: ListFormat = {
  name: 'un-xml',
  recognises: (heads) => heads.some(({ text }) => /<CONSOLIDATED_LIST[\s>]/u.test(text)),
  read(files, facts) {
    const parties: ReadParty[] = [];
    const bad: BadRow[] = [];
    let publishedAt: string | null = null;
    for (const file of files) {
      const content = readXml(decodeList(file.bytes), file.name, RECORDS, idOf);
      bad.push(...content.bad);
      publishedAt ??= content.root?.attributes['dateGenerated'] ?? null;
      for (const { element, line } of content.records) parties.push(readParty(element, line, file, facts));
    }
    return { publishedAt, parties, bad };
  },
};

function idOf(element: XmlElement): string {
  return textAt(element, 'DATAID');
}

const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];

function readParty(element: XmlElement, line: number, file: ListFile, facts: ListFacts): ReadParty {
  const kind = element.name;
  const draft = draftParty(facts, kind === 'INDIVIDUAL' ? 'Person' : 'Organization', file.name, line);
  addName(draft, NAME_PARTS.map((part) => textAt(element, part)).join(' '));
  addValue(draft, 'alias', textAt(element, 'NAME_ORIGINAL_SCRIPT'));
  for (const alias of elementsAt(element, `${kind}_ALIAS`)) addAlias(draft, alias);
  addValues(draft, 'title', textsAt(element, 'TITLE/VALUE'));
  addValues(draft, 'position', textsAt(element, 'DESIGNATION/VALUE'));
  addValues(draft, 'nationality', textsAt(element, 'NATIONALITY/VALUE'));
  addValue(draft, 'gender', textAt(element, 'GENDER'));
  for (const born of elementsAt(element, 'INDIVIDUAL_DATE_OF_BIRTH')) addBirthDate(draft, born);
  for (const place of elementsAt(element, 'INDIVIDUAL_PLACE_OF_BIRTH')) {
    addValue(draft, 'birthPlace', placeOf(place));
    addValue(draft, 'birthCountry', textAt(place, 'COUNTRY'));
  }
  for (const address of elementsAt(element, `${kind}_ADDRESS`)) {
    const text = placeOf(address);
    if (text !== textAt(address, 'COUNTRY')) addValue(draft, 'address', text);
    addValue(draft, 'country', textAt(address, 'COUNTRY'));
  }
  for (const document of elementsAt(element, 'INDIVIDUAL_DOCUMENT')) addDocument(draft, document);
  addValue(draft, 'program', textAt(element, 'UN_LIST_TYPE'));
  addValue(draft, 'topics', 'sanction');
  const reference = textAt(element, 'REFERENCE_NUMBER');
  if (reference !== '') addValue(draft, 'notes', `Reference: ${reference}`);
  const listed = textAt(element, 'LISTED_ON');
  if (listed !== '') addValue(draft, 'notes', `Listed: ${listed}`);
  addValue(draft, 'notes', textAt(element, 'COMMENTS1'));
  return { draft, id: idOf(element) || null, regulation: '' };
}

/** Names of entities may hold several: `GREAT TEST AIRLINES (GTA) ; GREAT TEST COMPANY`. */
function addName(draft: PartyDraft, text: string): void {
  if (draft.schema === 'Person') return addValue(draft, 'name', text);
  const [first = '', ...others] = text.split(' ; ');
  addBracketedName(draft, first.trim());
  addValues(draft, 'alias', others);
}

/** Quality `Low` is a weak alias. One cell may hold several, `CAGL ; GREAT LAKES BUSINESS COMPANY`, and older rows write two names as one with a line break. */
function addAlias(draft: PartyDraft, alias: XmlElement): void {
  const quality = textAt(alias, 'QUALITY').toLowerCase();
  const property = quality === 'low' ? 'weakAlias' : quality.startsWith('f.k.a') ? 'previousName' : 'alias';
  for (const name of textAt(alias, 'ALIAS_NAME').split(';')) addValue(draft, property, name);
  const script = /^in [a-z]+ script:\s*(.+)$/iu.exec(textAt(alias, 'NOTE'));
  if (script) addValue(draft, property, script[1]);
  for (const date of textsAt(alias, 'DATE_OF_BIRTH')) addValue(draft, 'birthDate', date);
}

function addBirthDate(draft: PartyDraft, born: XmlElement): void {
  const dates = [...textsAt(born, 'DATE'), ...textsAt(born, 'YEAR')];
  addValues(draft, 'birthDate', dates);
  const [from, to] = [textAt(born, 'FROM_YEAR'), textAt(born, 'TO_YEAR')];
  if (from !== '' && to !== '') addValue(draft, 'birthDate', from === to ? from : `${from} to ${to}`);
  const note = textAt(born, 'NOTE');
  if (note !== '' && dates.length === 0 && from === '') {
    if (readDate(note) === undefined) addValue(draft, 'notes', `birthDate: ${note}`);
    else addValue(draft, 'birthDate', note);
  }
}

function placeOf(place: XmlElement): string {
  return ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY']
    .map((part) => textAt(place, part))
    .filter(Boolean)
    .join(', ');
}

function addDocument(draft: PartyDraft, document: XmlElement): void {
  const number = textAt(document, 'NUMBER');
  if (number === '') return;
  const country = textAt(document, 'ISSUING_COUNTRY') || textAt(document, 'COUNTRY_OF_ISSUE') || null;
  const kinds = [textAt(document, 'TYPE_OF_DOCUMENT2'), textAt(document, 'TYPE_OF_DOCUMENT')].filter(Boolean);
  if (!kinds.some((kind) => addLabelled(draft, kind, number, country))) addValue(draft, 'idNumber', number);
}
