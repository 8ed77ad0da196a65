import { describe, expect, it } from 'vitest';
import { csvRows, resultHits } from './result-rows.ts';

const HEAD = 'row,key,name,rank,match,score,caption,matched_name,list,listing,party,explanation,decision\n';
const LINE = '7,c-1,"Beta, ""LLC""",1,m1.x,0.9812,Beta LLC,Beta,trial,trial:b1,trial:b1,"Beta = Beta\n; same",\n';

describe('files of results', () => {
  it('reads quotes, commas and line ends within cells, and leaves out what was cut off', () => {
    expect(csvRows('a,"b ""c""\nd",\r\n1,2\n3,"4', false)).toEqual([
      ['a', 'b "c"\nd', ''],
      ['1', '2'],
    ]);
    expect(csvRows('a,b', true)).toEqual([['a', 'b']]);
    expect(csvRows('a,b', false)).toEqual([]);
  });

  it('gives the matches of both formats alike', () => {
    const hit = {
      row: 7,
      customerKey: 'c-1',
      name: 'Beta, "LLC"',
      match: 'm1.x',
      score: 0.9812,
      caption: 'Beta LLC',
      matchedName: 'Beta',
      list: 'trial',
      listing: 'trial:b1',
      party: 'trial:b1',
    };
    const unreadable = `9,,${','.repeat(8)},line 9 was not screened: the row has no name,\n`;
    expect(resultHits(HEAD + LINE + unreadable + LINE.slice(0, 40), 'csv', false)).toEqual([hit]);
    const { match: key, party: id, row, customerKey, name, ...rest } = hit;
    const lines = [
      { row: 1, query: { name: 'x' }, matches: [] },
      { row, key: customerKey, query: { name }, matches: [{ key, id, ...rest }] },
    ];
    expect(resultHits(lines.map((one) => `${JSON.stringify(one)}\n`).join('') + '{"row":', 'json', false)).toEqual([hit]);
  });
});
