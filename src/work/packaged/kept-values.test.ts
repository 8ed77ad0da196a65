import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadCatalogue } from '../../catalogue/load.ts';
import { loadTradeRoles } from '../../catalogue/trade-roles.ts';
import { compileCatalogue } from '../../recognise/compile.ts';
import { compileTradeWords } from '../../recognise/parties/trade-hits.ts';
import { keptValue } from './kept-values.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-kept-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const made = { words: new Map([['радар', [1, 2]]]), numbers: Int32Array.of(1, 2, 3), pattern: /а+/y };

test('what was made once is read the next time', () => {
  const make = vi.fn(() => made);
  expect(keptValue('a', 'inputs', make, folder)).toBe(made);
  expect(keptValue('a', 'inputs', make, folder)).toStrictEqual(made);
  expect(make).toHaveBeenCalledTimes(1);
  expect(statSync(only()).mode & 0o077).toBe(0);
});

test('other inputs and other names are made for themselves', () => {
  expect(keptValue('a', 'one', () => 1, folder)).toBe(1);
  expect(keptValue('a', 'two', () => 2, folder)).toBe(2);
  expect(keptValue('b', 'one', () => 3, folder)).toBe(3);
  expect(keptValue('a', 'one', () => 4, folder)).toBe(1);
});

test.each<[string, (path: string) => void]>([
  ['cut short', (path) => truncateSync(path, 40)],
  ['empty', (path) => truncateSync(path, 0)],
  [
    'changed by a bit',
    (path) =>
      writeFileSync(
        path,
        readFileSync(path).map((byte, at) => (at === 50 ? byte ^ 1 : byte)),
      ),
  ],
  [
    'a link to another file',
    (path) => {
      const elsewhere = join(folder, 'elsewhere');
      writeFileSync(elsewhere, readFileSync(path));
      rmSync(path);
      symlinkSync(elsewhere, path);
    },
  ],
])('a file that is %s is made anew', (_, spoil) => {
  keptValue('a', 'inputs', () => made, folder);
  spoil(only());
  const make = vi.fn(() => made);
  keptValue('a', 'inputs', make, folder);
  expect(make).toHaveBeenCalledTimes(1);
  expect(keptValue('a', 'inputs', () => 'made a third time', folder)).toStrictEqual(made);
});

test('a folder that cannot be written changes nothing', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(keptValue('a', 'inputs', () => made, join(file, 'below'))).toBe(made);
  expect(keptValue('a', 'inputs', () => made, null)).toBe(made);
});

test('old files go, and no drafts stay', () => {
  for (let at = 0; at < 12; at += 1) keptValue('a', String(at), () => at, folder);
  keptValue('b', '0', () => 0, folder);
  const names = readdirSync(folder);
  expect(names.filter((name) => name.startsWith('a-'))).toHaveLength(8);
  expect(names.filter((name) => !/^[ab]-[0-9a-f]{24}\.bin$/.test(name))).toEqual([]);
});

// Whoever adds a class or a function to what is compiled learns of it here: such things do not survive.
test('the compiled catalogue and the words of trade are the same when read again', () => {
  const catalogue = loadCatalogue();
  const roles = loadTradeRoles();
  const whole = { catalogue, program: compileCatalogue(catalogue), trade: compileTradeWords(catalogue, roles), roles };
  keptValue('whole', 'inputs', () => whole, folder);
  const read = keptValue('whole', 'inputs', () => whole, folder);
  expect(read).not.toBe(whole);
  expect(read).toStrictEqual(whole);
  const [entry] = read.program.entries.filter(({ is }) => is === 'goods');
  expect(entry?.is === 'goods' && read.catalogue.terms.includes(entry.term)).toBe(true);
});

function only(): string {
  const [name, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, name ?? '');
}
