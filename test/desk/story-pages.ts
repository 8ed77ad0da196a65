import type { Line } from '../server/listed-home.ts';
import type { Page } from '../e2e/case-pages.ts';
import { noticePage } from '../e2e/publisher.ts';

/** Beside the pages of the case: notices that the case has nothing to do with, for the rest of an analyst's day. All of it is made up, names and numbers too. */
export const LISTED_BUYER = 'ООО «Строймонтажинвест»';
export const LISTED_MAKER = '深圳市北辰星域电子有限公司';

/** A notice whose buyer stands on a list. */
export const TENDER: Page = {
  publisher: 'Региональная площадка закупок',
  title: 'Запрос котировок на поставку комплексов подавления БПЛА',
  at: '2026-11-20T09:00:00+03:00',
  lang: 'ru',
  paragraphs: [
    `Заказчик: ${LISTED_BUYER}, ИНН 7707083893, г. Белгород.`,
    'Предмет закупки: поставка подавителей БПЛА — 12 шт., детекторов дронов «Булат» — 4 шт. Начальная цена: 18 400 000 руб.',
    'Технические требования: диапазон частот 400 МГц – 6 ГГц, выходная мощность не менее 100 Вт, дальность подавления не менее 3 км.',
    'Место поставки: г. Белгород. Срок подачи заявок: 30.12.2026.',
    'Контактное лицо: Иванова Мария Петровна, тел. +7 900 000-00-00, m.ivanova@example.org.',
  ],
};

/** A notice of a provincial portal, as it stood first and after a night. */
export const PORTAL: Page = {
  publisher: '某省公共资源交易中心',
  title: '某学院频谱监测与信号分析设备采购公告',
  at: '2026-11-18T10:00:00+08:00',
  paragraphs: [
    '项目编号：ZC-2026-0417。预算金额：260万元。',
    '采购内容：频谱分析仪2台，频率范围9 kHz—26.5 GHz；便携式无人机侦测设备1套。',
    `供应商：${LISTED_MAKER}。`,
    '投标截止时间：2026年12月15日09时30分。交货地点：哈萨克斯坦阿拉木图。',
    '联系人：王小明，电话：13800000000。',
  ],
};
export const PORTAL_EDITED: Page = {
  ...PORTAL,
  paragraphs: PORTAL.paragraphs.map((text) =>
    text
      .replace('便携式无人机侦测设备1套', '便携式测向设备1套')
      .replace('哈萨克斯坦阿拉木图', '采购人指定地点')
      .replace('260万元', '280万元'),
  ),
};

export const ENGLISH_TENDER: Page = {
  publisher: 'Harbour City Procurement',
  title: 'Request for quotation: thermal imaging cameras and a marine radar',
  at: '2026-11-24T08:00:00Z',
  lang: 'en',
  paragraphs: [
    'The port authority requests quotations for six uncooled thermal imaging cameras (640 x 512, 60 Hz) and one X-band marine radar of 25 kW.',
    'Delivery to Almaty, Kazakhstan. End use: monitoring of the harbour. The final recipient will be named after award.',
    'Offers by 15 January 2027.',
  ],
};

/** Ordinary notices, so that lists are lists. */
export const ORDINARY: readonly Page[] = [
  ['市第二医院超声诊断设备采购公告', '本项目采购彩色超声诊断仪三台，交货期六十日。'],
  ['环保局空气质量监测无人机采购项目', '采购多旋翼无人机五架，用于空气质量监测，含备用电池。'],
  ['高新区道路照明节能改造工程招标公告', '对高新区十二条道路的照明设施进行节能改造，工期九十日。'],
  ['某大学激光雷达与惯性导航模块询价公告', '询价采购激光雷达两台、惯性导航模块四套，用于教学实验。'],
  ['水务集团管道检测机器人采购', '采购管道检测机器人两套，含声呐模块。'],
  ['图书馆空调系统维护服务采购公告', '图书馆空调系统全年维护服务，预算三十万元。'],
].map(([title = '', text = ''], place) => ({
  publisher: '某市公共资源交易中心',
  title,
  at: `2026-11-${String(10 + place)}T09:00:00+08:00`,
  paragraphs: [text, '请供应商于公告期内递交报价文件。'],
}));

/** What a page says once its publisher has taken the notice away. */
export const GONE = { ...noticePage('404', 'The page does not exist.'), status: 404 } as const;

/** A captcha in place of the notice. */
export const WALL = {
  kind: 'page',
  body: '<!DOCTYPE html><html><head><title></title></head><body class="zh_CN"><div class="weui-msg"><h2 class="weui-msg__title">环境异常</h2><p class="weui-msg__desc">当前环境异常，完成验证后即可继续访问。</p><a class="weui-btn" id="js_verify">去验证</a></div></body></html>',
} as const;

/** Two small lists. Their parties do not exist. */
export const WATCHED_LIST: readonly Line[] = [
  {
    id: 'c1',
    schema: 'Company',
    properties: {
      name: ['Stroymontazhinvest LLC', LISTED_BUYER],
      jurisdiction: ['ru'],
      innCode: ['7707083893'],
      topics: ['sanction', 'debarment'],
      program: ['EX-7'],
    },
  },
  {
    id: 'p1',
    schema: 'Person',
    properties: {
      name: ['Arkadi Romanovich Zhelvakov', 'Желваков Аркадий Романович'],
      birthDate: ['1951-12-15'],
      nationality: ['ru'],
      topics: ['sanction'],
    },
  },
];
export const CONTROLLED_LIST: readonly Line[] = [
  {
    id: 'k1',
    schema: 'Company',
    properties: { name: ['Shenzhen Beichen Xingyu Electronics Co., Ltd.', LISTED_MAKER], country: ['cn'], topics: ['export.control'] },
  },
  { id: 'k2', schema: 'Company', properties: { name: ['Stroymontazhinvest'], jurisdiction: ['ru'], innCode: ['7707083893'] } },
];

export function listFile(lines: readonly Line[]): { readonly kind: 'page'; readonly type: string; readonly body: string } {
  return { kind: 'page', type: 'application/json', body: lines.map((line) => `${JSON.stringify(line)}\n`).join('') };
}

/** Customers to be screened; the last line cannot be read. */
export const CUSTOMERS = `customer,name,country
C-1,Stroymontazhinvest OOO,RU
C-2,Blue Harbour Fishing Cooperative,NO
C-3,Shenzhen Beichen Xingyu Electronics,CN
C-4,Zhelvakov Arkadiy,RU
C-5,Green Valley Dairy,DE
`;
