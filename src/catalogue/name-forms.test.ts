import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadNameForms } from './name-forms.ts';

test('the forms of a name stand on one line; a line that is none is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'name-forms-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (text: string): void => writeFileSync(join(folder, 'name-forms.tsv'), text);
  write('# head\nscott\tsikete\nfuho\thuho\tfuhou\n');
  expect(loadNameForms(folder).names).toEqual([
    ['scott', 'sikete'],
    ['fuho', 'huho', 'fuhou'],
  ]);
  for (const wrong of ['scott', 'scott sikete', 'scott\t', 'Scott\tsikete']) {
    write(`# head\nscott\tsikete\n${wrong}\n`);
    expect(() => loadNameForms(folder)).toThrow('name-forms.tsv, line 3');
  }
});

test('the forms that come with the package are read', () => {
  expect(loadNameForms().names.length).toBeGreaterThan(10_000);
});

test('no name has a word for names as its form', () => {
  const words = new Set(loadNameForms().names.flat());
  for (const label of ['surname', 'apellido', 'nazwisko', 'familiya', 'etternavn', 'sobrenome', 'achternaam', 'voornaam', 'name', 'nom'])
    expect(words, label).not.toContain(label);
});
