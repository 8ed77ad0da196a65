import { expect, test } from 'vitest';
import type { Lang } from '../../model/reading.ts';
import { ShingleSet } from '../../copies/index/distinct-shingles.ts';
import { Frequencies } from '../../copies/index/frequencies.ts';
import type { CollectedText } from '../../copies/judge-in-collection.ts';
import { plainText } from '../../copies/plain-text.ts';
import { prepareText } from '../../copies/prepared-text.ts';
import { shinglesOf } from '../../copies/shingles.ts';
import { openBackground } from './background.ts';
import { copiesAmong } from './copies-among.ts';

const GOODS = '移动式测雨雷达 防汛排水泵车 柴油发电机组 便携式频谱仪 应急照明灯塔 橡皮冲锋舟艇 数控车床主轴 学校课桌座椅'.split(' ');
const RULES =
  '投标人须具有独立承担民事责任的能力，提供有效的营业执照复印件并加盖公章。\n逾期送达或者未按照招标文件要求密封的投标文件，采购人和代理机构不予受理。';
const notice = (goods: string): string => `云溪市气象局${goods}公开招标公告\n采购内容：${goods}，详见采购需求。\n${RULES}`;
const RADAR = notice(GOODS[0] ?? '');

const frequencies = new Frequencies();
const set = new ShingleSet();
for (let n = 0; n < 100; n += 1) {
  const { hashes, count } = set.of(shinglesOf(plainText(`第${n * 7919}号物业服务合同续签事宜的说明`)));
  frequencies.add(hashes, count);
}
const measures = { frequencies, background: openBackground() };

const collected = (text: string, lang: Lang = 'zh'): CollectedText & { readonly text: string } => ({
  text,
  lang,
  shingles: shinglesOf(plainText(text)),
  prepared: () => prepareText({ text, lang }, measures.background),
});

async function found(others: readonly CollectedText[]): Promise<{ readonly found: readonly number[]; readonly reads: readonly number[] }> {
  const reads: number[] = others.map(() => 0);
  const at: number[] = [];
  const read = (n: number) => {
    reads[n] = (reads[n] ?? 0) + 1;
    const other = others[n];
    return Promise.resolve(other && { ...other, n });
  };
  for await (const [{ n }] of copiesAmong(
    collected(RADAR),
    others.map((_, n) => n),
    read,
    measures,
  ))
    at.push(n);
  return { found: at, reads };
}

const twins = GOODS.slice(1).map((goods) => collected(notice(goods)));

test('copies among twins of their template come first, however the candidates are ordered', async () => {
  const edited = collected(RADAR.replace('提供有效的营业执照复印件', ''));
  expect(await found([...twins, edited, collected(RADAR)])).toMatchObject({ found: [8, 7] });
});

test('four texts of a template that are no copies are enough; none is held while others are looked at', async () => {
  const { found: copies, reads } = await found([...twins, collected('城东幼儿园教职工体检服务项目成交结果公告，请各位老师按时参加')]);
  expect(copies).toEqual([]);
  expect(reads.filter((times) => times === 2).length).toBe(4);
  expect(reads.at(-1)).toBe(1);
});

test('one that is gone meanwhile is passed over', async () => {
  const read = (n: number) => Promise.resolve(n === 0 ? undefined : { ...collected(RADAR), n });
  const copies: number[] = [];
  for await (const [{ n }] of copiesAmong(collected(RADAR), [0, 1], read, measures)) copies.push(n);
  expect(copies).toEqual([1]);
});
