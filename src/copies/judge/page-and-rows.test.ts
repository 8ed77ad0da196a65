import { describe, expect, it } from 'vitest';
import { loadCopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import { createBackground } from '../background.ts';
import { judgePair } from '../judge-pair.ts';
import { prepareText } from '../prepared-text.ts';
import { compareTexts } from './comparison.ts';
import { evidenceOf } from './evidence.ts';

const background = createBackground(loadCopyKnowledge());
const relation = (a: string, b: string) => {
  const [one, other] = [a, b].map((text) => ({ text }));
  const { relation: told } = judgePair(one!, other!, background);
  expect(judgePair(other!, one!, background).relation).toBe(told);
  return told;
};

const BODY = `Заказчик: МУП «Теплосеть Нижнереченска»
Предмет: насосы циркуляционные с мокрым ротором, 14 шт.
Начальная цена: 2 310 000 руб.
Приём заявок до 04.03.2025 10:00
Поставка в течение 30 дней на склад котельной № 5`;
const PORTAL = `Закупки края | Вход | Помощь\nКарточка извещения | Печать\n${BODY}\nСлужба поддержки портала`;
const CHANNEL = `ТЕНДЕРЫ ТЕПЛА | канал\n${BODY}\n#насосы #котельные\nПодпишись на канал`;

describe('what stands between the menus of two pages', () => {
  it('is the same notice, however long the menus are beside it', () => {
    expect(relation(PORTAL, CHANNEL)).toBe('verbatim');
  });

  it('is told apart from them: what menus speak of is no difference of goods or days', () => {
    const { differs } = judgePair({ text: `${PORTAL}\nРазмещено 05.02.2025` }, { text: CHANNEL }, background);
    expect(new Set(differs.map(({ kind }) => kind))).toEqual(new Set(['words']));
  });

  it('is the same notice, though two menus have a word in common', () => {
    const board = `Закупки\nНасосы и котлы — объявления\nДокументы | Закупки 2025\n${BODY}\nПохожие закупки: котлы\nСлужба новостей`;
    expect(relation(PORTAL, board)).toBe('verbatim');
  });

  it('is edited where a fact in it is another, or a line is gone', () => {
    expect(relation(PORTAL, CHANNEL.replace('30 дней', '45 дней'))).toBe('edited');
    expect(relation(PORTAL, CHANNEL.replace('04.03.2025', '11.03.2025'))).toBe('edited');
    expect(relation(PORTAL, CHANNEL.replace('Начальная цена: 2 310 000 руб.\n', ''))).toBe('edited');
  });
});

describe('a list of purchases around one', () => {
  const lot =
    'Лот 3: прибор ночного видения, 8 шт, начальная цена 1 384 000 руб. Управление охоты Лесной области, аукцион УОХ-07/24. Поставка в пос. Кедровый за 30 дней с паспортом и чехлом.';
  const rows = (third: string): string =>
    `Управление охоты Лесной области, аукцион УОХ-07/24, шесть лотов
Лот 1: снегоход двухместный, 4 шт, 3 960 000 руб.
Лот 2: прицеп для снегохода, 4 шт, 412 000 руб.
Лот 3: ${third}
Лот 4: лодка надувная с транцем, 5 шт, 690 000 руб.
Лот 5: мотор лодочный, 5 шт, 2 150 000 руб.
Лот 6: форма инспектора зимняя, 37 компл., 1 002 700 руб.`;

  it('of lots or rows makes the one that is told elsewhere a part of it', () => {
    expect(relation(lot, rows('прибор ночного видения, 8 шт, 1 384 000 руб. Паспорт, чехол, пос. Кедровый, 30 дней'))).toBe('partial');
  });

  it('in the cells of a table, though nothing says what is a sum', () => {
    const plan = `План закупки АО «Технопарк Оптика» на 2025 год
№ | Предмет | Ед. | Кол. | Сумма
1 | Канцелярские товары | усл | 1 | 240 000
2 | Спирт этиловый | л | 600 | 318 000
3 | Станок доводочный шестишпиндельный для линз | шт | 2 | 18 650 000
4 | Охрана территории | мес | 12 | 5 760 000
5 | Вода бутылированная | бут | 900 | 198 000`;
    const tender =
      'Конкурс в электронной форме\nОрганизатор АО «Технопарк Оптика». Предмет: станок доводочный шестишпиндельный для линз до 80 мм — 2 единицы. Начальная цена 18 650 000 рублей. Вскрытие конвертов 8 апреля 2025.';
    expect(relation(tender, plan)).toBe('partial');
  });

  it('in Chinese, where how many lots there are is none of them', () => {
    const one =
      '成交结果\n包号：07 名称：生物显微镜（带数码成像）\n数量：60台 成交供应商：视川光学仪器有限公司 成交价：238,800元\n采购单位：定川第一中学';
    const all = `定川第一中学教学仪器采购（共九包）成交结果
${['力学实验箱 120套 中育仪器公司 154,800元', '电学实验箱 110套 中育仪器公司 163,200元', '通风柜 24台 净川实验设备公司 412,000元', '药品柜 18台 净川实验设备公司 97,200元', '骨骼模型 30具 育林教具厂 28,500元', '标本 66套 育林教具厂 66,350元', '生物显微镜（带数码成像） 60台 视川光学仪器有限公司 238,800元', '望远镜 2台 流标', '钢琴 12架 和鸣乐器行 215,400元'].map((row, n) => `包0${n + 1} ${row}`).join('\n')}`;
    expect(relation(one, all)).toBe('partial');
  });
});

describe('figures of a form', () => {
  const form = (campus: string, [houses, area, people, sum]: readonly string[]): string =>
    `物业服务采购公告——楚川大学\n校区：${campus}\n内容：教学楼、宿舍共${houses}栋，建筑面积${area}万平方米，保洁、绿化、维修\n人员：不少于${people}人\n年度限价：${sum}万元\n投标截止：8月23日`;

  it('that are nearly all others are of another purchase, one or two are a change', () => {
    const north = form('北校区', ['21', '24.6', '178', '1090']);
    expect(relation(north, form('医学部校区', ['13', '12.9', '96', '584']))).toBe('unrelated');
    expect(relation(north, form('北校区', ['21', '24.6', '180', '1090']))).toBe('edited');
  });
});

it('a form whose days lie a season apart was filled in again, and a stage that names itself may come as late', () => {
  const sonar = (count: string, until: string, stage = ''): string =>
    `${stage}Річкова рятувальна служба порту: ехолот-плотер з боковим оглядом, ${count} шт., для катерів. Пропозиції до ${until} року. Поставка 30 днів. Монтаж силами служби. Гарантія 2 роки.`;
  expect(relation(sonar('4', '19 липня 2021'), sonar('6', '2 липня 2020'))).toBe('unrelated');
  expect(relation(sonar('4', '19 липня 2021'), sonar('6', '2 серпня 2021'))).toBe('edited');
  expect(relation(sonar('4', '19 липня 2021'), sonar('4', '2 лютого 2022', 'Повторна закупівля. '))).toBe('edited');
});

it('a form that one buyer filled in twice, once with more, is of two purchases, however much of the form and its numbers to call both have', () => {
  const form = (goods: string, rows: readonly string[], sum: string): string =>
    `岭南市清源区轨道集团2026年${goods}采购项目征集公告
岭南星海招标代理有限公司受岭南市清源区轨道集团的委托，对${goods}采购项目进行需求征集，欢迎符合条件的企业参加。
项目名称：岭南市清源区轨道集团2026年${goods}采购项目
预算金额：${sum}万元
采购需求：
${rows.map((row, n) => `${n + 1}、${row}`).join('\n')}
申请人须有依法缴纳税收的良好记录。联系人：李工，电话：0755-5550143`;
  const few = form('光伏组件', ['光伏组件，数量26台，容量462，单价50156元'], '130.41');
  const many = form(
    '导航终端等设备',
    [
      '导航终端，数量36件，供电方式441，接口91，单价26551元',
      '频谱分析仪，数量91组，分辨率137，单价77102元',
      '防护面罩，数量410个，防护等级27，单价906元',
      '搅拌容器，数量14批，测量范围66，单价18030元',
      '水下声呐，数量5套，工作深度300，单价990100元',
    ],
    '1125.73',
  );
  expect(relation(few, many)).toBe('unrelated');
});

describe('numbers of notices', () => {
  const road = (district: string, number: string): string =>
    `Технічні умови\nЗакупівля послуг з утримання доріг ${district} району\nЗамовник: Служба доріг Надбузької області\nІдентифікатор закупівлі: ${number}\nСтрок надання послуг: 2025 рік\nЗимове утримання: снігоочищення, посипання, чергування диспетчера цілодобово\nЛітнє утримання: ямковий ремонт, скошування узбіч, відновлення знаків`;

  it('given one after the other are of two purchases, with letters behind them too', () => {
    expect(relation(road('Острівського', 'UA-2024-11-19-003110-a'), road('Любитівського', 'UA-2024-11-19-003111-a'))).toBe('unrelated');
  });

  it('with the letters of a register before it, and without, are one', () => {
    const numbers = (a: string, b: string) =>
      evidenceOf(compareTexts(prepareText({ text: a }, background), prepareText({ text: b }, background))).find(
        ({ kind }) => kind === 'number',
      )!.odds;
    const tender = 'Supply of a drilling rig\nReference ITB/2023/WSP/014\nIssued by: Rural Water Programme';
    expect(numbers(tender, 'Contract award, ITB/2023/WSP/014\nDrilling rig, Rural Water Programme')).toBeGreaterThan(0);
    expect(numbers(tender, 'Contract award, ITB/2023/WSP/614\nDrilling rig, Rural Water Programme')).toBeLessThan(0);
  });
});
