import { expect, test } from 'vitest';
import { otherThaiSpellings, spellThai } from './thai.ts';

test.each([
  ['สมชาย', 'somchai'],
  ['ใจดี', 'jaidi'],
  ['ประยุทธ์', 'prayut'],
  ['นคร', 'nakhon'],
  ['กรุงเทพ', 'krungthep'],
  ['ชาติ', 'chat'],
  ['บุญมี', 'bunmi'],
  ['วงศ์', 'wong'],
  ['หลีก', 'lik'],
  ['แก้ว', 'kaeo'],
  ['ชวน', 'chuan'],
  ['สุวรรณ', 'suwan'],
  ['ธนาธร', 'thanathon'],
])('%s is spelled %s', (thai, latin) => {
  expect(spellThai(thai)).toBe(latin);
});

test('aspirates are spelled without h too, and จ with ch', () => {
  expect(otherThaiSpellings('phichit')).toEqual(['pichit']);
  expect(otherThaiSpellings('jaidi')).toEqual(['chaidi']);
  expect(otherThaiSpellings('mana')).toEqual([]);
});

test('other scripts stay as they are', () => {
  expect(spellThai('somchai')).toBe('somchai');
  expect(spellThai('พ2')).toBe('pha2');
});
