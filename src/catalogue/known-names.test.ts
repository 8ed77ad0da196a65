import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foldText } from '../text/fold.ts';
import { loadForeignSurnames, loadKnownNames } from './known-names.ts';

test('acronyms and short names stand with the bodies that bear them', () => {
  const { words } = loadKnownNames();
  const of = (name: string): unknown => words.find((one) => one.name === name);
  expect(words.length).toBeGreaterThan(350);
  expect(of('ГОИ Вавилова')).toMatchObject({ quoted: false, near: false });
  expect(of('ГОИ')).toMatchObject({ quoted: true, near: false });
  expect(of('НГТУ')).toEqual({
    name: 'НГТУ',
    quoted: false,
    near: true,
    bodies: [['Novosibirsk State Technical University'], ['Nizhny Novgorod State Technical University']],
  });
  for (const { name } of words) expect(name).toMatch(/^\p{Lu}/u);
});

test('every name in Han is written as names are folded, so that it is found', () => {
  const { names } = loadKnownNames();
  expect(names.get('海康威视')).toEqual(['Hikvision']);
  expect(names.size).toBeGreaterThan(1400);
  const surnames = loadForeignSurnames().names;
  expect(surnames.get('沃克')).toEqual(['Walker']);
  expect(surnames.size).toBeGreaterThan(600);
  for (const han of [...names.keys(), ...surnames.keys()]) expect(foldText(han).text).toBe(han);
});

test.each([
  ['海康威视 Hikvision', 'line "海康威视 Hikvision": write it as'],
  ['海: Hikvision', 'line "海: Hikvision": write it as'],
  ['海康威视: 海康', 'line "海康威视: 海康": write it as'],
  ['海康威视: Hikvision\n    海康威视: HIK', 'line "海康威视: HIK": the name stands twice'],
])('%s is refused', (lines, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-known-names-'));
  writeFileSync(join(folder, 'known-names.yaml'), `- about: firms\n  list: |\n    ${lines}\n`);
  expect(() => loadKnownNames(folder)).toThrow(message);
});
