import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import { foldText } from '../../text/fold.ts';
import { atomsOf, rx, type FactPattern } from './pattern.ts';
import { patternsOf } from './tokeniser.ts';
import { searchesFor } from './searches.ts';

const patterns = patternsOf(loadCopyKnowledge());
const searches = searchesFor(patterns);

/** Pieces of which facts are made, in what a line may have around them. */
const PIECES = [
  ...'2024 113 8 08 15 3 1296 12345678 13800138000 0251 2573414 7 一 二 十 三十 iv b ( ) ( [ ] 〔 〕 - / . , : + № @ # t z'.split(' '),
  ...'年 月 日 号 时 分 点 第 次 重新 招 公 包 标段 期 阶段 季度 上半年 学年度 万元 元 亿 万 台 套 只'.split(' '),
  ...'january dec sept марта січня года року г млн тыс руб. грн usd eur million шт pcs lot лот этап phase package квартал полугодия q3'.split(
    ' ',
  ),
  ...'https:// www. a.example x@y.example cpv окпд2 км k 14 to до по package'.split(' '),
  ' ',
];

test('whatever a pattern would find in a line it is asked for', () => {
  const lines = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('', '', ' ')), { maxLength: 12 });
  fc.assert(
    fc.property(lines, (pieces) => {
      const line = foldText(pieces.flat().join('')).text;
      const asked = new Set(searches(line));
      for (const pattern of patterns) if (!asked.has(pattern)) expect([line, atomsOf(line, pattern)]).toEqual([line, []]);
    }),
    { numRuns: 4000 },
  );
});

test('the same holds for the lines of notices', () => {
  const texts = readFileSync(new URL('../../../test/fixtures/copies/pairs.jsonl', import.meta.url), 'utf8').split('\n');
  for (const [n, json] of texts.entries()) {
    if (json === '' || n % 2 === 1) continue;
    const { a, b } = JSON.parse(json) as Record<'a' | 'b', { readonly text: string }>;
    for (const written of `${a.text}\n${b.text}`.split('\n')) {
      const line = foldText(written).text;
      const asked = new Set(searches(line));
      for (const pattern of patterns) if (!asked.has(pattern)) expect([line, atomsOf(line, pattern)]).toEqual([line, []]);
    }
  }
});

test('a line without its signs, or with fewer digits in a row, is not searched', () => {
  const pattern: FactPattern = { kind: 'date', signs: '月', digits: 4, pattern: rx('x'), key: () => 'x' };
  const found = searchesFor([pattern]);
  expect(['2024年5月', '2024年', '202年5月', '20 24月', ''].map((line) => found(line).length)).toEqual([1, 0, 0, 0, 0]);
});
