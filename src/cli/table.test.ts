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

  it('shows hostile cells on one line', () => {
    expect(formatTable([{ head: 'title' }], [['a\n\u001b[2Jb']], 40).split('\n')).toHaveLength(2);
  });
});
