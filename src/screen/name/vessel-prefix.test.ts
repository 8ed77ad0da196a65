import { expect, test } from 'vitest';
import { tokensOf } from './tokens.ts';
import { withoutVesselPrefix } from './vessel-prefix.ts';

const rest = (name: string): readonly string[] => withoutVesselPrefix(tokensOf(name), name).map(({ text }) => text);

test.each([
  ['Танкер «Волга-7»', ['волга', '7']],
  ['Теплоход "Механик Орлов"', ['механик', 'орлов']],
  ['Tanker Adriatic', ['adriatic']],
  ['新远洋轮', ['新远洋']],
  ['长江之星号', ['长江之星']],
  // a number that 号 makes an ordinal, and names that are no more than such words
  ['远望五号', ['远望五号']],
  ['Танкер', ['танкер']],
  ['巨轮', ['巨轮']],
])('%s', (name, expected) => {
  expect(rest(name)).toEqual(expected);
});

test('what is left keeps its place in the name', () => {
  const [token] = withoutVesselPrefix(tokensOf('新远洋轮'), '新远洋轮');
  expect(token).toMatchObject({ start: 0, end: 3 });
});
