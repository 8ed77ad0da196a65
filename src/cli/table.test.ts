import { describe, expect, it } from 'vitest';
import { displayWidth, formatTable } from './table.ts';

describe('a table', () => {
  it('lines up Han and Latin text by the cells they take', () => {
    const table = formatTable(
      [{ head: 'title' }, { head: 'n', align: 'right' }],
      [
        ['求购无人机', '7'],
        ['Jammers', '12'],
      ],
      80,
    );
    const ends = table.split('\n').map(displayWidth);
    expect(new Set(ends).size).toBe(1);
  });

  it('cuts the column that may shrink so that each row fits', () => {
    const table = formatTable(
      [{ head: 'id' }, { head: 'title', shrink: true }],
      [
        ['n1', '反'.repeat(100)],
        ['n2', 'x'.repeat(200)],
      ],
      40,
    );
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40);
    expect(table).toContain('…');
  });

  it('leaves a column what it keeps, and shares out the rest', () => {
    const columns = [
      { head: 'state' },
      { head: 'title', shrink: true, keep: 30 },
      { head: 'goods', shrink: true },
      { head: 'publisher', shrink: true },
      { head: 'id' },
    ];
    const row = ['removed (status)', 'Request for jammers', 'counter_uav_jam, counter_uav_detect', '', `n${'0'.repeat(26)}`];
    // What beside these columns stands in a table of notices is 18 cells.
    const table = formatTable(columns, [row], 100 - 18);
    expect(table).toContain('Request for jammers');
    expect(Math.max(...table.split('\n').map(displayWidth))).toBe(100 - 18);
    const long = formatTable(columns, [row.with(1, 'x'.repeat(100))], 110).split('\n')[1] ?? '';
    expect(long).toMatch(/ x{29}… {2}counter_uav_jam, .*… /);
  });

  it('shows hostile cells on one line', () => {
    expect(formatTable([{ head: 'title' }], [['a\n\u001b[2Jb']], 40).split('\n')).toHaveLength(2);
  });
});
