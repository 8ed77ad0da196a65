/** What is on the web in the story: all of it is made up. */
interface Page {
  readonly publisher: string;
  readonly title: string;
  readonly at: string;
  readonly paragraphs: readonly string[];
  readonly lang?: string;
}

export function pageHtml({ publisher, title, at, paragraphs, lang = 'zh' }: Page): string {
  const said = JSON.stringify({
    '@type': 'NewsArticle',
    datePublished: at,
    headline: title,
    publisher: { '@type': 'Organization', name: publisher },
  });
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><script type="application/ld+json">${said}</script></head>
<body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
}

export const ASSOCIATION = '例示省对外贸易促进会';

const WANTED = [
  '现有俄罗斯采购商求购无人机干扰器20台、无人机探测器10套，探测距离不小于5公里，交货地点：莫斯科。',
  '采购商：Primerpostavka LLC。设备亦可由Beispiel Trading FZE代收。',
  '请有意向的企业将公司资料、产品参数及报价发送至本会，由本会统一对接采购商。联系人：张三，电话13800000000。',
];

export const NOTICE: Page = {
  publisher: ASSOCIATION,
  title: '关于国外采购商求购无人机探测和干扰设备的通知',
  at: '2026-03-02T09:00:00+08:00',
  paragraphs: WANTED,
};
export const EDITED: Page = { ...NOTICE, paragraphs: WANTED.map((text) => text.replace('20台', '35台')) };
export const COPY: Page = { ...EDITED, publisher: '例示市国际贸易促进会', at: '2026-03-03T10:00:00+08:00' };

export const ENGLISH: Page = {
  publisher: 'The Example Post',
  title: 'Trade body sought drone jammers for Russian buyers',
  at: '2026-03-06T06:00:00Z',
  lang: 'en',
  paragraphs: [
    `On 2 March the association 例示省对外贸易促进会 posted a notice seeking drone jammers and drone detectors for Primerpostavka LLC, a Russian buyer.`,
    'A spokeswoman of the association said it was a mistake. “The buyers wanted children’s toys and they are in Kazakhstan,” she said.',
  ],
};
export const QUOTE = 'The buyers wanted children’s toys and they are in Kazakhstan';

/** Pages that are no notices of interest, on a site that loses all of them at once. */
export const REBUILT: readonly Page[] = ['食堂大米', '办公桌椅', '道路照明', '图书', '校服', '消防水带'].map((goods) => ({
  publisher: '例示市公共资源交易中心',
  title: `${goods}采购公告`,
  at: '2026-03-02T08:00:00+08:00',
  paragraphs: [`本项目采购${goods}一批，请供应商于三月二十日前递交报价文件，地点为本市公共资源交易中心二楼。`],
}));

/** Lines of `entities.ftm.json`. */
interface Party {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

const BUYER: Party = {
  id: 'c1',
  schema: 'Company',
  properties: {
    name: ['Primerpostavka LLC', 'ООО «Примерпоставка»'],
    jurisdiction: ['ru'],
    innCode: ['7700000009'],
    address: ['1 Example Street, Moscow'],
    topics: ['sanction'],
    program: ['EXAMPLE-1'],
  },
};
const PERSON: Party = {
  id: 'p1',
  schema: 'Person',
  properties: {
    name: ['Ivan Ivanovich Primerov', 'Примеров Иван Иванович'],
    birthDate: ['1951-12-15'],
    nationality: ['ru'],
    topics: ['sanction'],
    program: ['EXAMPLE-1'],
  },
};
const CONSIGNEE: Party = {
  id: 'c2',
  schema: 'Company',
  properties: { name: ['Beispiel Trading FZE'], jurisdiction: ['ae'], topics: ['sanction'], program: ['EXAMPLE-2'] },
};

export const SANCTIONS: readonly Party[] = [BUYER, PERSON];
export const SANCTIONS_LATER: readonly Party[] = [...SANCTIONS, CONSIGNEE];
export const CONTROLLED: readonly Party[] = [
  {
    id: 'k1',
    schema: 'Company',
    properties: { name: ['Primerpostavka'], jurisdiction: ['ru'], innCode: ['7700000009'], topics: ['export.control'] },
  },
  { id: 'k2', schema: 'Company', properties: { name: ['Primer Postavka Trading'], jurisdiction: ['ru'], topics: ['export.control'] } },
];

export function listFile(parties: readonly Party[]): string {
  return parties.map((party) => `${JSON.stringify(party)}\n`).join('');
}

export const CUSTOMERS = 'customer_no,name,country\n1,Primerpostavka,RU\n2,Beispiel Trading,AE\n3,Nobody At All,DE\n';
