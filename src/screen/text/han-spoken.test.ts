import { describe, expect, it } from 'vitest';
import { finderOf } from '../testing/finder-of.ts';

const finder = finderOf([
  ['p1', 'Person', 'Anton Grebenkin'],
  ['p2', 'Person', 'Ouyang Ruochen'],
  ['p3', 'LegalEntity', 'Zhuo Jianyun'],
  ['p4', 'Person', 'Evgenia Chukova'],
  ['p5', 'Person', 'Alexander Knight'],
  ['p6', 'Person', 'David Walker'],
]);
const found = (text: string): readonly string[] => finder.find(text).map((hit) => `${hit.party} ${hit.text}`);

describe('what a Han text names by its sound', () => {
  it('finds foreign persons with a dot between their words, and by surname later', () => {
    expect(found('合同由安东·格列边金日前签署。')).toEqual(['p1 安东·格列边金']);
    expect(found('签字人:安东·格列边金。经理说格列边金已离职。')).toEqual(['p1 安东·格列边金', 'p1 格列边金']);
    expect(found('安东·契诃夫的小说,格列边金')).toEqual([]);
  });

  it('takes no word of Chinese with a name, and no surname out of a longer one', () => {
    expect(found('由安东·格列边金于昨日签署')).toEqual(['p1 安东·格列边金']);
    expect(found('安东·格列边金与斯格列边金会面')).toEqual(['p1 安东·格列边金']);
  });

  it('finds whose names are known by other ways than their sounds, in whatever characters', () => {
    expect(found('经理亚历山大·奈特今日到场')).toEqual(['p5 亚历山大·奈特']);
    expect(found('由大卫·沃克任命')).toEqual(['p6 大卫·沃克']);
    expect(found('大卫·史密斯的小说')).toEqual([]);
  });

  it('finds women, whose names end in characters of their own', () => {
    expect(found('叶夫根尼娅·楚科娃签署。')).toEqual(['p4 叶夫根尼娅·楚科娃']);
  });

  it('finds Chinese persons beside a title or an office alone', () => {
    expect(found('法定代表人:欧阳若辰')).toEqual(['p2 欧阳若辰']);
    expect(found('货物由卓建云先生签收')).toEqual(['p3 卓建云']);
    expect(found('欧阳若辰的小说')).toEqual([]);
  });

  it('finds them behind a title with more behind them, and before one in apposition', () => {
    expect(found('公司董事长卓建云在接受采访时说')).toEqual(['p3 卓建云']);
    expect(found('法定代表人欧阳若辰应列席会议')).toEqual(['p2 欧阳若辰']);
    expect(found('董事长卓建云到场。卓建云表示')).toEqual(['p3 卓建云', 'p3 卓建云']);
    expect(found('（1）卓建云，教授，某研究所：同意')).toEqual(['p3 卓建云']);
    expect(found('卓建云（高级工程师）签字')).toEqual(['p3 卓建云']);
    expect(found('卓建云，教授说他来过')).toEqual([]);
  });

  it('takes no characters of which the last begins a word for one, behind a title or later', () => {
    expect(found('董事长卓建云南之行')).toEqual([]);
    expect(found('董事长卓建云到场。上海卓建云南分公司中标，卓建云表示祝贺')).toEqual(['p3 卓建云', 'p3 卓建云']);
  });

  it('finds them in lists of persons', () => {
    expect(found('评审专家名单：赵一航、卓建云、欧阳若辰')).toEqual(['p3 卓建云', 'p2 欧阳若辰']);
    expect(found('评审专家名单：赵一航（组长）、卓建云（专家）、欧阳若辰')).toEqual(['p3 卓建云', 'p2 欧阳若辰']);
    expect(found('主要完成人：卓建云，赵一航')).toEqual(['p3 卓建云']);
    expect(found('产品：赵一航、卓建云')).toEqual([]);
    expect(found('评审专家名单：赵一航、某大学、设备科卓建云')).toEqual([]);
  });

  it('finds companies by a foreign brand, behind a place and before words of trade', () => {
    const companies = finderOf([
      ['c1', 'Company', 'Makewell Industrial Trading Co., Limited'],
      ['c2', 'Company', 'Kalinka International Trade Co., Ltd.'],
    ]);
    const named = (text: string): readonly string[] => companies.find(text).map((hit) => `${hit.party} ${hit.text}`);
    expect(named('中标供应商:麥克維爾工業貿易有限公司')).toEqual(['c1 麥克維爾工業貿易有限公司']);
    expect(named('由卡林卡国际贸易有限公司承担')).toEqual(['c2 卡林卡国际贸易有限公司']);
    expect(named('由上海国际贸易有限公司承担,由恩斯特国际贸易有限公司承担')).toEqual([]);
  });
});
