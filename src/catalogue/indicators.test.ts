import { expect, test } from 'vitest';
import { loadIndicators, loadTransshipment } from './indicators.ts';

test('red flags keep their document and say what of a notice shows them', () => {
  const indicators = loadIndicators();
  expect(indicators.size).toBe(104);
  expect([...indicators.values()].filter(({ signal }) => signal !== null)).toHaveLength(89);
  expect(indicators.get('BIS-KYC-02')).toMatchObject({
    regime: 'US',
    date: null,
    signal: 'end use missing or general',
    confidence: 'transcribed',
  });
  expect(indicators.get('BIS-2024-ADDR')?.date).toBe('2024-06-12');
});

test('points of transshipment keep their document, and listings of companies are no finding about a country', () => {
  const kazakhstan = loadTransshipment().filter(({ places, toward }) => places.includes('KZ') && toward.includes('RU'));
  expect(kazakhstan.map(({ document }) => document)).toContain('FIN-2022-Alert003');
  expect(kazakhstan.every(({ companies }) => !companies)).toBe(true);
});
