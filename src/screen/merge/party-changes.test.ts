import { expect, test } from 'vitest';
import { sha256 } from '../../model/digest.ts';
import type { Listing, Party } from '../../model/party.ts';
import { partyChanges } from './party-changes.ts';

function listing(id: string, state = ''): Listing {
  return { list: 'eu', id, hash: sha256(id + state), line: 1, entity: { id, schema: 'Person', caption: id, properties: { name: [id] } } };
}

const party = (...listings: readonly Listing[]): Party => ({ id: listings[0]?.id ?? '', listings });

test('a merge that comes, a merge that falls apart and a listing that changes are told; the rest is left alone', () => {
  const before = [
    party(listing('a')),
    party(listing('b')),
    party(listing('c'), listing('d')),
    party(listing('e')),
    party(listing('f')),
    party(listing('g')),
  ];
  const after = [
    party(listing('a'), listing('b')),
    party(listing('c')),
    party(listing('d')),
    party(listing('e', 'new')),
    party(listing('f')),
    party(listing('h')),
  ];
  expect(partyChanges(before, after)).toEqual({ added: ['d', 'h'], changed: ['a', 'c', 'e'], removed: ['b', 'g'] });
});

test('the order of listings is no change', () => {
  const one = { id: 'a', listings: [listing('a'), listing('b')] };
  expect(partyChanges([one], [{ id: 'a', listings: [listing('b'), listing('a')] }])).toEqual({ added: [], changed: [], removed: [] });
});
