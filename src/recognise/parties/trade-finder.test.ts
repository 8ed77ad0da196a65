import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../catalogue/load.ts';
import { loadTradeRoles } from '../../catalogue/trade-roles.ts';
import { destinationsOf } from './destinations.ts';
import { createTradeFinder } from './trade-finder.ts';
import { compileTradeWords } from './trade-hits.ts';

const roles = loadTradeRoles();
const finder = createTradeFinder(roles, compileTradeWords(loadCatalogue(), roles));

/** Parties as `role text`, a question mark behind those that are not named, their place. */
function partiesOf(text: string, fields: Readonly<Record<string, string>> = {}): readonly string[] {
  return finder
    .find(text, fields)
    .parties.map(({ role, named, text: name, place }) => `${role}${named ? '' : '?'} ${name}${place === undefined ? '' : ` ${place}`}`);
}

describe('whoever stands at the head of a notice', () => {
  const body = 'Запрос котировок\nПоставка расходных материалов\nОплата в течение 15 рабочих дней';

  it('buys where no word says who does', () => {
    expect(partiesOf(`КГБУ «Авиапредприятие «Север» — извещение\n${body}\nВскрытие автоматическое.`)).toEqual([
      'buyer КГБУ «Авиапредприятие «Север»',
    ]);
  });

  it('does not where somebody else is said to, where several stand there, and in a text that is all head', () => {
    expect(partiesOf(`КГБУ «Север»\n${body}\nЗаказчик: ООО «Юг»`)).toEqual(['buyer ООО «Юг»']);
    expect(partiesOf(`КГБУ «Север»\nООО «Юг»\n${body}\nВскрытие автоматическое.`)).toEqual([]);
    expect(partiesOf('КГБУ «Север»\nЗапрос котировок')).toEqual([]);
  });

  it('does not where its name says that it publishes for others', () => {
    expect(partiesOf(`华信招标代理有限公司\n${body}\nВскрытие автоматическое.`)).toEqual([]);
  });
});

describe('parties to a trade', () => {
  it.each<readonly [string, readonly string[]]>([
    ['国外企业采购无人机设备通知', ['buyer? 国外企业']],
    ['Drone jammers, 5 pcs.\nConsignee: Altyn Orda Trading LLP', ['consignee Altyn Orda Trading LLP']],
    [
      'Drone jammers, 5 pcs.\nConsignee: Altyn Orda Trading LLP\nEnd user: Acme Park LLC',
      ['consignee Altyn Orda Trading LLP', 'endUser Acme Park LLC'],
    ],
    ['Тепловизоры.\nГрузополучатель: ООО «Восток»', ['consignee ООО «Восток»']],
    ['Тепловізори.\nВантажоодержувач: ТОВ «Схід»', ['consignee ТОВ «Схід»']],
    ['热像仪5台\n收货单位：北方光电有限公司', ['consignee 北方光电有限公司']],
    ['国外企业正在寻找干扰发生器', ['buyer? 国外企业']],
    ['兰州市红星公安局无人机反制设备购置中标公告', ['buyer 兰州市红星公安局']],
    ['2025年青山大学红外相机采购项目', ['buyer 青山大学']],
    ['受俄罗斯某公司委托，我司采购配件一批', ['buyer? 俄罗斯某公司 RU', 'publisher 我司']],
    ['广东晨星招标有限公司受红旗市第二医院的委托，进行公开招标', ['agent 广东晨星招标有限公司', 'buyer 红旗市第二医院']],
    ['南方对俄贸易促进会关于国外客户采购设备的通知', ['publisher 南方对俄贸易促进会', 'buyer? 国外客户']],
    ['哈萨克斯坦客户求购设备，出口至俄罗斯，经土耳其转口', ['buyer? 哈萨克斯坦客户 KZ', 'destination 俄罗斯 RU', 'transit 土耳其 TR']],
    ['货物经霍尔果斯口岸转运', ['transit 霍尔果斯 CN-65']],
    [
      '采购单位：天河区红旗中学\n代理机构：晨星招标有限公司\n中标供应商：某省天盾科技有限公司',
      ['buyer 天河区红旗中学', 'agent 晨星招标有限公司', 'seller 某省天盾科技有限公司'],
    ],
    ['1.采购人信息\n名 称：红旗中学\n2.采购代理机构信息\n名 称：晨星招标有限公司', ['buyer 红旗中学', 'agent 晨星招标有限公司']],
    ['最终用户：保密', ['endUser? 保密']],
    ['采购无人机干扰器20台，最终用户不详。', ['endUser? 最终用户不详']],
    ['交货：签约后90天内，送达红旗职业技术学院实训楼一层车间，吊装就位', ['destination 红旗职业技术学院实训楼一层车间']],
    ['货物送到后三日内验收', []],
    ['Delivery: Central Stores, Marka; 120 days', ['destination Central Stores, Marka']],
    ['Delivery: 120 days after order', []],
    ['Delivery: 30-60 (thirty to sixty) days ARO', []],
    ['Delivery: 31 March 2027', []],
    ['交货地点：合同签订后30天内', []],
    ['交货地点：30个工作日', []],
    ['Место поставки: до 31 декабря 2027 года', []],
    ['Delivery: 123 Main Street Springfield', ['destination 123 Main Street Springfield']],
    ['交货地点：自贡市大安区天池路5号', ['destination 自贡市大安区天池路5号']],
    ['Місце поставки: до складу замовника', ['destination до складу замовника']],
    ['请将货物送到采购人指定的仓库，设备送达各学校', []],
    ['送达现场，由买方验收', []],
    ['Место выполнения работ: с. Малая Ижора, ул. Лесная, 4', ['destination с. Малая Ижора, ул. Лесная, 4']],
    ['По поручению иностранной компании ищем поставщика', ['buyer? иностранной компании']],
    ['ООО «Ромашка Плюс» в интересах российского заказчика ищет антенны', ['agent ООО «Ромашка Плюс»', 'buyer? российского заказчика RU']],
    ['Компания из Казахстана купит детекторы', ['buyer? Компания из Казахстана KZ']],
    ['Поставка тепловизоров для нужд ФГУП «Красный маяк» в г. Тула', ['endUser ФГУП «Красный маяк»', 'destination Тула RU-TUL']],
    ['Закупка для нужд войсковой части 54321', ['endUser войсковой части 54321']],
    ['Поставка товара для нужд учреждения', []],
    ['Заказчик: ООО «Ромашка», ИНН 7700000000', ['buyer ООО «Ромашка»']],
    ['Конечный пользователь: не раскрывается', ['endUser? не раскрывается']],
    ['Глушитель, 5 шт. Конечный пользователь не указан.', ['endUser? Конечный пользователь не указан']],
    ['Глушник, 5 шт. Кінцевий користувач не зазначений.', ['endUser? Кінцевий користувач не зазначений']],
    ['доставка в Россию транзитом через Киргизию', ['destination Россию RU', 'transit Киргизию KG']],
    ['Замовник: ТОВ «Калина Сервіс»', ['buyer ТОВ «Калина Сервіс»']],
    ['Іноземний покупець шукає генератори для потреб Міноборони', ['buyer? Іноземний покупець', 'endUser Міноборони']],
    ['ДП «Антарес» оголошує закупівлю, доставка до Узбекистану', ['buyer ДП «Антарес»', 'destination Узбекистану UZ']],
    [
      'A foreign buyer seeks jammers for delivery to Kazakhstan via Turkey',
      ['buyer? foreign buyer', 'destination Kazakhstan KZ', 'transit Turkey TR'],
    ],
    [
      'On behalf of a Russian company, Golden Fern Trading Co., Ltd. is looking for parts',
      ['buyer? Russian company RU', 'agent Golden Fern Trading Co., Ltd.'],
    ],
    ['Buyer: Acme Holdings Ltd.\nSupplier: to be confirmed\nEnd user: undisclosed', ['buyer Acme Holdings Ltd.', 'endUser? undisclosed']],
    ['Northgate Inc. intends to award a contract to Falcon Optics LLC for sights', ['buyer Northgate Inc.', 'seller Falcon Optics LLC']],
    ['星海科技有限公司发布新款无人机，用户可通过网站购买', []],
    ['供应商须具有独立法人资格。供应商名称：详见附件', []],
    ['采购人将对供应商进行资格审查', []],
    ['Заказчик вправе отказаться от договора. Поставщик должен предоставить документы', []],
    ['Російська компанія розробила дрон. Місце поставки: відповідно до специфікації', []],
    ['The Department of Tides announced on Monday that exports fell', []],
    ['The contractor shall deliver to the address in Section F', []],
    ['The Ministry of Defence of Ruritania invites bids', ['buyer Ministry of Defence of Ruritania']],
  ])('are read in %s', (text, expected) => {
    expect(partiesOf(text)).toEqual(expected);
  });

  it('say whether the publisher acts for itself', () => {
    const acts = (text: string) => finder.find(text).parties.find(({ role }) => role === 'publisher')?.acts;
    expect([acts('我司采购轴承一批'), acts('受国外企业委托，我司采购轴承'), acts('Наша компания закупает подшипники')]).toEqual([
      'forItself',
      'onBehalf',
      'forItself',
    ]);
  });

  it('come from fields too, with the span of the text where the name stands there', () => {
    const { parties } = finder.find('红旗中学采购', { 采购单位: '红旗中学', 代理机构名称: '晨星招标有限公司', user_name: 'gh_1' });
    expect(parties.map(({ role, text, start, end, field }) => [role, text, start, end, field])).toEqual([
      ['agent', '晨星招标有限公司', 0, 0, '代理机构名称'],
      ['buyer', '红旗中学', 0, 4, '采购单位'],
    ]);
  });

  it('have persons, telephones, mail, messengers and addresses as contacts', () => {
    const kinds = (text: string) => finder.find(text).parties.map(({ kind, text: name }) => `${kind} ${name}`);
    expect(kinds('联系人：王小明、赵女士 电话：020-83726197\n微信号：wang_2024\n地址：红旗路1号')).toEqual([
      'person 王小明',
      'person 赵女士',
      'phone 020-83726197',
      'messenger wang_2024',
      'address 红旗路1号',
    ]);
    expect(kinds('Контактное лицо: Петров П. П., тел. +7 495 123-45-67, @petrov_zakup')).toEqual([
      'person Петров П. П.',
      'phone +7 495 123-45-67',
      'messenger @petrov_zakup',
    ]);
    // names of two characters are spaced out to the width of three
    expect(kinds('联系人：张 伟\n电话：020-83726197')).toEqual(['person 张 伟', 'phone 020-83726197']);
    expect(kinds('Point of contact: Jane Q. Doe, jane@acme.example')).toEqual(['person Jane Q. Doe', 'mail jane@acme.example']);
  });
});

describe('terms of a trade', () => {
  it.each([
    ['报价截止时间：2026年3月1日17:00', '2026-03-01'],
    ['Срок подачи заявок: 05.06.2026 10:00', '2026-06-05'],
    ['Кінцевий строк подання пропозицій: 5 червня 2026', '2026-06-05'],
    ['Deadline: June 5, 2026', '2026-06-05'],
    ['Offers due no later than 31 February 2026', null],
    ['请于6月5日前报价', null],
    ['Offers due 12/25/2026', '2026-12-25'],
    ['Offers due 05/06/2026', null],
  ])('have a last day in %s', (text, date) => {
    expect(finder.find(text).terms.find(({ term }) => term === 'deadline')?.date).toBe(date);
  });

  it('say how offers are sent', () => {
    const channel = (text: string) => finder.find(text).terms.find(({ term }) => term === 'channel')?.text;
    expect(channel('请将报价发送至邮箱 a.b@c.example')).toBe('发送至邮箱 a.b@c.example');
    expect(channel('Please send quotation to sales@c.example')).toBe('send quotation to sales@c.example');
    expect(channel('Пропозиції надсилайте на zak@c.example')).toBe('Пропозиції надсилайте на zak@c.example');
  });
});

describe('destinations', () => {
  it('are countries, what is said of the goods first, without transit', () => {
    const of = (text: string) => destinationsOf(finder.find(text).parties);
    expect(of('Компания из Казахстана купит детекторы, доставка в Москву через Киргизию')).toEqual(['RU', 'KZ']);
    expect(of('兰州市红星公安局采购设备')).toEqual([]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...roles.words.map(({ text }) => text.replaceAll('|', '')),
      '：',
      ': ',
      '，',
      '\n',
      '«',
      '»',
      '"',
      '(',
      '）',
      'ООО ',
      'Ltd. ',
      '俄罗斯',
      ' via Turkey',
    ),
    fc.string({ maxLength: 6, unit: 'binary' }),
  );

  it('is read without a fault, in order, with spans that cut out their words', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { parties, terms } = finder.find(text, { 采购单位: text.slice(0, 80) });
        for (const { start, end, text: words, field } of parties)
          if (field === undefined || end > 0) expect(text.slice(start, end)).toBe(words);
        for (const { start, end, text: words } of terms) expect(text.slice(start, end)).toBe(words);
        expect(parties.map(({ start }) => start)).toEqual(parties.map(({ start }) => start).toSorted((a, b) => a - b));
      }),
      { numRuns: 400 },
    );
  });

  it.each(['公司', '采购人：', 'ООО «', 'For Acme LLC ', '受某公司委托采购', 'Министерство обороны ', 'через Россию ', '('])(
    'takes linear time: %s again and again',
    (unit) => {
      const time = (length: number): number => {
        const text = unit.repeat(Math.ceil(length / unit.length));
        const began = process.cpuUsage();
        finder.find(text);
        return process.cpuUsage(began).user / 1000;
      };
      time(50_000);
      expect(time(800_000)).toBeLessThan(40 * Math.max(time(50_000), 20));
    },
  );
});
