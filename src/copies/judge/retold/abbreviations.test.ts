import { expect, it, test } from 'vitest';
import { loadCopyKnowledge } from '../../../catalogue/copy-knowledge.ts';
import { createBackground } from '../../background.ts';
import { prepareText } from '../../prepared-text.ts';
import { abbreviationsSpelled } from './abbreviations.ts';
import { hanNamesShortened } from './short-names.ts';

const background = createBackground(loadCopyKnowledge());
const prepare = (text: string) => prepareText({ text }, background);
const spelled = (one: string, other: string): number => abbreviationsSpelled(prepare(one), prepare(other));
const shortened = (one: string, other: string): number => hanNamesShortened(prepare(one), prepare(other));

test.each([
  ['Верстат з ЧПК для училища', 'Фрезерний, із числовим програмним керуванням, вертикальний'],
  ['Jammers, EUC will be provided', 'Radio jammers. End user certificate of the buyer'],
  ['Заказчик: ПГМЗ, насосы', 'Петровский горно металлургический завод купит насосы'],
])('an abbreviation that the other text spells out: %s', (one, other) => {
  expect(spelled(one, other)).toBe(1);
});

test.each([
  ['it has other words', 'Верстат з ЧПК для училища', 'Фрезерний, із ручним приводом керування'],
  ['both write it', 'Верстат з ЧПК', 'ЧПК, числове програмне керування'],
  ['its words name no purchase', 'НМЦК не указана', 'Начальная максимальная цена контракта не указана'],
  ['the text is in capitals', 'ВЕРСТАТ З ЧПК', 'Фрезерний, із числовим програмним керуванням'],
])('no abbreviation of it where %s', (_, one, other) => {
  expect(spelled(one, other)).toBe(0);
});

test.each([
  ['栖桐区疾控中心采购冰箱', '栖桐区疾病预防控制中心疫苗冰箱更新'],
  ['县人社局采购服务器', '县人力资源和社会保障局服务器项目'],
])('a short name of a body that the other text has in full: %s', (one, other) => {
  expect(shortened(one, other)).toBe(1);
  expect(shortened(other, one)).toBe(0);
});

it('is another name that has other characters, or the same', () => {
  expect(shortened('南山监工站采购', '苏川工务段监工站采购')).toBe(0);
  expect(shortened('栖桐区疾控中心采购', '栖桐区疾控中心冰箱')).toBe(0);
});
