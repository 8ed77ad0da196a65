import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../plain-text.ts';
import { shinglesOf, type Shingles } from '../shingles.ts';
import { containmentIn } from './containment.ts';
import { CopyIndex } from './copy-index.ts';
import { Frequencies } from './frequencies.ts';
import { AskedShingles } from './asked-shingles.ts';
import { leastStanding, postingOf, textOf } from './posting.ts';
import { mergeSegments, sealPostings, sizeOf, weighInSegment } from './segment.ts';
import { TextWeights } from './text-weights.ts';
import { ShingleSet } from './distinct-shingles.ts';

const of = (text: string): Shingles => shinglesOf(plainText(text));
const BOILERPLATE =
  '投标人须具有独立承担民事责任的能力，提供有效的营业执照复印件并加盖公章。本项目不接受联合体投标，成交后不得转包或者违法分包。';
const jammer =
  '求购信息：哈萨克斯坦客户求购无人机干扰器、无人机侦测设备（商标名 BorisTone、Assel Labs、Bulat）或类似技术方案，有意者请与协会联系。';
const other = '某市第一中学课桌椅采购项目公开招标公告，课桌椅一千二百套，交货地点为学校体育馆，质保期三年。';
const russian =
  'Запрос: требуются генераторы помех, детекторы дронов (торговые марки BorisTone, Assel Labs, Bulat) или аналогичные решения.';

function indexOf(texts: readonly string[]): CopyIndex {
  const index = new CopyIndex();
  for (const text of texts) index.add(of(text));
  return index;
}

const found = (index: CopyIndex, text: string): readonly number[] => index.find(of(text)).map((one) => one.text);

test('among six notices the copy is found, whatever its layout', () => {
  const index = indexOf([other, jammer + BOILERPLATE, russian, BOILERPLATE + other, 'x', '']);
  expect(found(index, jammer.replaceAll('，', '\n，').replace('客户', '客戶') + BOILERPLATE)[0]).toBe(1);
  expect(found(index, russian.toUpperCase())[0]).toBe(2);
});

test('a notice is found in a digest, and the digest by the notice', () => {
  const digest = `采购信息汇总\n${other}\n${jammer}\n${BOILERPLATE}\n${'今日要闻与本站公告无关的其他内容若干'.repeat(3)}`;
  expect(found(indexOf([digest]), jammer)).toEqual([0]);
  expect(found(indexOf([jammer]), digest)).toEqual([0]);
});

test('one more copy of what was said a hundred times is found', () => {
  const index = indexOf(Array.from({ length: 100 }, () => jammer));
  expect(found(index, jammer).length).toBe(64);
});

test('a text that stands there a hundred times itself finds the others beside them', () => {
  const index = indexOf(Array.from({ length: 103 }, () => jammer));
  expect(index.find(of(jammer), (text) => text < 100).map(({ text }) => text)).toEqual([100, 101, 102]);
});

test('many notices of one template are no candidates for what two of them alone say', () => {
  const filled = Array.from(
    { length: 300 },
    (_, n) => `${BOILERPLATE}第${n * 7919}号：采购${'水泵阀门电缆锅炉帐篷种子化肥饲料'.slice(n % 7, (n % 7) + 4)}${n * 31}台`,
  );
  const index = indexOf([...filled, BOILERPLATE + jammer]);
  expect(found(index, BOILERPLATE + jammer)).toEqual([300]);
});

test('what a text says again and again stands for it once', () => {
  const { segments, standing } = indexOf([`${BOILERPLATE}。${other}`, BOILERPLATE, `${jammer}${BOILERPLATE}`.repeat(20)]).parts();
  const pairs = segments.flatMap((segment) =>
    Array.from({ length: sizeOf(segment) }, (_, n) => segment.pairs.slice(2 * n, 2 * n + 2).join()),
  );
  expect(new Set(pairs).size).toBe(pairs.length);
  expect(pairs.length).toBe(standing.reduce((sum, count) => sum + count, 0));
});

test('one of twelve shingles that stand for either is too few, where it is asked how many are in both', () => {
  const text = (from: number): Shingles => ({
    hashes: Uint32Array.from({ length: 12 * 32 }, (_, n) => (n === 40 ? 5 : from + n * 7919)),
    lengths: new Uint8Array(12 * 32),
  });
  for (const byNumber of [true, false]) {
    const index = new CopyIndex(undefined, { byNumber });
    index.add(text(1_000_000));
    expect(index.find(text(2_000_000_000)).length).toBe(byNumber ? 0 : 1);
  }
});

test('an index that was put away finds the same', () => {
  const texts = [other, jammer, russian, BOILERPLATE];
  const whole = indexOf(texts);
  const { frequencies, segments, standing } = indexOf(texts.slice(0, 2)).parts();
  const again = new CopyIndex({
    frequencies: new Frequencies(frequencies.cells(), frequencies.texts),
    segments,
    standing: standing.slice(),
  });
  for (const text of texts.slice(2)) again.add(of(text));
  for (const text of [...texts, jammer + other]) expect(again.find(of(text))).toEqual(whole.find(of(text)));
});

test('an empty text and one of a single character find nothing and harm nothing', () => {
  const index = indexOf(['', '。', '无', jammer]);
  expect(found(index, '')).toEqual([]);
  expect(found(index, jammer)).toEqual([3]);
});

test('containment says which stands in which, and what is common counts little', () => {
  const frequencies = new Frequencies();
  const set = new ShingleSet();
  for (let n = 0; n < 50; n += 1) {
    const { hashes, count } = set.of(of(BOILERPLATE + n));
    frequencies.add(hashes, count);
  }
  const within = containmentIn(of(jammer), frequencies)(of(other + jammer));
  expect(within?.ofA).toBeGreaterThan(0.9);
  expect(within?.ofB).toBeLessThan(0.8);
  const twins = containmentIn(of(BOILERPLATE + other), frequencies)(of(BOILERPLATE + jammer))!;
  expect(Math.max(twins.ofA, twins.ofB)).toBeLessThan(0.05);
});

test('containment is told wherever enough of either text stands in the other, and as it is', () => {
  const frequencies = new Frequencies();
  const texts = [other, jammer, russian, BOILERPLATE, other + jammer, jammer.slice(20), russian + BOILERPLATE].map((text) => of(text));
  for (const a of texts)
    for (const b of texts) {
      const all = containmentIn(a, frequencies)(b)!;
      const isEnough = Math.max(all.ofA, all.ofB) >= 0.35;
      expect(containmentIn(a, frequencies, 0.35)(b)).toEqual(isEnough ? all : undefined);
    }
});

test('counts are at least the true ones, also where the table has grown', () => {
  const frequencies = new Frequencies(new Uint16Array(64));
  const truth = new Map<number, number>();
  for (let text = 0; text < 200; text += 1) {
    const hashes = Uint32Array.from({ length: 20 }, (_, n) => Math.imul(text * 7 + n, 2_654_435_761) >>> 0);
    frequencies.add(hashes, hashes.length);
    for (const hash of hashes) truth.set(hash, (truth.get(hash) ?? 0) + 1);
  }
  for (const [hash, times] of truth) expect(frequencies.of(hash)).toBeGreaterThanOrEqual(times);
  expect(frequencies.cells().length).toBeGreaterThan(1024);
  expect(frequencies.of(1)).toBeLessThan(5);
});

test('segments weigh the texts that a shingle stands for, of each shingle so many at most, sealed at once or merged', () => {
  const postings = fc.array(fc.tuple(fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 0xffff_ffff })), fc.nat(50)), { maxLength: 300 });
  fc.assert(
    fc.property(postings, fc.nat(300), fc.integer({ min: 1, max: 400 }), (list, cut, most) => {
      const seal = (part: typeof list): ReturnType<typeof sealPostings> => sealPostings(Uint32Array.from(part.flat()));
      const merged = mergeSegments(seal(list.slice(0, cut)), seal(list.slice(cut)));
      const hashes = [...new Set([...list.map(([hash]) => hash), 12_345, 0xffff_ffff])];
      const truth = new Map<number, number>();
      for (const [n, hash] of hashes.entries())
        for (const [, text] of list.filter(([one]) => one === hash).slice(0, most)) truth.set(text, (truth.get(text) ?? 0) + n + 1);
      for (const segment of [seal(list), merged]) {
        const asked = new AskedShingles(most);
        for (const [n, hash] of hashes.entries()) asked.add(hash, n + 1);
        const met = new TextWeights();
        weighInSegment(segment, asked, met);
        expect(new Map([...met.postings.subarray(0, met.size)].map((text, n) => [text, met.weights[n]]))).toEqual(truth);
      }
    }),
  );
});

test('a posting tells its text, and how many shingles stand for it at least', () => {
  fc.assert(
    fc.property(fc.nat(0xfff_ffff), fc.nat(100_000), (text, standing) => {
      const posting = postingOf(text, standing);
      expect(textOf(posting)).toBe(text);
      expect(leastStanding(posting)).toBe(Math.min(30, standing - (standing % 2)));
    }),
  );
});

test('what texts come to is right however many are met, and forgotten for the next', () => {
  const met = new TextWeights();
  for (const round of [1, 2]) {
    met.clear();
    for (let n = 0; n < 30_000; n += 1) met.add((n % 10_000) * 4096, round);
    expect(met.size).toBe(10_000);
    expect(new Set(met.weights.subarray(0, met.size))).toEqual(new Set([3 * round]));
  }
});
