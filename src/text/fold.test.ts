import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';

const fold = (text: string): string => foldText(text).text;

/** Pieces that exercise every branch: ligatures, squared units, marks, jamo, half-width kana, astral letters, lone surrogates. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '无',
      '人',
      '機',
      '乾',
      'ё',
      'й',
      'и',
      '\u0306',
      '\u0301',
      '\u0308',
      'e',
      'É',
      'İ',
      'ß',
      'ﬁ',
      '㎏',
      '㍍',
      'ﷺ',
      '１',
      'Ａ',
      '\u3000',
      ' ',
      '\n',
      '\r',
      '\t',
      '\u00a0',
      '\u2029',
    ),
    fc.constantFrom(
      '\u200b',
      '\u00ad',
      '\ufeff',
      '\u202e',
      '\ufe0f',
      '\ud800',
      '\udc00',
      '\ud842\udfb7',
      '\ud835\udc00',
      '😀',
      '\u1100',
      '\u1161',
      'ｶ',
      'ﾞ',
      'а',
      'С',
      'o',
      '\u0000',
      '\uffff',
      '𝟘',
      '⁄',
      'ǆ',
      '\uf900',
      '\u0345',
      '豈',
      '.',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

describe('foldText', () => {
  it('brings spellings of one word to one form', () => {
    expect(fold('無人機反制裝置')).toBe('无人机反制装置');
    expect(fold('无人\u200b机 反\n制')).toBe('无人机反制');
    expect(fold('Дрон\u00adы и аэрозол\u0451')).toBe('дроны и аэрозоле');
    expect(fold('и\u0306')).toBe('й');
    expect(fold('Була\u0301т')).toBe('булат');
    expect(fold('ＵＡＶ  Ｊａｍｍｅｒ\n２４００ ㎒')).toBe('uav jammer 2400 mhz');
    expect(fold('Thalès – “ﬁlter”')).toBe('thales - “filter”');
  });

  it('settles mixed alphabets inside a word and leaves pure words alone', () => {
    expect(fold('аСhamelon')).toBe('achamelon');
    expect(fold('DCМ3623')).toBe('dcm3623');
    expect(fold('СUAV')).toBe('cuav');
    expect(fold('Рация и cop')).toBe('рация и cop');
    expect(foldText('пoдавитель').text).toBe('подавитель');
    expect(foldText('DCМ3623', { keepCase: true }).text).toBe('DCM3623');
  });

  it('keeps blanks that mean something: between other scripts, and where a line is left empty', () => {
    expect(fold('无人机 drone 反制')).toBe('无人机 drone 反制');
    expect(fold('雷达\n\n设备')).toBe('雷达\n设备');
    expect(fold('雷达 \r\n 设备')).toBe('雷达设备');
  });

  it('maps spans back to whole characters of the original', () => {
    const text = 'Ｘ㎏y 无\u200b 人机 🙂и\u0306';
    const { text: folded, originalSpan } = foldText(text);
    const at = folded.indexOf('无人机');
    const { start, end } = originalSpan(at, at + 3);
    expect(text.slice(start, end)).toBe('无\u200b 人机');
    const short = originalSpan(folded.indexOf('й'), folded.indexOf('й') + 1);
    expect(text.slice(short.start, short.end)).toBe('и\u0306');
    const g = originalSpan(folded.indexOf('g'), folded.indexOf('g') + 1);
    expect(text.slice(g.start, g.end)).toBe('㎏');
    expect(() => originalSpan(0, folded.length + 1)).toThrow(RangeError);
  });

  it('for any text and any part of its folded form, the original of the part folds to something that contains it', () => {
    fc.assert(
      fc.property(hostile, fc.nat(), fc.nat(), (text, a, b) => {
        // look-alikes are settled by whole words, so a part of a word is compared before that step
        const { text: folded, originalSpan } = foldText(text, { keepLookAlikes: true });
        const start = a % (folded.length + 1);
        const end = start + (b % (folded.length - start + 1));
        const span = originalSpan(start, end);
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(foldText(text.slice(span.start, span.end), { keepLookAlikes: true }).text).toContain(folded.slice(start, end));
      }),
      { numRuns: 3000 },
    );
  });

  it('the same for whole words with look-alikes settled', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('а', 'С', 'h', 'м', 'e', 'ж', 'Ё', 'e\u0301', '\u200b', ' ', '-', '5') }), (text) => {
        const { text: folded, originalSpan } = foldText(text);
        for (const match of folded.matchAll(/[^ -]+/g)) {
          const { start, end } = originalSpan(match.index, match.index + match[0].length);
          expect(fold(text.slice(start, end))).toContain(match[0]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes linear time over stacks of marks and runs of blanks', () => {
    for (const unit of ['\u0301', ' ', '\u200b', '无 ', '\n', 'aа', '\ud800', 'ﷺ']) {
      const began = process.cpuUsage();
      fold(unit.repeat(200_000 / unit.length));
      const { user } = process.cpuUsage(began);
      expect(user / 1000).toBeLessThan(2000);
    }
  });
});
