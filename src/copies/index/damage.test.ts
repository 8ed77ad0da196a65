import { expect, test } from 'vitest';
import { plainText } from '../plain-text.ts';
import { shinglesOf, type Shingles } from '../shingles.ts';
import { isDamagedCopy } from './damage.ts';
import { ShingleSet } from './distinct-shingles.ts';
import { Frequencies } from './frequencies.ts';

const RULES = [
  '投标人须具有独立承担民事责任的能力并提供有效的营业执照复印件',
  '参加本次采购活动前三年内在经营活动中没有重大违法记录的书面声明',
  '逾期送达或者未按照招标文件要求密封的投标文件采购人不予受理',
  '验收合格后三十日内支付合同价款的百分之九十五余款作为质量保证金',
  '交货地点为采购人指定地点运输保险安装调试和培训费用均包含在总价之内',
  '本项目不接受联合体投标也不接受任何形式的转包和分包行为',
];
const GOODS = ['测雨雷达两部', '排水泵车十辆', '发电机组九台', '救援帐篷千顶', '应急照明灯具', '橡皮冲锋舟艇'];
const OTHERS = ['课桌椅八百套', '黑板四十六块', '投影机三十台', '图书二万余册', '足球门一十副', '钢琴乐器十架'];

const of = (text: string): Shingles => shinglesOf(plainText(text));
const form = (rules: readonly string[], goods: readonly string[]): string => rules.map((rule, n) => `${rule}${goods[n] ?? ''}`).join('\n');

const frequencies = new Frequencies();
const set = new ShingleSet();
for (let n = 0; n < 100; n += 1) {
  const { hashes, count } = set.of(of(RULES.join('。')));
  frequencies.add(hashes, count);
}

const ORIGINAL = form(RULES, GOODS);

test('a text with damage in every other line is the other one damaged', () => {
  const damaged = [...ORIGINAL].map((char, at) => (at % 26 < 2 ? '甲乙丙丁戊己庚辛'.charAt(at % 8) : char)).join('');
  expect(isDamagedCopy(of(ORIGINAL), of(damaged), frequencies)).toBe(true);
});

test('a form filled in for other goods, with other words in some of its rules, is none: it keeps the rules and loses what is rare', () => {
  const rules = RULES.map((rule, n) => (n % 2 === 0 ? `${rule.slice(0, 8)}或者另议${rule.slice(12)}` : rule));
  expect(isDamagedCopy(of(ORIGINAL), of(form(rules, OTHERS)), frequencies)).toBe(false);
});
