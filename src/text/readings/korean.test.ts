import fc from 'fast-check';
import { expect, test } from 'vitest';
import { koreanOf, romanOfHangul } from './korean.ts';

const first = (name: string): string => Array.from(name, (char) => koreanOf(char)[0]).join(' ');

test.each([
  ['金正恩', 'kim jong un'],
  ['金正日', 'kim jong il'],
  ['张成泽', 'jang song thaek'],
  ['張成澤', 'jang song thaek'],
])('%s is %s', (name, spelling) => {
  expect(first(name)).toBe(spelling);
});

test('both Koreas and families abroad are known', () => {
  expect(koreanOf('李')).toEqual(expect.arrayContaining(['ri', 'lee', 'yi', 'li']));
  expect(koreanOf('朴')).toEqual(expect.arrayContaining(['pak', 'park', 'bak']));
  expect(koreanOf('槿')).toContain('geun');
  expect(koreanOf('惠')).toContain('hye');
  expect(koreanOf('正')).toEqual(expect.arrayContaining(['jong', 'jeong', 'chung']));
});

test('Hangul syllables have their spellings', () => {
  expect(romanOfHangul('정').slice(0, 4)).toEqual(['jong', 'jeong', 'chong', 'chung']);
  expect(romanOfHangul('은').slice(0, 2)).toEqual(['un', 'eun']);
  expect(romanOfHangul('희')).toContain('hee');
});

test('every Hangul syllable has at most 10 spellings in Latin letters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0xac00, max: 0xd7a3 }), (unit) => {
      const spellings = romanOfHangul(String.fromCharCode(unit));
      expect(spellings.length).toBeGreaterThan(0);
      expect(spellings.length).toBeLessThanOrEqual(10);
      for (const spelling of spellings) expect(spelling).toMatch(/^[a-z]+$/u);
    }),
  );
});

test('anything else has none', () => {
  for (const text of ['', 'a', '김정', '金正', 'ㄱ', '\ud800']) {
    expect(romanOfHangul(text)).toEqual([]);
    expect(koreanOf(text)).toEqual([]);
  }
});
