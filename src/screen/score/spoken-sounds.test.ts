import { describe, expect, it } from 'vitest';
import { skeleton } from '../name/skeleton.ts';
import { soundCodesOf, shortCodeOf } from '../name/sound-codes.ts';
import { spokenWord } from './spoken-sounds.ts';
import { transcribedLikeness } from './transcribed-likeness.ts';

function likeness(word: string, latin: string): number {
  const spoken = spokenWord(word);
  return spoken === undefined ? 0 : transcribedLikeness(spoken.sounds, skeleton(latin), spoken.vowels);
}

describe('spokenWord', () => {
  it.each([
    ['جورجي', 'georgi', 'grigori'],
    ['باريس', 'paris', 'barsom'],
    ['چنگیز', 'chingiz', 'hangiz'],
    ["ג'ורג'", 'george', 'grigory'],
    ['פייסל', 'faisal', 'fazil'],
    ['קוזנצוב', 'kuznetsov', 'kazantsev'],
    ['วรเวช', 'woravej', 'surawut'],
    ['กิตติ', 'kitti', 'kanda'],
    ['Τζόνσον', 'johnson', 'jensen'],
    ['Ντμίτρι', 'dmitri', 'demetra'],
    ['페트로프', 'petrov', 'potapov'],
    ['볼코프', 'volkov', 'vlasov'],
    ['ペトロフ', 'petrov', 'potapov'],
    ['ヴォルコフ', 'volkov', 'vlasov'],
  ])('%s is %s rather than %s', (word, meant, other) => {
    expect(likeness(word, meant)).toBeGreaterThan(0.77);
    expect(likeness(word, other)).toBeLessThan(likeness(word, meant) - 0.1);
  });

  it.each(['جورجي', 'פייסל', 'กิตติ', 'Ντμίτρι', '페트로프', 'ペトロフ'])('%s has codes of what it may be', (word) => {
    expect(spokenWord(word)?.codes.length).toBeGreaterThan(0);
  });

  it('has the code under which the Latin word is found', () => {
    for (const [word, latin] of [
      ['קוזנצוב', 'kuznetsov'],
      ['페트로프', 'petrov'],
      ['วรเวช', 'woravej'],
    ] as const) {
      const key = skeleton(latin);
      expect(spokenWord(word)?.codes.some((code) => soundCodesOf(key).includes(code) || shortCodeOf(key) === code)).toBe(true);
    }
  });

  it('knows nothing of other scripts, of one sound alone and of endless words', () => {
    expect(spokenWord('Petrov')).toBeUndefined();
    expect(spokenWord('Петров')).toBeUndefined();
    expect(spokenWord('彼得罗夫')).toBeUndefined();
    expect(spokenWord('リ')).toBeUndefined();
    expect(spokenWord('ペ'.repeat(60))).toBeUndefined();
  });
});
