import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SortedLines } from './sorted-lines.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'dualwatch-lines-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('lines come in the order of their bytes, however many parts they were sorted in, and leave no file', async () => {
  const line = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('求购', '\u{10ffff}', '\uffee', 'z'.repeat(300_000)));
  let parts = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(line, { maxLength: 5 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 100 }),
      async (adds, limit) => {
        const clean = adds.map((lines) => lines.map((each) => each.toWellFormed().replaceAll(/\n/g, '')));
        const sorted = new SortedLines(join(folder, 'x'), limit);
        for (const lines of clean) await sorted.add(lines);
        parts = Math.max(parts, readdirSync(folder).length);
        const chunks: Buffer[] = [];
        for await (const chunk of sorted.sorted()) chunks.push(chunk);
        await sorted.close();
        const expected = clean
          .flat()
          .map((each) => Buffer.from(`${each}\n`))
          .toSorted((one, other) => Buffer.compare(one.subarray(0, -1), other.subarray(0, -1)));
        expect(Buffer.concat(chunks).equals(Buffer.concat(expected))).toBe(true);
        expect(readdirSync(folder)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
  expect(parts).toBeGreaterThan(2);
});
