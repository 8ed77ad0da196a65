import { expect, test } from 'vitest';
import { finderOf } from '../testing/finder-of.ts';

test.each([
  ['LLC Shipping Company Lyukstrans', 'ООО Судоходная компания Люкстранс'],
  ['All-Russian Scientific-Research Institute Etalon JSC', 'АО «ВНИИ Эталон'],
])('%s is found where a word may mean two things: %s', (listed, said) => {
  const [hit] = finderOf([['p', 'Company', listed]]).find(`Победитель закупки: ${said}», цена указана в протоколе.`);
  expect(hit?.text).toBe(said);
});

test.each([
  ['IT-Papillon OOO', 'ООО «ИТ-Папилон'],
  ['Turbo King LLC', 'ООО «Турбо Кинг'],
  ['Globalcustom Management LLC', 'ООО «Глобалкастом-менеджмент'],
  ['LLC Microdrive', 'ООО «Микродрайв'],
  [
    'Joint Stock Company Scientific Production Enterprise Radar-Plus',
    'Акционерного общества «Научно-производственное предприятие "Радар-Плюс"',
  ],
  ['International LLC Rasperia Trading Limited', 'МКАО «Распериа Трейдинг Лимитед'],
])('%s is found as it sounds or means: %s', (listed, said) => {
  const hits = finderOf([['p', 'Company', listed]]).find(`Договор с победителем – ${said}» подписан.`);
  expect(hits.map(({ text }) => text.replace(/"$/, ''))).toEqual([said.replace(/"$/, '')]);
});

test('the last of two initials counts before its stop', () => {
  const hits = finderOf([['p', 'Person', 'Savchuk Dmytro Ihorovych']]).find(
    'Підписав директор Савчук Д.І. у Києві, а не Савчук Д.О. у Львові.',
  );
  expect(hits.map(({ text }) => text)).toEqual(['Савчук Д.І']);
});

test.each([
  ['Mile Hao Xiang Technology Co., Ltd', '弥勒浩翔科技有限公司'],
  ['SHEN ZHONG INTERNATIONAL SHIPPING', '沈忠國際海運有限公司'],
  ['Yiwu City Duniang Trading Co.', '义乌市渡娘贸易商行'],
])('%s is found in Chinese, its syllables apart or behind it a trading house: %s', (listed, said) => {
  const hits = finderOf([['p', 'Company', listed]]).find(`中标供应商名称:${said} 供应商地址:见附件`);
  expect(hits.map(({ text }) => text)).toEqual([said]);
});

test('a trade word that begins alike is no part of the name', () => {
  const finder = finderOf([
    ['o', 'Company', 'Katrangi Trading'],
    ['p', 'Person', 'Katrangi Mohamad'],
  ]);
  expect(finder.find('MISSILE TRACKING Mr. Katrangi Mohamad EPOCH 3 and EPOCH').map(({ party }) => party)).toEqual(['p']);
});

test('two names within quotation marks each are not one', () => {
  const finder = finderOf([
    ['r', 'Company', 'Rasperia Trading Limited'],
    ['v', 'Company', 'Vegaron Alfa Limited'],
  ]);
  expect(finder.find('Компания «Трейдинг Лимитед» и «Распериа Лимитед» подписали договор.')).toEqual([]);
  expect(finder.find('Среди участников ООО «Альфа Лимитед», «Вегарон».')).toEqual([]);
});

test('ТОВ «Мікросервіс» is Microservice LLC', () => {
  const hits = finderOf([['p', 'Company', 'Microservice LLC']]).find('Переможець закупівлі: ТОВ «Мікросервіс», ціна у протоколі.');
  expect(hits.map(({ text }) => text)).toEqual(['ТОВ «Мікросервіс']);
});
