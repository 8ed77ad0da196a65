/** The case as pages: the notice, its copy elsewhere, what two newspapers wrote of it, and what has nothing to do with it. Made up from the facts of the case. */
export interface Page {
  readonly publisher: string;
  readonly title: string;
  readonly at: string;
  readonly paragraphs: readonly string[];
  readonly lang?: string;
}

export function page({ publisher, title, at, paragraphs, lang = 'zh' }: Page): { readonly kind: 'page'; readonly body: string } {
  const body = `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${at}","headline":"${title}","publisher":{"@type":"Organization","name":"${publisher}"}}</script></head>
<body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  return { kind: 'page', body };
}

const WANTED = [
  '现有俄罗斯采购商求购无人机干扰发生器、无人机探测器（商品名BorisTone、Assel Labs、Bulat）或其他同类技术方案。',
  '同时求购无人机压制器及通信频段干扰器，亦可接受与Bulat相当的本地产品。',
  '请有意向的企业将公司资料、产品参数及报价发送至本会，由本会统一对接采购商。',
];
export const NOTICE: Page = {
  publisher: '广东省对俄贸易促进会',
  title: '关于国外采购商求购无人机探测设备的公告',
  at: '2024-05-22T09:00:00+08:00',
  paragraphs: WANTED,
};
export const COPY: Page = { ...NOTICE, publisher: '云浮市国际贸易促进会', at: '2024-05-24T09:00:00+08:00' };
/** What the association said to each of the newspapers. */
export const SAID_IN_ENGLISH = 'The buyers wanted children’s toys and they are in Kazakhstan';
export const SAID_IN_RUSSIAN = 'Мы не публиковали такого объявления, оборудование предназначено для гражданских нужд';

/** The same as claims, by the reports that quote them. */
export function claimsOf({ english, russian }: { readonly english: string; readonly russian: string }) {
  return [
    { who: 'the association', source: english, saidAt: '2024-06-20', quote: SAID_IN_ENGLISH },
    { who: 'the association', source: russian, quote: SAID_IN_RUSSIAN },
  ] as const;
}

export const ENGLISH: Page = {
  publisher: 'The Morning Post',
  title: 'Trade body sought drone detectors for Russian buyers',
  at: '2024-06-20T06:00:00Z',
  lang: 'en',
  paragraphs: [
    'On 22 May the Guangdong Provincial Association for Promotion of Trade with Russia posted a notice seeking interference generators and drone detectors sold under the names BorisTone, Assel Labs and Bulat.',
    'The same text appeared on the account of the Yunfu City Association for the Promotion of International Trade.',
    `A woman at the association said it was a mistake. “${SAID_IN_ENGLISH},” she said.`,
  ],
};
export const RUSSIAN: Page = {
  publisher: 'Утренняя газета',
  title: 'Объявление о детекторах дронов исчезло',
  at: '2024-06-21T06:00:00Z',
  lang: 'ru',
  paragraphs: [
    'Объявление от 22 мая 2024 года, в котором искали детекторы дронов Булат и подавители, удалено.',
    `В ассоциации заявили: «${SAID_IN_RUSSIAN}».`,
  ],
};
export const ELSEWHERE: Page = {
  publisher: '某市公共资源交易中心',
  title: '学校食堂食材采购公告',
  at: '2024-05-22T10:00:00+08:00',
  paragraphs: ['本项目采购大米五百公斤、食用油二百升，请供应商于五月三十日前递交报价文件。'],
};
export const OTHER_PRESS: Page = {
  publisher: 'The Morning Post',
  title: 'City buys thermal cameras for its fire brigade',
  at: '2024-06-20T08:00:00Z',
  lang: 'en',
  paragraphs: [
    'The fire brigade of the city has bought twelve thermal imaging cameras, the council said on 18 June, after two years of talks about the budget.',
  ],
};
