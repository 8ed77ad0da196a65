import { expect, it } from 'vitest';
import { ALONE, maskBitOf, pairBits } from './key-code.ts';

const codes = Array.from({ length: 2_000 }, (_, n) => Math.imul(n + 3, 0x9e3779b1) >>> 0);

it('keeps the first bit of a mask for anchors that stand alone', () => {
  expect(1 << maskBitOf(0)).toBe(ALONE);
  for (const code of codes) {
    expect(maskBitOf(code)).toBeGreaterThan(0);
    expect(maskBitOf(code)).toBeLessThan(64);
  }
});

it('puts both bits of all pairs of an anchor in one line of 512', () => {
  const places = codes.flatMap((code) => pairBits(4_711, code, 2 ** 27 - 1));
  expect(new Set(places.map((place) => Math.floor(place / 512))).size).toBe(1);
  expect(new Set(places).size).toBeGreaterThan(400);
});

it('tells codes apart by two bits that one bit does not', () => {
  const [one, ...others] = codes.map((code) => pairBits(4_711, code, 2 ** 27 - 1));
  const first = others.filter(([bit]) => bit === one![0]);
  expect(first.length).toBeGreaterThan(0);
  expect(first.some(([, other]) => other !== one![1])).toBe(true);
});
