import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../text/fold.ts';
import { plainSpan, plainText } from './plain-text.ts';
import { SHINGLE, SHORT_SHINGLE, shinglesOf } from './shingles.ts';

const common = fc.constantFrom(
  ...'无人機机干扰设备БорисТонй, .-—\n《》abcABC0123５Ａ',
  'й',
  'e\u0301',
  '\u200b',
  '𠮷',
  'ﬁ',
  '㍿',
  '😀',
  '\ud800',
);
const character = fc.oneof(common, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
const textOf = (one: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.array(one, { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = textOf(character);

function plain(text: string): string {
  const { units, length } = plainText(text);
  return String.fromCharCode(...units.subarray(0, length));
}

test.each([
  ['無人機，干擾 设备（１２台）', '无人机干扰设备12台'],
  ['Глушители «Bulat-3»', plain('глушителиbulat3')],
  ['ﬁbre №5', 'fibreno5'],
  ['e\u0301clair', 'eclair'],
  ['…，。', ''],
])('of %j letters, digits and Han are left', (text, left) => {
  expect(plain(text)).toBe(left);
});

test('letters swapped for look-alikes of the other alphabet give the same text', () => {
  expect(plain('Вulаt в коробке')).toBe(plain('Bulat в кopoбкe'));
});

test('one letter of a ligature that spells out a phrase fits', () => {
  expect(plain('ﷺ'.repeat(50)).length).toBeGreaterThan(50 * 10);
});

test('every unit leads back to the character that gave it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const whole = plainText(text);
      for (let n = 0; n < whole.length; n += 1) {
        const { start, end } = plainSpan(whole, n, n + 1);
        expect(plain(text.slice(start, end))).toContain(String.fromCharCode(whole.units[n]!));
      }
    }),
  );
});

test('plain text is the folded text without what stands between letters', () => {
  fc.assert(
    fc.property(textOf(common), (text) => {
      const folded = foldText(text, { keepLookAlikes: true }).text;
      expect(plain(folded)).toBe(plain(text));
    }),
  );
});

test('a shingle is the same wherever it stands, and says about as much in every script', () => {
  const long = shinglesOf(plainText('求购无人机干扰设备Bulat一批'));
  const short = shinglesOf(plainText('无人机干扰'));
  expect(long.hashes[2]).toBe(short.hashes[0]);
  expect(long.lengths[2]).toBe(5);
  expect(shinglesOf(plainText('глушители дронов')).lengths[0]).toBe(8);
  expect(shinglesOf(plainText('глушители дронов'), SHORT_SHINGLE).lengths[0]).toBe(4);
});

test('shingles are those of their units alone', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, text) => {
      const whole = plainText(before + text);
      const { hashes, lengths } = shinglesOf(whole, SHINGLE);
      for (let n = 0; n < hashes.length; n += 1) {
        const units = whole.units.slice(n, n + lengths[n]!);
        const alone = { original: '', length: units.length, units, starts: new Uint32Array(units.length) };
        expect(shinglesOf(alone).hashes[0]).toBe(hashes[n]);
      }
    }),
  );
});

test.each([
  ['', 0],
  ['干扰', 1],
  ['无人机干扰', 1],
  ['无人机干扰器', 2],
])('%j has %i shingles', (text, count) => {
  expect(shinglesOf(plainText(text)).hashes).toHaveLength(count);
});
