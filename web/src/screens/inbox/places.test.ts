import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Places } from './places.ts';

it('puts back what was taken out, where it stood, whatever is known of the rest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.array(fc.nat(59)), fc.array(fc.nat(59)), (length, known, leaving) => {
      const places = new Places();
      places.clear(length);
      for (const place of known) places.put(place, [`n${place}`]);
      const all = (): readonly (string | undefined)[] => Array.from({ length: places.length }, (_, place) => places.at(place));
      const before = all();
      const left = places.takeOut(new Set(leaving.map((place) => `n${place}`)));
      expect(all()).toEqual(before.filter((id) => !left.some(([, gone]) => gone === id)));
      expect(places.length).toBe(length - left.length);
      places.putBack(left);
      expect(all()).toEqual(before);
    }),
  );
});

it('knows where something is not known', () => {
  const places = new Places();
  places.clear(100);
  places.put(50, ['a', 'b', 'c']);
  places.put(99, ['z', 'beyond the end']);
  expect([places.hasHole(50, 53), places.hasHole(50, 54), places.hasHole(99, 500), places.length]).toEqual([false, true, false, 100]);
  expect([places.placeOf('b'), places.at(99), places.at(100)]).toEqual([51, 'z', undefined]);
});
