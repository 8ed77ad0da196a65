import { expect, test } from 'vitest';
import { RememberedLikes } from './remembered-likes.ts';

function known(likes: RememberedLikes<number>, word: number): readonly (readonly [number, number])[] | undefined {
  if (!likes.find(word)) return undefined;
  const found: [number, number][] = [];
  likes.each((unit, similarity) => found.push([unit, similarity]));
  return found;
}

/** As many units as the word's number has in its last digit. */
function remember(likes: RememberedLikes<number>, word: number): void {
  const units = Array.from({ length: word % 10 }, (_, n) => word + n);
  likes.remember(word, [-1, ...units, -1], [-1, ...units.map((unit) => 1 / unit), -1], 1, 1 + units.length);
}

test('what is remembered is found as it was, also where it was asked for lately and much came since', () => {
  const likes = new RememberedLikes<number>(8, 1000);
  remember(likes, 7);
  for (let n = 1000; n < 4000; n += 1) {
    remember(likes, n);
    expect(known(likes, n)).toHaveLength(n % 10);
    expect(known(likes, 7)).toEqual(Array.from({ length: 7 }, (_, at) => [7 + at, 1 / (7 + at)]));
  }
  expect(known(likes, 3999)?.at(-1)).toEqual([4007, 1 / 4007]);
  expect(known(likes, 1000)).toBeUndefined();
  expect(Array.from({ length: 3000 }, (_, n) => likes.find(1000 + n)).filter(Boolean).length).toBeLessThanOrEqual(8);
});

test('no more units are remembered than there is room for, and a word with more than that is told but not remembered', () => {
  const likes = new RememberedLikes<number>(1000, 40);
  const held = (): number => Array.from({ length: 500 }, (_, n) => (likes.find(n) ? 1 + (n % 10) : 0)).reduce((sum, size) => sum + size, 0);
  for (let n = 0; n < 500; n += 1) remember(likes, n);
  expect(known(likes, 499)).toHaveLength(9);
  expect(likes.units.length).toBeLessThanOrEqual(20);
  const many = Array.from({ length: 30 }, (_, n) => n);
  likes.remember(7, many, many, 0, 30);
  const told: number[] = [];
  likes.each((unit) => told.push(unit));
  expect(told).toEqual(many);
  expect(likes.find(7)).toBe(false);
  expect(known(likes, 499)).toHaveLength(9);
  expect(held()).toBeLessThanOrEqual(40);
});
