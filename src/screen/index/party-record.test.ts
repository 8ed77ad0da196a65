import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARTY_SCHEMATA } from '../../model/party.ts';
import { idOfPacked, packRecord, unpackRecord, type PartyRecord } from './party-record.ts';

const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('eu:1', 'a"b', 'back\\slash', '王伟', ''));
const texts = fc.array(text, { maxLength: 3 });

const record = fc
  .record({
    id: text,
    schema: fc.constantFrom(...PARTY_SCHEMATA),
    caption: text,
    listings: fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 }),
    names: fc.array(fc.tuple(text, fc.nat(2)), { minLength: 1, maxLength: 4 }),
    facts: fc.record({ countries: texts, birthDates: texts, identifiers: texts }),
    usual: fc.boolean(),
  })
  .map(({ usual, ...one }): PartyRecord => {
    const [[name] = ['']] = one.names;
    return usual ? { ...one, caption: name, listings: [['eu', one.id]], facts: { countries: [], birthDates: [], identifiers: [] } } : one;
  });

test('a record is the same after it was packed, and its id can be read alone', () => {
  fc.assert(
    fc.property(record, (one) => {
      const packed = packRecord(one);
      expect(unpackRecord(packed)).toEqual(one);
      expect(idOfPacked(packed)).toBe(one.id);
    }),
    { numRuns: 500 },
  );
});
