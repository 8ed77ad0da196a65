import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DualwatchError } from './errors.ts';
import { parsePredicate, type PredicateField } from './parse-predicate.ts';
import { predicateHolds, wordsOf, type PredicateFacts } from './predicate.ts';

const FIELDS: readonly PredicateField[] = [
  { name: 'state', type: 'id', values: ['present', 'removed'], bare: ['present', 'removed'] },
  { name: 'goods', type: 'id' },
  { name: 'place', type: 'id' },
  { name: 'control', type: 'id' },
  { name: 'priority', type: 'number' },
  { name: 'published', type: 'date' },
  { name: 'title', type: 'text' },
];

const notice: PredicateFacts = {
  hasWords: (text) => '求购 无人机干扰器 jammer'.includes(text.toLowerCase()),
  valuesOf: (field) =>
    ({
      state: ['removed'],
      goods: ['counter_uav_jam', 'radar'],
      place: ['RU-TUL'],
      control: ['0A903.a'],
      priority: [72],
      published: ['2025-11-08T10:00:00Z'],
      title: ['Notice of Purchase'],
    })[field] ?? [],
};
const holds = (query: string): boolean => predicateHolds(parsePredicate(query, FIELDS), notice);

test.each([
  'removed',
  'state:removed',
  'state=removed',
  'removed or priority>=90',
  'removed and priority>=70',
  'removed priority >= 70 jammer',
  'goods:radar,laser',
  'place:RU',
  'control:0A903',
  'control:0A903.a',
  'goods:counter_*',
  '"无人机干扰器"',
  '求购 -laser',
  'not present',
  'not (present or laser)',
  'published>2025-11-01 published<2025-12-01',
  'published:2025-11-08',
  'published>=2025-11-08 published<=2025-11-08',
  'published>"2025-11-08T09:00:00Z"',
  '-"школьная мебель"',
  '-(present or laser)',
  'goods!=laser',
  'title:"notice of purchase"',
  'title:purchase',
  'title!=purchase',
  'laser or (jammer and not present)',
  'NOT present AND Removed OR laser',
  '“求购”',
])('%s holds', (query) => {
  expect(holds(query.replace('Removed', 'removed'))).toBe(true);
});

test.each([
  'present',
  'laser',
  'priority>72',
  'place=RU',
  'control:0A90',
  'goods!=radar',
  'removed laser',
  'not removed',
  '-jammer',
  'laser and jammer or present',
  'published>2025-11-08',
  'published<2025-11-08',
  'published!=2025-11-08',
  '-"无人机干扰器"',
  '-(removed or laser)',
])('%s does not hold', (query) => {
  expect(holds(query)).toBe(false);
});

describe('what cannot be read says where and what to do', () => {
  test.each([
    ['', /position 1, its end: .*empty/],
    ['removed and', /position 12, its end: .*must follow/],
    ['(removed', /position 9, its end: .*bracket at 1 is not closed/],
    ['removed)', /position 8 .*"\)"/],
    ['stat:removed', /position 1 .*perhaps state/],
    ['state:remved', /position 7 .*perhaps removed/],
    ['priority>high', /position 10 .*number/],
    ['published>2025-02-31', /position 11 .*date/],
    ['goods>radar', /position 7 .*alone/],
    ['"open', /position 1 .*not closed/],
    ['state:', /position 7, its end: .*value must follow/],
    ['goods:,', /position 7 .*value must follow/],
    ['goods!=""', /position 8 .*value must follow/],
    ['= 5', /position 1/],
    [`${'('.repeat(100)}a${')'.repeat(100)}`, /more than 50/],
    ['a'.repeat(3000), /2000/],
  ])('%s', (query, message) => {
    expect(() => parsePredicate(query, FIELDS)).toThrow(message);
  });

  test('whatever is written, it is read or refused, never anything else', () => {
    const piece = fc.constantFrom(
      'removed',
      ' ',
      '(',
      ')',
      '"',
      'not ',
      'and ',
      'or ',
      '-',
      ':',
      '>=',
      'priority',
      'goods',
      '求购',
      '\\',
      '!',
      ',',
      '5',
      '“',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          const predicate = parsePredicate(pieces.join(''), FIELDS);
          expect(typeof predicateHolds(predicate, notice)).toBe('boolean');
        } catch (error) {
          expect(error).toBeInstanceOf(DualwatchError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('names the words that a store must look up', () => {
  expect(wordsOf(parsePredicate('求购 or (not "foreign buyer" and removed) 求购', FIELDS))).toEqual(['求购', 'foreign buyer']);
});
