import { expect, it } from 'vitest';
import { rowTrouble } from './row-troubles.ts';

it('takes apart what the server says of rows, and leaves alone what it does not know', () => {
  expect(rowTrouble('the row has 3 cells in place of 5, parted by ";"')).toEqual({
    key: 'troubleCells',
    values: { cells: '3', columns: '5' },
  });
  expect(rowTrouble('the row has no name')?.key).toBe('troubleNoName');
  expect(rowTrouble('the name has control characters: it is damaged, or this is no file of text')?.key).toBe('troubleControl');
  expect(rowTrouble('something new')).toBeNull();
});
