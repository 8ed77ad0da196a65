import { describe, expect, it, test } from 'vitest';
import { loadCopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import { createBackground } from '../background.ts';
import { prepareText } from '../prepared-text.ts';
import { soundsInCommon, syllablesOf } from './sounds.ts';

const background = createBackground(loadCopyKnowledge());
const inCommon = (a: string, b: string): readonly string[] => [
  ...soundsInCommon(prepareText({ text: a }, background), prepareText({ text: b }, background)).keys(),
];

describe('names that sound alike in two scripts', () => {
  test.each([
    ['Победитель — компания «Ланьфэн Тунсинь», радиостанции', '中标人：蓝风通信，电台58部', 'Ланьфэн Тунсинь'],
    ['The order went to Qinglan Dingcheng for lathes', '代理机构：青岚鼎诚招标有限公司，车床两台', 'Qinglan Dingcheng'],
    ['замовник Департамент безпеки Горлівської ОВА', 'the security department of the Horlivska administration', 'Горлівської'],
  ])('%s', (a, b, name) => {
    expect(inCommon(a, b)).toContain(name);
    expect(inCommon(b, a)).toHaveLength(inCommon(a, b).length);
  });

  it('are not those of other names, nor short ones', () => {
    expect(inCommon('компания «Юньхай Цзичуан», радиостанции', '中标人：蓝风通信，电台58部')).toEqual([]);
    expect(inCommon('Поставка в Орёл', 'Delivery to Oryol')).toEqual([]);
  });
});

it('hears one sound in different spellings', () => {
  expect(syllablesOf('Щербаченко')).toBe(syllablesOf('Shcherbachenko'));
  expect(syllablesOf('Чжэнчжоу')).toBe(syllablesOf('Zhengzhou'));
  expect(syllablesOf('Щербаченко')).not.toBe(syllablesOf('Verbachenko'));
});
