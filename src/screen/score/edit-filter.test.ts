import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditFilter } from './edit-filter.ts';

/** Fewest edits by the whole table, slowly. */
function edits(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i += 1) {
    rows.push([]);
    for (let j = 0; j <= b.length; j += 1) {
      const at = (x: number, y: number): number => rows[x]?.[y] ?? Infinity;
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      rows[i]?.push(i === 0 ? j : j === 0 ? i : Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped));
    }
  }
  return rows[a.length]?.[b.length] ?? Infinity;
}

const word = fc.string({ unit: fc.constantFrom(...'aeksZ'), minLength: 1, maxLength: 9 });
const long = fc.string({ unit: fc.constantFrom(...'ae'), minLength: 28, maxLength: 31 });

test('lets pass exactly the words within so many edits, one word after another', () => {
  const filter = new EditFilter();
  fc.assert(
    fc.property(fc.oneof(word, long), fc.oneof(word, long), fc.constantFrom(0, 1, 2, 3), (one, other, most) => {
      const bytes = Buffer.from(`xx${other}ya`);
      filter.set(one);
      expect(filter.passes(bytes, 2, 2 + other.length, most)).toBe(edits(one, other) <= most);
    }),
    { numRuns: 5000 },
  );
});

test('lets pass what it cannot tell: letters beyond ASCII, words beyond its width', () => {
  const filter = new EditFilter();
  filter.set('a');
  expect(filter.passes(Buffer.from('海格'), 0, 6, 1)).toBe(true);
  filter.set('海格');
  expect(filter.passes(Buffer.from('beta'), 0, 4, 1)).toBe(true);
  filter.set('a'.repeat(40));
  expect(filter.passes(Buffer.from('beta'), 0, 4, 1)).toBe(true);
  filter.set('beta');
  expect(filter.passes(Buffer.from('gama'), 0, 4, 1)).toBe(false);
});
