import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatByteSize, parseByteSize } from './byte-size.ts';

test('sizes are read with their unit', () => {
  expect(parseByteSize('64MB')).toBe(67_108_864);
  expect(parseByteSize(' 32 kb ')).toBe(32_768);
  expect(parseByteSize('1.5GB')).toBe(1_610_612_736);
  expect(parseByteSize('900B')).toBe(900);
});

test.each(['', '64', 'MB', '-1MB', '1e3MB', '1,5MB', '64 MiB', '1..5MB'])('%j is refused with an example', (text) => {
  expect(() => parseByteSize(text)).toThrow(/as in 64MB/);
});

test('what is printed is read back within a twentieth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 38 }), (bytes) => {
      expect(Math.abs(parseByteSize(formatByteSize(bytes)) - bytes)).toBeLessThanOrEqual(bytes / 20);
    }),
  );
});
