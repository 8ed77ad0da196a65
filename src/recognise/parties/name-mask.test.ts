import { expect, test } from 'vitest';
import { nameMask } from './name-mask.ts';

test('names are hidden wherever they stand, longest first, also where two overlap', () => {
  const mask = nameMask(['Ivan Petrov', 'Petrov Sidor', 'Ivan', '王小明', 'x']);
  expect(mask('Ivan Petrov Sidor, Ivan, x')).toBe('•••• •••••• •••••, ••••, x');
  expect(mask('请与王小明联系')).toBe('请与•••联系');
  expect(mask('nobody')).toBe('nobody');
  expect(nameMask([])('Ivan')).toBe('Ivan');
});

test('many names in a long line take time in proportion to it', () => {
  const names = Array.from({ length: 20_000 }, (_, n) => `Ivan Name${n}`);
  const line = names.join(' and ');
  const began = performance.now();
  expect(nameMask(names)(line)).not.toMatch(/Ivan|\d/);
  expect(performance.now() - began).toBeLessThan(5000);
});
