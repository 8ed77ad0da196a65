import { expect, test } from 'vitest';
import { loadOversightWords } from '../../catalogue/oversight.ts';
import { overseerFinder } from './overseers.ts';

const finder = overseerFinder(loadOversightWords());
const names = (text: string): readonly string[] => finder.find(text).map(({ name }) => name);

test.each([
  ['本会由广东省商务厅主管，于2003年成立。', ['广东省商务厅']],
  ['协会简介：经省民政厅批准成立，接受省商务厅业务指导和监督管理。', ['省民政厅', '省商务厅']],
  ['业务主管单位：浙江省商务厅\n联系电话：0571', ['浙江省商务厅']],
  ['在中国贸促会和省工业和信息化厅的指导下，本会组织企业参展。', ['中国贸促会和省工业和信息化厅']],
  [
    'Учредитель: Министерство промышленности и торговли Российской Федерации',
    ['Министерство промышленности и торговли Российской Федерации'],
  ],
  ['ФГУП, подведомственное Министерству обороны РФ, объявляет закупку.', ['Министерству обороны РФ']],
  ['Орган управління: Міністерство оборони України', ['Міністерство оборони України']],
  ['The association was set up by the Department of Commerce of the province and holds fairs.', ['Department of Commerce']],
  ['采购人：某市公安局。由采购人自行组织验收。', []],
  ['项目由中标人负责安装、管理。', []],
  ['The works are supervised by the engineer.', []],
])('%s', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test('says where it stands', () => {
  const text = '求购干扰器。业务主管单位：省商务厅';
  const [found] = finder.find(text);
  expect(found && text.slice(found.start, found.end)).toBe('业务主管单位：省商务厅');
  expect(found?.quote).toBe('业务主管单位：省商务厅');
});

test('says where it stands, whatever stands between its words', () => {
  const text = 'It was set up by the  Department\u00a0of  Commerce of the province, and holds fairs.';
  const [found] = finder.find(text);
  expect(found?.name).toBe('Department of Commerce');
  expect(found?.quote).toBe('set up by the  Department\u00a0of  Commerce');
  expect(found && text.slice(found.start, found.end)).toBe(found?.quote);
});

test('quotes the verb behind a name: without it nothing is said', () => {
  const text = '本会由省商务厅主管。协会在市民政局的指导下工作。';
  const quotes = finder.find(text).map(({ name, quote, start, end }) => [name, quote, text.slice(start, end)]);
  expect(quotes).toEqual([
    ['省商务厅', '由省商务厅主管', '由省商务厅主管'],
    ['市民政局', '在市民政局的指导下', '在市民政局的指导下'],
  ]);
});

test('long and hostile texts take no longer than their length allows', () => {
  const began = performance.now();
  for (const text of ['由'.repeat(300_000), `under the supervision of ${'a '.repeat(300_000)}`, '由省厅'.repeat(100_000)])
    finder.find(text);
  expect(performance.now() - began).toBeLessThan(10_000);
});
