import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { diffTexts } from './diff-texts.ts';
import { sentencesOf } from './sentences.ts';

/** Changed sentences with the words that went and came. */
function told(a: string, b: string): readonly string[] {
  return diffTexts(a, b).map((change) => {
    const marks = change.marks
      .map(({ side, at }) => `${side === 'removed' ? '-' : '+'}${(side === 'removed' ? a : b).slice(...at)}`)
      .join(' ');
    return `${change.a === null ? '' : a.slice(...change.a)} → ${change.b === null ? '' : b.slice(...change.b)} | ${marks}`;
  });
}

test('sentences end as their script ends them', () => {
  const text =
    '求购干扰器。数量20台；请联系！\nСрок до 5 мая. Адрес: г. Москва, ул. Лесная. Тел. 12\r\nWe seek 3.5 kW units, approx. five. Call now! Dr. Smith';
  expect(sentencesOf(text).map(([start, end]) => text.slice(start, end))).toEqual([
    '求购干扰器。',
    '数量20台；',
    '请联系！',
    'Срок до 5 мая.',
    'Адрес: г. Москва, ул. Лесная.',
    'Тел. 12',
    'We seek 3.5 kW units, approx. five.',
    'Call now!',
    'Dr. Smith',
  ]);
});

describe('changes', () => {
  it('are told by Han character, and by word elsewhere', () => {
    expect(told('求购信息\n请于2024年5月31日前联系。谢谢。', '求购信息\n请于2024年6月15日前联系。谢谢。')).toEqual([
      '请于2024年5月31日前联系。 → 请于2024年6月15日前联系。 | -5 +6 -31 +15',
    ]);
    expect(told('Buyers want jammers. Write to us.', 'Buyers from Kazakhstan want toys. Write to us.')).toEqual([
      'Buyers want jammers. → Buyers from Kazakhstan want toys. | +from Kazakhstan -jammers +toys',
    ]);
  });

  it('are sentences that came and went, where nothing is alike', () => {
    expect(told('Первое.\nВторое предложение о сроках.\nПоследнее.', 'Первое.\nПоследнее.\nСовсем новое.')).toEqual([
      'Второе предложение о сроках. →  | -Второе предложение о сроках.',
      ' → Совсем новое. | +Совсем новое.',
    ]);
  });

  it('are none where white space alone differs', () => {
    expect(diffTexts('求购 干扰器。\n\n数量  20台', '求购 干扰器。数量 20台')).toEqual([]);
  });

  it('mark words that stand at their offsets, and leave the rest equal', () => {
    const words = fc
      .array(fc.constantFrom('求购', '干扰器', '。', ' jammer', ' два', '\n', ' 12', '!', ' '), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (a, b) => {
        const rest = (text: string, side: 'removed' | 'added'): string => {
          const gone = diffTexts(a, b).flatMap(({ marks }) => marks.filter((mark) => mark.side === side).map(({ at }) => at));
          return [...text].filter((_, n) => !gone.some(([start, end]) => n >= start && n < end)).join('');
        };
        expect(rest(a, 'removed').replaceAll(/\s+/g, '')).toBe(rest(b, 'added').replaceAll(/\s+/g, ''));
      }),
    );
  });

  it('of long texts take near linear time', () => {
    const line = (n: number): string => `第${n}条 供应商应当在${n % 97}日内提交第${n * 7}号文件，逾期不予受理。\n`;
    const a = Array.from({ length: 25_000 }, (_, n) => line(n)).join('');
    const b = Array.from({ length: 25_000 }, (_, n) => (n % 50 === 0 ? line(n + 3) : n % 77 === 0 ? '' : line(n))).join('');
    const start = process.cpuUsage();
    expect(diffTexts(a, b).length).toBeGreaterThan(400);
    diffTexts('求'.repeat(500_000), `${'求'.repeat(400_000)}购${'买'.repeat(100_000)}`);
    diffTexts('a b '.repeat(200_000), 'b c '.repeat(200_000));
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(8);
  });
});

test('texts of which nothing is alike are told sentence by sentence, however many there are', { timeout: 120_000 }, () => {
  const lines = (word: string): string => Array.from({ length: 150_000 }, (_, n) => `${word}${n}\n`).join('');
  expect(diffTexts(lines('a'), lines('б')).length).toBe(300_000);
});
