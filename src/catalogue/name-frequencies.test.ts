import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadNameFrequencies } from './name-frequencies.ts';

test('everyday names and words of companies are common, persons and organisations apart', () => {
  const { person, organisation } = loadNameFrequencies();
  expect(person.get('wang')).toBeGreaterThan(1000);
  expect(person.get('ivanov')).toBeGreaterThan(100);
  expect(organisation.get('technology')).toBeGreaterThan(10_000);
  expect(person.get('technology') ?? 0).toBeLessThan(10);
});

test('a broken line is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-frequencies-'));
  writeFileSync(join(folder, 'name-frequencies.tsv'), '# head\nperson\t3\tana ivan\nperson\tmany\tolga\n');
  expect(() => loadNameFrequencies(folder)).toThrow('name-frequencies.tsv, line 3');
});
