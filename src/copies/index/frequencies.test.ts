import { expect, test } from 'vitest';
import { Frequencies } from './frequencies.ts';

/** Texts of 500 shingles each, all different. */
function counted(texts: number, frequencies = new Frequencies(), from = 0): Frequencies {
  for (let text = from; text < from + texts; text += 1)
    frequencies.add(
      Uint32Array.from({ length: 500 }, (_, n) => hash(text, n)),
      500,
    );
  return frequencies;
}

function hash(text: number, n: number): number {
  let mixed = Math.imul(text * 500 + n + 1, 0x9e37_79b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85eb_ca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

test('a table is as large as what it counts asks for, and not larger', () => {
  expect(counted(10).cells().byteLength).toBe(512 * 1024);
  expect(counted(300).cells().byteLength).toBe(4 * 1024 * 1024);
  expect(counted(3000).cells().byteLength).toBe(32 * 1024 * 1024);
});

test('a number is at least the true one, also after the table has grown, and mostly little more', () => {
  const frequencies = counted(3000);
  const seen = Array.from({ length: 3000 }, (_, text) => frequencies.of(hash(text, text % 500)));
  expect(Math.min(...seen)).toBe(1);
  const unseen = Array.from({ length: 3000 }, (_, text) => frequencies.of(hash(100_000 + text, 7)));
  expect(unseen.reduce((sum, times) => sum + times, 0) / unseen.length).toBeLessThan(1.5);
});

test('about how many different shingles there are is known, and kept', () => {
  const frequencies = counted(3000);
  expect(frequencies.distinct).toBeGreaterThan(1_350_000);
  expect(frequencies.distinct).toBeLessThan(1_650_000);
  const again = new Frequencies(frequencies.cells(), frequencies.texts, frequencies.distinct);
  counted(1, again, 3000);
  expect(again.cells().byteLength).toBe(frequencies.cells().byteLength);
  expect(again.texts).toBe(3001);
});

test('a shingle that stands for a text still does when the table has grown', () => {
  const frequencies = new Frequencies();
  frequencies.post(hash(0, 0));
  expect(counted(300, frequencies).isPosted(hash(0, 0))).toBe(true);
});
