import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitsOf } from '../../src/work/columns/bits.ts';
import { compareAge, compareStanding, Order, type Standing } from '../../src/work/columns/order.ts';

const standing = (num: number, priority: number, day: number): Standing => ({
  num,
  priority,
  firstSeenAt: `2026-01-0${1 + day}T00:00:00.000Z`,
});
const SIZE = 400;
const everybody = bitsOf(
  Array.from({ length: SIZE }, (_, num) => num),
  SIZE,
);

it.each([
  ['priority', compareStanding],
  ['age', compareAge],
])('an order by %s after few changes or many is that of all sorted anew, and its pages are parts of it', (_, compare) => {
  const changes = fc.array(
    fc.array(fc.tuple(fc.nat(330), fc.nat(3), fc.nat(3), fc.boolean()), { maxLength: 100 }).filter((batch) => batch.length > 0),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.nat(300), changes, fc.nat(400), fc.array(fc.nat(330)), (size, batches, skip, some) => {
      const all = new Map(Array.from({ length: size }, (_, num) => [num, standing(num, num % 4, num % 3)]));
      const order = new Order(compare);
      order.reset([...all.values()]);
      for (const batch of batches) {
        const latest = new Map(batch.map(([num, priority, day, stays]) => [num, stays ? standing(num, priority, day) : undefined]));
        const now = new Map([...latest].flatMap(([num, one]) => (one === undefined ? [] : [[num, one]])));
        order.change([...latest.keys()], now);
        for (const [num, one] of latest) if (one === undefined) all.delete(num);
        for (const [num, one] of now) all.set(num, one);
      }
      const sorted = [...all.values()].toSorted(compare);
      const nums = sorted.map(({ num }) => num);
      expect(order.length).toBe(nums.length);
      expect(order.page(everybody, 0, 0, SIZE)).toEqual(nums);
      expect(order.page(everybody, 0, skip, 7)).toEqual(nums.slice(skip, skip + 7));
      expect(order.page(bitsOf(some, SIZE), 0, 1, 7)).toEqual(nums.filter((num) => some.includes(num)).slice(1, 8));
      for (const [place, one] of sorted.entries()) expect(order.placeAfter(one)).toBe(place + 1);
    }),
  );
});
