import { expect, test } from 'vitest';
import { ENGLISH_WORDS, englishOfForm, englishSpellings, mayHoldEnglish } from './english-in-cyrillic.ts';
import { latinise } from './latinise.ts';
import { skeleton } from './skeleton.ts';

const mayHold = (word: string): boolean =>
  mayHoldEnglish(
    Uint16Array.from(word, (char) => char.charCodeAt(0)),
    word.length,
  );

test.each([
  ['микродрайв', 'mikrodrive'],
  ['глобалкастом', 'globalcustom'],
  ['ньюсфронт', 'newsfront'],
  ['хаустайм', 'housetime'],
  ['плюс', 'plus'],
  ['белвнешпромсервис', 'belvneshpromservice'],
])('%s is spelled %s in English', (word, english) => {
  expect(englishSpellings(word)).toContain(english);
  expect(mayHold(word)).toBe(true);
});

test.each(['лайм', 'завод', 'айс', 'скайп', 'рейс', 'авиарейс', 'шанхай'])('%s is spelled as it sounds', (word) => {
  expect(englishSpellings(word)).toEqual([]);
});

test('an inflected word is looked at, and one without any is not', () => {
  expect(['микродрайва', 'микродрайвом', 'ньюсфронту'].map(mayHold)).toEqual([true, true, true]);
  expect(['поставка', 'оборудование', 'ай'].map(mayHold)).toEqual([false, false, false]);
});

test('a form of an inflected word is spelled in English, but no feminine adjective is of the sky', () => {
  expect(englishOfForm('аэроскай', 'аэроскаем')).toEqual(['aerosky']);
  expect(englishOfForm('невскай', 'невская')).toEqual([]);
});

test('each of the words is another by its sound than by its spelling', () => {
  expect(Object.entries(ENGLISH_WORDS).filter(([word, english]) => skeleton(`abc${latinise(word)}`) === skeleton(`abc${english}`))).toEqual(
    [],
  );
});
