import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from './csv-records.ts';

describe('records of CSV', () => {
  test('carry the line on which they begin, over quoted line breaks and empty lines', () => {
    const { records } = readCsv('a,b\n"one\ntwo\nthree",2\n\nx,y\r\n', 'f.csv');
    expect(records.map(({ line, cells }) => [line, cells.length])).toEqual([
      [1, 2],
      [2, 2],
      [6, 2],
    ]);
  });

  test('a quote that is never closed costs its own record', () => {
    const { records, bad } = readCsv('a,1\n"b,2\nc,3\nd,4\n', 'f.csv');
    expect(records.map(({ cells }) => cells[0])).toEqual(['a', 'c', 'd']);
    expect(bad).toEqual([{ file: 'f.csv', line: 2, cells: [], why: expect.stringContaining('never closed') as string }]);
    expect(records.map(({ line }) => line)).toEqual([1, 3, 4]);
  });

  test('two quotes left open cost no row between them', () => {
    const { records, bad } = readCsv('id,name\n1,"Acme, Group\n2,Beta\n3,Gamma\n4,"Delta, Group\n5,Epsilon\n', 'f.csv');
    expect([...records, ...bad].map(({ line }) => line)).toEqual([1, 2, 3, 4, 6, 5]);
    expect(records.map(({ cells }) => cells.join('|'))).toEqual(['id|name', '1|"Acme| Group', '2|Beta', '3|Gamma', '5|Epsilon']);
    expect(bad).toMatchObject([{ line: 5, cells: ['4'] }]);
  });

  test('quotes that belong to the text of a cell cost nothing, on the last lines either', () => {
    const { records, bad } = readCsv('name,id\n"Beta" Ltd,1\nGamma,2\n3,"Delta" Ltd', 'f.csv');
    expect(records.map(({ cells }) => cells.join('|'))).toEqual(['name|id', '"Beta" Ltd|1', 'Gamma|2', '3|"Delta" Ltd']);
    expect(bad).toEqual([]);
  });

  test('lines end as old Macs end them, whatever ends lines in cells or beside', () => {
    const rowsOf = (text: string): readonly string[] => readCsv(text, 'f.csv').records.map(({ cells }) => cells.join('|'));
    expect(rowsOf('id,name\r1,"A\nB"\r2,C\r')).toEqual(['id|name', '1|A\nB', '2|C']);
    expect(rowsOf('id,name\n"1","A"\r"2","B"\n')).toEqual(['id|name', '1|A', '2|B']);
  });

  test.each([
    ['quotes in one cell', `"${'a"b'.repeat(100_000)}\n`],
    ['cells that begin with a quote', `${'"x,'.repeat(100_000)}\n`],
    ['cells behind a quoted one', `"x"${',b'.repeat(500_000)}\n`],
    ['lines without a delimiter', 'a "b" c\n'.repeat(400_000)],
  ])('are read in the time of their length: %s', (_, text) => {
    const before = performance.now();
    readCsv(text, 'f.csv');
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  test('what is written comes back, each on its line', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ж', '汉', '"', ',', '\n', ' ', "'"), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const lines: number[] = [];
        let text = '';
        for (const row of rows) {
          lines.push(text.split('\n').length);
          text += `${row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\n`;
        }
        const { records, bad } = readCsv(text, 'f');
        expect(bad).toEqual([]);
        expect(records.map(({ cells }) => cells)).toEqual(rows);
        expect(records.map(({ line }) => line)).toEqual(lines);
      }),
    );
  });

  test('a cell of 32 MB is one bad record, and the rest loads', () => {
    const { records, bad } = readCsv(`a,1\n"${'x'.repeat(1 << 25)}",2\nc,3\n`, 'f');
    expect(records.map(({ cells }) => cells[0])).toEqual(['a', 'c']);
    expect(bad).toHaveLength(1);
  });
});
