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

test('names that begin alike take no longer', () => {
  const names = Array.from({ length: 200 }, (_, n) => `${'b'.repeat(n + 2)}@example.org`);
  const line = `${'b'.repeat(200_000)} ${names.join(' ')}`;
  const began = performance.now();
  const masked = nameMask(names)(line);
  expect(performance.now() - began).toBeLessThan(2000);
  expect(masked).toBe(`${'b'.repeat(200_000)} ${names.map((name) => name.replaceAll(/\w/g, '•')).join(' ')}`);
});

test('what is hidden is what any of the names covers', () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 16_807) % 2_147_483_647) % below;
  const word = (longest: number): string => Array.from({ length: random(longest) }, () => 'abc '.charAt(random(4))).join('');
  for (let round = 0; round < 300; round += 1) {
    const names = Array.from({ length: random(6) }, () => word(7));
    const line = word(60);
    const covered = new Set<number>();
    for (const name of names.filter(({ length }) => length > 1))
      for (let at = line.indexOf(name); at !== -1; at = line.indexOf(name, at + 1))
        for (let place = at; place < at + name.length; place += 1) covered.add(place);
    expect(nameMask(names)(line)).toBe(Array.from(line, (sign, at) => (covered.has(at) && sign !== ' ' ? '•' : sign)).join(''));
  }
});
