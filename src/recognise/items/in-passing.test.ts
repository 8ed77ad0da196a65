import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../catalogue/load.ts';
import { createScanner } from '../scanner.ts';

const scanner = createScanner(loadCatalogue());
const goodsOf = (text: string): readonly string[] => scanner.scan(text).goods;

const RUSSIAN = [
  'Извещение о закупке № 12-2026',
  'Оказание услуг по уборке помещений поликлиники',
  'Заказчик: ГБУЗ «Поликлиника № 3»',
  'Исполнитель убирает помещения ежедневно, кроме воскресенья, своими средствами и инвентарём.',
  'Серверная убирается в присутствии сотрудника, серверы и тепловизоры охраны не передвигаются.',
  'Заявки подаются на электронной площадке, подписанные усиленной электронной подписью участника закупки.',
  'Оплата в течение семи рабочих дней после подписания акта, аванс не предусмотрен.',
  'Обеспечение исполнения контракта составляет пять процентов начальной цены контракта.',
  'Споры решаются в арбитражном суде по месту нахождения заказчика, язык заявки русский.',
];
const CHINESE = [
  '某县农村公路路面改造工程施工招标公告',
  '招标人：某县交通运输局，资金来自上级补助和自筹，招标方式为公开招标，标段划分为一个标段。',
  '建设规模：全长6.85公里，路基宽6.5米，路面宽5.5米，铣刨旧沥青面层，恢复边沟、涵洞和波形护栏。',
  '现场资料：现状路线已用无人机航拍，影像随招标文件一并提供，隧道口的热成像监控杆须予保护。',
  '投标人应具备公路工程施工总承包三级及以上资质，并持有有效的安全生产许可证，项目经理须为二级建造师。',
  '投标文件须用数字证书加密后上传电子交易系统，文件大小不超过限定，逾期送达的投标文件不予受理，开标时间另行通知。',
  '付款方式：按月计量支付，竣工验收后支付余款，扣留质量保证金，保修期满后无息返还，具体以合同约定为准。',
  '联系人：罗工，地址：县城人民路，受理质疑的方式为书面递交，其他事项详见招标文件，未尽事宜按有关法律法规执行。',
];
const withLine = (lines: readonly string[], line: string): string => [...lines.slice(0, 5), line, ...lines.slice(5)].join('\n');

describe('a long text', () => {
  it.each([RUSSIAN, CHINESE])('does not want what it names in passing', (...lines) => {
    expect(goodsOf(lines.join('\n'))).toEqual([]);
  });

  it('says so of the mention', () => {
    const { mentions } = scanner.scan(RUSSIAN.join('\n'));
    expect(mentions.find(({ concept }) => concept === 'thermal_imaging')).toMatchObject({
      role: 'other',
      counted: false,
      note: 'named in passing',
    });
  });

  it.each([
    ['a number counts it', 'Тепловизор переносной, 2 шт., с зарядным устройством и запасной батареей', ['thermal_imaging']],
    ['a row of a table', '1\tТепловизор переносной\t2\tшт.', ['thermal_imaging']],
    ['a row in columns of blanks', '01   Тепловизор переносной      шт.   2', ['thermal_imaging']],
    ['a line of a list', '3. Переносной тепловизор', ['thermal_imaging']],
    ['a label', 'Предмет договора: тепловизор для обследования зданий', ['thermal_imaging']],
    ['a code of a classification', 'Код ДК 021:2015: 35722000-1, источник финансирования местный бюджет', ['radar']],
    ['a word for buying', 'Заказчику требуется приобретение тепловизора для обследования зданий и сетей', ['thermal_imaging']],
    ['not in the cell of requirements', '1\tШкаф\tдверь\tнаблюдение тепловизором\t2\tшт.', []],
    ['not where it is said that it is not bought', '4. Поставка тепловизора не требуется', []],
  ])('wants goods where %s says so', (_, line, goods) => {
    expect(goodsOf(withLine(RUSSIAN, line))).toEqual(goods);
  });

  it('of Chinese wants the items that it counts', () => {
    expect(goodsOf(withLine(CHINESE, '2.1 手持式热成像仪,四通道,12台'))).toEqual(['thermal_imaging']);
  });

  it('wants what its title names, wherever it is named again', () => {
    expect(goodsOf(['Закупка тепловизоров', ...RUSSIAN].join('\n'))).toEqual(['thermal_imaging']);
  });
});

it('takes time in proportion to the length, however often goods are named', () => {
  const cpu = (times: number): number => {
    const text = `${RUSSIAN.join('\n')}\n${'серверы и тепловизоры охраны, '.repeat(times)}`;
    scanner.scan(text);
    const before = process.cpuUsage();
    scanner.scan(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  expect(cpu(40_000) / Math.max(cpu(4000), 1)).toBeLessThan(40);
});
