import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBundle, edgeOf, encodeBundle, tilePath } from './tiles.ts';

describe('tiles', () => {
  test('paths are those of c2sp.org/tlog-tiles', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 2, index: 0, width: 1 })).toBe('tile/2/000.p/1');
    expect(tilePath({ level: 'entries', index: 1000, width: 255 })).toBe('tile/entries/x001/000.p/255');
  });

  test('the edge of 70,000 and of 256 entries is that of the specification', () => {
    expect(edgeOf(70_000)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(edgeOf(256)).toEqual([
      { level: 0, index: 1, width: 0 },
      { level: 1, index: 0, width: 1 },
    ]);
    expect(edgeOf(0)).toEqual([]);
  });

  test('bundles give back their entries', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 256 }), (entries) => {
        expect(decodeBundle(encodeBundle(entries))?.map((entry) => Buffer.from(entry))).toEqual(entries.map((entry) => Buffer.from(entry)));
      }),
    );
  });

  test('an entry of 65,535 bytes fits, one more does not', () => {
    expect(encodeBundle([new Uint8Array(65_535)]).length).toBe(65_537);
    expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(/65536 bytes/);
  });

  test('a broken bundle is no bundle', () => {
    expect(decodeBundle(Buffer.of(0))).toBeUndefined();
    expect(decodeBundle(Buffer.of(0, 2, 65))).toBeUndefined();
    expect(decodeBundle(Buffer.alloc(2 * 257))).toBeUndefined();
  });
});
