import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { listMappingSchema, type ListMapping } from '../../../catalogue/list-mappings.ts';
import type { ListFile } from '../list-file.ts';
import { parseList } from '../parse-list.ts';

const file = (name: string, text: string): ListFile => ({ name, bytes: Buffer.from(text, 'utf8') });

/** Small files of the shapes that the publishers describe; names are made up. */
describe('mappings of the catalogue', () => {
  test('OFAC XML', () => {
    const xml = `<sdnList xmlns="https://example.org/SDN.XML"><publshInformation><Publish_Date>02/20/2026</Publish_Date></publshInformation>
<sdnEntry><uid>5</uid><firstName>Ivan</firstName><lastName>TESTOV</lastName><sdnType>Individual</sdnType><programList><program>X1</program></programList>
<idList><id><uid>1</uid><idType>Tax ID No.</idType><idNumber>710300000000</idNumber><idCountry>Russia</idCountry></id></idList>
<akaList><aka><type>a.k.a.</type><category>weak</category><lastName>VANYA</lastName></aka><aka><type>a.k.a.</type><category>strong</category><firstName>Iwan</firstName><lastName>TESTOW</lastName></aka></akaList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>15 Jul 1980</dateOfBirth></dateOfBirthItem></dateOfBirthList></sdnEntry></sdnList>`;
    const list = parseList('o', [file('sdn.xml', xml)]);
    expect([list.format, list.publishedAt]).toEqual(['ofac-xml', '2026-02-20']);
    expect(list.listings[0]).toMatchObject({
      id: 'o:5',
      line: 2,
      entity: {
        schema: 'Person',
        properties: {
          name: ['Ivan TESTOV'],
          alias: ['Iwan TESTOW'],
          weakAlias: ['VANYA'],
          birthDate: ['1980-07-15'],
          innCode: ['710300000000'],
          program: ['X1'],
        },
      },
    });
  });

  test('EU FSF XML', () => {
    const xml = `<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-05T16:47:04.449+02:00">
<sanctionEntity euReferenceNumber="EU.1.1" logicalId="13"><subjectType code="person" classificationCode="P"/>
<nameAlias wholeName="Ivan Testov" firstName="Ivan" lastName="Testov" strong="true" gender="M"/><nameAlias wholeName="Ваня" strong="false"/>
<citizenship countryIso2Code="RU"/><birthdate year="1970"/><identification number="A1" identificationTypeCode="passport"/></sanctionEntity></export>`;
    const list = parseList('e', [file('eu.xml', xml)]);
    expect([list.format, list.publishedAt]).toEqual(['eu-fsf-xml', '2026-08-05T16:47:04.449+02:00']);
    expect(list.listings[0]).toMatchObject({
      id: 'e:EU.1.1-13',
      entity: {
        caption: 'Ivan Testov',
        properties: { weakAlias: ['Ваня'], nationality: ['ru'], birthDate: ['1970'], passportNumber: ['A1'], gender: ['male'] },
      },
    });
  });

  test('OFSI CSV: the rows of a group are one party, in whatever order', () => {
    const header =
      'Name 6,Name 1,Name 2,Title,Name Non-Latin Script,DOB,Nationality,Country,Group Type,Alias Type,Alias Quality,Regime,Group ID';
    const csv = `Last Updated,02/10/2025\n${header}\nTESTOFF,Ivan,,,,00/00/1958,,,Individual,AKA,Low quality,Russia,77\nTESTOV,Ivan,Petrovich,,Иван Тестов,00/00/1958,(1) Russia. (2) Syria,Russia,Individual,Primary name,,Russia,77\n`;
    const list = parseList('u', [file('ConList.csv', csv)]);
    expect([list.format, list.publishedAt]).toEqual(['uk-ofsi-conlist', '2025-10-02']);
    expect(list.listings).toHaveLength(1);
    expect(list.listings[0]).toMatchObject({
      id: 'u:77',
      line: 3,
      entity: {
        caption: 'Ivan Petrovich TESTOV',
        properties: {
          weakAlias: ['Ivan TESTOFF'],
          alias: ['Иван Тестов'],
          birthDate: ['1958'],
          country: ['ru'],
          nationality: ['ru', 'sy'],
        },
      },
    });
  });

  test('UK Sanctions List, CSV and XML', () => {
    const header =
      'Last Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name type,Alias strength,Designation Type,Regime Name,D.O.B,IMO number';
    const csv = `Report Date: 02-Oct-2026\n${header}\n,TST1,1,TEST SHIP,,Primary Name,,Ship,Test,,9074729\n`;
    const xml = `<Designations><DateGenerated>08/10/2026</DateGenerated><Designation><UniqueID>TST1</UniqueID><Names><Name><Name6>TEST SHIP</Name6><NameType>Primary Name</NameType></Name></Names>
<IndividualEntityShip>Ship</IndividualEntityShip><ShipDetails><Ship><IMONumbers><IMONumber>9074729</IMONumber></IMONumbers></Ship></ShipDetails></Designation></Designations>`;
    const [fromCsv, fromXml] = [parseList('uk', [file('a.csv', csv)]), parseList('uk', [file('a.xml', xml)])];
    expect([fromCsv.format, fromXml.format, fromCsv.publishedAt]).toEqual(['uk-sanctions-csv', 'uk-sanctions-xml', '2026-10-02']);
    for (const list of [fromCsv, fromXml])
      expect(list.listings[0]).toMatchObject({
        id: 'uk:TST1',
        entity: { schema: 'Vessel', caption: 'TEST SHIP', properties: { imoNumber: ['9074729'] } },
      });
  });

  test('lists of Ukraine, XML and JSON', () => {
    const xml = `<list-terror><date-ver-list>20260101</date-ver-list><acount-list><number-entry>9</number-entry><type-entry>2</type-entry>
<aka-list><type-aka>N</type-aka><aka-name1>Іван</aka-name1><aka-name4>Тестов</aka-name4></aka-list><date-of-birth-list>15 Jul 1980</date-of-birth-list></acount-list></list-terror>`;
    expect(parseList('ua', [file('a.xml', xml)]).listings[0]).toMatchObject({
      id: 'ua:9',
      entity: { schema: 'Person', caption: 'Іван Тестов', properties: { birthDate: ['1980-07-15'] } },
    });
    const json = `[\n{"sid": 5, "name": "ТОВ Тест", "translit": "TOV Test", "aliases": ["Test LLC"], "citizenships": ["RU"], "identifiers": [{"id": "tax:inn", "code": "7704548269"}]}]`;
    expect(parseList('ua', [file('a.json', json)]).listings[0]).toMatchObject({
      id: 'ua:5',
      line: 2,
      entity: { properties: { alias: ['TOV Test', 'Test LLC'], innCode: ['7704548269'], country: ['ru'] } },
    });
  });
});

const ownMapping = (given: Readonly<Record<string, unknown>>): ListMapping =>
  listMappingSchema.parse({
    format: 'own',
    title: 'Own list',
    tested: true,
    kind: 'csv',
    delimiter: ';',
    detect: {},
    schema: { default: 'Company' },
    ...given,
  });

test('a list in XML whose root is a table is read by a mapping, and a web page is not', () => {
  const mapping = ownMapping({ kind: 'xml', record: 'row', fields: [{ from: 'name', to: 'name' }] });
  const rows = '<table>\n<row><name>Test GmbH</name></row>\n<row><name>Alt AG</name></row>\n</table>';
  expect(parseList('mine', [file('l.xml', rows)], { mapping }).listings).toHaveLength(2);
  expect(() => parseList('mine', [file('l.xml', rows)])).toThrow('a web page');
  for (const page of [`<html><body>${rows}</body></html>`, rows.replace('</name></row>', '<br></name></row>'), rows.slice(0, -10)])
    expect(() => parseList('mine', [file('l.xml', page)], { mapping })).toThrow('a web page');
});

test('a row with an open quote is known by its id where all of it stands before the quote, else by its names', () => {
  const mapping = ownMapping({ id: ['Kind', 'No'], fields: [{ from: 'Name', to: 'name' }] });
  const badOf = (row: string): unknown => parseList('mine', [file('l.csv', `Name;Kind;No;Note\nA;x;1;n\n${row}\n`)], { mapping }).bad[0];
  expect(badOf('B;y;2;"n')).toMatchObject({ id: 'y-2' });
  expect(badOf('B;y;"2')).toMatchObject({ marks: { names: ['B'] } });
  expect(badOf('B;y;"2')).not.toHaveProperty('id');
});

test('a mapping of the user’s own', () => {
  const mapping = ownMapping({
    skip: [{ Status: ['removed'] }],
    fields: [
      { from: 'Firma', to: 'name' },
      { from: 'Land', to: 'country' },
      { from: 'HRB', to: 'registrationNumber' },
    ],
  });
  const list = parseList(
    'mine',
    [file('l.csv', 'Firma;Land;HRB;Status\nTest GmbH;Germany;HRB 1;\nAlt AG;Germany;HRB 2;removed\n;France;3;\n')],
    { mapping },
  );
  expect(list.listings.map(({ entity }) => entity.properties)).toEqual([
    { name: ['Test GmbH'], country: ['de'], registrationNumber: ['HRB 1'] },
  ]);
  expect(list.bad).toEqual([{ file: 'l.csv', line: 4, why: 'has no name', marks: { identifiers: ['3'], names: [] } }]);
});

test.each([
  ['\\n', 'Test\nProbe  Zwei'],
  ['\\r?\\n', 'Test  \r\nProbe Zwei'],
  ['\\s{2,}', 'Test  Probe Zwei'],
  ['\\n', `Test${' '.repeat(50)}\n${' '.repeat(50)}Probe  Zwei`],
])('a cell is parted where a mapping of the user’s own says, also at blanks: %j', (split, cell) => {
  const mapping = ownMapping({ fields: [{ from: 'Firma', to: 'name', split }] });
  const list = parseList('mine', [file('own.csv', `No;Firma\n1;"${cell}"\n`)], { mapping });
  expect(list.listings.map(({ entity }) => entity.properties)).toEqual([{ name: ['Test', 'Probe Zwei'] }]);
});

test('a letter that the end of the head cuts in two costs no column of a mapping of the user’s own', () => {
  const mapping = ownMapping({ fields: [{ from: 'Société', to: 'name' }] });
  const head = 'Société;Note\nTest;\nProbe;';
  const bytes = Buffer.from(`${head}${'x'.repeat(65_535 - Buffer.byteLength(head))}é\n`);
  expect(bytes.subarray(65_535, 65_537).toString()).toBe('é');
  expect(parseList('mine', [{ name: 'own.csv', bytes }], { mapping }).listings).toHaveLength(2);
});

test.each([
  [{ from: 'Lnd', to: 'country' }, 'Firma;Land\nTest;DE\n', 'own.csv has no column “Lnd”'],
  [{ from: 'Land', to: 'country' }, 'Firma,Land\nTest,DE\n', 'Parted by “;” (delimiter) its columns are “Firma,Land”'],
  [
    { from: 'Land', to: 'contry' },
    'Firma;Land\nTest;DE\n',
    'writes to “contry”, which is no property of a party in FollowTheMoney; perhaps country',
  ],
])('a slip in a mapping of the user’s own is told: %j', (field, csv, said) => {
  const mapping = ownMapping({ fields: [{ from: 'Firma', to: 'name' }, field] });
  expect(() => parseList('mine', [file('own.csv', csv)], { mapping })).toThrow(said);
});
