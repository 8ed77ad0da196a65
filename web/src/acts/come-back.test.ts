import { expect, test } from 'vitest';
import { placeIn } from './come-back.ts';

const now = 1_000_000;
const kept = (place: unknown, at: unknown = now): string => JSON.stringify({ place, at });

test('a login leads back to the address that was asked for', () => {
  expect(placeIn(kept('/cases/c1?tab=tasks'), now)).toBe('/cases/c1?tab=tasks');
});

test('it never leads to another site, to the first page, or to what was asked for long ago', () => {
  for (const place of ['//evil.example/', '/\\evil.example', 'https://evil.example/', '/', '/?x=1', 7, null])
    expect(placeIn(kept(place), now)).toBeUndefined();
  expect(placeIn(kept('/inbox', now - 3_600_000), now)).toBeUndefined();
  expect(placeIn(null, now)).toBeUndefined();
});
