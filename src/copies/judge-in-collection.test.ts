import { expect, test } from 'vitest';
import { loadCopyKnowledge } from '../catalogue/copy-knowledge.ts';
import { createBackground } from './background.ts';
import { Frequencies } from './index/frequencies.ts';
import { ShingleSet } from './index/distinct-shingles.ts';
import { judgeInCollection, type CollectedText } from './judge-in-collection.ts';
import { plainText } from './plain-text.ts';
import { prepareText } from './prepared-text.ts';
import { shinglesOf } from './shingles.ts';

const background = createBackground(loadCopyKnowledge());
const collected = (text: string): CollectedText => ({
  lang: 'zh',
  shingles: shinglesOf(plainText(text)),
  prepared: () => prepareText({ text, lang: 'zh' }, background),
});

const RULES = [
  '投标人须具有独立承担民事责任的能力，提供有效的营业执照复印件并加盖公章。',
  '参加本次采购活动前三年内，在经营活动中没有重大违法记录，提供书面声明。',
  '逾期送达或者未按照招标文件要求密封的投标文件，采购人和代理机构不予受理。',
  '验收合格后三十日内支付合同价款的百分之九十五，余款作为质量保证金在质保期满后无息退还。',
  '交货地点为采购人指定地点，运输、保险、安装、调试和培训费用均包含在总价之内。',
].join('\n');
const notice = (goods: string): string => `云溪市气象局${goods}公开招标公告\n采购内容：${goods}，详见采购需求。\n${RULES}`;
const RADAR = notice('移动式测雨雷达两部，探测距离不低于四百公里，质保期三年');
const PUMPS = notice('防汛排水泵车十二辆，额定流量每小时三千立方米，随车配发电机组');

/** So many notices by the same rules were seen before, and so many by others. */
function seen(same: number, others: number): Frequencies {
  const frequencies = new Frequencies();
  const set = new ShingleSet();
  for (let n = 0; n < same + others; n += 1) {
    const { hashes, count } = set.of(shinglesOf(plainText(`${n < same ? RULES : ''}\n第${n * 7919}号`)));
    frequencies.add(hashes, count);
  }
  return frequencies;
}

const frequencies = seen(100, 0);

function judged(a: string, b: string): string {
  const { near, judge } = judgeInCollection(collected(a), frequencies, background);
  const other = collected(b);
  const containment = near(other.shingles);
  return containment === undefined ? 'unrelated' : judge(other, containment).relation;
}

/** Other characters for two in every so many. */
function damaged(text: string, every: number): string {
  return [...text].map((char, at) => (at % every < 2 ? '甲乙丙丁戊己庚辛'.charAt(at % 8) : char)).join('');
}

test('the same words are verbatim, all of a notice inside a text about much else partial', () => {
  expect(judged(RADAR, RADAR.replaceAll('，', ' , '))).toBe('verbatim');
  const digest = `信息汇总\n${'本地区今年以来完成道路养护里程三百余公里并新建公园绿地九处'}\n${'各县区学校食堂配送服务质量评议结果已经在网站上公开'}\n${'沿海渔港码头维修加固工程已经完工并投入使用运行情况良好'}`;
  expect(judged(RADAR, digest + RADAR)).toMatch(/partial|edited/);
});

test('a notice damaged all over is a copy; one of the same template about other goods is none', () => {
  expect(judged(damaged(RADAR, 24), RADAR)).toBe('edited');
  expect(judged(RADAR, PUMPS)).toBe('unrelated');
  expect(judged(damaged(PUMPS, 24), RADAR)).toBe('unrelated');
});

test('what everybody says brings no texts near of which each says something else, but one more of what was said many times is near', () => {
  const few = seen(20, 980);
  const near = (a: string, b: string): boolean =>
    judgeInCollection(collected(a), few, background).near(collected(b).shingles) !== undefined;
  expect(near(RADAR, PUMPS)).toBe(false);
  expect(near(RADAR, RADAR.replace('质保期三年', '质保期五年，含备件'))).toBe(true);
  // all of the rules, and on either page a line of its own
  expect(near(`${RULES}\n转载自云溪市公共资源交易网站的公告内容，仅供参考`, `${RULES}\n信息来源：青岚招标采购导航，一切请以原文为准`)).toBe(
    true,
  );
});
