import { describe, expect, it, test } from 'vitest';
import { loadCopyKnowledge } from '../../../catalogue/copy-knowledge.ts';
import { createBackground } from '../../background.ts';
import { judgePair } from '../../judge-pair.ts';

const background = createBackground(loadCopyKnowledge());
const relation = (a: string, b: string) => judgePair({ text: a }, { text: b }, background).relation;

describe('a purchase that another text tells in other words', () => {
  test.each([
    [
      'ru',
      'ТСЖ «Кленовая, 12», г. Сосногорье. Нужен подрядчик: утепление фасада 1 640 м2, замена 38 окон, 260 п.м отливов. Смета около 4,7 млн, аванс 25 %. Заявки до 3 июля 2025, спросить Анну Викторовну.',
      'Работа фасадчикам, Сосногорье\nДом Кленовая, 12: утеплить стены (1640 кв.м), поменять окна — 38 штук, отливы 260 метров.\nДеньги ≈4,7 млн руб. Четверть, 25 %, вперёд. Пишут Анне Викторовне до 3 июля.',
    ],
    [
      'uk',
      'Закупівля: рами дронів 10 дюймів, карбон 6 мм, 1 500 шт., майстерня «Шершень», Зелений Гай, до 12 травня, ціна з ПДВ',
      '«Шершень» (Зелений Гай) купить 1500 карбонових рам на 10 дюймів, товщина 6 мм. Ціну подавати з ПДВ, крайній день 12 травня, ліміт 380 грн/шт',
    ],
    [
      'zh',
      '临川环卫所买9辆纯电环卫车：6台12吨洗扫车（单价≤96万元），3台5吨清洗车（单价≤47万元），10月17日9时截标。',
      '临川市环卫所扫路车采购：12吨纯电洗扫车6辆，5吨清洗车3辆，单价限价分别为96万、47万，投标截止2025年10月17日上午9点',
    ],
    [
      'en',
      'Dunmore Ferries seeks marine fuel supplier: 2.4 million litres ISO8217 to 9 piers for two years, tender 5130/25, closing extended to 14 March 2025',
      'Tender 5130/25: supply of ISO8217 fuel, 2,400,000 l, 9 piers, Dunmore Ferries, closing 7 March 2025 noon, framework 24 months.',
    ],
  ])('is the same purchase (%s)', (_, a, b) => {
    expect(relation(a, b)).toBe('edited');
    expect(relation(b, a)).toBe('edited');
  });

  it('is another where what is counted differs, though the types are the same', () => {
    const plant =
      'Ведомость поставки\n1 | ПЛИС XC7A200T-2FBG676I | 160\n2 | ЦАП AD9783BCPZ | 80\n3 | АЦП AD9467BCPZ-250 | 160\n4 | Память MT41J128M16JT-125 | 640';
    const other =
      'Завод «Полюс», нужны цены:\nXC7A200T-2FBG676I — 35 шт\nAD9783BCPZ — 20 шт\nAD9467BCPZ-250 — 70 шт\nMT41J128M16JT-125 — 900 шт';
    expect(relation(plant, other)).toBe('unrelated');
  });
});

it('takes a number that both call theirs for one, whatever stands before it', () => {
  const notice =
    'ГУ «Центр переливания» закупает контейнеры для крови 18 000 шт. Лимит 31 200 000 руб. Закупка №0301300048125000077. Подача до 10.02.2025.';
  const contract =
    'Контракт №2030200481225000041 заключён 12.03.2025\nЗакупка: 0301300048125000077\nПоставщик: АО «Гема»\nЦена 30 900 500,00\nОбъект: контейнеры (18 000)';
  expect(relation(notice, contract)).toBe('edited');
});

it('tells purchases of one form apart by the types on their lines', () => {
  const form = (product: string, number: string, lines: readonly string[]): string =>
    `АО «НПП «Вектор-С»
Извещение о запросе предложений
№ извещения ${number}
Заказчик: АО «НПП «Вектор-С», 603000, г. Верхнеокск, ул. Заводская, 7
Предмет договора: поставка электронной компонентной базы для изделия «${product}»
${lines.join('\n')}
Год изготовления не ранее 2022, упаковка заводская антистатическая, входной контроль проводит участник за свой счёт и передаёт протоколы.
Порядок оплаты: аванс 50 % в течение 15 банковских дней, окончательный расчёт после входного контроля. Подача заявок до 10:00.`;
  const lines = (types: readonly string[]): readonly string[] =>
    types.map((type, n) => `${n + 1} | ${['ПЛИС', 'ЦАП', 'АЦП', 'Усилитель'][n]} ${type} | 140`);
  const a = form('Омега-М', '32412670841', lines(['XC6SLX75-3FGG484I', 'AD9777BSVZ', 'AD9643BCPZ-210', 'HMC8205BF10']));
  const b = form('Омега-К', '32412755019', lines(['10M08DAF484I7G', 'DAC37J82IAAV', 'ADS54J42IRMP', 'CGHV40100F']));
  expect(relation(a, b)).toBe('unrelated');
  expect(relation(a, a.replace('32412670841', '32412755019'))).toBe('edited');
});

it('does not take an order that two digests cite for their number, nor lists of other purchases for noise', () => {
  const digest = (months: string, items: readonly string[]): string =>
    `清源县2025年${months}政府采购意向汇总（一）
根据《财政部关于开展政府采购意向公开工作的通知》（财库〔2020〕10号）等有关规定，现将清源县各预算单位2025年${months}采购意向公开如下：
${items.map((item, n) => `${n + 1}. ${item}`).join('\n')}
本次公开的采购意向是初步安排，具体情况以相关采购公告和采购文件为准。
清源县财政局`;
  const a = digest('4至6月', [
    '清源县应急管理局——森林防火无人机及指挥设备。无人机3架、集群对讲机90部。预算142万元，预计4月采购。',
    '清源县第三中学——宿舍热水系统改造。空气源热泵7台、保温水箱5只。预算69万元，预计5月采购。',
    '清源县人民医院——彩色超声诊断仪。高端彩超2台。预算330万元，预计6月采购。',
    '清源县融媒体中心——演播室灯光更新。面光灯42盏。预算171万元，预计4月采购。',
    '清源县民政局——敬老院护理床。电动护理床135张、轮椅55辆。预算58万元，预计6月采购。',
  ]);
  const b = digest('7至9月', [
    '清源县水利局——山洪灾害监测设施维护。雨量站63处年度维护。预算77万元，预计7月采购。',
    '清源县消防大队——水罐消防车及热成像仪。消防车1辆、热成像仪16台。预算225万元，预计8月采购。',
    '清源县第四小学——多功能厅音响。礼堂椅310座。预算51万元，预计7月采购。',
    '清源县林业局——松材线虫病疫木除治。约2.9万株。预算248万元，预计9月采购。',
    '清源县残疾人联合会——辅助器具。助听器140副、假肢28例。预算43万元，预计8月采购。',
  ]);
  expect(relation(a, b)).toBe('unrelated');
});

it('takes one for a translation where the words that agree are those of kindred languages', () => {
  const uk =
    'Потрібні компоненти: мікроконтролер STM32G474RET6 — 1 300 шт, модуль LSM6DSO32 — 2 600 шт, приймач NEO-M9N-00B — 350 шт. Ціни до 14 березня 2025, склад у Житомирі.';
  const russian =
    'Ищем комплектующие: контроллеры STM32G474RET6 (1300 шт.), датчики LSM6DSO32 (2600 шт.), навигация NEO-M9N-00B (350 шт.). Предложения до 14 марта 2025, отгрузка в Житомир.';
  expect(relation(uk, russian)).toBe('translated');
});

it('knows a purchase by its number in a register, whatever else became of it', () => {
  const notice =
    'Администрация района объявляет открытый конкурс\nРеестровый номер: 0145300011225000071\nОбъект закупки: ремонт дороги «Сосновка — Ключи»\nНМЦК: 81 204 330,40 руб.\n— фрезерование 31 860 м2;\n— выравнивающий слой 3 480 т;\n— замена труб — 5 шт.';
  const refusal =
    'РЕШЕНИЕ об одностороннем отказе от исполнения контракта\n14 октября 2025 г.\nУправление дорожного хозяйства (извещение 0145300011225000071) заключило 5 июня 2025 года контракт на ремонт дороги ценой 78 333 900,17 руб.\nВыполнено: слой — 2 100 т из 3 480 т, трубы заменены 2 из 5. Претензии от 22.08.2025 № 318 оставлены без ответа.\nНачислить пеню, внести подрядчика в реестр недобросовестных.';
  expect(relation(notice, refusal)).toBe('edited');
});
