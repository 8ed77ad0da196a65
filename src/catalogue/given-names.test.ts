import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadGivenNames } from './given-names.ts';

const { names } = loadGivenNames();

function shared(one: string, other: string): readonly string[] {
  const of = (form: string): readonly string[] =>
    names.filter(({ forms, short }) => forms.includes(form) || short.includes(form)).map(({ id }) => id);
  return of(one).filter((id) => of(other).includes(id));
}

test.each([
  ['Alexander', 'Aliaksandr'],
  ['Alexander', 'Oleksandr'],
  ['Vladimir', 'Uladzimir'],
  ['Mykola', 'Mikalai'],
  ['Evgeny', 'Yauhen'],
  ['Robert', 'Bob'],
  ['Catherine', 'Ekaterina'],
  ['Muhammad', 'Mehmet'],
  ['Muhammad', 'محمد'],
  ['Abd al-Rahman', 'Abdurrahman'],
  ['Yusuf', 'Youssef'],
  ['Gaddafi', 'Qadhafi'],
])('%s and %s are one name', (one, other) => {
  expect(shared(one, other)).not.toEqual([]);
});

test.each([
  ['John', 'Ivan'],
  ['Hassan', 'Hussein'],
  ['Muhammad', 'Ahmad'],
  ['Muhammad', 'Mahmoud'],
  ['Maria', 'Marina'],
  ['Daria', 'Darina'],
])('%s and %s are not', (one, other) => {
  expect(shared(one, other)).toEqual([]);
});

test.each([
  ['- name: ivan\n  forms: Ivan, IVAN\n', 'given-names.yaml, entry ivan: "IVAN" stands twice'],
  ['- name: robert\n  forms: Robert, Rupert\n  short: Bob, Robert\n', 'entry robert: "Robert" stands twice'],
  ['- name: anna\n  forms: Anna\n', 'entry anna: has one form alone'],
  ['- name: anna\n  forms: Anna, Hanna\n- name: anna\n  forms: Ana, Anne\n', 'entry anna: the name stands twice'],
  ['- name: anna\n  forms: Anna,  Hanna\n', 'has blanks around it'],
  ['- name: anna\n  form: Anna, Hanna\n', 'given-names.yaml, entry 0'],
])('a wrong entry is named: %j', (source, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-given-names-'));
  writeFileSync(join(folder, 'given-names.yaml'), source);
  expect(() => loadGivenNames(folder)).toThrow(message);
});
