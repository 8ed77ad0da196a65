import { describe, expect, it, test } from 'vitest';
import { loadCopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import { createBackground } from '../background.ts';
import { judgePair } from '../judge-pair.ts';
import { prepareText } from '../prepared-text.ts';
import { compareTexts } from './comparison.ts';
import { seasonEvidence } from './season.ts';

const background = createBackground(loadCopyKnowledge());
const relation = (a: string, b: string) => judgePair({ text: a }, { text: b }, background).relation;
const odds = (a: string, b: string) => {
  const [one, other] = [a, b].map((text) => prepareText({ text }, background));
  return seasonEvidence(compareTexts(one!, other!), false).map((one) => one.odds);
};

const PORT =
  'Річкова рятувальна служба порту закуповує ехолот-плотер з боковим оглядом, 4 шт., для рятувальних катерів. Пропозиції подавати до 19 липня 2021 року. Поставка протягом 30 днів. Монтаж силами служби. Гарантія два роки. Оплата за фактом поставки.';
const YARD =
  'Рыбинская верфь приглашает поставщиков шкиперского имущества\nПредмет: канат полипропиленовый 24 мм, 400 м; кранцы, 16 шт.\nПредложения до 15.03.2023\nОплата в течение 15 дней после приёмки, доставка за счёт поставщика.';
const POLICE =
  '关于采购无人机反制设备的公告\n采购单位：定川市公安局\n采购内容：便携式无人机反制设备6套，含手持定位仪和电池\n投标截止：2023年3月15日9时\n交货地点：定川市民主路8号';
const HARBOUR =
  'Wanted: 12 radio masts for the harbour\nBuyer: Port of Ardal\nOffers by 3 March 2023\nDelivery to pier 4 within 60 days, two years of guarantee';

describe('the day of a page', () => {
  test.each([
    ['posted, uk', PORT, `Опубліковано 2 травня 2022\n${PORT.replace(' Пропозиції подавати до 19 липня 2021 року.', '')}`],
    ['seen, ru', YARD, `Просмотрено 20.11.2023\n${YARD.replace('Предложения до 15.03.2023\n', '')}`],
    ['changed, ru', YARD, `${YARD.replace('Предложения до 15.03.2023\n', '')}\nСтраница обновлена 20.11.2023`],
    ['passed on, zh', POLICE, `转载时间：2024年1月20日\n${POLICE.replace('投标截止：2023年3月15日9时\n', '')}`],
    ['of the source, zh', POLICE, `来源：某某网 2024-01-20 浏览次数：15\n${POLICE.replace('投标截止：2023年3月15日9时\n', '')}`],
    ['posted, en', HARBOUR, `${HARBOUR.replace('Offers by 3 March 2023\n', '')}\nPosted on 5 December 2023 by TenderBot`],
  ])('is none of the notice: %s', (_, a, b) => {
    expect(odds(a, b)).toEqual([]);
    expect(relation(a, b)).toBe('edited');
    expect(relation(b, a)).toBe('edited');
  });
});

describe('days that both state as the same thing', () => {
  it('say that texts of one template are of two years where they lie far apart', () => {
    expect(odds(POLICE, POLICE.replace('2023年', '2024年'))).toEqual([-4]);
    expect(odds(PORT, PORT.replace('19 липня 2021', '3 лютого 2023'))).toEqual([-2.5]);
  });

  it('say nothing where any two lie near', () => {
    expect(odds(PORT, PORT.replace('19 липня', '3 серпня'))).toEqual([]);
    expect(odds(PORT, `${PORT.replace('19 липня 2021', '3 лютого 2023')} Початок торгів 20 липня 2021 року.`)).toEqual([]);
  });
});
