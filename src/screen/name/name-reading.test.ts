import { describe, expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { readingOfName } from './name-reading.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());

function read(name: string): string | null {
  return readingOfName(name, KNOWLEDGE);
}

describe('Han', () => {
  test.each([
    ['places and words of the glossary', '粤港无人系统协会', 'Guangdong Hong Kong Unmanned Association'],
    ['two bodies of one kind are told apart by their places', '广东省对俄贸易促进会', 'Guangdong Province Russia Trade Association'],
    ['the other of the two', '云浮市国际贸易促进会', 'Yunfu City International Trade Association'],
    ['a polyphone in a place: 重 and 厦 and 长', '重庆长春厦门大学', 'Chongqing Changchun Xiamen University'],
    ['an apostrophe between syllables', '西安安儿科技', "Xi'an An'er Technology"],
    ['what no word covers, in twos', '北京兴华恒成科技有限公司', 'Beijing Xinghua Hengcheng Technology LLC'],
    ['several legal forms in one word', '贵州航天电器股份有限公司', 'Guizhou Aerospace Electric JSC'],
    ['numbers', '第五十四研究所', 'No. 54 Research Institute'],
    ['brackets and Latin letters', 'DJI大疆（北京）', 'DJI Dajiang (Beijing)'],
    ['a short name with a surname, read as one', '单田芳', 'Shan Tianfang'],
    ['ü', '女娲', 'Nüwa'],
    ['traditional characters', '廣東貿易協會', 'Guangdong Trade Association'],
    ['a name that is masked', '广东***', 'Guangdong***'],
  ])('%s', (_, name, expected) => {
    expect(read(name)).toBe(expected);
  });
});

describe('Cyrillic', () => {
  test.each([
    ['ООО «Звартомех»', 'LLC «Zvartomekh»'],
    ['ПАО «ОДК-Сатурн»', 'JSC «ODK-Saturn»'],
    ['Министерство обороны России', 'Ministry Defence Russia'],
    ['Міністерство оборони України', 'Ministry Defence Ukraine'],
    ['Харківський авіаційний завод', 'Kharkiv Aviation Factory'],
    ['завод «ЗВМ»', 'Factory «ZVM»'],
  ])('%s', (name, expected) => {
    expect(read(name)).toBe(expected);
  });
});

test('a name in Latin letters needs no reading, nor does what has no letters', () => {
  for (const name of ['Global Times', 'Škoda Łódź', '', '（）', '№ 12', '123']) expect(read(name)).toBeNull();
});

test('hostile names: long ones are cut, halves of characters and invisible marks go through', () => {
  const long = read('广'.repeat(1_000_000));
  expect(long?.length).toBeLessThan(2000);
  expect(long?.endsWith('…')).toBe(true);
  for (const name of ['\ud840广', '广\ud840', '\u202e广东\u202c', '𠮷野家', '\0广东', '́广']) expect(read(name)).toMatch(/[A-Z]/);
});
