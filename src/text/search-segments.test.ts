import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchQuery, segmentForSearch } from './search-segments.ts';

function finder(texts: readonly string[]): (query: string) => number[] {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE found USING fts5(body, tokenize='unicode61')");
  const insert = db.prepare('INSERT INTO found (rowid, body) VALUES (?, ?)');
  for (const [index, text] of texts.entries()) insert.run(index, segmentForSearch(text));
  return (query) => {
    const match = searchQuery(query);
    if (match === '') return [];
    return db.prepare('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid').pluck().all(match) as number[];
  };
}

describe('full-text search over segments', () => {
  const find = finder([
    '国外企业求购无人机侦测反制设备一批',
    'Покупка подавителей дронов, обнаружителей БПЛА',
    'RF drone jammers, model AN-PRC 117 wanted',
    '無人機干擾器採購案',
    'Закупівля засобів зв’язку та ноутбуків',
  ]);

  it('finds two-character words, also inside longer ones, and single characters', () => {
    expect(find('求购')).toEqual([0]);
    expect(find('侦测')).toEqual([0]);
    expect(find('人机')).toEqual([0, 3]);
    expect(find('批')).toEqual([0]);
    expect(find('干')).toEqual([3]);
    expect(find('测侦')).toEqual([]);
  });

  it('finds across Traditional and simplified, case, spacing and full width', () => {
    expect(find('无人机干扰器采购')).toEqual([3]);
    expect(find('無人機')).toEqual([0, 3]);
    expect(find('无人 机')).toEqual([0, 3]);
    expect(find('ＤＲＯＮＥ')).toEqual([2]);
    expect(find('jаmmers')).toEqual([2]); // the а is Cyrillic
  });

  it('asks for all words, takes prefixes, and quoted words in their order', () => {
    expect(find('подавител дрон')).toEqual([1]);
    expect(find('подавител ноутбук')).toEqual([]);
    expect(find('"drone jammers"')).toEqual([2]);
    expect(find('"jammers drone"')).toEqual([]);
    expect(find("зв'язку")).toEqual([4]);
  });

  it('finds words in other forms than they are asked for, unless they are quoted', () => {
    expect(find('jammer')).toEqual([2]);
    expect(find('drones')).toEqual([2]);
    expect(find('покупки дрон')).toEqual([1]);
    expect(find('обнаружитель')).toEqual([1]);
    expect(find('ноутбук закупівлі')).toEqual([4]);
    expect(find('"drones"')).toEqual([]);
    expect(find('"покупки"')).toEqual([]);
  });

  it('is safe with operators, quotes and emptiness', () => {
    for (const query of [
      '',
      '   ',
      '"',
      'NOT',
      'a AND',
      'body:x',
      '* ^ ( ) { }',
      'NEAR(a b, 2)',
      '"unbalanced',
      'a"b',
      '\u0000',
      '\ud800',
      '；',
      '-求购',
      '+',
    ])
      find(query);
    expect(find('NOT')).toEqual([]);
    expect(find('-求购')).toEqual([0]);
  });

  it('accepts any string, and finds any run of a text by itself', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '求',
            '购',
            '無',
            'a',
            'B',
            'ж',
            'Ё',
            ' ',
            '"',
            '*',
            "'",
            '(',
            '\ud83d',
            '\ud842\udfb7',
            '9',
            '\u0301',
            'ﬁ',
          ),
        }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const match = searchQuery(text);
          expect(() => find(text)).not.toThrow();
          expect(match === '').toBe(segmentForSearch(text) === '');
          const run = /[求购無]{2,}/.exec(text)?.[0];
          if (run === undefined) return;
          const start = a % (run.length - 1);
          const part = run.slice(start, start + 2 + (b % (run.length - start - 1)));
          expect(finder([text])(part)).toEqual([0]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('cuts words that never end', () => {
    const tokens = segmentForSearch('a'.repeat(1000)).split(' ');
    expect(Math.max(...tokens.map((token) => token.length))).toBeLessThanOrEqual(64);
  });
});
