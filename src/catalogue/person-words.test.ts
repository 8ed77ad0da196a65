import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPersonWords } from './person-words.ts';

test('titles stand in Latin, Cyrillic, Arabic and Han, and no given name is one', () => {
  const { titles, particles, sonOf } = loadPersonWords();
  for (const title of ['mr', 'dr', 'sheikh', 'general', 'haji', 'maulvi', 'gospodin', 'г-н', 'генерал', 'الشيخ', '先生', '女士', '博士'])
    expect(titles).toContain(title);
  for (const particle of ['al', 'von', 'van', 'de', 'oglu', 'kyzy']) expect(particles).toContain(particle);
  for (const particle of ['bin', 'ibn', 'بنت', 'ибн']) expect(sonOf).toContain(particle);
  for (const name of ['amir', 'imam', 'malik', 'khan', 'ali']) expect([...titles, ...particles, ...sonOf]).not.toContain(name);
});

test('a word that stands twice is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-person-words-'));
  writeFileSync(join(folder, 'person-words.yaml'), 'titles:\n  - mr, dr\nparticles:\n  - al\nson-of:\n  - bin, Dr\n');
  expect(() => loadPersonWords(folder)).toThrow('person-words.yaml: "Dr" stands twice');
});
