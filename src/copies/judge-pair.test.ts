import { describe, expect, it, test } from 'vitest';
import { loadCopyKnowledge } from '../catalogue/copy-knowledge.ts';
import type { CopyFact } from '../model/copy.ts';
import { createBackground } from './background.ts';
import { judgePair } from './judge-pair.ts';

const background = createBackground(loadCopyKnowledge());
const judge = (a: string, b: string) => judgePair({ text: a }, { text: b }, background);

it('takes a word that says a notice is passed on for no goods', () => {
  const body = '现有哈萨克斯坦客户求购无人机探测器十套，有意向的企业请于5月31日前将产品资料发送至协会邮箱。';
  const wanted = '哈萨克斯坦客户求购无人机探测器';
  for (const title of [`转发｜${wanted}`, `转发 ${wanted}`, `【转载】${wanted}`]) {
    const { relation, differs } = judge(`${wanted}\n${body}`, `${title}\n${body}`);
    expect(relation).toBe('verbatim');
    expect(differs.map(({ kind }) => kind)).toEqual(['words']);
  }
  // a transponder is goods
  expect(judge('求购转发器公告', '求购放大器公告').differs.map(({ kind }) => kind)).toContain('goods');
});

it('takes a country, a town and a day in common for no translation', () => {
  for (const [a, b] of [
    [
      'Tender: desktop computers for schools\nRepublic of Kazakhstan, Karaganda. Deadline 12 March 2026.',
      'Закупка угля для котельных\nРеспублика Казахстан, Караганда. Срок подачи 12 марта 2026.',
    ],
    ['Tender: desktop computers for Novosibirsk schools, 12 March 2026', 'Ремонт асфальта, Новосибирск. Срок 12 марта 2026'],
  ] as const)
    expect(judge(a, b).relation).toBe('unrelated');
});

/** A notice of some length with what twins and copies differ in. */
interface Form {
  readonly buyer?: string | undefined;
  readonly year?: string | undefined;
  readonly lot?: string | undefined;
  readonly number?: string | undefined;
  readonly deadline?: string | undefined;
  readonly stage?: string | undefined;
  readonly goods?: string | undefined;
}

const zh = ({
  buyer = '临江市应急管理局',
  year = '2025',
  lot = '',
  number = 'LJ-2025-0417',
  deadline = '2025年6月20日9时30分',
  stage = '公开招标公告',
  goods = '无人机侦测设备',
}: Form): string =>
  `${buyer}${year}年${goods}采购项目${lot}${stage}
项目概况
${year}年${goods}采购项目的潜在投标人应在市公共资源交易中心获取招标文件，并于${deadline}前递交投标文件。
项目编号：${number}
采购人：${buyer}
预算金额：186.4万元
采购需求：${goods}一批，含主机4台、手持终端12个，覆盖半径不小于5公里，须提供现场演示。
合同履行期限：合同签订后45日内交货。
申请人的资格要求：具有独立承担民事责任的能力；未被列入失信被执行人名单；本项目不接受联合体投标。
演示环节由评审专家现场打分，未到场的供应商该项不得分，演示设备由投标人自备。
联系人：采购科，电话：0439-6215530
特此公告。`;

const ru = ({
  buyer = 'ГБУЗ «Приозерская районная больница»',
  year = '2025',
  lot = '',
  number = '0345300012325000118',
  deadline = '14.05.2025 10:00',
  stage = 'Извещение о проведении электронного аукциона',
  goods = 'тепловизоров для охраны периметра',
}: Form): string =>
  `${stage}: поставка ${goods}${lot} в ${year} году
Номер закупки: ${number}
Заказчик: ${buyer}
Наименование объекта закупки: поставка ${goods}${lot} в ${year} году
Начальная (максимальная) цена контракта: 2 347 910,50 руб.
Окончание подачи заявок: ${deadline}
Товар должен быть новым, не бывшим в эксплуатации, с гарантией не менее 24 месяцев. Разгрузка силами поставщика, монтаж кронштейнов на ограждении входит в цену.
Приемка проводится комиссией по адресу хозяйственного корпуса, ворота со стороны котельной.
Контактное лицо: отдел закупок, тел. 8 (81379) 2-41-06`;

const en = ({
  buyer = 'Port Authority of Norwell',
  year = '2025',
  lot = '',
  number = 'PAN-25-Q-0093',
  deadline = '12 June 2025',
  stage = 'Invitation to bid',
  goods = 'marine radar transceivers',
}: Form): string =>
  `${stage}: supply of ${goods}${lot} ${year}
Reference: ${number}
Buyer: ${buyer}
The port seeks six sets of ${goods} for its pilot boats, with spare magnetrons, installation drawings and training of eight crew members.
Masts stay in place; the bidder surveys the cable runs of each boat before the offer and states the hours that a boat is out of service.
Estimated value: USD 415,000
Deadline: ${deadline}
Contact: procurement@norwell-port.example`;

const uk = ({
  buyer = 'КП «Водоканал Берегове»',
  year = '2025',
  lot = '',
  number = 'UA-2025-03-11-004512-a',
  deadline = '28.03.2025 12:00',
  stage = 'Оголошення про проведення відкритих торгів',
  goods = 'насосних агрегатів глибинних',
}: Form): string =>
  `${stage}: закупівля ${goods}${lot} ${year} рік
Ідентифікатор: ${number}
Замовник: ${buyer}
Предмет закупівлі: ${goods}${lot}
Очікувана вартість: 918 400,00 грн
Кінцевий строк подання: ${deadline}
Агрегати встановлюються у свердловини другого підйому замість зношених, перехідні фланці надає постачальник, демонтаж виконує бригада замовника.
Поставка окремими партіями за заявками протягом двох місяців.`;

const FORMS = { zh, ru, en, uk } as const;

describe.each(Object.entries(FORMS))('notices of one purchase (%s)', (lang, form) => {
  const other = {
    zh: { stage: '更正公告', retender: '（第二次）公开招标公告', award: '中标结果公告', deadline: '2025年6月27日14时00分' },
    ru: {
      stage: 'Внесение изменений в извещение',
      retender: 'Повторный аукцион',
      award: 'Протокол подведения итогов',
      deadline: '21.05.2025 12:00',
    },
    en: { stage: 'Amendment', retender: 'Re-tender', award: 'Award notice', deadline: '3 July 2025' },
    uk: {
      stage: 'Зміни до оголошення',
      retender: 'Повторні торги',
      award: 'Повідомлення про намір укласти договір',
      deadline: '04.04.2025 12:00',
    },
  }[lang as keyof typeof FORMS];

  it('are copies as they are', () => {
    expect(judge(form({}), form({}))).toMatchObject({ relation: 'verbatim', containment: 1, differs: [] });
  });

  it.each(['stage', 'retender', 'award'] as const)('are edited at another stage: %s', (stage) => {
    const { relation, differs } = judge(form({}), form({ stage: other[stage], deadline: other.deadline }));
    expect(relation).toBe('edited');
    expect(differs.some(({ kind }) => kind === 'stage' || kind === 'round')).toBe(true);
    expect(differs.map(({ kind }) => kind)).toContain('deadline');
  });

  it('are edited with another number', () => {
    const number =
      form({})
        .match(/LJ-2025-0417|0345300012325000118|PAN-25-Q-0093|UA-2025-03-11-004512-a/)?.[0]
        .replaceAll(/[15]/g, '7')
        .replace('0093', '0611') ?? '';
    expect(judge(form({}), form({ number }))).toMatchObject({ relation: 'edited', differs: [{ kind: 'number' }] });
  });

  it('stand inside a digest', () => {
    const digest = Object.values(FORMS).find((one) => one !== form) === zh ? `Обзор\n${form({})}` : form({});
    const around = { zh: '本周信息汇总\n', ru: 'Обзор закупок недели\n', en: 'Weekly digest\n', uk: 'Огляд закупівель тижня\n' }[
      lang as keyof typeof FORMS
    ];
    const others = {
      zh: '【1】云峰市第三中学塑胶跑道翻新工程，面层厚度13毫米，工期30天，联系体育组。\n【2】南屏县档案馆密集架采购，钢板厚度1.2毫米，双面六层，含地轨铺设。\n【3】东岭医院洗衣房烘干机维修，更换滚筒轴承及电控板，旧件交回后勤科。\n',
      ru: '1. Лицей № 4, г. Тихвин: замена линолеума в спортзале, плинтус деревянный, вывоз старого покрытия.\n2. Музей керамики: витрины из закаленного стекла с подсветкой, замки на один ключ.\n3. Автопарк Сосново: зимняя резина для автобусов, шипованная, балансировка на месте.\n',
      en: '1. Hillside school needs new linoleum in the gymnasium, oak skirting, removal of the old floor.\n2. The museum of glass orders display cases with LED strips and one common key.\n3. Bus depot Eastgate buys studded winter tyres, balancing on site, old tyres taken back.\n',
      uk: '1. Ліцей № 7 міняє лінолеум у спортзалі, плінтус дубовий, старе покриття вивозить підрядник.\n2. Музей скла замовляє вітрини з підсвіткою та одним ключем.\n3. Автобусний парк купує зимові шини, балансування на місці, старі шини забирають.\n',
    }[lang as keyof typeof FORMS];
    expect(judge(digest, `${around}${others}${form({})}\n${others}`)).toMatchObject({ relation: 'partial' });
    expect(judge(`${around}${others}${form({})}\n${others}`, form({}))).toMatchObject({ relation: 'partial' });
  });
});

describe.each(Object.entries(FORMS))('twins of one form (%s)', (lang, form) => {
  const other = {
    zh: { buyer: '清河县应急管理局', lot: ['（第一标段）', '（第二标段）'], goods: '夜视望远镜', phase: ['（一期）', '（二期）'] },
    ru: {
      buyer: 'ГБУЗ «Выборгская межрайонная больница»',
      lot: [' (лот № 1)', ' (лот № 2)'],
      goods: 'генераторов дизельных',
      phase: [', I этап', ', II этап'],
    },
    en: {
      buyer: 'Harbour Board of Westcliff',
      lot: [', Lot 1', ', Lot 2'],
      goods: 'hydraulic deck cranes',
      phase: [', phase I', ', phase II'],
    },
    uk: {
      buyer: 'КП «Теплоенерго Тячів»',
      lot: [', лот 1', ', лот 2'],
      goods: 'шаф керування вентиляцією',
      phase: [', I черга', ', II черга'],
    },
  }[lang as keyof typeof FORMS];
  const [number, year] = ['7741', '2024'];

  it.each([
    ['buyer', { buyer: other.buyer }, {}],
    ['year', { year }, {}],
    ['lot', { lot: other.lot[0] }, { lot: other.lot[1] }],
    ['phase', { lot: other.phase[0] }, { lot: other.phase[1] }],
    ['goods', { goods: other.goods, number }, {}],
  ] as const)('differ in the %s', (kind, left, right) => {
    const { relation, differs } = judge(form(left), form(right));
    expect(differs.map((difference) => difference.kind)).toContain(kind);
    expect(relation).toBe('unrelated');
  });
});

test.each([
  ['towns that look alike', '阳山市公安局警犬犬舍改造项目', '阳谷市公安局警犬犬舍改造项目'],
  ['one of two words', '河东实验站水平振动台采购项目招标公告', '河东实验站垂直振动台采购项目招标公告'],
  ['bracketed parts', '云台中学运动场看台设计项目（一）', '云台中学运动场看台设计项目（二）'],
  ['numbers given together', '湖西技师学院投影幕布采购项目(HX2024-00871)', '湖西技师学院投影幕布采购项目(HX2024-00872)'],
  ['a year that one has', '2023年林业站防火服采购项目', '林业站防火服采购项目'],
  [
    'sections of a road',
    'Ремонт автодороги Сосново – Орехово, км 12+300 – км 18+000',
    'Ремонт автодороги Сосново – Орехово, км 18+000 – км 24+500',
  ],
  ['houses', 'Капитальный ремонт кровли дома по адресу: ул. Лесная, д. 14', 'Капитальный ремонт кровли дома по адресу: ул. Лесная, д. 16'],
  ['models', 'Поставка подшипников 6205-2RS для насосной станции', 'Поставка подшипников 6312-2RS для насосной станции'],
  [
    'classes of goods',
    '53--SEAL,PLAIN\nSolicitation; posted 2026-03-02; NAICS 339991; PSC 53',
    '53--SEAL,PLAIN\nSolicitation; posted 2026-03-03; NAICS 332510; PSC 53',
  ],
  [
    'sums in the title',
    'Предоставление кредитной линии с лимитом 300 000 000 рублей',
    'Предоставление кредитной линии с лимитом 750 000 000 рублей',
  ],
  ['regions', 'Sole source justification, network survey, Region 2', 'Sole source justification, network survey, Region 5'],
  ['the buyer’s line', '114年度辦公室事務機器租賃採購案\n花溪縣政府衛生局', '114年度辦公室事務機器租賃採購案\n花溪縣政府民政局'],
])('two purchases: %s', (_, a, b) => {
  expect(judge(a, b).relation).toBe('unrelated');
});

test.each([
  [
    'Traditional characters, full width, blanks',
    '求购无人机干扰设备 2 套，商标 BorisTone。',
    '求購無人機干擾設備２套, 商標ＢｏｒｉｓＴｏｎｅ',
    'verbatim',
  ],
  ['another way to write a day', '维修服务采购，2025年3月7日截止', '维修服务采购，2025-03-07截止', 'verbatim'],
  [
    'a later deadline',
    'Поставка ГСМ\nокончание 28.10.2024 08:00; г. Бийск',
    'Поставка ГСМ\nокончание 30.10.2024 08:00; г. Бийск',
    'edited',
  ],
  ['a second round', '河东实验站水平振动台采购项目', '河东实验站水平振动台采购项目（第二次）公开招标公告', 'edited'],
  ['a numbered repeat', '河东实验站水平振动台国际招标公告', '河东实验站水平振动台国际招标公告(2)', 'edited'],
  ['a far number', '河东医院物流小车采购项目(HD2024-0311)招标公告', '河东医院物流小车采购项目(HD2024-0958)招标公告', 'edited'],
  [
    'items that one lacks',
    'СТРОЙМАТЕРИАЛЫ\nЦена: 18411,35',
    'СТРОЙМАТЕРИАЛЫ\nЦемент М500; Шпатлевка фасадная; Сетка кладочная 50х50; Уголок перфорированный; Пена монтажная\nЦена: 18411,35',
    'partial',
  ],
])('one purchase: %s', (_, a, b, relation) => {
  expect(judge(a, b).relation).toBe(relation);
});

describe('other languages', () => {
  const facts = (...list: readonly (readonly [CopyFact['kind'], string])[]): readonly CopyFact[] =>
    list.map(([kind, key]) => ({ kind, key, start: 0, end: 1 }));
  const chinese = {
    text: '求购信息：外国客户求购信号屏蔽器\n客户求购屏蔽器30台（商标 NordKap、Assel-7），2025年8月15日前请发资料至 trade@linjiang.example。',
    facts: facts(['good', 'jammer'], ['tradeName', 'nordkap']),
  };

  it('say the same: a candidate, never certain', () => {
    const russian = {
      text: 'Закупка подавителей сигнала, 30 штук\nТорговые марки NordKap, Assel-7. Предложения до 15.08.2025 на trade@linjiang.example',
      facts: facts(['good', 'jammer'], ['tradeName', 'nordkap']),
    };
    const { relation, score, shared } = judgePair(chinese, russian, background);
    expect({ relation, isCertain: score >= 0.9 }).toEqual({ relation: 'translated', isCertain: false });
    expect(shared).toContain('trade@linjiang.example');
  });

  it('share one good and nothing else: two notices', () => {
    const english = {
      text: 'Tender for signal jammers\nThe ministry buys 200 jammers worth EUR 4 million. Bids are due by 3 September 2025.',
      facts: facts(['good', 'jammer']),
    };
    expect(judgePair(chinese, english, background).relation).toBe('unrelated');
  });
});

it('gives offsets of the originals', () => {
  const a = 'ПОСТАВКА  тепловизоров, 12 шт.\nТел. 8 (81379) 2-41-06';
  const { aligned, differs } = judge(a, 'Поставка тепловизоров; 14 шт.\nТел. 8 (81379) 2-41-06');
  expect(aligned.map(({ a: [start, end] }) => a.slice(start, end))).toEqual(['ПОСТАВКА  тепловизоров', 'Тел. 8 (81379) 2-41-06']);
  expect(differs).toMatchObject([{ kind: 'quantity', a: '12 шт', aAt: [24, 29] }]);
});

it('judges either way round alike', () => {
  const [one, other] = [zh({ stage: '更正公告' }), zh({ lot: '（二期）' })];
  const [forth, back] = [judge(one, other), judge(other, one)];
  expect([back.relation, back.containment, back.aInB]).toEqual([forth.relation, forth.containment, forth.bInA]);
  expect(back.score).toBeCloseTo(forth.score, 6);
});

it('judges empty and odd texts', () => {
  expect(judge('', '')).toMatchObject({ relation: 'unrelated', containment: 0 });
  expect(judge('', '求购')).toMatchObject({ relation: 'unrelated' });
  expect(judge('\ud800\n\u0000…', '—')).toMatchObject({ relation: 'unrelated' });
  expect(judge('求购', '求购')).toMatchObject({ relation: 'verbatim' });
});

it('bears texts of nothing but facts', () => {
  expect(judge('('.repeat(1000), '(1) '.repeat(150_000)).relation).toBe('unrelated');
});

const WANTED =
  'Иностранная компания ищет поставщиков: помпы дренажные 20 шт., напор не менее 60 м, шланги пожарные или аналоги. Поставка в Казахстан.';
const CALL = 'Контакт: Иван Петров, +7 705 123 45 67, ip@mail.example';

it('takes the names of accounts for no buyers, where both texts give one person to be called', () => {
  const text = (title: string, account: string): string => `${title}\n${WANTED}\n${CALL}\n${account}\n4 декабря 2025`;
  const here = text('Закупка помп для иностранной компании', 'Палата торговли Приозёрской области');
  const there = judge(here, text('Палата Озёрска: репост: Закупка помп для иностранной компании', 'Торговая палата города Озёрска'));
  expect(['verbatim', 'edited']).toContain(there.relation);
  const kinds = there.differs.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['account', 'signature']));
  expect(kinds).not.toContain('publisher');
  // another account, another headline
  expect(judge(here, text('Ищут помпы: компания из Казахстана', 'Деловой вестник')).relation).not.toBe('unrelated');
  // two who are called elsewhere are two buyers
  expect(
    judge(here, here.replace('705 123 45 67', '701 765 43 21').replace('ip@', 'oo@').replace('Приозёрской', 'Заречной')).score,
  ).toBeLessThan(there.score);
});

it('calls a name behind a telephone that of a contact person', () => {
  const text = (person: string): string => `Закупка помп для иностранной компании\n${WANTED}\nip@mail.example, +7 705 123 45 67 ${person}`;
  expect(judge(text('Иван Петров'), text('Олег Сидоров')).differs).toMatchObject([
    { kind: 'contactPerson', a: 'Иван Петров', b: 'Олег Сидоров' },
  ]);
});

it('takes signatures for those of accounts where one contact of several is the same, or a title says that the text is passed on', () => {
  const here = `Закупка помп для иностранной компании\n${WANTED}\n${CALL}\nПалата торговли Приозёрской области`;
  const there = here.replace('705 123 45 67', '701 765 43 21').replace('Палата торговли Приозёрской области', 'Вестник города Заречного');
  expect(['verbatim', 'edited']).toContain(judge(here, there).relation);
  const elsewhere = there.replace('ip@', 'oo@');
  expect(['verbatim', 'edited']).toContain(judge(here, `Репост: ${elsewhere}`).relation);
  expect(judge(here, elsewhere).score).toBeLessThan(judge(here, there).score);
});

const COMPUTERS =
  '办公电脑采购询价公告\n现对办公电脑进行询价采购，台式电脑30台，内存不低于16G，固态硬盘512G，质保三年，供应商须在五个工作日内送货上门。';
const PAPER =
  'Поставка бумаги для офисной техники\nБумага формата А4, плотность 80 г/м2, 500 пачек. Доставка до склада в течение десяти рабочих дней, оплата после приёмки.';
const LAPTOPS =
  'Supply of laptops\nForty laptops with 16 GB of memory and docking stations are wanted, delivered to the office within thirty days, warranty of three years.';

it.each([
  [
    'an agency',
    `${COMPUTERS}\n采购单位电话：0571-63720011\n代理机构电话：0571-88221133\n临安区人民医院`,
    `${COMPUTERS}\n采购单位电话：0571-64215522\n代理机构电话：0571-88221133\n桐庐县第一中学`,
  ],
  [
    'an agency in a section of its own',
    `${COMPUTERS}\n一、采购人信息\n联系电话：0571-63720011\n二、采购代理机构信息\n地址：文三路1号\n联系电话：0571-88221133\n临安区人民医院`,
    `${COMPUTERS}\n一、采购人信息\n联系电话：0571-64215522\n二、采购代理机构信息\n地址：文三路1号\n联系电话：0571-88221133\n桐庐县第一中学`,
  ],
  [
    'support of a platform',
    `${PAPER}\nТелефон заказчика: 8 (3812) 23-11-40\nПоддержка: support@torgi.example\nГородская больница № 4 города Омска`,
    `${PAPER}\nТелефон заказчика: 8 (38171) 2-14-55\nПоддержка: support@torgi.example\nШкола № 12 города Тары`,
  ],
  [
    'a mailbox that is named after a service',
    `${PAPER}\nТел. 8 (3812) 23-11-40, эл. почта support@torgi.example\nГородская больница № 4 города Омска`,
    `${PAPER}\nТел. 8 (38171) 2-14-55, эл. почта support@torgi.example\nШкола № 12 города Тары`,
  ],
  [
    'an operator in brackets',
    `${PAPER}\nТел. 8 (3812) 23-11-40, 8 (495) 120-77-01 (оператор площадки)\nГородская больница № 4 города Омска`,
    `${PAPER}\nТел. 8 (38171) 2-14-55, 8 (495) 120-77-01 (оператор площадки)\nШкола № 12 города Тары`,
  ],
  [
    'somebody, where the buyers are called elsewhere',
    `${LAPTOPS}\nBuyer phone: +44 20 7946 0011\nQuestions: tenders@bids.example\nRiverside Hospital Trust`,
    `${LAPTOPS}\nBuyer phone: +44 161 496 0522\nQuestions: tenders@bids.example\nHillcrest Primary School`,
  ],
])('does not take two buyers for one because both give %s to be called', (_, one, other) => {
  for (const { relation, differs } of [judge(one, other), judge(other, one)]) {
    expect(differs.map(({ kind }) => kind)).not.toContain('signature');
    if (one.startsWith(COMPUTERS)) expect(relation).toBe('unrelated');
  }
});

it('takes a telephone of the buyer that both give for one buyer, whatever else is called', () => {
  const text = (support: string, account: string) => `${PAPER}\nТелефон заказчика: 8 (3812) 23-11-40\nПоддержка: ${support}\n${account}`;
  const { relation } = judge(
    text('support@torgi.example', 'Вестник закупок Омска'),
    text('help@trade.example', 'Палата торговли Тарского района'),
  );
  expect(['verbatim', 'edited']).toContain(relation);
});

it.each([
  [
    'a form in which the title alone names the goods',
    'Закупка кроватей медицинских',
    'Закупка столов операционных',
    'Больница закупает изделия 20 шт. по приложению, гарантия два года, оплата по факту поставки, заявки по почте до конца месяца.',
  ],
  [
    '一份只在标题中写明货物的表格',
    '关于采购电动病床的询价公告',
    '关于采购心电图机的询价公告',
    '我院拟采购下列设备一台，技术参数详见附件，要求质保两年，交货期30天，货到验收合格后付款，欢迎合格供应商报价。',
  ],
  [
    'a form of which the title names the goods behind what the body says too',
    'Закупка оснащения мастерских для нужд училища: верстаки',
    'Закупка оснащения мастерских для нужд училища: паяльники',
    'Настоящим приглашаем поставщиков принять участие в закупке оснащения мастерских для нужд училища. Спецификация в приложении, срок 30 дней.',
  ],
])('one contact makes no copies of %s', (_, one, other, body) => {
  const call = '联系人：张伟 电话：13812345678';
  expect(judge(`${one}\n${body}\n${call}`, `${other}\n${body}\n${call}`).relation).toBe('unrelated');
});

it.each([
  ['drone jammer\nطلب شراء مشوش طائرات', 'drone jammer XXXX'],
  ['Насос дренажный\nمطلوب خراطيم وحبال', 'Насос дренажный\nสายยางและเชือก'],
  ['Dear sir, we need 12 drone jammers', 'drone jammer\nשלום drone jammer 5 pcs עוד'],
])('takes two words in common for no copy: %s', (one, other) => expect(judge(one, other).relation).toBe('unrelated'));
