import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFormsOf } from './code-forms.ts';

const schemes = (typed: string): readonly string[] => codeFormsOf(typed).forms.map(({ scheme, code }) => `${scheme} ${code}`);

test.each([
  ['8543709960', ['hs 8543709960']],
  ['8543.70', ['hs 854370']],
  ['8526 92 000 2', ['hs 8526920002']],
  ['ТН ВЭД 8526920002', ['hs 8526920002']],
  ['HS: 8543.70', ['hs 854370']],
  ['0a903.A', ['control 0A903.a']],
  ['ECCN 5A001.b.3', ['control 5A001.b.3']],
  ['9A012.catch-all', ['control 9A012.catch-all']],
  ['X.A.III.101.b', ['control X.A.III.101.b']],
  ['ML11.a', ['control ML11.a']],
  ['26.20.40', ['okpd2 26.20.40']],
  ['ОКПД2 26.20.40.144', ['okpd2 26.20.40.144']],
  ['35613100-5', ['cpv 35613100']],
  ['32344280', ['cpv 32344280', 'hs 32344280', 'unspsc 32344280']],
  ['5855-01-577-7174', ['nsn 5855-01-577-7174']],
  ['5855015777174', ['nsn 5855-01-577-7174']],
  ['1550', ['hs 1550', 'fsc 1550']],
  ['AC13', ['psc AC13']],
  ['A02430900', ['cnProcurement A02430900']],
  ['7719-12-2', ['cas 7719-12-2']],
  ['０Ａ９０３', ['control 0A903']],
  ['hello', []],
  ['', []],
])('%j is read as %j', (typed, forms) => {
  expect(schemes(typed)).toEqual(forms);
});

test('a wrong checksum and a chapter that does not exist are said', () => {
  expect(codeFormsOf('7719-12-3').broken).toEqual({
    scheme: 'cas',
    problem: 'the last digit of a CAS number is a checksum; here it would be 2',
  });
  expect(codeFormsOf('779900').broken?.problem).toContain('77 is none');
});

test('nothing throws, and no text is too long', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => Array.isArray(codeFormsOf(typed).forms)));
  expect(codeFormsOf('1'.repeat(1_000_000)).forms).toEqual([]);
});
