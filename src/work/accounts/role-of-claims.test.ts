import { expect, test } from 'vitest';
import { roleOfClaims } from './role-of-claims.ts';

const VALUES = { admin: ['boss'], analyst: ['desk', 'research'], viewer: ['staff'] };

test.each<[string, object, string | null]>([
  ['the highest of a list', { groups: ['staff', 'boss', 'desk'] }, 'admin'],
  ['one value', { groups: 'desk' }, 'analyst'],
  ['words with spaces between', { groups: 'x staff y' }, 'viewer'],
  ['none of ours', { groups: ['Boss', 'boss '] }, null],
  ['no claim', {}, null],
  ['something else', { groups: [{ boss: true }, 7, null] }, null],
  ['a number', { groups: 7 }, null],
])('%s', (_, claims, role) => {
  expect(roleOfClaims(claims as Record<string, unknown>, { claim: 'groups', values: VALUES })).toBe(role);
});

test('a claim may stand inside another, and one whose name has dots comes first', () => {
  const nested = { realm_access: { roles: ['desk'] } };
  expect(roleOfClaims(nested, { claim: 'realm_access.roles', values: VALUES })).toBe('analyst');
  expect(roleOfClaims({ ...nested, 'realm_access.roles': ['boss'] }, { claim: 'realm_access.roles', values: VALUES })).toBe('admin');
  expect(roleOfClaims({ a: 'boss' }, { claim: '__proto__.a', values: VALUES })).toBe(null);
});
