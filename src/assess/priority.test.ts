import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scorePriority, type PriorityFacts } from './priority.ts';

const table = {
  goods: new Map([
    ['jammer', 40],
    ['radio', 20],
  ]),
  otherGoods: 10,
  intents: new Map([
    ['buy', 15],
    ['equivalent', 12],
  ]),
  places: new Map([
    ['RU', 20],
    ['KZ', 10],
  ]),
  tradeName: 12,
  removed: 15,
};
const nothing: PriorityFacts = { goods: [], tradeNames: [], intents: [], places: [], state: 'present' };

describe('the priority of a notice', () => {
  it('adds goods, intent, destination and removal, and says so, heaviest first', () => {
    const facts: PriorityFacts = {
      goods: ['radio', 'jammer'],
      tradeNames: ['Bulat'],
      intents: ['buy', 'equivalent'],
      places: ['RU-TUL'],
      state: 'removed',
    };
    expect(scorePriority(facts, table)).toEqual({
      score: 100,
      reasons: [
        '+40 jammer',
        '+20 place RU-TUL',
        '+15 intent buy',
        '+15 removed',
        '+12 trade name Bulat',
        '+12 intent equivalent',
        '+5 radio',
      ],
    });
  });

  it('lets everything but goods count a quarter where there are none', () => {
    expect(scorePriority({ ...nothing, intents: ['buy'], places: ['RU'], state: 'removed' }, table).score).toBe(13);
    expect(scorePriority(nothing, table)).toEqual({ score: 0, reasons: [] });
  });

  it('stays within 0 and 100 and never falls when something is added', () => {
    const facts = fc.record({
      goods: fc.uniqueArray(fc.constantFrom('jammer', 'radio', 'pump')),
      tradeNames: fc.uniqueArray(fc.constantFrom('Bulat', 'Assel')),
      intents: fc.uniqueArray(fc.constantFrom('buy', 'equivalent', 'contact')),
      places: fc.uniqueArray(fc.constantFrom('RU', 'KZ-ALA', 'FR')),
      state: fc.constantFrom('present', 'removed') as fc.Arbitrary<'present'>,
    });
    fc.assert(
      fc.property(facts, (some) => {
        const { score } = scorePriority(some, table);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(scorePriority({ ...some, goods: [...new Set([...some.goods, 'jammer'])] }, table).score).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});
