import { describe, expect, it } from 'vitest';
import { loadCopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import { createBackground } from '../background.ts';
import { judgePair } from '../judge-pair.ts';

const background = createBackground(loadCopyKnowledge());
const relation = (a: string, b: string) => judgePair({ text: a }, { text: b }, background).relation;

const ZH = `便携式侦测设备采购项目招标公告
一、项目名称：便携式侦测设备
二、项目编号：2025-JK07-W1203
三、采购内容：侦测设备32套，车载设备4套。
（一）交货时间：合同签订之日起60日历日；
（二）本项目不接受联合体投标。
四、投标截止时间：2025年9月18日9:00。`;

const RU = `УВЕДОМЛЕНИЕ
о закупке ученической мебели
1. Предмет: поставка парт и стульев, доставка, подъем на этаж, сборка.
2. Спецификация
2.1. Стол ученический двухместный, столешница 22 мм: 95 шт.
2.2. Стул ученический: 190 шт.
3. Место поставки: г. Сосногорье, ул. Лесная, 14, лифта нет.
4. Площадь помещений 1 240 кв. м, приемка с 9.00 до 16.00.`;

describe('the same words in another layout', () => {
  it('are verbatim where the lines of a list run on', () => {
    expect(relation(ZH, ZH.replaceAll('\n', ' ').replaceAll('：', ':').replaceAll('（', '(').replaceAll('）', ')'))).toBe('verbatim');
    expect(relation(RU, RU.replaceAll('\n', ' '))).toBe('verbatim');
  });

  it('are verbatim where a line breaks behind each full stop, within a quantity too', () => {
    expect(relation(RU, RU.replaceAll('. ', '.\n'))).toBe('verbatim');
  });

  it('are verbatim between menus, adverts and how often they were read', () => {
    const page = `首页 > 交易信息 > 政府采购 > 招标公告\n发布时间：2025-09-01 09:14 阅读次数：316 【字体：大 中 小】 打印本页\n${ZH}\n附件下载：招标文件.zip\n上一篇：某县公务用车采购公告  下一篇：某县医院设备更正公告\n版权所有 某交易网 | 网站地图 | 联系我们`;
    expect(relation(ZH, page)).toBe('verbatim');
    const portal = `Тендерный портал • Вход • Регистрация • Тарифы\nГлавная / Закупки / Мебель\n${RU}\nПохожие закупки (14)   Нужна гарантия? Рассчитайте за минуту\n© 2009–2025`;
    expect(relation(RU, portal)).toBe('verbatim');
  });

  it('are verbatim behind the name of a site or a section on the line of the title', () => {
    expect(relation('Антени спрямовані 5,8 ГГц, 400 шт.', 'Антени спрямовані 5,8 ГГц, 400 шт. - Prozorro UA-2026-11-03-002218-a')).toBe(
      'verbatim',
    );
    expect(relation('海关便携式光谱仪采购中标结果', '【中标】海关便携式光谱仪采购中标结果')).toBe('verbatim');
  });
});

describe('what is no layout', () => {
  it('are other parts and other rounds in a title', () => {
    expect(relation('海关便携式光谱仪采购公告', '海关便携式光谱仪采购公告 [第二次]')).toBe('edited');
    expect(relation('海关便携式光谱仪采购公告', '海关便携式光谱仪采购公告 - 3套')).toBe('edited');
    expect(relation('海关便携式光谱仪采购公告', '海关便携式光谱仪采购邀请函')).toBe('edited');
  });

  it('is an item among others of a list', () => {
    const item = 'РТС: 0172300005125000201. Ремонт кровли спортзала школы № 5 г. Сосногорья. 2 940 118,00 ₽. Подача до 17.05.2025 09:00';
    const list = `Сосногорье, закупки за 6 мая:\n— уборка кладбищ, 780 тыс.\n— ${item}\n— канцтовары для архива, 94 тыс.\nПодписывайтесь!`;
    expect(relation(item, list)).toBe('partial');
    // the same page without the bullets has one line of its own before it and behind it
    expect(relation(item, `Закупки за 6 мая\n${item}\nПодписывайтесь!`)).toBe('verbatim');
  });
});
