import { describe, expect, it } from 'vitest';
import { qualifiersOf, weighQualifiers } from '../../src/screen/score/qualifiers.ts';
import { nameFact } from '../../web/src/parts/name-facts.ts';

/** All that the comparison of names can say of facts, so that the desk says each in the reader's language. */
describe('facts of the comparison and the desk', () => {
  it('knows every sentence about countries, births and identifiers', () => {
    const births = ['1958', '1958-02', '1958-02-03', '1958-03-02', '1958-02-04', '1959-02-03', '1985', '1958-11-30'];
    const facts = births.flatMap((one) =>
      births.map((other) =>
        weighQualifiers(
          qualifiersOf({ name: 'a', birthDates: [one], countries: ['RU'], identifiers: ['7707083893', 'X1', '7707083894'] }),
          qualifiersOf({
            name: 'b',
            birthDates: [other],
            countries: one < other ? ['CN', 'BY'] : ['RU'],
            identifiers: ['7707083893', 'X1', '7707083894'],
          }),
        ),
      ),
    );
    const said = new Set(facts.flatMap((one) => [...one.for, ...one.against]));
    expect([...said].filter((one) => nameFact(one) === null)).toEqual([]);
    expect(new Set([...said].map((one) => nameFact(one)?.key)).size).toBeGreaterThanOrEqual(8);
  });
});
