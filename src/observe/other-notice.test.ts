import { expect, test } from 'vitest';
import { numberIn } from './other-notice.ts';

test.each([
  ['https://a.example/zb/202611/t20261104_193.html', '193'],
  ['https://a.example/zb/7.html?id=42&p=1', '42'],
  ['https://a.example/zb/about.html', undefined],
])('the number of the notice in %s is %s', (url, number) => {
  expect(numberIn(new URL(url))).toBe(number);
});

test('an address that was made to be slow is read in time', () => {
  const start = performance.now();
  for (const path of [`${'1'.repeat(20_000)}a10`, '11a'.repeat(20_000)]) numberIn(new URL(`https://a.example/${path}`));
  expect(performance.now() - start).toBeLessThan(200);
});
