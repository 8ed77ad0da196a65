import { expect, test } from 'vitest';
import { NOISE_KINDS, addNoise } from './noise.ts';
import { seededRandom } from './random.ts';

const distinctive = (word: string): boolean => word.length > 3 && !/^(llc|company)$/i.test(word);

test('the same seed gives the same noise, another seed other noise', () => {
  const all = (seed: number): (string | undefined)[] => {
    const random = seededRandom(seed);
    return NOISE_KINDS.flatMap((kind) =>
      ['Borealis Marine-Optik Trading LLC', 'Ana Petrovna Seligerova'].map((name) => addNoise(name, kind, random, distinctive)),
    );
  };
  expect(all(7)).toEqual(all(7));
  expect(all(7)).not.toEqual(all(8));
});

test('a slip is one edit inside a distinctive word', () => {
  const random = seededRandom(1);
  for (let round = 0; round < 50; round += 1) {
    expect(addNoise('Borealis LLC', 'insert', random, distinctive)).toMatch(/^B[a-z]{8} LLC$/);
    expect(addNoise('Borealis LLC', 'delete', random, distinctive)).toMatch(/^B[a-z]{6} LLC$/);
    expect(addNoise('Borealis LLC', 'replace', random, distinctive)).toMatch(/^B[a-z]{7} LLC$/);
  }
});

test('a slip leaves numbers, signs and the first letter as they are', () => {
  const random = seededRandom(5);
  const always = (word: string): boolean => word.length >= 3;
  for (let round = 0; round < 50; round += 1) {
    for (const kind of ['insert', 'delete', 'replace', 'swap'] as const) {
      expect(addNoise('8638 725th (Far)', kind, random, always)).toBeUndefined();
      expect(addNoise('8638 ‘Vebr.f’', kind, random, always) ?? '8638 ‘V').toMatch(/^8638 ‘V/);
    }
  }
});

test('an omission leaves two distinctive words', () => {
  const random = seededRandom(2);
  expect(addNoise('Borealis Marine LLC', 'omission', random, distinctive)).toBeUndefined();
  expect(addNoise('Borealis Marine Optik LLC', 'omission', random, distinctive)?.split(' ')).toHaveLength(3);
});

test('forms are written otherwise, dropped or added', () => {
  const random = seededRandom(3);
  const forms = new Set(Array.from({ length: 60 }, () => addNoise('Borealis LLC', 'form', random, distinctive)));
  expect(forms).toEqual(new Set(['Borealis', 'Borealis L.L.C.', 'Borealis Limited Liability Company', 'Borealis OOO']));
  expect(addNoise('Borealis', 'form', random, distinctive)).toMatch(/^Borealis \S/);
});

test('diacritics are taken away, or added where there are none', () => {
  const random = seededRandom(4);
  expect(addNoise('Jürgen Özil', 'diacritics', random, distinctive)).toBe('Jurgen Ozil');
  expect(addNoise('Boreal', 'diacritics', random, distinctive)).not.toBe('Boreal');
});
