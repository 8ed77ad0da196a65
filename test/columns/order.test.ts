import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareStanding, reordered, type Standing } from '../../src/work/columns/order.ts';

const standing = (num: number, priority: number, day: number): Standing => ({
  num,
  priority,
  firstSeenAt: `2026-01-0${1 + day}T00:00:00.000Z`,
});

it('an order after few changes or many is that of all sorted anew', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.array(fc.tuple(fc.nat(330), fc.nat(3), fc.nat(3), fc.boolean()), { maxLength: 200 }), (size, changes) => {
      const all = new Map(Array.from({ length: size }, (_, num) => [num, standing(num, num % 4, num % 3)]));
      const order = [...all.values()].toSorted(compareStanding);
      const latest = new Map(changes.map(([num, priority, day, stays]) => [num, stays ? standing(num, priority, day) : undefined]));
      const gone = [...latest.keys()].flatMap((num) => all.get(num) ?? []);
      const coming = [...latest.values()].filter((one) => one !== undefined);
      for (const [num, one] of latest) if (one === undefined) all.delete(num);
      for (const one of coming) all.set(one.num, one);
      expect(reordered(order, gone, coming)).toEqual([...all.values()].toSorted(compareStanding));
    }),
  );
});
