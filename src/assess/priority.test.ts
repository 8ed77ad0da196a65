import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedParty } from '../model/notice.ts';
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
  listed: { named: 25, publisher: 40 },
  indicators: new Map([
    ['X-1', { points: 6, class: 'evasion', title: 'no markings' }],
    ['X-2', { points: 4, class: 'evasion', title: 'words of evasion' }],
    ['X-3', { points: 5, class: 'route', title: 'transit' }],
  ]),
  mostOfIndicators: 10,
};
const KTRV: ListedParty = { list: 'eu-833', listing: 'eu-833:1', id: 'eu-833:1', caption: 'KTRV', score: 0.97 };
const nothing: PriorityFacts = { goods: [], tradeNames: [], intents: [], places: [], indicators: [], listed: [], state: 'present' };

describe('the priority of a notice', () => {
  it('adds goods, intent, destination and removal, and says so, heaviest first', () => {
    const facts: PriorityFacts = {
      goods: ['radio', 'jammer'],
      tradeNames: ['Bulat'],
      intents: ['buy', 'equivalent'],
      places: ['RU-TUL'],
      indicators: [],
      listed: [],
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

  it('counts a listed party in full whatever the goods, a publisher more, a doubted one half, a second a quarter', () => {
    const of = (...listed: readonly ListedParty[]) => scorePriority({ ...nothing, listed }, table);
    expect(of(KTRV)).toEqual({ score: 25, reasons: ['+25 listed party KTRV (eu-833, 0.97)'] });
    expect(of({ ...KTRV, verdict: 'unsure' })).toEqual({ score: 13, reasons: ['+13 listed party KTRV (eu-833, 0.97, unsure)'] });
    expect(of({ ...KTRV, verdict: 'hit', publisher: true }).reasons).toEqual([
      '+40 listed party publishes it: KTRV (eu-833, 0.97, confirmed)',
    ]);
    expect(of(KTRV, { ...KTRV, caption: 'Beta' }).reasons).toEqual([
      '+25 listed party KTRV (eu-833, 0.97)',
      '+6 listed party Beta (eu-833, 0.97)',
    ]);
  });

  it('adds red flags with their reason: one of a class, and all together no more than the table says', () => {
    const facts: PriorityFacts = { ...nothing, goods: ['radio'], indicators: ['X-2', 'X-3', 'X-1', 'UNKNOWN-1'] };
    expect(scorePriority(facts, table)).toEqual({
      score: 30,
      reasons: ['+20 radio', '+6 red flag X-1: no markings', '+4 red flag X-3: transit'],
    });
  });

  it('stays within 0 and 100 and never falls when something is added', () => {
    const facts = fc.record({
      goods: fc.uniqueArray(fc.constantFrom('jammer', 'radio', 'pump')),
      tradeNames: fc.uniqueArray(fc.constantFrom('Bulat', 'Assel')),
      intents: fc.uniqueArray(fc.constantFrom('buy', 'equivalent', 'contact')),
      places: fc.uniqueArray(fc.constantFrom('RU', 'KZ-ALA', 'FR')),
      listed: fc
        .array(
          fc.record({
            id: fc.constantFrom('a', 'b'),
            score: fc.constantFrom(0.7, 0.9),
            publisher: fc.constantFrom<[true, undefined]>(true, undefined),
            verdict: fc.constantFrom<['hit', 'unsure', undefined]>('hit', 'unsure', undefined),
          }),
          { maxLength: 3 },
        )
        .map((parties) =>
          parties.map(({ id, score, publisher, verdict }): ListedParty => ({
            ...KTRV,
            id,
            score,
            ...(publisher ? { publisher } : {}),
            ...(verdict ? { verdict } : {}),
          })),
        ),
      indicators: fc.uniqueArray(fc.constantFrom('X-1', 'X-2', 'X-3')),
      state: fc.constantFrom('present', 'removed') as fc.Arbitrary<'present'>,
    });
    fc.assert(
      fc.property(facts, (some) => {
        const { score } = scorePriority(some, table);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(scorePriority({ ...some, goods: [...new Set([...some.goods, 'jammer'])] }, table).score).toBeGreaterThanOrEqual(score);
        expect(scorePriority({ ...some, listed: [...some.listed, { ...KTRV, publisher: true }] }, table).score).toBeGreaterThanOrEqual(
          score,
        );
      }),
    );
  });
});
