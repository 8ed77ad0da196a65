import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import type { ListFile } from '../list-file.ts';
import { parseList } from '../parse-list.ts';

const file = (text: string, name = 'own.csv'): ListFile => ({ name, bytes: Buffer.from(text, 'utf8') });
const entities = (text: string) =>
  parseList('own', [file(text)]).listings.map(({ id, entity: { schema, properties } }) => ({ id, schema, ...properties }));

test('columns are read as they are called, in any of the languages, and what nobody knows goes into notes', () => {
  expect(
    entities(
      'No;企业名称;英文名称;国家;统一社会信用代码;备注\n7;深圳市测试科技有限公司;Shenzhen Ceshi Technology Co., Ltd.|SZ Ceshi;中国;91110108551385082Q;supplier\n',
    ),
  ).toEqual([
    {
      id: 'own:7',
      schema: 'LegalEntity',
      name: ['深圳市测试科技有限公司'],
      alias: ['Shenzhen Ceshi Technology Co., Ltd.', 'SZ Ceshi'],
      country: ['cn'],
      uscCode: ['91110108551385082Q'],
      notes: ['备注: supplier'],
    },
  ]);
  expect(
    entities('"Наименование"\t"ИНН"\t"Страна"\t"Тип"\t"Дата рождения"\nТестов Иван\t\tРФ; Казахстан\tфизлицо\t01.02.1970\n'),
  ).toMatchObject([{ schema: 'Person', name: ['Тестов Иван'], country: ['ru', 'kz'], birthDate: ['1970-02-01'] }]);
});

test('a country that is none is kept in notes; an empty row is none; a row without a name is told with its line', () => {
  const { listings, bad } = parseList('own', [file('name,country\nFalcon Trading,Narnia\n,\n,AE\n"Beta, LLC",AE\n')]);
  expect(listings.map(({ line, entity }) => [line, entity.properties])).toEqual([
    [2, { name: ['Falcon Trading'], notes: ['country: Narnia'] }],
    [5, { name: ['Beta, LLC'], country: ['ae'] }],
  ]);
  expect(bad).toEqual([{ file: 'own.csv', line: 4, why: 'has no name' }]);
});

test('a table comes last: what a publisher’s format knows is read as that', () => {
  const simple = 'id,schema,name,aliases,birth_date,countries,identifiers,dataset\nx,Person,Ivan Testov,,1970,ru,,d\n';
  expect(parseList('own', [file(simple)]).format).toBe('opensanctions-simple-csv');
  expect(parseList('own', [file('Company Name|Note\nBeta|a,b,c\n')]).format).toBe('own-table');
});

test('a table without a column for names is refused, and what would help is said', () => {
  expect(() => parseList('own', [file('a;b\n1;2\n')])).toThrow('its first line has a column called name');
});

test('a row with a date of birth is of a person where the table does not say what it is, whatever the column is called', () => {
  for (const column of ['dob', 'birth_date', 'Date of birth', '出生日期', 'дата рождения', 'Дата народження'])
    expect(entities(`name,${column}\nTestov Ivan,1961-05-03\nBeta LLC,\n`), column).toMatchObject([
      { schema: 'Person', birthDate: ['1961-05-03'] },
      { schema: 'LegalEntity' },
    ]);
  expect(entities('name,type,dob\nBeta,company,1961\nTestov Ivan,,1961\n')).toMatchObject([
    { schema: 'Company' },
    { schema: 'Person', birthDate: ['1961'] },
  ]);
  expect(entities('name,dob\nBeta LLC,unknown\n')).toMatchObject([{ schema: 'LegalEntity' }]);
});

const readRows = (text: string) => {
  const { listings, bad } = parseList('own', [file(text)]);
  return [listings.map(({ entity }) => entity.caption), bad.map(({ line, id }) => [line, id])];
};

test('a row that lacks cells is kept out with its line and the id whose listing stays', () => {
  expect(readRows('id,name,country,note\n1,Alpha,RU,a\n2,Beta,CN,b\n3,Gam')).toEqual([['Alpha', 'Beta'], [[4, '3']]]);
  expect(readRows('name,id,country\nAlpha,1,RU\nBeta\nGamma,3,CN\n')).toEqual([['Alpha', 'Gamma'], [[3, undefined]]]);
});

test('a table that leaves out empty cells at the ends of its rows is read as it is, but for a last row that is the shortest and has no line end', () => {
  const rows = 'id,name,country,note\n1,Alpha,RU,a\n2,Beta,CN\n3,Gamma,AE\n4,Delta,RU\n';
  expect(readRows(rows)).toEqual([['Alpha', 'Beta', 'Gamma', 'Delta'], []]);
  expect(readRows(`${rows}5,Epsilon\n`)).toEqual([['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'], []]);
  expect(readRows(`${rows}5,Epsi`)).toEqual([['Alpha', 'Beta', 'Gamma', 'Delta'], [[6, '5']]]);
});

test('rows of one id are one listing and are counted; one with another name and another country is told as doubtful', () => {
  const text =
    'id,name,country\n1,Alpha Borvel,RU\n1,Альфа,RU\n2,Beta Zankur,CN\n2,Gamma Midtol,AE\n2,Beta Zankur Trading,AE\n3,Delta,\n3,Epsilon,IR\n';
  const { listings, folded, doubts, rows } = parseList('own', [file(text)]);
  expect([listings.length, folded]).toEqual([3, 4]);
  expect(rows.get('own:1')).toEqual([
    { file: 'own.csv', line: 2, names: ['Alpha Borvel'] },
    { file: 'own.csv', line: 3, names: ['Альфа'] },
  ]);
  expect(doubts).toEqual([
    { file: 'own.csv', line: 5, why: expect.stringContaining('has the id 2 of line 4, but another name') as unknown },
  ]);
});

test('a row with more cells than columns is told, since values stand under a wrong one; where many have, the header is short', () => {
  const rows = (long: number) =>
    `name,country\n${Array.from({ length: 20 }, (_, n) => (n < long ? `Acme ${n}, Ltd,AE` : `Beta ${n},AE,`)).join('\n')}\n`;
  const { listings, bad } = parseList('own', [file(rows(1))]);
  expect(listings).toHaveLength(19);
  expect(bad).toMatchObject([{ line: 2, why: expect.stringContaining('has 3 cells for 2 columns, parted by ","') as string }]);
  expect(parseList('own', [file(rows(5))]).bad).toEqual([]);
});
