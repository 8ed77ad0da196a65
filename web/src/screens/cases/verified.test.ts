import { describe, expect, it } from 'vitest';
import { coverOf } from './verified.ts';

describe('what a verification says of a case', () => {
  const verdicts = new Map([
    ['held', true],
    ['broken', false],
    ['taken out since', false],
  ]);

  it('counts what the case holds now, and says what was added since as unproved', () => {
    expect(coverOf(['held', 'broken', 'added since'], { verdicts })).toEqual({ holds: 1, fails: 1, unproved: 1 });
  });

  it('says nothing of what is no longer in the case', () => {
    expect(coverOf(['held'], { verdicts })).toEqual({ holds: 1, fails: 0, unproved: 0 });
  });
});
