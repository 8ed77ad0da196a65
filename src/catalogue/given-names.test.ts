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
