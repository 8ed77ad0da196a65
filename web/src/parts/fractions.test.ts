import { expect, it } from 'vitest';
import { asPercent, asScore } from './fractions.ts';

it('writes likeness and shares as the language does', () => {
  expect([asScore(0.85, 'en'), asScore(1, 'ru')]).toEqual(['0.85', '1,00']);
  expect([asPercent(0.854, 'en'), asPercent(0.854, 'ru')]).toEqual(['85%', '85\u00A0%']);
});
