import { describe, expect, it } from 'vitest';
import { loadCopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import { createBackground } from '../background.ts';
import { judgePair } from '../judge-pair.ts';

const background = createBackground(loadCopyKnowledge());
const judged = (a: string, b: string) => {
  const there = judgePair({ text: a }, { text: b }, background);
  expect(judgePair({ text: b }, { text: a }, background).relation).toBe(there.relation);
  return { relation: there.relation, differs: there.differs.map((one) => [one.kind, one.a, one.b]) };
};

const NOTICE = `求购无人机探测设备
各会员单位：
现有境外采购商求购干扰发生器、无人机探测器或其他类似技术解决方案、通信频段干扰器，请有意向企业于12月15日前联系。采购数量：无人机探测器120台，交货地点阿拉木图。
我会由省商务厅主管。请予答覆。
联系人：王小明 电话020-87654321`;

describe('one word in another’s place in a line that is the same around it', () => {
  it.each([
    ['turns what is said', '现有境外', '现无境外'],
    ['names another body', '我会由', '本会由'],
    ['names another telephone', '87654321', '87654329'],
  ])('is an edit: it %s', (_what, from, to) => {
    expect(judged(NOTICE, NOTICE.replace(from, to)).relation).toBe('edited');
  });

  it('is none where it is only written in another way', () => {
    expect(judged(NOTICE, NOTICE.replace('答覆', '答复')).relation).toBe('verbatim');
    expect(judged(NOTICE.replace('请予', '请着重'), NOTICE.replace('请予', '請著重')).relation).toBe('verbatim');
    expect(judged(`${NOTICE} 邮箱 wang@example.cn`, `${NOTICE} E-mail wang@example.cn`).relation).toBe('verbatim');
    expect(judged(NOTICE, NOTICE.replaceAll('：', ':').replaceAll('\n', ' \n\n')).relation).toBe('verbatim');
    expect(judged(NOTICE, `首页 > 通知公告\n${NOTICE}\n打印本页 | 关闭窗口`).relation).toBe('verbatim');
  });
});

describe('a slip of the pen', () => {
  const text =
    'The buyer seeks anti-drone jammers and radio frequency detectors for the protection of an airport perimeter. Delivery to Almaty within 60 days.';

  it.each([
    ['frequency', 'freqeuncy'],
    ['protection', 'protecton'],
    ['detectors', 'detecttors'],
  ])('is no edit: %s, %s', (word, slip) => {
    expect(judged(text, text.replace(word, slip))).toEqual({ relation: 'verbatim', differs: [] });
  });
});

describe('one figure in two currencies', () => {
  it.each([
    ['The buyer seeks drone jammers. The budget is 3,600,000 USD.', '3,600,000 USD', '3,600,000 EUR'],
    ['采购干扰发生器，预算金额3,600,000元，交货地点阿拉木图', '3,600,000元', '3,600,000美元'],
    ['Закупка генераторов помех для нужд заказчика в Алматы. Бюджет 3 600 000 руб.', '3 600 000 руб', '3 600 000 тенге'],
  ])('is two sums: %s', (text, one, other) => {
    expect(judged(text, text.replace(one, other))).toEqual({ relation: 'edited', differs: [['price', one, other]] });
  });

  it.each([
    ['The buyer seeks drone jammers. The budget is 3,600,000 USD.', '3,600,000 USD', '3,600,000 dollars'],
    ['采购干扰发生器，预算金额3,600,000元，交货地点阿拉木图', '3,600,000元', '360万元'],
    ['Закупка генераторов помех для нужд заказчика в Алматы. Бюджет 3 600 000 руб.', '3 600 000 руб', '3,6 млн рублей'],
  ])('is one sum where its currency is only written in another way: %s', (text, one, other) => {
    expect(judged(text, text.replace(one, other)).differs).toEqual([]);
  });
});
