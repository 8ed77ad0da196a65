import { expect, test } from 'vitest';
import { wholeValues } from './whole-values.ts';

test('gives what is whole of a record that is broken', () => {
  expect(wholeValues('{"id":"p1","n":7,"properties":{"id":"x"},"name":"Al')).toEqual({ id: 'p1', n: 7 });
  expect(wholeValues('{"id":12"name":"A" "country":"de"}')).toEqual({ id: 12, name: 'A', country: 'de' });
});

test('takes no beginning of a number or of a word for a value', () => {
  expect(wholeValues('{"id":1234')).toEqual({});
  expect(wholeValues('{"id":12ab,"name":"A"}')).toEqual({ name: 'A' });
});

test('takes no longer than the text is long', () => {
  const start = performance.now();
  for (const unit of ['1', '\\"', '"', '[', '-']) wholeValues(`{"id":"${unit.repeat(60_000)}`);
  wholeValues(`{"id":${'1'.repeat(60_000)}`);
  wholeValues(`{"id":${'\\"'.repeat(30_000)}`);
  expect(performance.now() - start).toBeLessThan(1500);
});
