import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadGivenNames } from './given-names.ts';
import type { GivenName } from './given-names.ts';

const { names } = loadGivenNames();

const sharing = (one: string, other: string, formsOf: (name: GivenName) => readonly string[]): readonly string[] =>
  names.filter((name) => [one, other].every((form) => formsOf(name).includes(form))).map(({ id }) => id);
const shared = (one: string, other: string): readonly string[] => sharing(one, other, ({ forms, short }) => [...forms, ...short]);

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
  ['John', 'Jacob'],
  ['Hassan', 'Hussein'],
  ['Muhammad', 'Ahmad'],
  ['Muhammad', 'Mahmoud'],
  ['Maria', 'Marina'],
  ['Daria', 'Darina'],
])('%s and %s are not', (one, other) => {
  expect(shared(one, other)).toEqual([]);
});

test.each([
  ['John', 'Ivan'],
  ['James', 'Jacob'],
])('%s and %s are not one name either: one may be a familiar form of the other', (one, other) => {
  expect(sharing(one, other, ({ forms }) => forms)).toEqual([]);
  expect(shared(one, other)).not.toEqual([]);
});

test.each([
  ['ivan: Ivan, IVAN', 'given-names.yaml, entry ivan: "IVAN" stands twice'],
  ['robert: Robert, Rupert | Bob, Robert', 'entry robert: "Robert" stands twice'],
  ['anna: Anna', 'entry anna: has one form alone'],
  ['anna: Anna, Hanna\n    anna: Ana, Anne', 'entry anna: the name stands twice'],
  ['anna: Anna,  Hanna', 'has blanks around it'],
  ['Anna, Hanna', 'given-names.yaml, line "Anna, Hanna"'],
])('a wrong line is named: %j', (lines, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-given-names-'));
  writeFileSync(join(folder, 'given-names.yaml'), `- about: test\n  list: |\n    ${lines}\n`);
  expect(() => loadGivenNames(folder)).toThrow(message);
});
