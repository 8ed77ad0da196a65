import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256 } from '../../model/digest.ts';
import type { ListFile, ParsedList } from './list-file.ts';
import { detectListFormat, parseList } from './parse-list.ts';

const file = (name: string, text: string): ListFile => ({ name, bytes: Buffer.from(text, 'utf8') });
const propertiesOf = (list: ParsedList, at = 0): Readonly<Record<string, readonly string[]>> => list.listings[at]?.entity.properties ?? {};

const SDN = `1001,"IVANOV, Pyotr",${'"individual"'},"RUSSIA-EO14024] [NPWMD","Director",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 10 Dec 1961; alt. DOB 1962; POB Tula, Russia; nationality Russia; Gender Male; Passport 71 1234567 (Russia) issued 01 Feb 2010; Tax ID No. 710300000000 (Russia); a.k.a. 'PETYA'; Linked To: ALPHA."\r
1002,"STAR OF TEST","vessel","IRAN",-0- ,"ABCD1","Crude Oil Tanker","300,000",-0- ,"Panama","ALPHA SHIPPING",${'"Vessel Registration Identification IMO 9074729; MMSI 572469210; Former Vessel Flag Malta."'}\r
1003,"ALPHA TRADING",-0- ,"IRAN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r
\u001a`;

test('a list without a byte is said to be empty', () => {
  expect(() => parseList('made', [file('made.csv', '')])).toThrow('the list made cannot be read: made.csv is empty');
});

test('two records of one party may have any number of dates that are not understood', () => {
  const birthDate = Array.from({ length: 200_000 }, (_, n) => `x${n}`);
  const lines = [{ name: ['Ann Borvel'] }, { birthDate }].map((properties) => JSON.stringify({ id: 'a', schema: 'Person', properties }));
  expect(parseList('made', [file('l.json', lines.join('\n'))]).unread).toHaveLength(birthDate.length);
});

describe('OFAC CSV', () => {
  const list = parseList('ofac-sdn', [
    file('sdn.csv', SDN),
    file('alt.csv', '1001,9,"aka","IVANOFF, Petr",-0- \n1003,10,"fka","BETA TRADING",-0- \n7777,1,"aka","NOBODY",-0- \n'),
    file('add.csv', '1003,1,"1 Test Street","Tehran","Iran",-0- \n'),
  ]);

  test('remarks, aliases and addresses become properties', () => {
    expect(list.format).toBe('ofac-csv');
    expect(list.bad).toEqual([]);
    expect(propertiesOf(list, 0)).toEqual({
      alias: ['Petr IVANOFF'],
      birthDate: ['1961-12-10', '1962'],
      birthPlace: ['Tula, Russia'],
      firstName: ['Pyotr'],
      gender: ['male'],
      innCode: ['710300000000'],
      lastName: ['IVANOV'],
      name: ['Pyotr IVANOV'],
      nationality: ['ru'],
      notes: ['Linked To: ALPHA'],
      passportNumber: ['71 1234567'],
      position: ['Director'],
      program: ['RUSSIA-EO14024', 'NPWMD'],
      topics: ['sanction'],
      weakAlias: ['PETYA'],
    });
    expect(list.listings[1]?.entity.schema).toBe('Vessel');
    expect(propertiesOf(list, 1)).toMatchObject({
      callSign: ['ABCD1'],
      flag: ['pa'],
      imoNumber: ['9074729'],
      mmsi: ['572469210'],
      pastFlags: ['mt'],
      type: ['Crude Oil Tanker'],
    });
    expect(propertiesOf(list, 2)).toMatchObject({
      address: ['1 Test Street, Tehran, Iran'],
      country: ['ir'],
      previousName: ['BETA TRADING'],
    });
  });

  test('a listing names its list, line and hash', () => {
    const [first, second] = list.listings;
    expect([first?.id, second?.id, second?.line]).toEqual(['ofac-sdn:1001', 'ofac-sdn:1002', 2]);
    expect(first?.hash).toBe(sha256(canonicalJson({ ...first?.entity, properties: { ...first?.entity.properties } })));
  });

  test('a row that is cut is kept out with its line, the rest loads', () => {
    const cut = parseList('ofac-sdn', [file('sdn.csv', `${SDN.split('\r\n').slice(0, 2).join('\r\n')}\r\n1009,"CUT OFF`)]);
    expect(cut.listings).toHaveLength(2);
    expect(cut.bad).toEqual([{ file: 'sdn.csv', line: 3, id: '1009', why: expect.any(String) as string }]);
  });
});

describe('EU journal', () => {
  const HEADER =
    'celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,weakAlias,previousName,nationality,birthDate,registrationNumber,imoNumber,notes';
  const rows = (...lines: readonly string[]): ListFile => file('eu.csv', `${HEADER}\n${lines.join('\n')}\n`);

  test('rows of one party of one regulation are one listing', () => {
    const list = parseList('eu', [
      rows(
        'R1,1,EU-X,I,Asset freeze,,,LegalEntity,Zavod Test,Завод Тест; Test Works,,,,,7704548269 (Tax ID/INN),,',
        'R1,2,EU-X,IV,Export control,,,LegalEntity,Zavod Test,ZT Ltd,,,,,,9074729,',
        'R2,1,EU-Y,I,Asset freeze,,,LegalEntity,Zavod Test,,,,,,,,',
        'R1,3,EU-X,I,Asset freeze,,,Asset,Test Coin,,,,,,,,',
      ),
    ]);
    expect(list.bad).toEqual([]);
    expect(list.listings).toHaveLength(2);
    expect(propertiesOf(list)).toMatchObject({
      alias: ['Завод Тест', 'Test Works', 'ZT Ltd'],
      innCode: ['7704548269'],
      registrationNumber: ['9074729'],
      topics: ['sanction', 'export.control'],
    });
  });

  test('an id that we make stays when other fields change', () => {
    const [before, after] = ['24.6.1964 or 25.6.1964,', '1.1.1970,X 99'].map((cells) =>
      parseList('eu', [rows(`R1,1,EU-X,I,Asset freeze,,,Person,Ivan TEST,,,,Russian and Belarusian,${cells},,`)]),
    );
    expect(before?.listings[0]?.id).toBe(after?.listings[0]?.id);
    expect(before?.listings[0]?.hash).not.toBe(after?.listings[0]?.hash);
    expect(before?.listings[0]?.entity.properties).toMatchObject({ birthDate: ['1964-06-24', '1964-06-25'], nationality: ['ru', 'by'] });
  });

  test('a value that cannot be understood is noted and costs nothing else', () => {
    const list = parseList('eu', [rows('R1,1,EU-X,I,Asset freeze,,,Person,Ivan TEST,,,,Martian,before 1964,,,')]);
    expect(list.bad).toEqual([]);
    expect(propertiesOf(list)).toMatchObject({ notes: ['nationality: Martian', 'birthDate: before 1964'] });
  });
});

test('UN: aliases by quality, original script, ranges of years', () => {
  const xml = `<?xml version="1.0"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z"><INDIVIDUALS>
<INDIVIDUAL><DATAID>77</DATAID><FIRST_NAME>TEST</FIRST_NAME><SECOND_NAME>PERSON</SECOND_NAME><REFERENCE_NUMBER>TEi.001</REFERENCE_NUMBER>
<NATIONALITY><VALUE>Iran (Islamic Republic of)</VALUE></NATIONALITY><NAME_ORIGINAL_SCRIPT>تست</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Tester</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>T</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1962</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>A1</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`;
  const list = parseList('un', [file('un.xml', xml)]);
  expect([list.publishedAt, list.listings[0]?.id, list.listings[0]?.line]).toEqual(['2026-02-27T00:00:09.554Z', 'un:77', 3]);
  expect(propertiesOf(list)).toMatchObject({
    alias: ['تست', 'Tester'],
    weakAlias: ['T'],
    birthDate: ['1960', '1961', '1962'],
    nationality: ['ir'],
    passportNumber: ['A1'],
    name: ['TEST PERSON'],
  });
});

test('FollowTheMoney: parties with what stands beside them; broken lines are bad', () => {
  const lines = [
    {
      id: 'a',
      schema: 'Company',
      caption: 'Test LLC',
      properties: {
        name: ['ООО Тест', 'Test LLC'],
        country: ['RU'],
        incorporationDate: ['not-a-date'],
        addressEntity: ['addr'],
        createdAt: ['2026-01-01'],
      },
    },
    { id: 'addr', schema: 'Address', properties: { full: ['1 Test Street'] } },
    { id: 's', schema: 'Sanction', properties: { entity: ['a'], program: ['TEST-PROGRAM'] } },
    { id: 'x', schema: 'Spaceship', properties: { name: ['X'] } },
  ].map((line) => JSON.stringify(line));
  const list = parseList('os', [file('entities.ftm.json', [...lines.slice(0, 2), '{"id": "broken', ...lines.slice(2)].join('\n'))]);
  expect(list.listings.map(({ id, entity }) => [id, entity.caption])).toEqual([['os:a', 'Test LLC']]);
  expect(propertiesOf(list)).toEqual({
    name: ['Test LLC', 'ООО Тест'],
    country: ['ru'],
    notes: ['incorporationDate: not-a-date'],
    address: ['1 Test Street'],
    program: ['TEST-PROGRAM'],
  });
  expect(list.bad.map(({ line }) => line)).toEqual([3, 5]);
});

test('nsfreg: records with their lines; one party under two countries is one', () => {
  const text = `{
 "list_id": "bis-entity-list", "extracted": "2026-07-09", "count": 3,
 "entities": [
  {"name": "Test Academy (TA)", "aliases": ["Testing House"], "country": "China", "address": "1 A; and 2 B", "notes": "USCC: 91110000MA005UCQ5P (China); Other"},
  {"name": "Test Academy (TA)", "aliases": [], "country": "Hong Kong"},
  {"name": "Plant 9, OAO (a.k.a., JSC Ninth Plant", "aliases": [], "country": "Russia"}
 ]}`;
  const list = parseList('bis', [file('bis.json', text)]);
  expect(list.publishedAt).toBe('2026-07-09');
  expect(list.listings.map(({ line }) => line)).toEqual([4, 6]);
  expect(propertiesOf(list)).toMatchObject({
    abbreviation: ['TA'],
    alias: ['Test Academy', 'Testing House'],
    country: ['cn', 'hk'],
    uscCode: ['91110000MA005UCQ5P'],
    topics: ['export.control'],
  });
  expect(propertiesOf(list, 1)).toMatchObject({ name: ['Plant 9, OAO'], alias: ['JSC Ninth Plant'] });
});

test('nsfreg: a file that breaks off keeps what is whole', () => {
  const list = parseList('bis', [file('bis.json', '{"list_id": "x", "count": 2, "entities": [{"name": "A"},\n{"name": "B')]);
  expect(list.listings).toHaveLength(1);
  expect(list.bad.map(({ line }) => line)).toContain(2);
});

test('Senzing: all names, and the order of dates that the file shows', () => {
  const records = [
    {
      DATA_SOURCE: 'T',
      RECORD_ID: '1',
      FEATURES: [
        { RECORD_TYPE: 'PERSON' },
        { NAME_LAST: 'Test', NAME_FIRST: 'Ann' },
        { NAME_FULL: 'A. Test', NAME_TYPE: 'AKA' },
        { DATE_OF_BIRTH: '3/4/1980' },
        { SSN_NUMBER: '3241' },
      ],
    },
    {
      DATA_SOURCE: 'T',
      RECORD_ID: '2',
      FEATURES: [{ NAME_ORG: 'Test Ltd' }, { DATE_OF_BIRTH: '12/25/1980' }, { LEI_NUMBER: '5493001KJTIIGC8Y1R12' }],
    },
  ];
  const list = parseList('s', [file('s.jsonl', records.map((record) => JSON.stringify(record)).join('\n'))]);
  expect(list.listings.map(({ id }) => id)).toEqual(['s:t-1', 's:t-2']);
  expect(propertiesOf(list)).toMatchObject({ name: ['Ann Test'], alias: ['A. Test'], birthDate: ['1980-03-04'] });
  expect(propertiesOf(list)).not.toHaveProperty('socialSecurityNumber');
  expect(propertiesOf(list, 1)).toMatchObject({ leiCode: ['5493001KJTIIGC8Y1R12'] });
});

describe('what cannot be read', () => {
  test('is refused with the formats that can be', () => {
    expect(detectListFormat([file('x.txt', 'hello')])).toBeUndefined();
    expect(() => parseList('x', [file('x.txt', 'hello')])).toThrow(/x\.txt.*ofac-csv.*un-xml|x\.txt.*un-xml.*ofac-csv/);
    expect(() => parseList('x', [])).toThrow(expect.objectContaining({ code: 'input-malformed' }));
    expect(() => parseList('x', [file('x', SDN)], { format: 'nonsense' })).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => parseList('x', [file('x', '<a/>')], { format: 'un-xml' })).toThrow(expect.objectContaining({ code: 'input-malformed' }));
  });
});

test('cells made to run long do not', () => {
  const evil = [
    '; '.repeat(20_000),
    'a '.repeat(40_000),
    '1 or '.repeat(20_000),
    '('.repeat(50_000),
    `${' '.repeat(100_000)}x`,
    'Passport '.repeat(10_000),
  ];
  const began = performance.now();
  for (const text of evil) {
    parseList('x', [
      file(
        'sdn.csv',
        `1,"A",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n2,"B${text}","individual",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB ${text}; ${text}"\n`,
      ),
    ]);
    parseList('x', [
      file(
        'eu.csv',
        `celex,annex,measure,schema,name,alias,birthDate,registrationNumber,nationality\nX,I,M,Person,N,${text},${text},${text},${text}\n`,
      ),
    ]);
  }
  expect(performance.now() - began).toBeLessThan(5000);
});
