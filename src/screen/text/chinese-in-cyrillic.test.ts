import { describe, expect, it } from 'vitest';
import { pinyinOfPalladius } from '../../text/readings/palladius.ts';
import { finderOf } from '../testing/finder-of.ts';
import { chineseInCyrillic } from './chinese-in-cyrillic.ts';

const chinese = chineseInCyrillic();
const may = (word: string): boolean =>
  chinese.may(
    Uint16Array.from(word, (char) => char.charCodeAt(0)),
    word.length,
  );

describe('Chinese in Cyrillic', () => {
  it.each(['хуасин', 'хуасином', 'синьюань', 'гоцяна', 'цзиньпином', 'чанъань', 'хуавей'])('may be %s', (word) => {
    expect(may(word)).toBe(true);
  });

  it.each(['договор', 'поставка', 'электронных', 'чжб', 'на', 'петров'])('is none: %s', (word) => {
    expect(may(word)).toBe(false);
  });

  it('is never missed', () => {
    const syllables = ['цзян', 'э', 'юань', 'чжуан', 'хой', 'ли', 'ань', 'фэй', 'ы', 'шэн'];
    for (const a of syllables)
      for (const b of syllables) {
        const word = a + b;
        if (pinyinOfPalladius(word).length > 0 && word.length > 2) expect([word, may(word)]).toEqual([word, true]);
      }
  });
});

describe('names listed in pinyin', () => {
  const finder = finderOf([
    ['p1', 'Person', 'Zhao Xiuquan'],
    ['o1', 'Company', 'Wuhan Qiuxiang Optical Instruments Co., Ltd.'],
    ['o2', 'Company', 'Harbin Lingyuan Trade Co., Ltd.'],
  ]);
  const found = (text: string): string[] => finder.find(text).map(({ party, text: span }) => `${party} ${span}`);

  it.each([
    ['задержан директор Чжао Сюцюань с грузом', 'p1 Чжао Сюцюань'],
    ['с директором Чжао Сюцюанем говорили', 'p1 Чжао Сюцюанем'],
    ['от «Уханьской компании оптических приборов Цюсян» поступило', 'o1 Уханьской компании оптических приборов Цюсян'],
    ['груз Харбинской торговой компании «Линъюань» задержан', 'o2 Харбинской торговой компании «Линъюань'],
  ])('are found as Russian spells them: %s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it.each(['груз Харбинской торговой компании «Линьсин» задержан', 'Чжао Сюцинь приехал'])('are not found in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
