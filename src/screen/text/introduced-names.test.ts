import { describe, expect, it } from 'vitest';
import { finderOf } from '../testing/finder-of.ts';

const finder = finderOf([
  ['o1', 'Company', 'ООО «Научно-технический центр «Дельтаметрика»', 'Deltametrika Scientific and Technical Center'],
  ['o2', 'Company', '成都昊衡测控技术有限公司'],
  ['o3', 'Company', 'Corvallin Pressure Systems GmbH'],
  ['o4', 'Company', 'Nanjing Qirui Vacuum Technology Co., Ltd.', '南京祺睿真空科技有限公司'],
  ['p1', 'Person', 'Kamal Al-Zurafi'],
]);
const later = (text: string): string[] =>
  finder.find(text).flatMap(({ party, text: span, full }) => (full === undefined ? [] : [`${party} ${span}`]));

describe('short forms that a text introduces', () => {
  it.each([
    ['ООО «НТЦ «Дельтаметрика» (далее — «Мерник») подало жалобу. Жалобу «Мерника» отклонили.', ['o1 Мерник', 'o1 Мерника']],
    ['ООО «НТЦ «Дельтаметрика», именуемое в дальнейшем «Мерник», и ФГУП. Мерник обязан.', ['o1 Мерник', 'o1 Мерник']],
    ['ТОВ «НТЦ «Дельтаметрика» (далі – ДМЦ) подало скаргу. Скаргу ДМЦ відхилено.', ['o1 ДМЦ', 'o1 ДМЦ']],
    ['成都昊衡测控技术有限公司（以下简称“衡控”）中标。衡控的设备已交付。', ['o2 衡控', 'o2 衡控']],
    [
      'Corvallin Pressure Systems GmbH (hereinafter referred to as "Kestrone") won. Kestrone’s offer stands.',
      ['o3 Kestrone', 'o3 Kestrone'],
    ],
    ['Corvallin Pressure Systems GmbH (CPSG) won. The offer of CPSG stands.', ['o3 CPSG', 'o3 CPSG']],
    ['Corvallin Pressure Systems (“Kestrone”) won; Kestrone ships.', ['o3 Kestrone', 'o3 Kestrone']],
  ])('are names of the party: %s', (text, expected) => {
    expect(later(text)).toEqual(expected);
  });

  it.each([
    ['sides of a contract', 'ООО «НТЦ «Дельтаметрика» (далее — Поставщик) обязано. Поставщик поставляет.'],
    ['sides of a contract', '成都昊衡测控技术有限公司（以下简称“供应商”）中标。供应商应交付。'],
    ['sides of a contract', 'Corvallin Pressure Systems GmbH (hereinafter "the Supplier") won. Supplier ships.'],
    ['words of trade', 'Corvallin Pressure Systems GmbH ("Systems") won. Systems are shipped.'],
    ['other letters', 'Corvallin Pressure Systems GmbH (USA) won. USA is near.'],
    ['a cousin’s', 'Director Kamal Al-Zurafi was held. His cousin Ahmed al-Zurafi spoke. Al-Zurafi denies it.'],
    ['streets', 'Kamal Al-Zurafi was held near Al-Zurafi Hospital and al-Zurafi Street.'],
    ['a contract', '现与成都昊衡测控技术有限公司签订的采购合同（以下简称“采购合同”）如下。采购合同自签字生效。'],
    ['a list', '商务部将成都昊衡测控技术有限公司列入出口管制实体名单（以下简称“实体清单”）。实体清单另有安排。'],
    ['a list', '成都昊衡测控技术有限公司（以下简称“重点清单”）。重点清单另有安排。'],
    ['speech', '成都昊衡测控技术有限公司，称“没有违规”。该部门表示没有违规。'],
    ['the next', 'ООО «НТЦ «Дельтаметрика», далее ООО Ромашка, далее прочие. Затем ООО Ромашка ушла.'],
    ['a paper', 'Жалоба ООО «НТЦ «Дельтаметрика» (далее — Жалоба) принята. Жалоба подана.'],
    ['another’s', 'Corvallin Pressure Systems GmbH won. Blurt Ltd (hereinafter "Kestrone") lost. Kestrone left.'],
  ])('are not taken for %s', (_, text) => {
    expect(later(text)).toEqual([]);
  });
});

describe('further mentions', () => {
  it.each([
    ['Exports by 南京祺睿真空科技有限公司 are known. In a statement, Qirui said no.', ['o4 Qirui']],
    ['Director Kamal al-Zurafi was held. Al-Zurafi denies it.', ['p1 Al-Zurafi']],
  ])('are found in other letters and with an article: %s', (text, expected) => {
    expect(later(text)).toEqual(expected);
  });
});

describe('place and brand of a name in Han', () => {
  const found = (text: string): string[] => finder.find(text).map(({ party, text: span }) => `${party} ${span}`);

  it.each([
    ['生产企业：成都昊衡，经销商：绵阳', 'o2 成都昊衡'],
    ['供货方：南京祺睿。', 'o4 南京祺睿'],
  ])('name it by themselves: %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    '中标人：成都昊衡\n物流有限公司',
    '成都昊衡（重庆）物流有限公司',
    '成都\t昊衡\t138',
    '成都昊衡物流有限公司',
    '成都昊衡物流承运',
    '成都昊衡区',
    '向成都昊衡采购',
    '重庆昊衡供货',
  ])('do not in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
