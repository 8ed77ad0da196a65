import { describe, expect, it } from 'vitest';
import { columnsAsked, firstMapping, roleOf, withRole } from './column-roles.ts';

const preview = {
  header: true,
  columns: ['no', 'Name', 'country', 'Name', ''],
  read: { name: 'Name' },
  proposed: { country: 'country', key: 'no', schema: 'Name' },
};

describe('columns of a file of customers', () => {
  it('begins with what the server reads and proposes, each column once', () => {
    expect(firstMapping(preview)).toEqual({ name: 1, country: 2, key: 0 });
  });
  it('gives a column one role, and a role one column', () => {
    const moved = withRole({ name: 1, country: 2 }, 0, 'country');
    expect(moved).toEqual({ name: 1, country: 0 });
    expect([roleOf(moved, 0), roleOf(moved, 2)]).toEqual(['country', '']);
    expect(withRole(moved, 1, '')).toEqual({ country: 0 });
  });
  it('names columns by number where their name is none, or stands there twice', () => {
    expect(columnsAsked({ name: 1, country: 2, key: 4 }, preview)).toEqual({ name: '2', country: 'country', key: '5' });
    expect(columnsAsked({ name: 0 }, { header: false, columns: ['1', '2'] })).toEqual({ name: '1' });
  });
});
