import { expect, it } from 'vitest';
import { keyedMatches } from './keyed-matches.ts';

const [first, second] = [{ key: 'a' }, { key: 'b' }];

it('calls a match the same wherever it stands, and no two alike', () => {
  const nameOf = (matches: readonly { readonly key: string }[], wanted: object): string | undefined =>
    keyedMatches('n1', matches).find(({ match }) => match === wanted)?.at;
  expect(nameOf([first, second], second)).toBe(nameOf([second, first], second));
  expect(new Set(keyedMatches('n1', [first, { key: 'a' }, second]).map(({ at }) => at)).size).toBe(3);
  expect(keyedMatches('n2', [first])[0]?.at).not.toBe(nameOf([first], first));
});
