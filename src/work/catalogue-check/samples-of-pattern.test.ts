import { expect, test } from 'vitest';
import { samplesOfPattern } from './samples-of-pattern.ts';

test.each([
  [String.raw`\bXC[2-7][A-Z]?\d{2,4}\b`, ['XC211']],
  [String.raw`\bLX-WP-\d{2,3}\b|\bJetCat ?P\d{2}`, ['LX-WP-11', 'JetCatP11']],
  [String.raw`\b(?:N9\d{3}[A-D]|E50\d{2})(?:-X)?\b`, ['N9111A']],
  [String.raw`\bi5\.0 G(?:Hz|HZ)`, ['i5.0 GHz']],
])('%s has samples of every branch', (pattern, samples) => {
  expect(samplesOfPattern(pattern)).toEqual(samples);
});

test.each(['ab[^c]', String.raw`ab\w`, 'ab.'])('%s has none, and says so', (pattern) => {
  expect(samplesOfPattern(pattern)).toBeNull();
});
