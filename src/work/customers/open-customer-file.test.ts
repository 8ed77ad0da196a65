import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCustomerColumns } from '../../catalogue/customer-columns.ts';
import { sha256 } from '../../model/digest.ts';
import { countryCodes } from '../../catalogue/country-code.ts';
import type { WantedColumns } from './find-columns.ts';
import { openCustomerFile, type CustomerFile, type CustomerRow } from './open-customer-file.ts';
import { RowSplitter } from '../../text/row-splitter.ts';
import { CUSTOMER_ROWS } from './table-shape.ts';

const known = loadCustomerColumns();
const folder = mkdtempSync(join(tmpdir(), 'dualwatch-customers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function read(
  content: string | Uint8Array,
  columns: WantedColumns = {},
): Promise<{ readonly file: CustomerFile; readonly rows: CustomerRow[] }> {
  files += 1;
  const path = join(folder, `file-${files}.csv`);
  writeFileSync(path, content);
  const file = await openCustomerFile(path, { columns, known });
  return { file, rows: await collect(file) };
}

async function collect(file: CustomerFile): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = [];
  for await (const batch of file.batches) rows.push(...batch);
  return rows;
}

const named = (rows: readonly CustomerRow[]): readonly string[] => rows.map((row) => ('why' in row ? `? ${row.why}` : row.query.name));

describe('a customer file', () => {
  const russian = 'наименование;страна\nООО «Заря»;Россия\nЗавод приборов и радиоэлектроники;RU\nИванов Пётр;Казахстан\n';
  const chinese = '名称,国家\n贵州航天电器股份有限公司,中国\n广州海格通信集团,CN\n';
  it.each([
    ['utf-8', Buffer.from(russian)],
    ['utf-8', Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(russian)])],
    ['utf-16le', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(russian, 'utf16le')])],
    ['utf-16le', Buffer.from(russian, 'utf16le')],
    ['utf-16be', Buffer.from(russian, 'utf16le').swap16()],
    ['utf-16be', Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(russian, 'utf16le').swap16()])],
    ['windows-1251', windows1251(russian)],
  ])('is read in %s', async (charset, bytes) => {
    const { file, rows } = await read(bytes, { country: 'страна' });
    expect(file.shape).toMatchObject({ charset, delimiter: ';' });
    expect(named(rows)).toEqual(['ООО «Заря»', 'Завод приборов и радиоэлектроники', 'Иванов Пётр']);
    expect(rows.map((row) => ('query' in row ? row.query.countries : []))).toEqual([['RU'], ['RU'], ['KZ']]);
    expect(file.digest()).toBe(sha256(bytes));
  });

  it('is read in the encoding in which its names are names', async () => {
    // 名稱 / 台灣電子公司 / 香港貿易公司 in Big5, 이름 / 조선은행 / 김영수 in EUC-KR
    const big5 = Buffer.from('a657bad9' + '0a' + 'a578c657b971a46ca4bda571' + '0a' + 'adbbb4e4b654a9f6a4bda571' + '0a', 'hex');
    const korean = Buffer.from('c0ccb8a7' + '0a' + 'c1b6bcb1c0bac7e0' + '0a' + 'b1e8bfb5bcf6' + '0a', 'hex');
    const [taiwan, korea] = [await read(big5, { name: '1' }), await read(korean, { name: '1' })];
    expect([taiwan.file.shape.charset, korea.file.shape.charset]).toEqual(['big5', 'euc-kr']);
    expect([named(taiwan.rows).slice(-2), named(korea.rows).slice(-2)]).toEqual([
      ['台灣電子公司', '香港貿易公司'],
      ['조선은행', '김영수'],
    ]);
  });

  it('gives names that nobody can have written as rows that cannot be read', async () => {
    const { rows } = await read(Buffer.from('name,country\nBeta LLC,RU\nBe\u0000ta,RU\n\u0000\u0001,RU\n…,RU\n7-я студия,RU\n'));
    expect(rows.map((row) => ('why' in row ? [row.line, row.why] : row.query.name))).toEqual([
      'Beta LLC',
      [3, expect.stringContaining('control characters')],
      [4, expect.stringContaining('control characters')],
      [5, 'the name has no letter and no digit'],
      '7-я студия',
    ]);
  });

  it('is not taken for UTF-16 where damaged names have NULs, all on the same side', async () => {
    for (const before of ['', ' ']) {
      const { file, rows } = await read(Buffer.from(`${before}name,no\nBe\u0000ta,1\nBe\u0000ta,2\nGamma,3\nDelta,4\n`));
      expect(file.shape).toMatchObject({ charset: 'utf-8', delimiter: ',' });
      expect(named(rows).slice(2)).toEqual(['Gamma', 'Delta']);
    }
  });

  it('is read where its columns have German, French or Spanish names', async () => {
    for (const head of ['Umsatz;Firma;Land', 'No;Raison sociale;Pays', 'No;Razón social;País'])
      expect(named((await read(Buffer.from(`${head}\n1,5;Beta GmbH;DE\n2;Gamma SA;FR\n`))).rows)).toEqual(['Beta GmbH', 'Gamma SA']);
  });

  it('is read in gb18030 and windows-1252', async () => {
    const latin = await read(Buffer.from('name;country\nSociété Générale de Matériel;FR\nGröner Gerätebau GmbH;DE\n', 'latin1'));
    expect(named(latin.rows)).toEqual(['Société Générale de Matériel', 'Gröner Gerätebau GmbH']);
    const han = await read(gb18030(chinese), { country: '国家' });
    expect(han.file.shape.charset).toMatch(/^gb/);
    expect(han.rows).toMatchObject([{ query: { name: '贵州航天电器股份有限公司', countries: ['CN'] } }, { query: { countries: ['CN'] } }]);
  });

  it.each([
    ['comma', 'id,name\n1,"Beta, Inc."\n2,Gamma\n', ['Beta, Inc.', 'Gamma']],
    ['tab', 'id\tname\n1\tBeta, Inc.\n', ['Beta, Inc.']],
    ['pipe', 'id|name\n1|Beta; Gamma\n', ['Beta; Gamma']],
    ['no delimiter', 'Beta, Inc.\nGamma LLC\nDelta\nEpsilon\nZeta', ['Beta, Inc.', 'Gamma LLC', 'Delta', 'Epsilon', 'Zeta']],
    ['one column with a header', 'name\r\nBeta\r\n\r\nGamma\r\n', ['Beta', 'Gamma']],
    ['old Mac line ends', 'name,no\rBeta,1\rGamma,2\r', ['Beta', 'Gamma']],
    ['lines inside quotes', 'name,no\n"Beta\nLtd",1\nGamma,2\n', ['Beta Ltd', 'Gamma']],
    [
      'quotes that nobody doubled',
      'name,no\n"ООО "Бета"",1\n"Бета" ООО,2\nООО "Бета",3\n"a ""b""",4\n',
      ['ООО "Бета"', '"Бета" ООО', 'ООО "Бета"', 'a "b"'],
    ],
    ['the delimiter said above it', 'sep=;\r\nname;no\r\nBeta, Inc.;1\r\n', ['Beta, Inc.']],
    ['JSON lines', '{"name":"Beta","no":1}\n\n{"name":"Gamma"}\n', ['Beta', 'Gamma']],
  ])('is understood with %s', async (_, text, expected) => {
    expect(named((await read(text)).rows)).toEqual(expected);
  });

  it.each([
    ['customer,名称\n17,深圳测试公司\n', '深圳测试公司'],
    ['client,наименование\n17,Бета\n', 'Бета'],
    ['客户,公司名称\n17,Beta\n', 'Beta'],
    // By what stands in them: a number is nobody's name.
    ['name,customer\n10-17,Beta\n10-18,Gamma\n', 'Beta'],
    ['company;client\nBeta;17\n', 'Beta'],
    ['{"client":17,"company":"Beta"}\n', 'Beta'],
    // Firms may be called by numbers, and a file of nothing else is read as it says.
    ['company,city\n2020,Kazan\nBeta,Kazan\n', '2020'],
    ['company,city\n2020,Kazan\n', '2020'],
  ])('takes for the name in %j the column of %s', async (text, name) => {
    expect(named((await read(text)).rows)[0]).toBe(name);
  });

  it('names rows that cannot be read with their line, and reads the rest', async () => {
    const text = Buffer.concat([
      Buffer.from('name,no\nАльфа Ω,1\nBeta,2,3\n,4\n'),
      Buffer.from([0x47, 0xff, 0x2c, 0x35, 0x0a]),
      Buffer.from(`${'x'.repeat(10_001)},6\nGamma,7,,\n"Delta,8\nEpsilon,9\n`),
    ]);
    const { rows } = await read(text);
    expect(rows.map((row) => [row.row, row.line, 'why' in row ? row.why : row.query.name])).toEqual([
      [1, 2, 'Альфа Ω'],
      [2, 3, 'the row has 3 cells in place of 2, parted by ","'],
      [3, 4, 'the row has no name'],
      [4, 5, 'the row has bytes that are no text in the encoding of the file'],
      [5, 6, 'a cell is longer than 10000 characters'],
      [6, 7, 'Gamma'],
      [7, 8, 'a quote (") that opens on this line is never closed; close it or take it out'],
      [8, 9, 'Epsilon'],
    ]);
    // A row that breaks off behind its key is told with it.
    expect((await read('name,no,city\nGamma,7,Kyiv\nDelta,8,"Minsk\n', { key: 'no' })).rows.at(-1)).toMatchObject({ key: '8', line: 3 });
    const json = await read('{"name":"A"}\n{"name":\n[1]\n{"other":1}\n{"name":"B"}\n');
    expect(named(json.rows)).toEqual([
      'A',
      expect.stringContaining('? the line is no JSON'),
      '? the line is no JSON object',
      '? the row has no name',
      'B',
    ]);
  });

  it('takes columns by name and number, and lists them where one is missing', async () => {
    const text = 'Customer No,Client Title,Country,Tax,Born,Kind\n7,Beta,Russia,7707083893;123,3.5.1961,физлицо\n';
    const { rows } = await read(text, { name: 'client title', key: '1', country: 'COUNTRY', id: 'tax', birthDate: 'born', schema: 'kind' });
    expect(rows).toEqual([
      {
        row: 1,
        line: 2,
        key: '7',
        query: { name: 'Beta', schema: 'Person', countries: ['RU'], identifiers: ['7707083893', '123'], birthDates: ['1961-05-03'] },
      },
    ]);
    await expect(read(text, { name: 'client titel' })).rejects.toThrow('Did you mean "Client Title"? Its columns are 1 "Customer No"');
    await expect(read('a,b\nc,d\n')).rejects.toThrow('say it with --column');
    await expect(read('')).rejects.toThrow('is empty');
  });

  it('takes a country or a schema for all rows, where no column has that name', async () => {
    const { rows, file } = await read('Beta,CN\nGamma,CN\n', { name: '1', country: 'cn', schema: 'Company' });
    expect(file.header).toBe(false);
    expect(rows).toMatchObject([{ query: { name: 'Beta', schema: 'Company', countries: ['CN'] } }, { query: { name: 'Gamma' } }]);
  });

  it('takes a first row for data unless it surely names columns', async () => {
    expect(named((await read('Beta LLC,RU\nGamma,CN\n', { name: '1' })).rows)).toEqual(['Beta LLC', 'Gamma']);
  });

  it('keeps the key of a row that cannot be read where it surely is the key', async () => {
    const text = `no,name\nK1,Beta\nK2,\nK3,a,b\nK4,${'x'.repeat(10_001)}\nK5,"Delta\n`;
    const keys = (rows: readonly CustomerRow[]) => rows.map(({ row, key, ...one }) => [row, key, 'why' in one]);
    expect(keys((await read(text, { key: 'no' })).rows)).toEqual([
      [1, 'K1', false],
      [2, 'K2', true],
      [3, 'K3', true],
      [4, 'K4', true],
      [5, 'K5', true],
    ]);
    // Behind a cell too many nobody can tell which is the key.
    expect(keys((await read('name,no\nBeta,x,K1\n,K2\n', { key: 'no' })).rows)).toEqual([
      [1, undefined, true],
      [2, 'K2', true],
    ]);
  });

  it('says which cells it passes over since it does not understand them', async () => {
    const { rows } = await read(
      'name,country,type,born\nA1,Ruritania;RU,Person,1970-01-02\nB2,CN,Martian,31.02.1970\nC3,,,n/a\nD4,,,29.02.1972\nE5,,,1970-13-01\n',
      { country: 'country', schema: 'type', birthDate: 'born' },
    );
    expect(rows.map((row) => ('query' in row ? [row.query, row.ignored] : row.why))).toEqual([
      [{ name: 'A1', schema: 'Person', countries: ['RU'], birthDates: ['1970-01-02'] }, [{ what: 'country', value: 'Ruritania' }]],
      [
        { name: 'B2', countries: ['CN'] },
        [
          { what: 'schema', value: 'Martian' },
          { what: 'birthDate', value: '31.02.1970' },
        ],
      ],
      [{ name: 'C3' }, undefined],
      [{ name: 'D4', birthDates: ['1972-02-29'] }, undefined],
      [{ name: 'E5' }, [{ what: 'birthDate', value: '1970-13-01' }]],
    ]);
  });

  it.each([
    [
      'an Excel workbook',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(26), Buffer.from('[Content_Types].xml'), randomBytes(300)]),
    ],
    ['a ZIP archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(26), Buffer.from('customers.csv')])],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n')],
    ['an old Office file', Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), Buffer.alloc(600)])],
    ['an Excel workbook', gzipSync(Buffer.from('PK\u0003\u0004......[Content_Types].xml'))],
    ['a bzip2 archive', Buffer.from('BZh91AY&SY')],
    ['a web page', Buffer.from('\r\n<!DOCTYPE html>\n<html><body>Access denied</body></html>')],
    ['a web page', Buffer.from('\uFEFF<html xmlns="x"><table><tr><td>name</td></tr></table></html>', 'utf16le')],
    ['XML', Buffer.from('<?xml version="1.0"?>\n<customers><name>Beta</name></customers>')],
    ['a JSON array', Buffer.from('[\n  {"name": "Beta"},\n  {"name": "Gamma"}\n]\n')],
    ['text in UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
    ['binary data', randomBytes(40_000)],
    // No chance here: one in ten of random ones has a short first line without any control character.
    ['binary data', Buffer.from(Array.from({ length: 300 }, (_, n) => (n * 197 + 13) & 0xff))],
  ])('that is %s is refused, and the error says what to do', async (kind, bytes) => {
    const refused = await read(bytes).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({
      code: 'input-malformed',
      // Chance may write the first bytes of something else.
      message: expect.stringMatching(kind === 'binary data' ? /as CSV in UTF-8/ : new RegExp(`is ${kind}.*as CSV in UTF-8`)) as unknown,
    });
  });

  it('is read from gzip and from stdin, and a bomb is refused', async () => {
    const text = 'name\nBeta\nGamma\n';
    const packed = gzipSync(text);
    const { file, rows } = await read(packed);
    expect([named(rows), file.digest()]).toEqual([['Beta', 'Gamma'], sha256(packed)]);
    const piped = await openCustomerFile('-', {
      columns: {},
      known,
      stdin: Readable.from([Buffer.from('na'), Buffer.from('me\nBe'), Buffer.from('ta')]),
    });
    expect(named(await collect(piped))).toEqual(['Beta']);
    const member = gzipSync(Buffer.alloc(4 * 1024 * 1024, 'a'));
    const bomb = Buffer.concat([gzipSync('name\n'), ...Array.from({ length: 70 }, () => member)]);
    await expect(read(bomb)).rejects.toMatchObject({ code: 'input-too-large' });
    await expect(read(packed.subarray(0, packed.length - 6))).rejects.toMatchObject({ code: 'input-malformed' });
  }, 30_000);
});

describe('a country cell', () => {
  it.each([
    ['RU', ['RU']],
    ['uk', ['GB']],
    ['Russian Federation', ['RU']],
    ['РФ', ['RU']],
    ['Китай', ['CN']],
    ['Україна; Польща', ['UA', 'PL']],
    ['中国/香港', ['CN', 'HK']],
    ['', []],
    ['RUS; Narnia', ['RU'], ['Narnia']],
    ['nowhere', [], ['nowhere']],
    ['XX', [], ['XX']],
    ['ZZ', [], ['ZZ']],
  ])('%j is understood', (cell, codes, unknown: readonly string[] = []) => {
    expect(countryCodes(cell, known.countries)).toEqual({ codes, unknown });
  });
});

describe('RowSplitter', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'б', '"', ',', '\n', ' ', '北', '\r'), maxLength: 6 })
    .map((text) => text.replaceAll('\r', 'r'));
  it('gives back what was written, however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (table, size) => {
          const text = table.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
          const splitter = new RowSplitter({ delimiter: ',', quote: '"', lineEnd: '\n' }, CUSTOMER_ROWS);
          const rows = [];
          for (let at = 0; at < text.length; at += size) rows.push(...splitter.push(text.slice(at, at + size)));
          rows.push(...splitter.end());
          expect(rows.map((row) => ('cells' in row ? row.cells : row.why))).toEqual(table);
        },
      ),
    );
  });
});

function windows1251(text: string): Buffer {
  const decoder = new TextDecoder('windows-1251');
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from(Array.from(text, (char) => table.get(char) ?? 0x3f));
}

function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1)
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(Array.from(text, (char) => (char.charCodeAt(0) < 128 ? [char.charCodeAt(0)] : (table.get(char) ?? [0x3f]))).flat());
}
